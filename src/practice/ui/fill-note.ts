import { ok } from '../../base';
import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { fillTokens, gatherValues, tokensIn, tokensNotSaid, tokensOf, unknownTokensOf, type FillWish, type PracticeSources, type SaidFormat } from '..';

/** What came of filling a note: how many tokens, and a sentence for everything that stayed as it was. */
export interface FillOutcome {
  readonly filled: number;
  readonly problems: readonly string[];
  /** Whether the text to look at is not there yet: an editor takes a moment to show what is on the disk. */
  readonly isAwaited?: boolean;
}

/** What is to be filled: every token, unless it says otherwise. */
interface FillAs extends Partial<FillWish> {
  /** Whether tokens in what people said are left: in quotes, takes and logs. In a note that was just made from a template everything is the template's. */
  readonly leavesSaid?: boolean;
}

/** Fills the tokens of one note, once. Only the tokens change; what is typed meanwhile stays. */
export async function fillNote(path: string, edge: Edge, sources: PracticeSources, { part, isAllowed, leavesSaid }: FillAs): Promise<FillOutcome> {
  const { notes } = edge;
  const choose = part !== undefined ? tokensIn(part) : leavesSaid === true ? tokensNotSaid(saidFormat(edge)) : tokensOf;
  if (notes.find(path) === undefined) return { filled: 0, problems: [words.notes.missing(path)] };
  const text = await notes.read(path);
  if (text.trim() === '') return { filled: 0, problems: [], isAwaited: true };
  const unknown = unknownTokensOf(part ?? text);
  const chosen = choose(text).length;
  const saidCount = leavesSaid === true ? tokensOf(text).length - chosen : 0;
  const problems = [
    ...(unknown.length === 0 ? [] : [words.practice.unknownTokens(nameOf(path), unknown)]),
    ...(saidCount === 0 ? [] : [words.practice.saidTokens(nameOf(path), saidCount)]),
  ];
  if (chosen === 0) return { filled: 0, problems, isAwaited: await hasTokensOnDisk(path, edge) };
  const gathered = await gatherValues(text, sources, (target) => notes.linkTo(target, path), choose);
  let [filled, fillable] = [0, 0];
  const changed = await notes.change(path, (present) => {
    if (isAllowed?.() === false) return ok(present);
    const after = fillTokens(present, gathered.values, choose);
    fillable = choose(present).filter(({ name }) => gathered.values[name] !== undefined).length;
    filled = tokensOf(present).length - tokensOf(after).length;
    return ok(after);
  }, { leavesTyping: true });
  if (!changed.ok) return { filled: 0, problems: [...problems, changed.problem] };
  const inProperty = filled < fillable ? [words.practice.cannotFill(nameOf(path), words.practice.propertyCannotHold)] : [];
  return { filled, problems: [...problems, ...gathered.problems, ...inProperty] };
}

/** How the settings name what people said. */
function saidFormat(edge: Edge): SaidFormat {
  const { properties: names, sense, share, ties } = edge.settings();
  return { names, takeSection: sense.takeSection, logSections: [sense.appliedSection, share.sharedSection, ties.interactionsSection, ties.practiceChangesSection] };
}

// What an engine wrote while somebody was typing comes into the editor after the disk has it.
async function hasTokensOnDisk(path: string, { app }: Edge): Promise<boolean> {
  const file = app.vault.getFileByPath(path);
  return file !== null && tokensOf(await app.vault.read(file)).length > 0;
}
