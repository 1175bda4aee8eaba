import { expect } from 'vitest';
import { PROPERTY_NAMES } from '../../src/note';
import { passGate } from '../../src/sense';
import { keyInLedger, planShare, readLedger, vaultPrivacy, type SharePlan } from '../../src/share';
import type { MemoryVault } from './memory-vault';
import { begun, carriedOut } from './share-run-bench';

export const [FROM, TO] = ['Reading/Collected.md', 'Quotes/On its own.md'];
export const QUOTE = 'Without PKM, there is no KM.';
const TAKE = 'My own words.';
const noteOf = (quote: string, shared = ''): string => `---\ntype: quote\n---\n> [!quote] Why\n> ${quote}\n\n## My take\n${TAKE}\n${shared}`;

/** The share history of the note from which a quote is moved, with its heading. */
export const sharedSection = (vault: MemoryVault): string => /\n## Shared\n[^]*/.exec(vault.notes.get(FROM) ?? '')?.[0] ?? '';

/** Plans to share the quote of a note, as the composer does. @throws Error when the gate stops it */
export function planAt(vault: MemoryVault, path: string, channel: string, { text = QUOTE, take = TAKE } = {}): SharePlan {
  const passed = passGate({ text, captured: '2026-11-20T09:12', source: 'https://jarche.com/why' }, { text: take, ways: [] }, { leastOwnWords: 1, mayOverride: false });
  if (!passed.ok) throw new Error(passed.problem);
  const key = keyInLedger(readLedger(vault.notes.get(path) ?? '', 'Shared'), channel, 'community');
  const plan = planShare(passed.value, { path, audience: 'community', recipients: [], format: channel === 'feed' ? 'html' : 'markdown', channel }, vaultPrivacy(vault.edge.notes, vault.share, PROPERTY_NAMES), key);
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

/** A quote that was shared from one note; `move` puts it into another one, with a part of its share history, or none. */
export async function sharedFrom(name: string): Promise<ReturnType<typeof begun> & { readonly move: (quote?: string, shared?: string) => void }> {
  const all = begun(name);
  const { vault, run } = all;
  vault.notes.clear();
  vault.notes.set(FROM, noteOf(QUOTE));
  expect(await carriedOut(run, planAt(vault, FROM, name))).toBeUndefined();
  return { ...all, move(quote = QUOTE, shared = '') {
    vault.notes.set(FROM, (vault.notes.get(FROM) ?? '').replace(/> \[!quote\] Why\n> .*\n/, '').replace(shared, ''));
    vault.notes.set(TO, noteOf(quote, shared));
  } };
}
