import { describe, expect, it } from 'vitest';
import { defaultSenseSettings } from '../../src/sense';
import { defaultSeekSettings } from '../../src/seek';
import { PROPERTY_NAMES } from '../../src/note';
import { captureAsNote, type CaptureNeeds } from '../../src/seek/ui/capture-quote';
import { words } from '../../src/words';

const QUOTE = { text: 'Keepers remember storms.', captured: '2026-11-22T09:00' };

describe('a quote that is captured again with a take', () => {
  it.each([
    ['waits there as a draft', true, { ok: true, value: { path: 'Quotes/A.md', isNew: false } }, [words.seek.takeKeptAside('A')], ['Quotes/A.md']],
    ['stays in the window where the device has no room for it', false, { ok: false, problem: words.seek.takeNotKept('A') }, [], []],
  ] as const)('%s', async (_, hasRoom, outcome, says, opens) => {
    const [said, opened, kept]: [string[], string[], unknown[]] = [[], [], []];
    const edge = {
      settings: () => ({ properties: PROPERTY_NAMES, sense: defaultSenseSettings(), seek: defaultSeekSettings() }),
      notes: { isTaken: () => true },
      say: (sentence: string) => void said.push(sentence),
      open: (path: string) => Promise.resolve(void opened.push(path)),
    };
    const needs = {
      edge,
      kept: () => Promise.resolve([{ path: 'Quotes/A.md', quote: QUOTE }]),
      keepTakeDraft: (...all: unknown[]) => {
        kept.push(all);
        return hasRoom;
      },
    } as unknown as CaptureNeeds;
    expect(await captureAsNote({ ...QUOTE, text: '“Keepers remember storms”' }, { take: 'What I think.' }, undefined, needs)).toEqual(outcome);
    expect(kept).toEqual([[{ path: 'Quotes/A.md', quote: { ...QUOTE, text: '“Keepers remember storms”' } }, 'What I think.']]);
    expect([said, opened]).toEqual([says, opens]);
  });
});
