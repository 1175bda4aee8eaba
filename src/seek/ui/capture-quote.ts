import { fail, minuteOf, ok, type Result } from '../../base';
import { nameOf, wikilink } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { PLACE_MARK, makeQuote, planCapture, withPlaceMark, withQuoteAppended, type KeptQuote, type Place, type Quote } from '..';
import type { CaptureForm } from './capture-form';

/** What capturing needs from other rooms. */
export interface CaptureNeeds {
  readonly edge: Edge;
  readonly directory: ContactDirectory;
  /** All kept quotes, once the vault was read. */
  kept(): Promise<readonly KeptQuote[]>;
  /** The text of a new quote note with the user's take in it. */
  withTake(note: string, take: string): Result<string>;
  /** Keeps a take as the draft of a quote that exists already; false when the device has no room for it. */
  keepTakeDraft(kept: KeptQuote, take: string): boolean;
  /** The path of today's daily note; made when it is missing. */
  dailyNote(): Promise<Result<string>>;
}

/** Where a captured quote is, and whether it was there before. */
export interface Captured {
  readonly path: string;
  readonly isNew: boolean;
}

/** Captures what the form holds: the note is written first, then the place it came from gets its link. */
export async function captureQuote(form: CaptureForm, place: Place | undefined, needs: CaptureNeeds): Promise<Result<Captured>> {
  const { edge } = needs;
  const { target, heading } = edge.settings().seek;
  const via = await viaOf(form, needs);
  if (!via.ok) return via;
  const quote = makeQuote({ ...form, via: via.value, foundIn: place === undefined ? undefined : wikilink(edge.notes.linkName(place.path, '')), captured: minuteOf(edge.clock()) });
  if (!quote.ok) return quote;
  if (target === 'quote-note') return captureAsNote(quote.value, form, place, needs);
  const path = target === 'daily-note' ? await needs.dailyNote() : activeNote(edge);
  if (!path.ok) return path;
  const changed = await edge.notes.change(path.value, (note) => ok(withQuoteAppended(note, quote.value, heading, form.take)));
  if (changed.ok) edge.say(words.seek.appended(nameOf(path.value)));
  return changed.ok ? ok({ path: path.value, isNew: true }) : changed;
}

/** Writes a quote note, or finds the one that holds this quote already. The modal is not involved. */
export async function captureAsNote(quote: Quote, form: Pick<CaptureForm, 'take'>, place: Place | undefined, needs: CaptureNeeds): Promise<Result<Captured>> {
  const { edge } = needs;
  const settings = edge.settings();
  const format = { names: settings.properties, takeSection: settings.sense.takeSection };
  const plan = planCapture(quote, await needs.kept(), (path) => edge.notes.isTaken(path), settings.seek, format);
  if (plan.kind === 'found') {
    if (form.take.trim() !== '' && !needs.keepTakeDraft({ path: plan.path, quote }, form.take)) return fail(words.seek.takeNotKept(nameOf(plan.path)));
    edge.say(form.take.trim() === '' ? words.seek.foundAgain(nameOf(plan.path)) : words.seek.takeKeptAside(nameOf(plan.path)));
    await edge.open(plan.path);
    return ok({ path: plan.path, isNew: false });
  }
  const text = form.take.trim() === '' ? ok(plan.text) : needs.withTake(plan.text, form.take);
  if (!text.ok) return text;
  const created = await edge.notes.create(plan.path, text.value);
  if (!created.ok) return created;
  if (place !== undefined) await markPlace(place, created.value, edge);
  edge.say(words.seek.captured(nameOf(created.value)));
  return ok({ path: created.value, isNew: true });
}

async function markPlace(place: Place, quotePath: string, edge: Edge): Promise<void> {
  const link = edge.notes.linkTo(quotePath, place.path, PLACE_MARK);
  let isMarked = false;
  const marked = await edge.notes.change(place.path, (note) => {
    const changed = withPlaceMark(note, place, link);
    isMarked = changed !== note;
    return ok(changed);
  });
  if (!marked.ok) edge.say(marked.problem);
  else if (!isMarked) edge.say(words.seek.notMarked);
}

async function viaOf(form: CaptureForm, { directory, edge }: CaptureNeeds): Promise<Result<string>> {
  const name = form.via.trim();
  const known = directory.find(name);
  if (known !== undefined) return ok(wikilink(edge.notes.linkName(known.path, '')));
  if (!form.viaIsNew || name === '') return ok(name);
  const created = await directory.create({ name });
  return created.ok ? ok(wikilink(edge.notes.linkName(created.value, ''))) : created;
}

function activeNote({ app }: Edge): Result<string> {
  const file = app.workspace.getActiveFile();
  return file?.extension === 'md' ? ok(file.path) : fail(words.seek.noActiveNote);
}
