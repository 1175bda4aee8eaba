import type { SegmentStore } from '../serendipity';

const RECORDS = 'segments';
const VERSION = 1;

/**
 * Segments in IndexedDB, one database per vault: outside the vault, on this device only. A database that cannot be opened
 * is reported once and then replaced, as nothing is lost with it but time.
 */
export class SegmentDatabase implements SegmentStore {
  #opening: Promise<IDBDatabase> | undefined;
  #isDamaged = false;

  constructor(
    private readonly factory: IDBFactory,
    private readonly name: string,
  ) {}

  async keys(): Promise<readonly string[]> {
    const keys = await this.#within('readonly', (records) => asPromise(records.getAllKeys()));
    return keys.filter((key) => typeof key === 'string');
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    const record: unknown = await this.#within('readonly', (records) => asPromise(records.get(key)));
    return record instanceof Uint8Array ? record : undefined;
  }

  async write(entries: ReadonlyMap<string, Uint8Array>, deletes: readonly string[]): Promise<void> {
    await this.#within('readwrite', async (records) => {
      for (const key of deletes) records.delete(key);
      for (const [key, record] of entries) records.put(record, key);
      return Promise.resolve();
    });
  }

  /** Closes the database; the next call opens it again. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    (await opening)?.close();
  }

  // Resolves when the whole transaction is carried out, so that "written" means all of it or nothing.
  async #within<T>(mode: IDBTransactionMode, work: (records: IDBObjectStore) => Promise<T>): Promise<T> {
    const transaction = (await this.#open()).transaction(RECORDS, mode, { durability: 'relaxed' });
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(asError(transaction.error));
      transaction.onerror = () => reject(asError(transaction.error));
    });
    const [value] = await Promise.all([work(transaction.objectStore(RECORDS)), finished]);
    return value;
  }

  #open(): Promise<IDBDatabase> {
    this.#opening ??= this.#connect().catch((error: unknown) => {
      this.#opening = undefined;
      this.#isDamaged = true;
      throw error;
    });
    return this.#opening;
  }

  async #connect(): Promise<IDBDatabase> {
    if (this.#isDamaged) await asPromise(this.factory.deleteDatabase(this.name));
    const request = this.factory.open(this.name, VERSION);
    request.onupgradeneeded = () => void request.result.createObjectStore(RECORDS);
    const database = await asPromise(request);
    database.onversionchange = () => void this.close();
    database.onclose = () => {
      this.#opening = undefined;
    };
    if (database.objectStoreNames.contains(RECORDS)) return database;
    database.close();
    throw new Error(`The database "${this.name}" has another layout.`);
  }
}

function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(asError(request.error));
  });
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('The database gave up without a reason.');
}
