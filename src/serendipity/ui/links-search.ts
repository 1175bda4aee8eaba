import { reasonOf } from '../../base';
import { bodyOf, type NoteEvent } from '../../note';
import type { EmptyState } from '../../obsidian/parts/empty-state';
import { words } from '../../words';
import type { Shown } from '..';
import { nothingFound, nothingToAsk, unavailable, type EmptyListActions } from './empty-list';
import type { FindOptions } from './link-finder';
import type { LinksParts } from './links-parts';
import { isOfPart } from './progress';
import { shownAfter } from './shown-after';
import { NOTHING_SHOWN, type ShownLinks, type Subject } from './shown-links';
import { hasPairs, inSmallVault } from './small-vault';

/** Looks for what the Links tab shows: links, or why there are none. */
export class LinksSearch {
  #turn = 0;
  /** What became of the vault since the question that is under way, in order. */
  #since: NoteEvent[] = [];

  constructor(private readonly parts: LinksParts, private readonly clearFilter: () => void) {}

  /**
   * What there is to show for a subject, at least `wanted` links, and as many as the settings say; undefined when a later question or `stop` overtook
   * this one, as answers may come back out of order. It holds after what became of the vault meanwhile. Never rejects.
   */
  async look(subject: Subject | undefined, wanted: number): Promise<ShownLinks | undefined> {
    const turn = ++this.#turn;
    const { edge, index, filter: { filter } } = this.parts;
    const limit = Math.max(wanted, edge.settings().serendipity.limit);
    const asked = { subject, limit, surprise: edge.settings().serendipity.surprise, filter, isOfPart: isOfPart(index.status) };
    this.#since = [];
    const found = await this.#find(subject, limit, () => turn !== this.#turn);
    if (turn !== this.#turn) return undefined;
    return this.#since.reduce<ShownLinks>(shownAfter, { ...NOTHING_SHOWN, ...asked, ...found });
  }

  /** Answers that are under way are not wanted any more. */
  stop(): void {
    this.#turn++;
  }

  /** The vault changed: the answer that is under way will say so. */
  follow(event: NoteEvent): void {
    if (event.kind !== 'changed') this.#since.push(event);
  }

  /** What a subject asks with. Rejects with a sentence where the note cannot be read. */
  async asking({ path, passage }: Subject): Promise<Shown> {
    return { path, text: passage === '' ? await this.parts.edge.notes.read(path) : passage };
  }

  /** How it is asked for a subject. */
  options({ path, passage }: Subject, limit: number): FindOptions & { readonly limit: number } {
    const { seen, filter } = this.parts;
    return { limit, shown: seen.for(path), filter: filter.filter, isPassage: passage !== '' };
  }

  async #find(subject: Subject | undefined, limit: number, isOvertaken: () => boolean): Promise<Partial<ShownLinks>> {
    const { edge, index, finder } = this.parts;
    const { phase, problem } = index.status;
    if (phase === 'off' || phase === 'failed') return { empty: unavailable(problem, this.#remedies) };
    if (subject === undefined) return { empty: nothingToAsk(edge.notes.list().length === 0 ? 'noNotes' : 'noNoteOpen', this.#remedies) };
    if (index.isExcluded(subject.path)) return { empty: nothingToAsk('noteExcluded', this.#remedies) };
    try {
      const here = await this.asking(subject);
      if (isOvertaken()) return {};
      if (bodyOf(here.text).trim() === '') return { empty: nothingToAsk('noteEmpty', this.#remedies) };
      if (!index.isAnswering) return { empty: { icon: 'loader', text: words.serendipity.stillOpening } };
      const options = this.options(subject, limit);
      const links = await finder.find(here, options);
      if (links.length > 0 || isOvertaken()) return { links, isAnswer: true };
      return { empty: await this.#nothingFound(here, options), isAnswer: index.status.phase === 'ready' };
    } catch (error) {
      return { empty: unavailable(reasonOf(error), this.#remedies) };
    }
  }

  async #nothingFound(here: Shown, options: FindOptions): Promise<EmptyState> {
    const { index, filter, edge } = this.parts;
    const isWhole = index.status.phase === 'ready' && filter.filter === undefined;
    const small = isWhole ? await inSmallVault(here, options, this.parts) : undefined;
    return small ?? nothingFound(index.status.phase, filter.filter !== undefined, edge.settings().serendipity.surprise, this.#remedies);
  }

  get #remedies(): EmptyListActions {
    const { edge, index, setSetting, openSpark } = this.parts;
    return {
      switchOn: () => void setSetting('enabled', true),
      rebuild: () => void index.rebuild(),
      spark: hasPairs(this.parts) ? openSpark : undefined,
      showAll: this.clearFilter,
      lookCloser: () => void setSetting('surprise', Math.max(0, edge.settings().serendipity.surprise - 0.25)),
    };
  }
}
