import { fail, ok, type Result } from '../base';
import { words } from '../words';

/** What a live block can show, and which options each takes besides `show`: the one table to add to. */
export const BLOCK_KINDS = {
  queue: ['limit', 'folder'],
  spark: ['limit'],
  'ties-due': ['limit'],
  spaces: ['limit'],
} as const satisfies Readonly<Record<string, readonly ('limit' | 'folder')[]>>;

export type BlockKind = keyof typeof BLOCK_KINDS;

/** The most rows that a block draws. */
export const MOST_ROWS = 50;

const USUAL_ROWS: Readonly<Record<BlockKind, number>> = { queue: 5, spark: 3, 'ties-due': 5, spaces: 50 };

/** What a live block asks for. */
export interface LiveBlock {
  readonly show: BlockKind;
  readonly limit: number;
  readonly folder?: string;
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
  const allowed = ['show', ...BLOCK_KINDS[show]];
  const unknown = [...options.value.keys()].find((key) => !allowed.includes(key));
  if (unknown !== undefined) return fail(words.practice.keyNotAllowed(unknown, options.value.get(unknown) ?? '', show, allowed));
  const limit = options.value.get('limit');
  if (limit !== undefined && !(/^[1-9]\d?$/.test(limit) && Number(limit) <= MOST_ROWS)) return fail(words.practice.limitNotAllowed(limit, MOST_ROWS));
  const folder = readFolder(options.value.get('folder'));
  if (!folder.ok) return folder;
  return ok({ show, limit: limit === undefined ? USUAL_ROWS[show] : Number(limit), ...(folder.value === undefined ? {} : { folder: folder.value }) });
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

function readFolder(written: string | undefined): Result<string | undefined> {
  if (written === undefined) return ok(undefined);
  const folder = written.replace(/^\/+|\/+$/g, '');
  return folder === '' ? fail(words.practice.folderEmpty(written)) : ok(folder);
}

function isBlockKind(name: string): name is BlockKind {
  return Object.hasOwn(BLOCK_KINDS, name);
}
