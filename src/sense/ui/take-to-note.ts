import { fail, ok, onOneLine, type Result } from '../../base';
import { fileNameFor, freePath, pathIn } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { takeRule, withTakeGrown } from '..';
import { entryAt } from './locate-quote';
import type { QuoteShelf } from './quote-shelf';

const NAME_WORDS = 8;

/**
 * Makes a note of its own of the latest take on a quote, linked both ways; gives the new note's path. The take stays in the
 * quote note. The new note is written first, so that nothing is lost when the second step fails. What was made of something
 * private stays private, wherever new notes go.
 */
export async function makeNoteOfTake(path: string, edge: Edge, quotes: QuoteShelf, isPrivate: (path: string) => boolean): Promise<Result<string>> {
  const entry = await entryAt(path, edge, quotes);
  if (!entry.ok) return entry;
  const { take } = entry.value.state;
  if (take.text.trim() === '') return fail(words.sense.noTakeToGrow);
  const { app, notes } = edge;
  const folder = app.fileManager.getNewFileParent(path).path.replace(/^\/$/, '');
  const target = freePath(pathIn(folder, fileNameFor(nameFor(take.text), words.sense.grownNote)), (taken) => notes.isTaken(taken));
  const rule = takeRule(edge.settings());
  const privacy = isPrivate(path) ? `---\n${rule.names.private}: true\n---\n` : '';
  const created = await notes.create(target, `${privacy}${take.text}\n\n${words.sense.grewFrom(notes.linkTo(path, target))}\n`);
  if (!created.ok) return created;
  const linked = await notes.change(path, (text) => ok(withTakeGrown(text, notes.linkTo(created.value, path), rule)));
  return linked.ok ? created : linked;
}

function nameFor(text: string): string {
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  const plain = line.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|!?\[([^\]]*)\]\([^)]*\)/g, '$1$2').replace(/^[\s>#*+-]+|[*_`~=]/g, '');
  return onOneLine(plain).split(' ').slice(0, NAME_WORDS).join(' ').replace(/[.,;:!?]+$/, '');
}
