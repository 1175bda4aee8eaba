import { Modal, type App } from 'obsidian';
import { daysBetween, type Day } from '../../base';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { bridgingOf, closenessOf, effectiveSize, inHundredths, nonRedundancy, reciprocity, shownWhat, type Acquaintance, type Contact, type Exchange } from '..';
import type { Standing } from './ties-book';

/** What the explanation needs to know. */
interface TieFacts {
  readonly standing: Standing;
  readonly exchanges: readonly Exchange[];
  readonly contacts: readonly Contact[];
  readonly acquaintance: Acquaintance;
  /** Knows a community by any of its names. */
  readonly communityPlaces: (text: string) => string | undefined;
  readonly today: Day;
  open(path: string): void;
}

const MOST_EXCHANGES = 40;

/** Explains how close a tie is: the parts of its strength, what stands beside it, and everything that was counted. */
export class TieModal extends Modal {
  constructor(app: App, private readonly facts: TieFacts) {
    super(app);
  }

  override onOpen(): void {
    const { standing: { contact, strength } } = this.facts;
    this.modalEl.addClass('sss-modal', 'sss-tie');
    this.setTitle(words.ties.tieTitle(contact.name, shownTie(strength.value)));
    nameModal(this);
    this.#drawParts();
    this.#drawBeside();
    this.#drawExchanges();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawParts(): void {
    const { value, parts, counted } = this.facts.standing.strength;
    const texts = words.ties.tieParts;
    const [recency = 0, frequency = 0, balance = 0, spaces = 0] = inHundredths(value, [parts.recency, parts.frequency, parts.reciprocity, parts.spaces]).map((part) => part / 100);
    this.#table(words.ties.tieStrength, [
      [texts.recency, shownShare(recency), counted.days === undefined ? words.ties.noneYet : words.ties.ago(counted.days)],
      [texts.frequency, shownShare(frequency), words.ties.inTwelveMonths(counted.all)],
      [texts.reciprocity, shownShare(balance), words.ties.bothWays(counted.gave, counted.received)],
      [texts.spaces, shownShare(spaces), words.ties.inSpaces(counted.spaces)],
    ]);
  }

  #drawBeside(): void {
    const { standing: { contact, strength: { counted }, latest }, contacts, acquaintance, communityPlaces, today } = this.facts;
    const at = contacts.findIndex(({ path }) => path === contact.path);
    const { across, communities } = bridgingOf(contacts, acquaintance, at, communityPlaces);
    const texts = words.ties.tieBeside;
    this.#table(words.ties.tieBesideHeading, [
      [texts.reciprocity, shownShare(reciprocity(counted.gave, counted.received)), words.ties.bothWays(counted.gave, counted.received)],
      [texts.outOfTouch, latest === undefined ? '–' : words.ties.daysCount(daysBetween(latest, today)), ''],
      [texts.newTies, shownShare(nonRedundancy(acquaintance, at)), words.ties.knowsOthers(acquaintance[at]?.length ?? 0, contacts.length - 1)],
      [texts.bridging, across === undefined ? '–' : shownShare(across), words.ties.inCommunities(communities)],
      [texts.effectiveSize, effectiveSize(acquaintance).toFixed(1), words.ties.ofPeople(contacts.length)],
    ]);
  }

  #table(caption: string, rows: readonly (readonly [string, string, string])[]): void {
    const table = this.contentEl.createEl('table', { cls: 'sss-tie-table' });
    table.createEl('caption', { text: caption });
    const body = table.createEl('tbody');
    for (const [name, value, why] of rows) {
      const row = body.createEl('tr');
      row.createEl('th', { text: name, attr: { scope: 'row' } });
      row.createEl('td', { text: value, cls: 'sss-tie-value' });
      row.createEl('td', { text: why, cls: 'sss-tie-why' });
    }
  }

  #drawExchanges(): void {
    const { exchanges } = this.facts;
    if (exchanges.length === 0) return;
    this.contentEl.createDiv({ cls: 'sss-section', text: words.ties.countedHeading });
    const list = this.contentEl.createEl('ul', { cls: 'sss-tie-exchanges' });
    for (const one of exchanges.slice(0, MOST_EXCHANGES)) {
      const item = list.createEl('li', { attr: { dir: 'auto' } });
      item.createSpan({ text: [one.day, one.introduced === true ? words.ties.directionsShort.introduced : one.direction === undefined ? '' : words.ties.directionsShort[one.direction], shownWhat(one)].filter((part) => part !== '').join(' · ') });
      const source = item.createEl('button', { cls: 'sss-tie-source', text: words.ties.foundIn[one.kind], attr: { type: 'button', 'aria-label': words.ties.openSource(words.ties.foundIn[one.kind], one.path) } });
      source.addEventListener('click', () => {
        this.close();
        this.facts.open(one.path);
      });
    }
    if (exchanges.length > MOST_EXCHANGES) list.createEl('li', { text: words.ties.more(exchanges.length - MOST_EXCHANGES) });
  }
}

/** How close a tie is, in words with its strength: `a steady tie (.46)`. */
export function shownTie(strength: number): string {
  return words.ties.closenessWith(words.ties.closeness[closenessOf(strength)], shownShare(strength));
}

/** A value between 0 and 1 as one reads it: `.46`. */
function shownShare(value: number): string {
  return value.toFixed(2).replace(/^0(?=\.)/, '');
}
