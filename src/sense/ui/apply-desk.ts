import { Modal, type App } from 'obsidian';
import { dayOf, fail, ok, onOneLine, readDay, type Day } from '../../base';
import { nameOf } from '../../note';
import { draftAbout, type DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { followedNote } from '../../obsidian/followed-note';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
import { keepTyped, type KeptForm } from '../../obsidian/parts/keep-typed';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { APPLIED_HOW, countApplied, readApplied, withApplied, type AppliedEntry, type AppliedHow } from '..';

/** Logs where a quote or a note was tried, and what came of it: one line in the note's own apply log. */
export class ApplyDesk {
  constructor(
    private readonly edge: Edge,
    private readonly drafts: DraftStore,
  ) {}

  /** Asks for a line of the apply log of the note at `path`; what was typed is kept until it is written. */
  async open(path: string): Promise<void> {
    const { edge, drafts } = this;
    const pathNow = followedNote(path, edge.app);
    const heading = edge.settings().sense.appliedSection;
    const counts = countApplied(readApplied(await edge.notes.read(path), heading));
    new ApplyModal(edge.app, dayOf(edge.clock()), counts, {
      keep: (form) => keepTyped(form, drafts, () => draftAbout('applied', pathNow())),
      save: async (entry) => {
        const written = entry.text === '' ? fail(words.sense.applyEmpty) : await edge.notes.change(pathNow(), (note) => ok(withApplied(note, entry, heading)));
        if (!written.ok) return written.problem;
        edge.say(words.sense.applyLogged(nameOf(pathNow())));
        return undefined;
      },
    }).open();
  }
}

interface ApplyHooks {
  readonly keep: (form: HTMLElement) => KeptForm;
  /** Gives back a sentence when nothing was written. */
  readonly save: (entry: AppliedEntry) => Promise<string | undefined>;
}

class ApplyModal extends Modal {
  constructor(
    app: App,
    private readonly today: Day,
    private readonly counts: Readonly<Record<AppliedHow, number>>,
    private readonly hooks: ApplyHooks,
  ) {
    super(app);
  }

  override onOpen(): void {
    const texts = words.sense;
    this.setTitle(texts.applyTitle);
    this.modalEl.addClass('sss-modal', 'sss-apply');
    nameModal(this);
    const { tried, insight, 'error-avoided': errors } = this.counts;
    if (tried + insight + errors > 0) this.contentEl.createEl('p', { cls: 'sss-field-hint', text: texts.applyCounts(tried, insight, errors) });
    const text = drawField(this.contentEl, 'textarea', { label: texts.applyText });
    text.rows = 3;
    text.dir = 'auto';
    const how = drawField(this.contentEl, 'select', { label: texts.applyHow });
    how.addClass('dropdown');
    for (const one of APPLIED_HOW) how.createEl('option', { value: one, text: texts.applied[one] });
    const day = drawField(this.contentEl, 'input', { label: texts.applyDay });
    day.type = 'date';
    day.value = this.today;
    const kept = this.hooks.keep(this.contentEl);
    drawFormFoot(this, { submit: texts.applySave, cancel: texts.close, restored: texts.draftRestored }, async () => {
      const on = readDay(day.value);
      if (on === undefined) return texts.applyNoDay(day.value);
      return this.hooks.save({ day: on, how: APPLIED_HOW.find((one) => one === how.value) ?? 'tried', text: onOneLine(text.value) });
    }, kept);
    text.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
