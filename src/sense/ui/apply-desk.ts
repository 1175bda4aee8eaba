import { Modal, type App } from 'obsidian';
import { dayOf, fail, ok, onOneLine, readDay } from '../../base';
import { nameOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
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
    const key = `applied:${path}`;
    const heading = edge.settings().sense.appliedSection;
    const counts = countApplied(readApplied(await edge.notes.read(path), heading));
    const left = drafts.load(key);
    const typed = typeof left === 'object' && left !== null && 'text' in left && typeof left.text === 'string' ? left.text : '';
    new ApplyModal(edge.app, { day: dayOf(edge.clock()), how: 'tried', text: typed }, counts, {
      keepDraft: (text) => (text.trim() === '' ? drafts.clear(key) : drafts.save(key, { text })),
      save: async (entry) => {
        const written = entry.text === '' ? fail(words.sense.applyEmpty) : await edge.notes.change(path, (note) => ok(withApplied(note, entry, heading)));
        if (!written.ok) return written.problem;
        drafts.clear(key);
        edge.say(words.sense.applyLogged(nameOf(path)));
        return undefined;
      },
    }).open();
  }
}

interface ApplyHooks {
  readonly keepDraft: (text: string) => void;
  /** Gives back a sentence when nothing was written. */
  readonly save: (entry: AppliedEntry) => Promise<string | undefined>;
}

class ApplyModal extends Modal {
  constructor(
    app: App,
    private readonly start: AppliedEntry,
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
    text.value = this.start.text;
    text.addEventListener('input', () => this.hooks.keepDraft(text.value));
    const how = drawField(this.contentEl, 'select', { label: texts.applyHow });
    how.addClass('dropdown');
    for (const one of APPLIED_HOW) how.createEl('option', { value: one, text: texts.applied[one] });
    const day = drawField(this.contentEl, 'input', { label: texts.applyDay });
    day.type = 'date';
    day.value = this.start.day;
    drawFormFoot(this, { submit: texts.applySave, cancel: texts.close }, async () => {
      const on = readDay(day.value);
      if (on === undefined) return texts.applyNoDay(day.value);
      return this.hooks.save({ day: on, how: APPLIED_HOW.find((one) => one === how.value) ?? 'tried', text: onOneLine(text.value) });
    });
    text.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
