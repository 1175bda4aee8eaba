import { Modal, type App } from 'obsidian';
import { drawField } from '../../obsidian/parts/field';
import { drawFormFoot } from '../../obsidian/parts/form-foot';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { TEMPLATE_SECTIONS, type TemplateSection } from '..';

/** What was chosen: a template, and the sections that it gets. */
export interface TemplateChoice {
  readonly path: string;
  readonly sections: readonly TemplateSection[];
}

const USUAL: readonly TemplateSection[] = ['serendipity:spark', 'sense:queue', 'ties:due'];

/** Asks into which template which sections go. What the template holds stays; the sections come at its end. */
export class TemplateModal extends Modal {
  readonly #chosen = new Set<TemplateSection>(USUAL);
  #path: string;

  constructor(
    app: App,
    private readonly templates: readonly string[],
    first: string,
    private readonly insert: (choice: TemplateChoice) => Promise<string | undefined>,
  ) {
    super(app);
    this.#path = first;
  }

  override onOpen(): void {
    const texts = words.practice;
    this.setTitle(texts.insertTitle);
    this.modalEl.addClass('sss-modal', 'sss-template');
    nameModal(this);
    this.contentEl.createEl('p', { text: texts.insertExplain });
    const select = drawField(this.contentEl, 'select', { label: texts.insertTemplate });
    for (const path of this.templates) select.createEl('option', { text: path.replace(/\.md$/, ''), value: path, attr: { dir: 'auto' } });
    select.value = this.#path;
    select.addEventListener('change', () => (this.#path = select.value));
    this.#drawSections();
    drawFormFoot(this, { submit: texts.insertButton, cancel: texts.insertCancel }, () => this.insert({ path: this.#path, sections: [...this.#chosen] }));
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawSections(): void {
    const group = this.contentEl.createEl('fieldset', { cls: 'sss-choices' });
    group.createEl('legend', { text: words.practice.insertSections });
    for (const section of TEMPLATE_SECTIONS) {
      const label = group.createEl('label', { cls: 'sss-choice' });
      const box = label.createEl('input', { type: 'checkbox' });
      box.checked = this.#chosen.has(section);
      box.addEventListener('change', () => void (box.checked ? this.#chosen.add(section) : this.#chosen.delete(section)));
      label.createSpan({ text: words.practice.sectionHeadings[section] });
      label.createEl('code', { text: `{{${section}}}` });
    }
  }
}
