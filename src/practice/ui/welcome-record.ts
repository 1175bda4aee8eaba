import type { DraftStore } from '../../obsidian/draft-store';

const KEY = 'welcome';

/** One thing that the welcome did, with what is needed to take it back. */
export type WelcomeStep =
  | { readonly kind: 'name'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'sections'; readonly path: string; readonly before: string; readonly after: string };

/** What the welcome did in this vault, in the order in which it happened; kept on the device. */
export class WelcomeRecord {
  constructor(private readonly drafts: DraftStore) {}

  steps(): readonly WelcomeStep[] {
    const { steps } = (this.drafts.load(KEY) ?? {}) as { steps?: unknown };
    return Array.isArray(steps) ? (steps as unknown[]).filter(isStep) : [];
  }

  add(...more: readonly WelcomeStep[]): void {
    if (more.length > 0) this.drafts.save(KEY, { steps: [...this.steps(), ...more] });
  }

  clear(): void {
    this.drafts.clear(KEY);
  }
}

// What a step of each kind must have besides its path.
const TEXTS: Readonly<Record<string, readonly string[]>> = { name: ['before', 'after'], folder: [], file: ['text'], sections: ['before', 'after'] };

function isStep(value: unknown): value is WelcomeStep {
  if (typeof value !== 'object' || value === null) return false;
  const step = value as Readonly<Record<string, unknown>>;
  const texts = typeof step['kind'] === 'string' && Object.hasOwn(TEXTS, step['kind']) ? TEXTS[step['kind']] : undefined;
  return texts?.every((key) => typeof step[key] === 'string') === true && typeof step['path'] === 'string';
}
