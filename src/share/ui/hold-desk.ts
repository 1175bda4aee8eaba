import { dayOf, type Result } from '../../base';
import { listProperty, nameOf, readProperties, shownName, wikilink, withProperties, type PropertyChanges } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { keepTyped } from '../../obsidian/parts/keep-typed';
import type { ContactDirectory } from '../../ties';
import { words } from '../../words';
import { endedOn, holdOn, keptShown, notFor, readAudiences, withHold, withNotFor, withoutHold, type Recipient } from '..';
import { HoldModal, type HoldForm } from './hold-modal';

/** Holds notes back and releases them; everything is written into the note's own properties. */
export class HoldDesk {
  constructor(private readonly edge: Edge, private readonly directory: ContactDirectory, private readonly drafts: DraftStore) {}

  /** Asks until when, until what, and from whom the note at `path` is kept. */
  open(path: string): void {
    const { edge, directory } = this;
    const names = edge.settings().properties;
    const properties = edge.notes.properties(path);
    const written = notFor(properties, names, dayOf(edge.clock()));
    const people = written.filter(isNobodysAudience).map((one) => ({ name: shownName(one) }));
    const present = { ...holdOn(properties, names, dayOf(edge.clock())), notFor: readAudiences(written), people };
    const save = async (form: HoldForm): Promise<string | undefined> => {
      const done = await edge.notes.change(path, (text) => this.#held(text, form, people));
      if (!done.ok) return done.problem;
      edge.say(heldSentence(path, form));
      return undefined;
    };
    new HoldModal(edge.app, present, { directory, save, keep: (form) => keepTyped(form, this.drafts, `hold:${path}`) }).open();
  }

  /** Ends a hold with all that was set with it, and says whom the note was kept from; that can be taken back. */
  async release(path: string): Promise<void> {
    const { edge } = this;
    const names = edge.settings().properties;
    const held = [names.holdUntil, names.holdFor, names.notFor];
    let before: PropertyChanges = {};
    let kept: string[] = [];
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
      run: () => void this.#holdAgain(path, before, held),
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

  // Somebody whom another device put there since stays there; a name that stands there stays as it is written.
  #held(text: string, form: HoldForm, shown: readonly Recipient[]): Result<string> {
    const { edge } = this;
    const names = edge.settings().properties;
    const read = readProperties(text);
    if (!read.ok) return read;
    const isOver = endedOn(read.value, names, dayOf(edge.clock())) !== undefined;
    const written = (isOver ? [] : listProperty(read.value, names.notFor)).filter(isNobodysAudience);
    const isNamed = (name: string, among: readonly Recipient[]): boolean => among.some((one) => one.name === name);
    const stays = written.filter((one) => isNamed(shownName(one), form.people) || !isNamed(shownName(one), shown));
    const added = form.people.filter(({ name }) => !stays.some((one) => shownName(one) === name))
      .map(({ name, path }) => (path === undefined ? name : wikilink(edge.notes.linkName(path, ''))));
    const held = withHold(text, form, names);
    return held.ok ? withNotFor(held.value, [...form.notFor, ...stays, ...added], names) : held;
  }
}

function isNobodysAudience(name: string): boolean {
  return readAudiences([name]).length === 0;
}

function heldSentence(path: string, { until, event, notFor: audiences, people }: HoldForm): string {
  const kept = [...keptShown(audiences), ...people.map(({ name }) => name)];
  if (until !== undefined || event !== undefined) return words.share.held(nameOf(path));
  return kept.length === 0 ? words.share.released(nameOf(path)) : words.share.heldFrom(nameOf(path), kept);
}
