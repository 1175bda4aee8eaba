import type { CliData, CliFlags, Plugin } from 'obsidian';
import { reasonOf, type Result } from '../base';
import { words } from '../words';
import { fieldOf } from './read-field';
import type { ScriptApi } from './script-api';

/** What would leave if a note were shared now: exactly this text, and what would stay behind. */
export interface SharePreview {
  readonly text: string;
  readonly staysHere: readonly { readonly kind: string; readonly shown: string }[];
}

/** What the command line asks beside the script interface. */
interface CommandLineNeeds {
  readonly api: ScriptApi;
  readonly take: (path: string) => void;
  /** What would leave; the gate's sentence where nothing may. */
  readonly preview: (path: string) => Promise<Result<SharePreview>>;
}

type Answer = (params: CliData) => Promise<unknown>;

/**
 * Registers the commands of Obsidian's command line (1.12.2 and later; nothing is registered where there is none). Each
 * answers with JSON: what was asked for, or `{"error": "sentence"}`. Windows are opened, and nothing is shared.
 */
export function registerCommandLine(plugin: Plugin, { api, take, preview }: CommandLineNeeds): void {
  if (typeof fieldOf(plugin, 'registerCliHandler') !== 'function') return;
  const texts = words.api;
  const flag = (value: string, description: string, required = false): CliFlags[string] => ({ value, description, required });
  const path = { path: flag('<path>', texts.flagPath, true) };
  const add = (name: string, flags: CliFlags | null, answer: Answer): void => {
    const command = `${plugin.manifest.id}:${name}`;
    plugin.registerCliHandler(command, texts.cli[name as keyof typeof texts.cli], flags, (params) => asJson(() => answer(params)));
  };
  add('capture', { text: flag('<text>', texts.flagText, true), url: flag('<url>', texts.flagUrl), title: flag('<title>', texts.flagTitle), author: flag('<author>', texts.flagAuthor), via: flag('<via>', texts.flagVia) }, async ({ text = '', url = '', title = '', author = '', via = '' }) => {
    await api.capture({ text, url, title, author, via });
    return { opened: 'capture' };
  });
  add('take', path, async ({ path: of = '' }) => {
    if (of.trim() === '') throw new Error(texts.noPath);
    take(of);
    return { opened: 'take' };
  });
  add('queue', null, () => api.queue());
  add('related', { ...path, limit: flag('<number>', texts.flagLimit) }, ({ path: of = '', limit }) => api.related(of, limit === undefined ? undefined : Number(limit)));
  add('ties-due', { date: flag('<day>', texts.flagDate) }, ({ date }) => api.ties.due(date));
  add('share-preview', path, async ({ path: of = '' }) => {
    if (of.trim() === '') throw new Error(texts.noPath);
    const shown = await preview(of);
    if (!shown.ok) throw new Error(shown.problem);
    return shown.value;
  });
  add('week', { date: flag('<day>', texts.flagDate) }, ({ date }) => api.practice.week(date));
}

async function asJson(answer: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify((await answer()) ?? null, null, 2);
  } catch (error) {
    return JSON.stringify({ error: reasonOf(error) }, null, 2);
  }
}
