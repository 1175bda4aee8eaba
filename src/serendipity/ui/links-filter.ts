import type { App } from 'obsidian';
import type { Filter } from '..';

const KEY = 'seek-sense-share:links-filter';

/** How long ago a note was last changed, in days. */
const AGES = {
  any: {},
  month: { newerThanDays: 30 },
  year: { newerThanDays: 365 },
  overHalfYear: { olderThanDays: 183 },
  overTwoYears: { olderThanDays: 730 },
} as const satisfies Record<string, Filter>;

/** The ages that can be chosen. */
type Age = keyof typeof AGES;
export const ALL_AGES = Object.keys(AGES) as readonly Age[];

/** What is chosen: '' is the whole vault; a type is a value of the property, '' for notes without one, undefined for all. */
interface FilterChoice {
  readonly folder: string;
  readonly age: Age;
  readonly type: string | undefined;
}

const NOTHING: FilterChoice = { folder: '', age: 'any', type: undefined };

/** Which links the tab may show: chosen there, and remembered on this device. */
export class LinksFilter {
  #choice: FilterChoice;

  constructor(private readonly app: App) {
    this.#choice = readChoice(app.loadLocalStorage(KEY) as unknown);
  }

  get choice(): FilterChoice {
    return this.#choice;
  }

  /** For the engine; undefined when everything may show. */
  get filter(): Filter | undefined {
    const { folder, age, type } = this.#choice;
    const filter: Filter = { ...AGES[age], ...(folder !== '' && { folder }), ...(type !== undefined && { types: [type] }) };
    return Object.keys(filter).length === 0 ? undefined : filter;
  }

  choose(changed: Partial<FilterChoice>): void {
    this.#choice = { ...this.#choice, ...changed };
    this.app.saveLocalStorage(KEY, this.filter === undefined ? null : this.#choice);
  }

  clear(): void {
    this.choose(NOTHING);
  }
}

function readChoice(stored: unknown): FilterChoice {
  const { folder, age, type } = (stored ?? {}) as Partial<Record<keyof FilterChoice, unknown>>;
  return {
    folder: typeof folder === 'string' ? folder : NOTHING.folder,
    age: ALL_AGES.find((known) => known === age) ?? NOTHING.age,
    type: typeof type === 'string' ? type : undefined,
  };
}
