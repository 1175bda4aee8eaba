import { atOnce, type Steps } from '../../base';
import { plainAsMarkdown } from '../../note';
import { nameKey } from '../contact';
import type { Card } from './card';
import { hasName, mayShareName, newsIn, personKeys, shareNameWord, withNews, type KnownCard, type MatchReason } from './same-person';

/** What may become of a card. */
export const IMPORT_CHOICES = ['new', 'merge', 'skip'] as const;
export type ImportChoice = (typeof IMPORT_CHOICES)[number];

/** One card of an import, with what is to become of it. */
export interface ImportRow {
  readonly card: Card;
  readonly choice: ImportChoice;
  /** Who it seems to be; absent for somebody new. */
  readonly match?: { readonly name: string; readonly reason: MatchReason; readonly isInVault: boolean };
  /** What merging adds; empty when everything is known already. */
  readonly news: Partial<Card>;
}

/** A note to be made. */
export interface CreateStep {
  readonly kind: 'create';
  readonly card: Card;
}

/** Details to be added to a contact note. */
export interface MergeStep {
  readonly kind: 'merge';
  readonly path: string;
  readonly news: Partial<Card>;
}

/** An import as it would be carried out. Making one changes nothing. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly steps: readonly (CreateStep | MergeStep)[];
}

interface Target {
  person: KnownCard;
  news: Partial<Card>;
}

/**
 * Plans an import. Cards are matched with the contacts of the vault and with the cards before them: by id, email,
 * profile address, or name and organisation. `choices` holds what the user decided, by the number of the row.
 * Importing what was imported already plans nothing.
 */
export function planImport(...asked: Parameters<typeof planImportInSteps>): ImportPlan {
  return atOnce(planImportInSteps(...asked));
}

/** The same, with a place to rest after each person. */
export function* planImportInSteps(cards: readonly Card[], known: readonly KnownCard[], choices: ReadonlyMap<number, ImportChoice> = new Map()): Steps<ImportPlan> {
  const index = new PersonIndex();
  for (const person of known) {
    index.add({ person, news: {} });
    yield;
  }
  const rows: ImportRow[] = [];
  for (const [at, card] of cards.entries()) {
    yield;
    const match = index.match(card);
    const news = match === undefined ? {} : newsIn(card, match.target.person);
    const wanted = choices.get(at) ?? usualChoice(card, match);
    const choice = wanted === 'merge' && match === undefined ? 'new' : wanted;
    if (choice === 'new') index.add({ person: { ...card, body: plainAsMarkdown(card.note ?? '') }, news: {} });
    if (choice === 'merge' && match !== undefined) index.extend(match.target, card, news);
    const shown = match === undefined ? {} : { match: { name: match.target.person.name, reason: match.reason, isInVault: match.target.person.path !== undefined } };
    rows.push({ card, choice, news, ...shown });
  }
  return { rows, steps: index.targets().flatMap(stepOf) };
}

// An address may be a family's or an office's: under another name it is somebody else, unless the user says otherwise.
function usualChoice(card: Card, match: { target: Target; reason: MatchReason } | undefined): ImportChoice {
  if (match === undefined) return 'new';
  return match.reason === 'uid' || match.reason === 'name' || hasName(match.target.person, card.name) || shareNameWord(card, match.target.person) ? 'merge' : 'new';
}

function stepOf({ person, news }: Target): (CreateStep | MergeStep)[] {
  if (person.path === undefined) {
    const { body: _, path: __, ...card } = person;
    return [{ kind: 'create', card: { ...card, ...(news.note === undefined ? {} : { note: [card.note, news.note].filter((note) => note !== undefined).join('\n\n') }) } }];
  }
  return Object.keys(news).length === 0 ? [] : [{ kind: 'merge', path: person.path, news }];
}

/** People by everything they can be recognised by. */
class PersonIndex {
  readonly #all: Target[] = [];
  readonly #byKey = new Map<string, Set<Target>>();

  targets(): readonly Target[] {
    return this.#all;
  }

  add(target: Target): void {
    this.#all.push(target);
    this.#enter(target);
  }

  /** Adds a card's news to a person. */
  extend(target: Target, card: Card, news: Partial<Card>): void {
    target.news = joined(target.news, news);
    target.person = withNews(target.person, news);
    this.#enter(target);
  }

  /** The person a card is most likely of; whoever it tells nothing new about comes first. */
  match(card: Card): { target: Target; reason: MatchReason } | undefined {
    const reasons = new Map<Target, MatchReason>();
    for (const { reason, key } of personKeys(card)) {
      for (const target of this.#byKey.get(`${reason} ${key}`) ?? []) {
        if (!reasons.has(target) && (reason !== 'name' || mayShareName(card, target.person))) reasons.set(target, reason);
      }
    }
    const [best] = [...reasons].map(([target, reason]) => ({ target, reason, rank: rankOf(card, target.person, reason) })).sort((left, right) => left.rank - right.rank);
    return best;
  }

  #enter(target: Target): void {
    for (const { reason, key } of personKeys(target.person)) {
      const entry = `${reason} ${key}`;
      const present = this.#byKey.get(entry);
      if (present === undefined) this.#byKey.set(entry, new Set([target]));
      else present.add(target);
    }
  }
}

function rankOf(card: Card, person: KnownCard, reason: MatchReason): number {
  if (Object.keys(newsIn(card, person)).length === 0) return 0;
  if (reason === 'uid') return 1;
  if (hasName(person, card.name)) return reason === 'name' && nameKey(person.name) !== nameKey(card.name) ? 3 : 2;
  return shareNameWord(card, person) ? 4 : 5;
}

function joined(one: Partial<Card>, other: Partial<Card>): Partial<Card> {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof Card)[]);
  return Object.fromEntries([...fields].map((field) => {
    const [left, right] = [one[field], other[field]];
    if (field === 'note') return [field, [left, right].filter((text) => text !== undefined).join('\n\n')];
    return [field, Array.isArray(left) && Array.isArray(right) ? [...(left as string[]), ...(right as string[])] : (left ?? right)];
  }));
}
