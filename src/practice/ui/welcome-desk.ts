import { getLanguage } from 'obsidian';
import { dayOf } from '../../base';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { settingAt } from '../../obsidian/settings';
import { vaultNamesIn, words } from '../../words';
import { sampleNotes } from '..';
import { openTemplateModal } from './template-desk';
import { WELCOME_FIELDS, WelcomeModal, type WelcomeChoice } from './welcome-modal';

const MADE = 'welcome';

/** What the welcome asks of the house. */
export interface WelcomeNeeds {
  readonly edge: Edge;
  readonly drafts: DraftStore;
  readonly setSetting: (path: string, value: unknown) => Promise<void>;
  /** Makes the ready bases; gives back the paths of those that were made. */
  readonly makeBases: () => Promise<readonly string[]>;
}

/** The welcome: proposes names, makes what is chosen and nothing else, and can take back what it made. */
export class WelcomeDesk {
  constructor(private readonly needs: WelcomeNeeds) {}

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
    const made = this.#made();
    new WelcomeModal(edge.app, { settings, samples: false, bases: false, blocks: false }, {
      setUp: (choice) => this.#setUp(choice),
      ...(made.length === 0 ? {} : { takeBack: () => this.#takeBack() }),
    }).open();
  }

  async #setUp({ settings, samples, bases, blocks }: WelcomeChoice): Promise<string | undefined> {
    const { edge, makeBases, setSetting } = this.needs;
    const empty = WELCOME_FIELDS.find((path) => settings[path]?.trim() === '');
    if (empty !== undefined) return words.welcome.fieldEmpty(words.welcome.fields[empty]);
    for (const path of WELCOME_FIELDS) {
      const value = settings[path]?.trim();
      if (value !== settingAt(edge.settings(), path)) await setSetting(path, value);
    }
    if (samples) {
      const problem = await this.#makeSamples();
      if (problem !== undefined) return problem;
    }
    if (bases) this.#note((await makeBases()).map((path) => ({ path })));
    if (blocks) openTemplateModal(edge);
    edge.say(words.welcome.done);
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
      this.#note([{ path, text }]);
    }
    return undefined;
  }

  // Only what still is as it was made goes, and into the trash.
  async #takeBack(): Promise<void> {
    const { edge } = this.needs;
    const { app } = edge;
    const kept: string[] = [];
    for (const { path, text } of this.#made()) {
      const file = app.vault.getFileByPath(path);
      if (file === null) continue;
      if (text !== undefined && (await app.vault.read(file)) !== text) kept.push(path);
      else await app.fileManager.trashFile(file);
    }
    this.needs.drafts.clear(MADE);
    edge.say(kept.length === 0 ? words.welcome.takenBack : words.welcome.takenBackBut(kept.join(', ')));
  }

  #note(more: readonly Made[]): void {
    this.needs.drafts.save(MADE, { made: [...this.#made(), ...more] });
  }

  #made(): readonly Made[] {
    const { made } = (this.needs.drafts.load(MADE) ?? {}) as { made?: unknown };
    return Array.isArray(made) ? (made as unknown[]).filter(isMade) : [];
  }
}

/** Something that the welcome made, with its text where it is a note. */
interface Made {
  readonly path: string;
  readonly text?: string;
}

function isMade(value: unknown): value is Made {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

/** Registers the command of the welcome. */
export function furnishWelcome(needs: WelcomeNeeds): WelcomeDesk {
  const desk = new WelcomeDesk(needs);
  needs.edge.plugin.addCommand({ id: 'open-welcome', name: words.welcome.command, callback: () => desk.open() });
  return desk;
}
