import { seededRandom } from '../../src/base';
import { DailyFiller, fillTokens, tokensIn, tokensOf, type FillWish } from '../../src/practice';

/** What every token of the simulated vault becomes. */
export const QUEUE = '- [[Q]]';

/** An open note: what its editor shows, and what it last read from or wrote to the disk. */
interface OpenNote {
  text: string;
  saved: string;
  isLoaded: boolean;
}

/**
 * A vault in memory as Obsidian behaves at its edges: the disk takes its time, an editor shows a note a little after it
 * was opened and saves two seconds after the last key, a change on the disk is merged into the open editor. Times in ms.
 */
export class SimulatedVault {
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, OpenNote>();
  readonly atWork = new Set<string>();
  readonly random: () => number;
  /** The longest that one reading or writing takes. */
  slowness = 15;
  /** Whether Templater's switch "Trigger on new file creation" is on. */
  rewritesOnCreate = false;
  fillings = 0;
  /** Undefined in the same vault without the plugin. */
  readonly filler: DailyFiller | undefined;

  constructor(seed: number, hasPlugin: boolean) {
    this.random = seededRandom(seed);
    if (!hasPlugin) return;
    this.filler = new DailyFiller({
      now: () => Date.now(),
      wait: pause,
      isPeriodicNote: (path) => /^(?:Daily|Weekly)\//.test(path),
      isTemplate: (path) => path.startsWith('Templates/'),
      isOpen: (path) => this.open.has(path),
      isRewrittenOnCreate: () => this.rewritesOnCreate,
      isBeingRewritten: (path) => this.atWork.has(path),
      fill: (path, wish) => this.#fill(path, wish),
    });
  }

  /** A number of milliseconds up to `most`, another each time. */
  some(most: number): number {
    return Math.floor(this.random() * most);
  }

  /** What a person sees: the open editor's text, or the disk's. */
  text(path: string): string {
    const note = this.open.get(path);
    return note?.isLoaded === true ? note.text : (this.disk.get(path) ?? '');
  }

  async create(path: string, text: string): Promise<void> {
    await this.#diskTime();
    this.appear(path, text, 0);
  }

  /** A note is there now; its times lie `age` milliseconds back. */
  appear(path: string, text: string, age: number): void {
    this.disk.set(path, text);
    const time = Date.now() - age;
    this.filler?.created({ path, ctime: time, mtime: time, size: text.length, isOwn: false });
  }

  async read(path: string): Promise<string> {
    await this.#diskTime();
    return this.disk.get(path) ?? '';
  }

  /** Writes a whole note, as plugins do; what was typed since the last save stays in the editor. */
  async modify(path: string, text: string): Promise<void> {
    await this.#diskTime();
    this.#writeNow(path, text);
  }

  /** Opens a note in an editor, which shows it a little later. */
  async show(path: string): Promise<void> {
    if (this.open.has(path)) return;
    const note: OpenNote = { text: '', saved: '', isLoaded: false };
    this.open.set(path, note);
    this.filler?.opened(path);
    await this.#diskTime();
    Object.assign(note, { text: this.disk.get(path) ?? '', saved: this.disk.get(path) ?? '', isLoaded: true });
  }

  /** A person types at the end of an open note, key by key. */
  async type(path: string, words: string): Promise<void> {
    const note = this.open.get(path);
    if (note === undefined) throw new Error(`"${path}" is not open.`);
    while (!note.isLoaded) await pause(10);
    for (const key of words) {
      note.text += key;
      this.filler?.typed(path);
      await pause(20 + this.some(60));
    }
    await pause(2_000);
    if (note.text !== note.saved) await this.#save(path, note);
  }

  /** A template engine puts a text at the start of an open note, through its editor. */
  insert(path: string, text: string): void {
    const note = this.open.get(path);
    if (note?.isLoaded !== true) throw new Error(`"${path}" cannot be edited.`);
    note.text = text + note.text;
    void this.filler?.inserted(path, text);
  }

  async #fill(path: string, { part, isAllowed }: FillWish): Promise<number | undefined> {
    await this.#diskTime();
    const note = this.open.get(path);
    const before = note === undefined ? (this.disk.get(path) ?? '') : note.text;
    if (before === '') return undefined;
    const choose = part === undefined ? tokensOf : tokensIn(part);
    const after = isAllowed() ? fillTokens(before, { 'sense:queue': ['[[Q]]'] }, choose) : before;
    const filled = tokensOf(before).length - tokensOf(after).length;
    this.fillings += filled;
    if (note === undefined) this.#writeNow(path, after);
    else {
      const isUnsaved = note.text !== note.saved;
      note.text = after;
      if (!isUnsaved) await this.#save(path, note);
      else if (after !== before) void pause(2_000).then(() => this.#save(path, note));
    }
    return filled;
  }

  async #save(path: string, note: OpenNote): Promise<void> {
    note.saved = note.text;
    const { text } = note;
    await this.#diskTime();
    this.disk.set(path, text);
    this.filler?.changed(path);
  }

  #writeNow(path: string, text: string): void {
    this.disk.set(path, text);
    const note = this.open.get(path);
    if (note?.isLoaded === true) {
      Object.assign(note, { text: merged(note.saved, note.text, text), saved: text });
    }
    this.filler?.changed(path);
  }

  #diskTime(): Promise<void> {
    return pause(1 + this.some(this.slowness));
  }
}

/** What an editor shows after its note was changed on the disk: the lines that were edited here stay. */
function merged(base: string, here: string, there: string): string {
  const [was, mine, theirs] = [base, here, there].map((text) => text.split('\n'));
  if (was === undefined || mine === undefined || theirs === undefined || was.length !== mine.length || was.length !== theirs.length) {
    return here.startsWith(base) ? there + here.slice(base.length) : there;
  }
  return mine.map((line, at) => (line === was[at] ? (theirs[at] ?? line) : line)).join('\n');
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
