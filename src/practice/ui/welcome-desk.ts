import { getLanguage } from 'obsidian';
import { dayOf } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { settingAt } from '../../obsidian/settings';
import { vaultNamesIn, words } from '../../words';
import { sampleNotes } from '..';
import { takeBack } from './take-back';
import { openTemplateModal } from './template-desk';
import { WELCOME_FIELDS, WelcomeModal, type WelcomeChoice } from './welcome-modal';
import { WelcomeRecord } from './welcome-record';

/** What the welcome asks of the house. */
interface WelcomeNeeds {
  readonly edge: Edge;
  readonly drafts: DraftStore;
  readonly setSetting: (path: string, value: unknown) => Promise<void>;
  /** Makes the ready bases; gives back the paths of those that were made. */
  readonly makeBases: () => Promise<readonly string[]>;
}

/** The welcome: proposes names, makes what is chosen and nothing else, and can take back what it made. */
class WelcomeDesk {
  readonly #record: WelcomeRecord;

  constructor(private readonly needs: WelcomeNeeds) {
    this.#record = new WelcomeRecord(needs.drafts);
  }

  /** Opens the welcome once: when the plugin is switched on in a vault in which nothing of it is kept yet. */
  async greet(hasSettings: boolean): Promise<void> {
    const { edge } = this.needs;
    await edge.layoutReady();
    const { type } = edge.settings().properties;
    const isKnown = hasSettings || edge.notes.list().some(({ path }) => ['quote', 'contact'].includes(String(edge.notes.properties(path)[type])));
    if (!isKnown) this.open(true);
  }

  /** Opens the welcome; `isNew` proposes the names of the user's language, otherwise those in force. */
  open(isNew = false): void {
    const { edge } = this.needs;
    const proposed = isNew ? vaultNamesIn(getLanguage()) : {};
    const settings = Object.fromEntries(WELCOME_FIELDS.map((path) => [path, proposed[path] ?? String(settingAt(edge.settings(), path))]));
    new WelcomeModal(edge.app, { settings, samples: false, bases: false, blocks: false }, {
      setUp: (choice) => this.#setUp(choice),
      ...(this.#record.steps().length === 0 ? {} : { takeBack: () => this.#takeBack() }),
    }).open();
  }

  async #setUp({ settings, samples, bases, blocks }: WelcomeChoice): Promise<string | undefined> {
    const { edge, setSetting } = this.needs;
    const empty = WELCOME_FIELDS.find((path) => settings[path]?.trim() === '');
    if (empty !== undefined) return words.welcome.fieldEmpty(words.welcome.fields[empty]);
    for (const path of WELCOME_FIELDS) {
      const [before, after] = [settingAt(edge.settings(), path), settings[path]?.trim()];
      if (typeof before !== 'string' || after === undefined || after === before) continue;
      await setSetting(path, after);
      if (settingAt(edge.settings(), path) === after) this.#record.add({ kind: 'name', path, before, after });
    }
    const problem = await this.#recordingFolders(() => this.#makeFiles(samples, bases));
    if (problem !== undefined) return problem;
    if (blocks) openTemplateModal(edge, (inserted) => this.#record.add({ kind: 'sections', ...inserted }));
    edge.say(words.welcome.done);
    return undefined;
  }

  /** Notes the folders that came into being for the files, the outer ones first: what came last is taken back first. */
  async #recordingFolders<T>(make: () => Promise<T>): Promise<T> {
    const folders = (): string[] => this.needs.edge.app.vault.getAllFolders().map(({ path }) => path);
    const present = new Set(folders());
    try {
      return await make();
    } finally {
      const holdsMade = (folder: string): boolean => this.#record.steps().some(({ kind, path }) => kind === 'file' && path.startsWith(`${folder}/`));
      const fresh = folders().filter((path) => !present.has(path) && holdsMade(path));
      this.#record.add(...fresh.sort((left, right) => left.length - right.length).map((path) => ({ kind: 'folder' as const, path })));
    }
  }

  async #makeFiles(samples: boolean, bases: boolean): Promise<string | undefined> {
    const problem = samples ? await this.#makeSamples() : undefined;
    if (problem !== undefined || !bases) return problem;
    const { edge, makeBases } = this.needs;
    for (const path of await makeBases()) this.#record.add({ kind: 'file', path, text: await edge.app.vault.adapter.read(path) });
    return undefined;
  }

  async #makeSamples(): Promise<string | undefined> {
    const { edge } = this.needs;
    const { notes } = edge;
    const { properties: names, sense, ties } = edge.settings();
    for (const { name, text } of sampleNotes(dayOf(edge.clock()), { names, takeSection: sense.takeSection, interactionsSection: ties.interactionsSection })) {
      const path = `${words.welcome.samples.folder}/${name}.md`;
      if (notes.isTaken(path)) continue;
      const made = await notes.create(path, text);
      if (!made.ok) return made.problem;
      this.#record.add({ kind: 'file', path, text });
    }
    return undefined;
  }

  async #takeBack(): Promise<void> {
    const { edge, setSetting } = this.needs;
    const left = await takeBack(this.#record.steps(), edge, setSetting);
    this.#record.clear();
    edge.say(left.length === 0 ? words.welcome.takenBack : words.welcome.takenBackBut(left.join(', ')));
  }
}

/** Registers the command of the welcome. */
export function furnishWelcome(needs: WelcomeNeeds): WelcomeDesk {
  const desk = new WelcomeDesk(needs);
  needs.edge.plugin.addCommand({ id: 'open-welcome', name: words.welcome.command, callback: () => desk.open() });
  return desk;
}
