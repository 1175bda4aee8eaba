import { ok } from '../../base';
import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { fillTokens, gatherValues, tokensOf, tokensWithin, unknownTokensOf, type PracticeSources } from '..';

/** What came of filling a note: how many tokens, and a sentence for everything that stayed as it was. */
export interface FillOutcome {
  readonly filled: number;
  readonly problems: readonly string[];
  /** Whether the text to look at is not there yet: an editor takes a moment to show what is on the disk. */
  readonly isAwaited?: boolean;
}

/** Fills the tokens of one note, once; only those in `part`, when it is given. Only the tokens change; what is typed meanwhile stays. */
export async function fillNote(path: string, edge: Edge, sources: PracticeSources, part?: string): Promise<FillOutcome> {
  const { notes } = edge;
  if (notes.find(path) === undefined) return { filled: 0, problems: [words.notes.missing(path)] };
  const text = await notes.read(path);
  if (text.trim() === '') return { filled: 0, problems: [], isAwaited: true };
  const unknown = unknownTokensOf(part ?? text);
  const problems = unknown.length === 0 ? [] : [words.practice.unknownTokens(nameOf(path), unknown)];
  if (tokensWithin(text, part).length === 0) return { filled: 0, problems, isAwaited: await hasTokensOnDisk(path, edge) };
  const gathered = await gatherValues(text, sources, (target) => notes.linkTo(target, path), part);
  let [filled, fillable] = [0, 0];
  const changed = await notes.change(path, (present) => {
    const after = fillTokens(present, gathered.values, part);
    fillable = tokensWithin(present, part).filter(({ name }) => gathered.values[name] !== undefined).length;
    filled = tokensOf(present).length - tokensOf(after).length;
    return ok(after);
  }, { leavesTyping: true });
  if (!changed.ok) return { filled: 0, problems: [...problems, changed.problem] };
  const inProperty = filled < fillable ? [words.practice.cannotFill(nameOf(path), words.practice.propertyCannotHold)] : [];
  return { filled, problems: [...problems, ...gathered.problems, ...inProperty] };
}

// What an engine wrote while somebody was typing comes into the editor after the disk has it.
async function hasTokensOnDisk(path: string, { app }: Edge): Promise<boolean> {
  const file = app.vault.getFileByPath(path);
  return file !== null && tokensOf(await app.vault.read(file)).length > 0;
}
