import { fail, ok, onOneLine, readDay, type Day, type Result } from '../base';
import { words } from '../words';
import type { NewContact } from './contact';
import { contactName, readCadence } from './contact-note';
import { DIRECTIONS, type Interaction } from './interaction';
import type { PracticeChange } from './practice-changes';
import { readSpace } from './space';

/** What is typed about a new contact; every field a text, as controls have it. */
export interface ContactForm {
  name: string;
  space: string;
  /** Names separated by commas. */
  communities: string;
  topics: string;
  /** Days; empty for no reminder. */
  cadence: string;
  email: string;
  url: string;
}

/** What a form offers as the way something went; the last one asks for a second person. */
export const WAYS = [...DIRECTIONS, 'introduced'] as const;

/** What is typed about an interaction. */
export interface InteractionForm {
  who: string;
  direction: string;
  day: string;
  what: string;
}

/** What is typed about a change of practice. */
export interface PracticeChangeForm {
  community: string;
  day: string;
  text: string;
}

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+$/;
const URL = /^https?:\/\/[^\s]+$/i;
const DAYS = /^\d{1,5}$/;

/** Reads a form, or says in a sentence which field is wrong. `today` becomes the day of the first meeting. */
export function readContactForm(form: ContactForm, today: Day): Result<NewContact> {
  const name = contactName(form.name);
  const [cadence, email, url] = [form.cadence.trim(), form.email.trim(), form.url.trim()];
  if (name === '') return fail(words.ties.nameMissing);
  if (cadence !== '' && (!DAYS.test(cadence) || readCadence(Number(cadence)) === undefined)) return fail(words.ties.cadenceWrong(cadence));
  if (email !== '' && !EMAIL.test(email)) return fail(words.ties.emailWrong(email));
  if (url !== '' && !URL.test(url)) return fail(words.ties.urlWrong(url));
  return ok({
    name,
    space: readSpace(form.space),
    communities: namesIn(form.communities),
    topics: namesIn(form.topics),
    met: today,
    ...(cadence === '' ? {} : { cadence: Number(cadence) }),
    ...(email === '' ? {} : { email }),
    ...(url === '' ? {} : { url }),
  });
}

/** Reads the day, the direction and the words of a form, or says in a sentence which of them is wrong. */
export function readInteractionForm(form: InteractionForm, today: Day): Result<Interaction> {
  const day = readDay(form.day);
  if (day === undefined) return fail(words.ties.dayWrong(form.day.trim()));
  if (day > today) return fail(words.ties.dayAhead(day));
  const what = onOneLine(form.what);
  if (isIntroduction(form)) return what === '' ? fail(words.ties.introducedToWhom) : ok({ day, direction: 'gave', introduced: true, what });
  const direction = DIRECTIONS.find((one) => one === form.direction) ?? 'received';
  return ok({ day, direction, what });
}

/** Whether a form tells that the user introduced somebody; what it was then is the other person. */
export function isIntroduction({ direction }: InteractionForm): boolean {
  return direction === 'introduced';
}

/** Reads what is typed about a change of practice, or says in a sentence what is wrong. */
export function readPracticeChangeForm(form: PracticeChangeForm, today: Day): Result<PracticeChange> {
  const day = readDay(form.day);
  if (day === undefined) return fail(words.ties.dayWrong(form.day.trim()));
  if (day > today) return fail(words.ties.dayAhead(day));
  const text = onOneLine(form.text);
  return text === '' ? fail(words.ties.changeMissing) : ok({ day, text });
}

/** The names in a text that separates them by commas; a comma inside `[[…]]` separates nothing. */
export function namesIn(text: string): string[] {
  const names = text.match(/(?:\[\[[^\]]*\]\]|[^,\n])+/g) ?? [];
  return [...new Set(names.map(onOneLine).filter((name) => name !== ''))];
}

/** What of a form was changed since it was opened. Only that is kept as a draft: it must not bring back what the notes, or the day, said then. */
export function draftOf<Form extends { [Field in keyof Form]: string }>(form: Form, opened: Form): Partial<Form> {
  return Object.fromEntries(Object.entries(form).filter(([field, value]) => value !== opened[field as keyof Form])) as Partial<Form>;
}

/** A form with what was typed before in place of what it begins with; anything of a wrong kind is left out. */
export function withDraft<Form extends { [Field in keyof Form]: string }>(form: Form, draft: unknown): Form {
  if (typeof draft !== 'object' || draft === null) return { ...form };
  const typed = Object.entries(draft).filter(([field, value]) => field in form && typeof value === 'string');
  return { ...form, ...Object.fromEntries(typed) };
}
