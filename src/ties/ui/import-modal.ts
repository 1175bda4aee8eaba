import { Modal, type App } from 'obsidian';
import { inSlices, shortened, type Steps } from '../../base';
import { breathing } from '../../obsidian/breathe';
import { nameModal } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { COLUMN_KINDS, IMPORT_CHOICES, planImportInSteps, readTableInSteps, tellWho, type CardFile, type ColumnKind, type ImportChoice, type ImportPlan, type ImportRow, type KnownCard } from '..';
import type { ContactsFile } from './read-contacts-file';

/** What the preview needs from around it. */
interface ImportModalHooks {
  readonly fileName: string;
  readonly known: readonly KnownCard[];
  /** Carries the plan out; gives back a sentence to show when it cannot. */
  run(plan: ImportPlan, told: (done: number) => void): Promise<string | undefined>;
}

const PAGE = 50;
const SAMPLE = 40;
/** So few reasons are shown at once, without a click. */
const FEW = 5;
/** People that are skipped, or known already, cost nothing. */
type Fate = 'made' | 'merged' | 'same' | 'skipped';

/** Shows what an import would do, person by person, before anything is written. */
export class ImportModal extends Modal {
  readonly #choices = new Map<number, ImportChoice>();
  readonly #kinds: ColumnKind[];
  #plan: ImportPlan = { rows: [], steps: [] };
  #shown = PAGE;
  #isRunning = false;
  /** Counts up with each change, so that a plan that is still being made for the one before is given up. */
  #turn = 0;
  #summary!: HTMLElement;
  #leftOut!: HTMLElement;
  #list!: HTMLElement;
  #problem!: HTMLElement;
  #submit!: HTMLButtonElement;
  #more!: HTMLButtonElement;

  constructor(app: App, private readonly file: ContactsFile, private readonly hooks: ImportModalHooks) {
    super(app);
    this.#kinds = file.kind === 'table' ? [...file.columns.kinds] : [];
  }

  override onOpen(): void {
    this.setTitle(words.ties.importTitle(this.hooks.fileName));
    this.modalEl.addClass('sss-modal', 'sss-import');
    nameModal(this);
    this.#summary = this.contentEl.createDiv({ cls: 'sss-import-summary', text: words.ties.readingFile(this.hooks.fileName), attr: { role: 'status' } });
    if (this.file.kind === 'table') this.#drawColumns();
    this.#leftOut = this.contentEl.createDiv({ cls: 'sss-import-left-out' });
    this.#list = this.contentEl.createEl('ul', { cls: 'sss-import-rows', attr: { 'aria-label': words.ties.importRows } });
    this.#more = this.contentEl.createEl('button', { cls: 'sss-more', attr: { type: 'button' } });
    this.#more.addEventListener('click', () => this.#showMore());
    this.#problem = this.contentEl.createDiv({ cls: 'sss-problem', attr: { role: 'alert' } });
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    this.#submit = row.createEl('button', { cls: 'mod-cta', attr: { type: 'button' } });
    this.#submit.addEventListener('click', () => void this.#run());
    row.createEl('button', { text: words.ties.cancel, attr: { type: 'button' } }).addEventListener('click', () => this.close());
    this.scope.register(['Mod'], 'Enter', () => {
      void this.#run();
      return false;
    });
    void this.#replan();
  }

  override onClose(): void {
    this.#turn++;
    this.contentEl.empty();
  }

  #drawColumns(): void {
    if (this.file.kind !== 'table') return;
    const { table, columns: { headerAt } } = this.file;
    const header = table[headerAt] ?? [];
    const details = this.contentEl.createEl('details', { cls: 'sss-import-columns' });
    const summary = details.createEl('summary');
    const tell = (): void => summary.setText(words.ties.importColumns(this.#kinds.filter((kind) => kind !== 'none').length, this.#kinds.length));
    details.open = !tellWho({ headerAt, kinds: this.#kinds });
    header.forEach((_, column) => {
      const sample = table.slice(headerAt + 1).map((row) => row[column]?.trim() ?? '').find((cell) => cell !== '') ?? '';
      const label = details.createEl('label', { cls: 'sss-import-column' });
      label.createSpan({ text: words.ties.importColumn(this.#columnName(column), shortened(sample, SAMPLE)), attr: { dir: 'auto' } });
      const select = label.createEl('select', { cls: 'dropdown' });
      for (const kind of COLUMN_KINDS) select.createEl('option', { value: kind, text: words.ties.columnKinds[kind] });
      select.value = this.#kinds[column] ?? 'none';
      select.addEventListener('change', () => {
        this.#kinds[column] = COLUMN_KINDS.find((kind) => kind === select.value) ?? 'none';
        this.#choices.clear();
        tell();
        void this.#replan();
      });
    });
    tell();
  }

  *#planning(): Steps<{ file: CardFile; plan: ImportPlan } | undefined> {
    const { file: read } = this;
    const file = read.kind === 'cards' ? read.file : yield* readTableInSteps(read.table, { headerAt: read.columns.headerAt, kinds: this.#kinds });
    return { file, plan: yield* planImportInSteps(file.cards, this.hooks.known, this.#choices) };
  }

  // Of thousands of people it takes a while: meanwhile nothing can be imported by the plan of before.
  async #replan(focusAt?: number): Promise<void> {
    const mine = (this.#turn += 1);
    this.#submit.disabled = true;
    const [steps, breathe] = [this.#planning(), breathing()];
    const planned = await inSlices(steps, async () => {
      await breathe();
      if (mine !== this.#turn) steps.return(undefined);
    });
    if (planned === undefined || mine !== this.#turn) return;
    const { file, plan } = planned;
    this.#plan = plan;
    const count = { made: 0, merged: 0, same: 0, skipped: 0 };
    for (const row of this.#plan.rows) count[fateOf(row)]++;
    const nobody = this.file.kind === 'table' && !tellWho({ headerAt: 0, kinds: this.#kinds });
    this.#summary.setText(nobody ? words.ties.importNobody : this.#plan.steps.length === 0 && count.same > 0 && count.skipped === 0 ? words.ties.importNothing : words.ties.importSummary(count));
    this.#submit.setText(words.ties.importButton(count.made + count.merged));
    this.#submit.disabled = this.#plan.steps.length === 0;
    this.#drawLeftOut(file);
    this.#list.empty();
    this.#drawRows(0, this.#shown);
    if (focusAt !== undefined) this.#list.findAll('select')[focusAt]?.focus();
  }

  #drawLeftOut({ leftOut, broken, formulas }: CardFile): void {
    this.#leftOut.empty();
    const parts = [...leftOut].map(([name, count]) => words.ties.importLeftOutPart(name, count));
    if (parts.length > 0) this.#leftOut.createDiv({ text: words.ties.importLeftOut(parts.join(', ')) });
    this.#drawReasons(words.ties.importFormulas(formulas.length), formulas, ({ line, column, shown }) => words.ties.formulaCell(line, this.#columnName(column), shown));
    this.#drawReasons(words.ties.importBroken(broken.length), broken, ({ why, line, shown }) => words.ties.brokenCard[why](line, shown));
  }

  #drawReasons<T>(heading: string, all: readonly T[], say: (one: T) => string): void {
    if (all.length === 0) return;
    const details = this.#leftOut.createEl('details');
    details.open = all.length <= FEW;
    details.createEl('summary', { text: heading });
    const list = details.createEl('ul');
    for (const one of all.slice(0, PAGE)) list.createEl('li', { text: say(one), attr: { dir: 'auto' } });
    if (all.length > PAGE) list.createEl('li', { text: words.ties.more(all.length - PAGE) });
  }

  #columnName(column: number): string {
    const name = this.file.kind === 'table' ? (this.file.table[this.file.columns.headerAt]?.[column]?.trim() ?? '') : '';
    return name === '' ? words.ties.importColumnUnnamed(column + 1) : name;
  }

  #drawRows(from: number, to: number): void {
    this.#plan.rows.slice(from, to).forEach((row, at) => this.#drawRow(row, from + at));
    const rest = this.#plan.rows.length - to;
    this.#more.toggle(rest > 0);
    this.#more.setText(words.ties.more(rest));
  }

  #drawRow(row: ImportRow, at: number): void {
    const item = this.#list.createEl('li', { cls: 'sss-import-row' });
    const said = item.createDiv({ cls: 'sss-import-who' });
    said.createDiv({ cls: 'sss-row-title', text: row.card.name, attr: { dir: 'auto' } });
    const detail = rowDetail(row);
    if (detail !== '') said.createDiv({ cls: 'sss-row-detail', text: detail, attr: { dir: 'auto' } });
    const select = item.createEl('select', { cls: 'dropdown', attr: { 'aria-label': words.ties.importChoiceFor(row.card.name) } });
    for (const choice of IMPORT_CHOICES) {
      if (choice !== 'merge' || row.match !== undefined) select.createEl('option', { value: choice, text: words.ties.importChoices[choice] });
    }
    select.value = row.choice;
    select.addEventListener('change', () => {
      this.#choices.set(at, IMPORT_CHOICES.find((choice) => choice === select.value) ?? 'skip');
      void this.#replan(at);
    });
  }

  #showMore(): void {
    const from = this.#shown;
    this.#shown += PAGE;
    this.#drawRows(from, this.#shown);
    this.#list.findAll('select')[from]?.focus();
  }

  async #run(): Promise<void> {
    if (this.#isRunning || this.#submit.disabled || this.#plan.steps.length === 0) return;
    this.#isRunning = true;
    this.#submit.disabled = true;
    const all = this.#plan.steps.length;
    const problem = await this.hooks.run(this.#plan, (done) => this.#summary.setText(words.ties.importing(done, all)));
    this.#isRunning = false;
    if (problem === undefined) return this.close();
    this.#problem.setText(problem);
    this.#submit.disabled = false;
  }
}

function fateOf({ choice, news }: ImportRow): Fate {
  if (choice === 'new') return 'made';
  if (choice === 'skip') return 'skipped';
  return Object.keys(news).length === 0 ? 'same' : 'merged';
}

function rowDetail({ card, match, news, choice }: ImportRow): string {
  const told = [card.emails[0], card.org, card.role].filter((part) => part !== undefined).join(' · ');
  if (match === undefined) return told;
  const reason = words.ties.importReasons[match.reason];
  const who = match.isInVault ? words.ties.importMatch(match.name, reason) : words.ties.importMatchEarlier(match.name, reason);
  const fields = (Object.keys(news) as (keyof typeof words.ties.importFields)[]).map((field) => words.ties.importFields[field]).join(', ');
  const adds = choice !== 'merge' ? '' : fields === '' ? words.ties.importNoNews : words.ties.importNews(fields);
  return [told, who, adds].filter((part) => part !== '').join(' · ');
}
