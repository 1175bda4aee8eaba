import { fail, ok, readDay, type Day, type Result } from '../base';
import { words } from '../words';

/** An option of a live block besides `show`. */
export type BlockOption = 'limit' | 'folder' | 'date';

/** What a live block can show, and which options each takes besides `show`: the one table to add to. */
export const BLOCK_KINDS = {
  queue: ['limit', 'folder'],
  spark: ['limit'],
  links: ['limit'],
  'ties-due': ['limit'],
  'ties-dormant': ['limit'],
  ready: ['limit', 'folder'],
  history: ['limit', 'folder'],
  week: ['date'],
  roles: ['date'],
  spaces: ['limit'],
} as const satisfies Readonly<Record<string, readonly BlockOption[]>>;

type BlockKind = keyof typeof BLOCK_KINDS;

/** The most rows that a block draws. */
const MOST_ROWS = 50;

const USUAL_ROWS: Readonly<Record<BlockKind, number>> = { queue: 5, spark: 3, links: 5, 'ties-due': 5, 'ties-dormant': 5, ready: 5, history: 10, week: 50, roles: 50, spaces: 50 };

/** What a live block asks for. */
export interface LiveBlock {
  readonly show: BlockKind;
  readonly limit: number;
  readonly folder?: string;
  /** A day of the week that is meant; this week when absent. */
  readonly date?: Day;
}

const COMMENT = /(?:^|[ \t])#.*$/;
const OPTION = /^[ \t]*([^:]*?)[ \t]*:(.*)$/;

/** Reads a block's text, one `key: value` a line, `#` begins a comment. Fails with a sentence that names key, value and what is allowed. */
export function readLiveBlock(source: string): Result<LiveBlock> {
  const options = readOptions(source);
  if (!options.ok) return options;
  const show = options.value.get('show');
  const kinds = Object.keys(BLOCK_KINDS);
  if (show === undefined) return fail(words.practice.showMissing(kinds));
  if (!isBlockKind(show)) return fail(words.practice.valueNotAllowed('show', show, kinds));
  const allowed: string[] = ['show', ...BLOCK_KINDS[show]];
  const unknown = [...options.value.keys()].find((key) => !allowed.includes(key));
  if (unknown !== undefined) return fail(words.practice.keyNotAllowed(unknown, options.value.get(unknown) ?? '', show, allowed));
  const limit = options.value.get('limit');
  if (limit !== undefined && !(/^[1-9]\d?$/.test(limit) && Number(limit) <= MOST_ROWS)) return fail(words.practice.limitNotAllowed(limit, MOST_ROWS));
  const folder = readFolder(options.value.get('folder'));
  if (!folder.ok) return folder;
  const date = readDate(options.value.get('date'));
  if (!date.ok) return date;
  return ok({ show, limit: limit === undefined ? USUAL_ROWS[show] : Number(limit), ...folder.value, ...date.value });
}

function readOptions(source: string): Result<Map<string, string>> {
  const options = new Map<string, string>();
  for (const line of source.split(/\r?\n/)) {
    const told = line.replace(COMMENT, '').trim();
    if (told === '') continue;
    const [, key, value] = OPTION.exec(told) ?? [];
    if (key === undefined || value === undefined || key === '') return fail(words.practice.lineNotAllowed(told));
    if (options.has(key)) return fail(words.practice.keyTwice(key));
    options.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return ok(options);
}

function readFolder(written: string | undefined): Result<{ folder?: string }> {
  if (written === undefined) return ok({});
  const folder = written.replace(/^\/+|\/+$/g, '');
  return folder === '' ? fail(words.practice.folderEmpty(written)) : ok({ folder });
}

function readDate(written: string | undefined): Result<{ date?: Day }> {
  if (written === undefined) return ok({});
  const date = /^\d{4}-\d{2}-\d{2}$/.test(written) ? readDay(written) : undefined;
  return date === undefined ? fail(words.practice.dateNotAllowed(written)) : ok({ date });
}

/** Whether a word is one of the kinds. */
export function isBlockKind(name: string): name is BlockKind {
  return Object.hasOwn(BLOCK_KINDS, name);
}
