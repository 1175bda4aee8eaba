import { stableId, type Random } from '../base';
import { words } from '../words';
import type { SourceKind } from './source-kind';
import { WAYS, readWays, type Way } from './ways';

/** A question that helps to begin a take. */
export interface Prompt {
  readonly id: string;
  readonly question: string;
  /** The way of sense-making it leads to, where it leads to one. */
  readonly way?: Way;
}

/** What the user made of one prompt: another wording, switched off; in a list, also its place. */
export interface PromptSetting {
  readonly id: string;
  /** The user's wording; the product's own when absent. */
  readonly question?: string;
  readonly off?: boolean;
}

/** A prompt as the settings list it. */
export interface ListedPrompt extends Prompt {
  readonly off: boolean;
  /** Made by the user, so that it can be removed altogether. */
  readonly isOwn: boolean;
}

/** Out of what a prompt is chosen. */
interface PromptOccasion {
  readonly kind?: SourceKind;
  /** Ids of the prompts shown lately, the latest last. */
  readonly recent: readonly string[];
  /** Ways of sense-making used lately. */
  readonly recentWays?: readonly Way[];
  /** Id of a prompt that something speaks for, such as a note that seems to contradict. */
  readonly suggested?: string;
  readonly random: Random;
}

/** The prompt that a note which seems to contradict brings. */
export const CONTRADICTION_PROMPT = 'contradiction';

const OWN_ID = /^own-/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?(\S.*)$/;
// Which sources a prompt is made for; those without an entry fit all alike.
const FITS: Readonly<Partial<Record<string, readonly SourceKind[]>>> = {
  filter: ['web'], validate: ['web', 'person', 'unknown'], synthesise: ['note', 'book'], present: ['book', 'note'], customise: ['person'],
  connection: ['book', 'web'], coincidence: ['note', 'unknown'], curiosity: ['book'], contradiction: ['web', 'book'], change: ['book'],
  halfBaked: ['person', 'note'], discernment: ['person'], value: ['web'], weakTie: ['person', 'web'], practice: ['note', 'book'],
};
const [FITTING, UNUSED_WAY, RECENT] = [3, 1.5, 0.1];

/** The product's own prompts, in their order. */
export function prompts(): Prompt[] {
  return Object.entries(words.sense.prompts).map(([id, question]) => ({ id, question, ...wayOf(id) }));
}

/** All prompts as the user keeps them: in their order and wording, the switched off ones marked; what is new comes last. */
export function listedPrompts(kept: readonly PromptSetting[]): ListedPrompt[] {
  const builtIn = new Map(prompts().map((prompt) => [prompt.id, prompt]));
  const listed = kept.flatMap(({ id, question, off = false }): ListedPrompt[] => {
    const known = builtIn.get(id);
    builtIn.delete(id);
    if (known === undefined && !OWN_ID.test(id)) return [];
    return [{ id, ...(known ?? {}), question: question ?? known?.question ?? '', off, isOwn: known === undefined }];
  });
  return [...listed, ...[...builtIn.values()].map((prompt) => ({ ...prompt, off: false, isOwn: false }))];
}

/** What is to be kept of a list of prompts. */
export function promptSettings(listed: readonly ListedPrompt[]): PromptSetting[] {
  const known = new Map(prompts().map(({ id, question }) => [id, question]));
  return listed.map(({ id, question, off }) => ({ id, ...(known.get(id) === question ? {} : { question }), ...(off ? { off } : {}) }));
}

/** Reads stored prompts; entries that cannot be read are left out. */
export function readPromptSettings(stored: unknown): PromptSetting[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, question, off } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || seen.has(id)) return [];
    seen.add(id);
    return [{ id, ...(typeof question === 'string' ? { question } : {}), ...(off === true ? { off } : {}) }];
  });
}

/** The id of a prompt that the user adds, other than those in use. */
export function freshPromptId(listed: readonly { readonly id: string }[]): string {
  for (let number = listed.length + 1; ; number++) if (!listed.some(({ id }) => id === `own-${number}`)) return `own-${number}`;
}

/** The prompts that can be asked: switched on, and saying something. */
export function activePrompts(listed: readonly ListedPrompt[]): Prompt[] {
  return listed.filter(({ off, question }) => !off && question.trim() !== '').map(({ id, question, way }) => ({ id, question, ...(way === undefined ? {} : { way }) }));
}

/** The prompts of a note: its list items. One that begins with a way of sense-making and a colon leads to that way. */
export function promptsInNote(lines: readonly string[]): Prompt[] {
  const questions = lines.flatMap((line) => ITEM.exec(line)?.[1]?.trim() ?? []);
  const found = new Map(questions.map((written) => {
    const [, named = '', rest = ''] = /^(\p{L}+):\s+(\S.*)$/u.exec(written) ?? [];
    const way = readWays([named])[0];
    const question = way === undefined ? written : rest;
    return [question, { id: `note-${stableId(question)}`, question, ...(way === undefined ? {} : { way }) }] as const;
  }));
  return [...found.values()];
}

/**
 * Chooses a prompt: one that something speaks for, else by chance among those that fit – made for the kind of source, not
 * shown lately, leading to a way not used lately. Never the one shown last, as long as there is another.
 */
export function choosePrompt(all: readonly Prompt[], occasion: PromptOccasion): Prompt | undefined {
  const last = occasion.recent.at(-1);
  const others = all.filter(({ id }) => id !== last);
  const candidates = others.length === 0 ? all : others;
  const suggested = candidates.find(({ id }) => id === occasion.suggested);
  if (suggested !== undefined) return suggested;
  const rested = occasion.recent.slice(-Math.floor(all.length / 2));
  const weights = candidates.map((prompt) => weightOf(prompt, occasion, rested));
  let draw = occasion.random() * weights.reduce((sum, weight) => sum + weight, 0);
  return candidates.find((_, at) => (draw -= weights[at] ?? 0) < 0) ?? candidates.at(-1);
}

function weightOf({ id, way }: Prompt, { kind, recentWays }: PromptOccasion, rested: readonly string[]): number {
  const fits = kind !== undefined && FITS[id]?.includes(kind) === true ? FITTING : 1;
  const isNewWay = way !== undefined && recentWays !== undefined && !recentWays.includes(way);
  return fits * (isNewWay ? UNUSED_WAY : 1) * (rested.includes(id) ? RECENT : 1);
}

function wayOf(id: string): { way?: Way } {
  const way = WAYS.find((known) => known === id);
  return way === undefined ? {} : { way };
}
