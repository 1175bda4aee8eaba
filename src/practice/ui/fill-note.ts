import { ok } from '../../base';
import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { fillTokens, gatherValues, tokensOf, unknownTokensOf, type PracticeSources } from '..';

/** What came of filling a note: how many tokens, and a sentence for everything that stayed as it was. */
export interface FillOutcome {
  readonly filled: number;
  readonly problems: readonly string[];
}

/** Fills the tokens of one note, once. Only the tokens change; what is typed meanwhile stays. */
export async function fillNote(path: string, edge: Edge, sources: PracticeSources): Promise<FillOutcome> {
  const { notes } = edge;
  if (notes.find(path) === undefined) return { filled: 0, problems: [words.notes.missing(path)] };
  const text = await notes.read(path);
  const unknown = unknownTokensOf(text);
  const problems = unknown.length === 0 ? [] : [words.practice.unknownTokens(nameOf(path), unknown)];
  if (tokensOf(text).length === 0) return { filled: 0, problems };
  const gathered = await gatherValues(text, sources, (target) => notes.linkTo(target, path));
  let [before, after] = [text, text];
  const changed = await notes.change(path, (present) => {
    [before, after] = [present, fillTokens(present, gathered.values)];
    return ok(after);
  });
  if (!changed.ok) return { filled: 0, problems: [...problems, changed.problem] };
  const left = tokensOf(after).filter(({ name }) => gathered.values[name] !== undefined);
  const inProperty = left.length === 0 ? [] : [words.practice.cannotFill(nameOf(path), words.practice.propertyCannotHold)];
  return { filled: tokensOf(before).length - tokensOf(after).length, problems: [...problems, ...gathered.problems, ...inProperty] };
}
