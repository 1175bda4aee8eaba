import { seededRandom } from '../../base';
import { linesOf } from '../../note';
import type { DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { activePrompts, choosePrompt, listedPrompts, promptsInNote, readWays, type Prompt, type SourceKind, type Way } from '..';

const KEY = 'prompt';
const REMEMBERED = 40;

/** For what a prompt is wanted. */
export interface PromptWish {
  readonly kind?: SourceKind;
  readonly recentWays?: readonly Way[];
  /** Id of a prompt that something speaks for. */
  readonly suggested?: string;
}

/** The prompts as the user keeps them – in the settings or in a note – and which were asked lately on this device. */
export class PromptBook {
  #inNote: readonly Prompt[] = [];
  #noteRead: string | undefined;

  constructor(
    private readonly edge: Edge,
    private readonly drafts: DraftStore,
  ) {
    edge.onNote((event) => {
      const paths = event.kind === 'removed' ? [event.path] : event.kind === 'renamed' ? [event.note.path, event.from] : [event.note.path];
      if (paths.includes(this.#path())) void this.#readNote();
    });
    edge.onSettings(() => {
      if (this.#noteRead !== this.#path()) void this.#readNote();
    });
    void edge.layoutReady().then(() => this.#readNote());
  }

  /** A prompt that fits, never the one that was asked last; undefined when all are switched off. */
  next(wish: PromptWish = {}): Prompt | undefined {
    const recent = this.#recent();
    const { clock } = this.edge;
    const chosen = choosePrompt(this.all(), { ...wish, recent, random: seededRandom(clock().getTime() + recent.length) });
    if (chosen !== undefined) this.drafts.save(KEY, { recent: [...recent, chosen.id].slice(-REMEMBERED) });
    return chosen;
  }

  all(): readonly Prompt[] {
    return this.#inNote.length > 0 ? this.#inNote : activePrompts(listedPrompts(this.edge.settings().sense.prompts));
  }

  #recent(): string[] {
    const stored = this.drafts.load(KEY);
    const recent: unknown = typeof stored === 'object' && stored !== null && 'recent' in stored ? stored.recent : undefined;
    return Array.isArray(recent) ? recent.filter((id): id is string => typeof id === 'string') : [];
  }

  #path(): string {
    const wanted = this.edge.settings().sense.promptNote.trim();
    return wanted === '' ? '' : (this.edge.notes.find(wanted)?.path ?? this.edge.notes.find(`${wanted}.md`)?.path ?? '');
  }

  async #readNote(): Promise<void> {
    const path = this.#path();
    this.#noteRead = path;
    const text = path === '' ? '' : await this.edge.notes.read(path);
    if (this.#noteRead === path) this.#inNote = promptsInNote(linesOf(text).filter(({ setting }) => setting === 'prose').map((line) => line.text));
  }
}

/** The ways of sense-making in the takes written last. */
export function waysUsedLately(takes: readonly { readonly sensed?: string; readonly ways: readonly Way[] }[], count = 8): Way[] {
  const dated = takes.filter(({ sensed }) => sensed !== undefined).sort((left, right) => ((left.sensed ?? '') < (right.sensed ?? '') ? 1 : -1));
  return readWays(dated.slice(0, count).flatMap(({ ways }) => ways));
}
