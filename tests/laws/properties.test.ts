import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, endOfFrontmatter, readProperties, withProperties, type PropertyValue } from '../../src/note';
import { anyLine, handWrittenNote, RUNS } from './generators';

const anyValue: fc.Arbitrary<PropertyValue> = fc.oneof(
  anyLine,
  fc.boolean(),
  fc.integer(),
  fc.array(anyLine, { maxLength: 4 }),
).map((value) => (typeof value === 'string' ? value.toWellFormed() : Array.isArray(value) ? value.map((item) => item.toWellFormed()) : value));

const anyChange = fc.dictionary(fc.constantFrom('sensed', 'sense', 'shared', 'sense-later', 'let-go', 'author', 'title', 'block', 'text', 'keep', 'nested', 'a: b'), fc.option(anyValue, { nil: undefined }), { maxKeys: 4 });

describe('properties', () => {
  it('have the values they were given, and all others the ones they had', () => {
    fc.assert(
      fc.property(handWrittenNote, anyChange, (note, changes) => {
        const before = readProperties(note);
        const written = withProperties(note, changes);
        if (!written.ok) return;
        const after = readProperties(written.value);
        const expected: Record<string, unknown> = before.ok ? { ...before.value } : {};
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) delete expected[name];
          else expected[name] = value;
        }
        expect(after).toEqual({ ok: true, value: expected });
      }),
      { ...RUNS, numRuns: 2500 },
    );
  });

  it('can be set in every hand-written note whose YAML is sound, but for an anchor or a kept blank line that is needed elsewhere', () => {
    fc.assert(
      fc.property(handWrittenNote, anyChange, (note, changes) => {
        // No change names the anchor.
        fc.pre(readProperties(note).ok && !note.includes('keep:'));
        expect(withProperties(note, changes)).toMatchObject({ ok: true });
      }),
      RUNS,
    );
  });

  it('leave the body and every foreign line of the frontmatter byte for byte', () => {
    fc.assert(
      fc.property(handWrittenNote, fc.record({ sensed: anyValue, sense: fc.constant(undefined), 'let-go': anyValue }), (note, changes) => {
        const written = withProperties(note, changes);
        if (!written.ok) return;
        expect(bodyOf(written.value)).toBe(bodyOf(note));
        expect(foreignLines(written.value)).toEqual(endOfFrontmatter(note) > 0 ? foreignLines(note) : foreignLines(`---${note.includes('\r\n') && written.value.includes('\r\n') ? '\r' : ''}\n---`));
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('change nothing when they are set a second time', () => {
    fc.assert(
      fc.property(handWrittenNote, anyChange, (note, changes) => {
        const once = withProperties(note, changes);
        if (once.ok) expect(withProperties(once.value, changes)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('use the line breaks of the note', () => {
    fc.assert(
      fc.property(handWrittenNote, anyChange, (note, changes) => {
        fc.pre(/\r\n/.test(note) && !/[^\r]\n/.test(note));
        const written = withProperties(note, changes);
        if (written.ok) expect(written.value).not.toMatch(/[^\r]\n/);
      }),
      RUNS,
    );
  });
});

// Lines of the frontmatter that do not belong to the properties that the test changes.
function foreignLines(note: string): string[] {
  const lines = note.slice(0, endOfFrontmatter(note)).split('\n').slice(1, -1);
  let own = false;
  return lines.map((line) => line.trimEnd()).filter((line) => {
    if (line === '' || line.startsWith('#')) return true;
    if (/^[^\s-]/.test(line)) own = /^(?:sensed|sense|let-go):/.test(line);
    return !own && line !== '---';
  });
}
