import { dayOf } from '../../base';
import { isPlainList, listProperty, nameOf, readProperties } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { keepTyped } from '../../obsidian/parts/keep-typed';
import { words } from '../../words';
import { holdOn, readAudiences, withHold, withKeptFrom, type Hold } from '..';
import { HoldModal, type HoldForm } from './hold-modal';

/** Holds notes back and releases them; everything is written into the note's own properties. */
export class HoldDesk {
  constructor(private readonly edge: Edge, private readonly drafts: DraftStore) {}

  /** The hold that a note is under today. */
  holdOf(path: string): Hold | undefined {
    return holdOn(this.edge.notes.properties(path), this.edge.settings().properties, dayOf(this.edge.clock()));
  }

  open(path: string): void {
    const { edge } = this;
    const names = edge.settings().properties;
    const properties = edge.notes.properties(path);
    const present = { ...this.holdOf(path), notFor: readAudiences(listProperty(properties, names.notFor)) };
    const save = async (form: HoldForm): Promise<string | undefined> => {
      const done = await edge.notes.change(path, (text) => {
        const read = readProperties(text);
        if (!read.ok) return read;
        if (!isPlainList(read.value, names.notFor)) return { ok: false, problem: words.share.notAList(names.notFor) };
        const held = withHold(text, form, names);
        return held.ok ? withKeptFrom(held.value, form.notFor, read.value, names) : held;
      });
      if (!done.ok) return done.problem;
      edge.say(words.share.held(nameOf(path)));
      return undefined;
    };
    new HoldModal(edge.app, present, { save, keep: (form) => keepTyped(form, this.drafts, `hold:${path}`) }).open();
  }

  async release(path: string): Promise<void> {
    const { edge } = this;
    const done = await edge.notes.change(path, (text) => withHold(text, {}, edge.settings().properties));
    edge.say(done.ok ? words.share.released(nameOf(path)) : done.problem);
  }
}
