import { dayOf } from '../../base';
import { nameOf, readProperties, shownName, wikilink, withProperties, type PropertyChanges } from '../../note';
import { draftAbout, type DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { keepTyped } from '../../obsidian/parts/keep-typed';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { holdOn, keptShown, notFor, readAudiences, withHoldChanged, withoutHold, type HeldBack, type Recipient } from '..';
import { HoldModal } from './hold-modal';

/** Holds notes back and releases them; everything is written into the note's own properties. */
export class HoldDesk {
  constructor(private readonly edge: Edge, private readonly directory: ContactDirectory, private readonly drafts: DraftStore) {}

  /** Asks until when, until what, and from whom the note at `path` is kept. */
  open(path: string): void {
    const { edge, directory } = this;
    const names = edge.settings().properties;
    const properties = edge.notes.properties(path);
    const written = notFor(properties, names, dayOf(edge.clock()));
    const people = written.filter((one) => readAudiences([one]).length === 0).map((one) => ({ name: shownName(one) }));
    const shown = { ...holdOn(properties, names, dayOf(edge.clock())), notFor: readAudiences(written), people };
    const linkOf = ({ name, path: of }: Recipient): string => (of === undefined ? name : wikilink(edge.notes.linkName(of, '')));
    const pathNow = followedNote(path, edge.app);
    const save = async (wanted: HeldBack): Promise<string | undefined> => {
      const done = await edge.notes.change(pathNow(), (text) => withHoldChanged(text, { shown, wanted }, names, dayOf(edge.clock()), linkOf));
      if (!done.ok) return done.problem;
      edge.say(this.#heldSentence(pathNow(), done.value));
      return undefined;
    };
    new HoldModal(edge.app, shown, { directory, save, keep: (form) => keepTyped(form, this.drafts, () => draftAbout('hold', pathNow())) }).open();
  }

  /** Ends a hold with all that was set with it, and says whom the note was kept from; that can be taken back. */
  async release(path: string): Promise<void> {
    const { edge } = this;
    const names = edge.settings().properties;
    const held = [names.holdUntil, names.holdFor, names.notFor];
    let before: PropertyChanges = {};
    let kept: string[] = [];
    const pathNow = followedNote(path, edge.app);
    const done = await edge.notes.change(path, (text) => {
      const read = readProperties(text);
      if (!read.ok) return read;
      before = Object.fromEntries(held.filter((name) => name in read.value).map((name) => [name, read.value[name]])) as PropertyChanges;
      kept = keptShown(notFor(read.value, names, dayOf(edge.clock())));
      return withoutHold(text, names);
    });
    if (!done.ok) return edge.say(done.problem);
    edge.say(kept.length === 0 ? words.share.released(nameOf(path)) : words.share.releasedFor(nameOf(path), kept), {
      label: words.share.holdAgain,
      run: () => void this.#holdAgain(pathNow(), before, held),
    });
  }

  // What was held anew meanwhile stays as it is.
  async #holdAgain(path: string, before: PropertyChanges, held: readonly string[]): Promise<void> {
    const done = await this.edge.notes.change(path, (text) => {
      const read = readProperties(text);
      if (!read.ok) return read;
      return held.some((name) => name in read.value) ? { ok: true, value: text } : withProperties(text, before);
    });
    if (!done.ok) this.edge.say(done.problem);
  }

  // Says what the note says now, which can be more than what was set in the form.
  #heldSentence(path: string, text: string): string {
    const { edge } = this;
    const names = edge.settings().properties;
    const [read, today] = [readProperties(text), dayOf(edge.clock())];
    if (!read.ok) return read.problem;
    const kept = keptShown(notFor(read.value, names, today));
    if (holdOn(read.value, names, today) !== undefined) return words.share.held(nameOf(path));
    return kept.length === 0 ? words.share.released(nameOf(path)) : words.share.heldFrom(nameOf(path), kept);
  }
}
