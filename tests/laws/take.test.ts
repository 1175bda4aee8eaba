import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties, selfContained } from '../../src/note';
import { readQuoteNote, writeQuoteNote } from '../../src/seek';
import { isSensed, readSenseState, takeIn, withLater, withLetGo, withTake, WAYS, type Take } from '../../src/sense';
import { anyQuote, anyText, handWrittenNote, RUNS } from './generators';

const FORMAT = { names: PROPERTY_NAMES, takeSection: 'My take', leastOwnWords: 1 };
const AT = '2026-11-21T10:05';
const anyTake: fc.Arbitrary<Take> = fc
  .record({ text: anyText, ways: fc.subarray([...WAYS]) })
  .filter(({ text }) => text.trim() !== '');

/** What may be expected back: the words as they can stand in a section and in a file. */
function asKept(take: Take): string {
  return selfContained(take.text.replace(/\r\n?/g, '\n').toWellFormed().trim(), 2).trim();
}

function write(text: string, take: Take, before?: string): string {
  const written = withTake(text, take, AT, FORMAT, before);
  if (!written.ok) throw new Error(written.problem);
  return written.value;
}

describe('a take', () => {
  it('is read back from a quote note as it was written', () => {
    fc.assert(
      fc.property(anyQuote, anyTake, (quote, take) => {
        const note = write(writeQuoteNote(quote, PROPERTY_NAMES, 'My take'), take);
        const properties = readProperties(note);
        const state = readSenseState(note, properties.ok ? properties.value : {}, FORMAT);
        const counts = isSensed({ path: 'Q.md', quote, state }, FORMAT.leastOwnWords);
        expect(state).toEqual({ take: { text: asKept(take), ways: take.ways }, ...(counts ? { sensed: AT } : {}) });
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('leaves the quote above it as it was', () => {
    fc.assert(
      fc.property(anyQuote, anyTake, (quote, take) => {
        const note = write(writeQuoteNote(quote, PROPERTY_NAMES, 'My take'), take);
        expect(readQuoteNote(note, PROPERTY_NAMES)).toEqual({ ok: true, value: quote });
      }),
      RUNS,
    );
  });

  it('is written once, however often it is saved, and whatever the note looks like', () => {
    fc.assert(
      fc.property(handWrittenNote, anyTake, (note, take) => {
        const once = withTake(note, take, AT, FORMAT, takeIn(note, 'My take'));
        if (!once.ok) return;
        expect(withTake(once.value, take, AT, FORMAT)).toEqual(once);
        expect(withTake(once.value, take, AT, FORMAT, takeIn(once.value, 'My take'))).toEqual(once);
        expect(takeIn(once.value, 'My take')).toBe(asKept(take));
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('never takes away what the section says by now, when that is not what the writer saw', () => {
    fc.assert(
      fc.property(anyQuote, anyTake, anyTake, (quote, theirs, mine) => {
        const note = write(writeQuoteNote(quote, PROPERTY_NAMES, 'My take'), theirs);
        const both = takeIn(write(note, mine, 'what was there before'), 'My take');
        expect(both).toContain(asKept(theirs));
        expect(both).toContain(asKept(mine));
      }),
      RUNS,
    );
  });

  it('keeps every byte outside its section and its properties', () => {
    fc.assert(
      fc.property(handWrittenNote, anyTake, (note, take) => {
        const written = withTake(note, take, AT, FORMAT, takeIn(note, 'My take'));
        if (!written.ok || note.includes('keep:')) return;
        const back = withTake(written.value, { text: takeIn(note, 'My take') || 'x', ways: [] }, AT, FORMAT, takeIn(written.value, 'My take'));
        expect(back.ok).toBe(true);
        for (const foreign of ['## Shared log', '# inside', 'A paragraph.', '# of its own', 'never closed', '# not a heading', 'kept']) {
          expect(count(written.value, foreign)).toBe(count(note, foreign) + count(asWritten(take), foreign) - count(takeIn(note, 'My take'), foreign));
        }
      }),
      RUNS,
    );
  });
});

describe('setting aside and letting go', () => {
  it('change properties only, and change nothing the second time', () => {
    fc.assert(
      fc.property(handWrittenNote, (note) => {
        for (const act of [(text: string) => withLater(text, '2026-12-01', PROPERTY_NAMES), (text: string) => withLetGo(text, '2026-12-01', PROPERTY_NAMES)]) {
          const once = act(note);
          if (!once.ok) return;
          expect(act(once.value)).toEqual(once);
          expect(takeIn(once.value, 'My take')).toBe(takeIn(note, 'My take'));
        }
      }),
      RUNS,
    );
  });
});

function asWritten(take: Take): string {
  return asKept(take);
}

function count(text: string, piece: string): number {
  return text.split(piece).length - 1;
}
