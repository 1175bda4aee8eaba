import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onOneLine, linkDestination } from '../../src/base';
import { PROPERTY_NAMES, bodyOf, listProperty, nameOf, readProperties, wikilink } from '../../src/note';
import { AUDIENCES, ledgerLine, readLedger, withRecord, type LedgerFormat, type Recipient, type ShareRecord } from '../../src/share';
import { anyLine, handWrittenNote, RUNS } from './generators';

const WIKI: LedgerFormat = { names: PROPERTY_NAMES, sharedSection: 'Shared', linkTo: (path) => wikilink(nameOf(path)) };
const MARKDOWN: LedgerFormat = { ...WIKI, linkTo: (path) => `[${nameOf(path)}](${encodeURI(path)})` };

const anyRecipient: fc.Arbitrary<Recipient> = fc.oneof(
  anyLine.map((name) => ({ name })),
  fc.constantFrom('People/Ralph Mercer.md', 'KM practitioners.md', 'People/Ann · Ltd.md', "O'Neil (old).md").map((path) => ({ name: nameOf(path), path })),
);

// Only carrying out a plan makes a record: here one is put together for the ledger alone.
const anyRecord = fc
  .record({
    audience: fc.constantFrom(...AUDIENCES),
    recipients: fc.array(anyRecipient, { maxLength: 3 }),
    channel: fc.constantFrom('clipboard', 'mastodon', 'e-mail'),
    address: fc.option(fc.constantFrom('https://example.social/@me/1', 'https://example.org/a_(b)?x=[1]'), { nil: undefined }),
    withoutTake: fc.option(anyLine.map((reason) => `because ${reason}`), { nil: undefined }),
  })
  .map(({ address, withoutTake, ...record }) => ({
    path: 'Quotes/A.md', day: '2026-11-22', ...record, ...(address === undefined ? {} : { address }), ...(withoutTake === undefined ? {} : { withoutTake: onOneLine(withoutTake.toWellFormed()) }),
  }) as unknown as ShareRecord);

/** A name as a single field of a line can hold it. */
function asField(text: string): string {
  return onOneLine(text.toWellFormed().replace(/\s*·\s*/g, ', '));
}

describe.each([['wikilinks', WIKI], ['Markdown links', MARKDOWN]] as const)('a ledger with %s', (_, format) => {
  it('holds every record that was written into it', () => {
    fc.assert(
      fc.property(handWrittenNote, anyRecord, (note, record) => {
        const written = withRecord(note, record, format);
        if (!written.ok) return;
        expect(readLedger(written.value, 'Shared')).toContainEqual({
          day: record.day,
          audience: record.audience,
          recipients: record.recipients.map(({ name, path }) => (path === undefined ? asField(name) : name)).filter((name) => name !== ''),
          channel: record.channel,
          ...(record.address === undefined ? {} : { address: linkDestination(record.address) }),
          ...(record.withoutTake === undefined ? {} : { withoutTake: asField(record.withoutTake) }),
        });
        const properties = readProperties(written.value);
        expect(properties.ok && listProperty(properties.value, 'shared')).toContain(record.audience);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('takes a record once, however often it is told', () => {
    fc.assert(
      fc.property(handWrittenNote, anyRecord, (note, record) => {
        const once = withRecord(note, record, format);
        if (once.ok) expect(withRecord(once.value, record, format)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('keeps the records that it had', () => {
    fc.assert(
      fc.property(handWrittenNote, anyRecord, anyRecord, (note, first, second) => {
        const one = withRecord(note, first, format);
        const two = one.ok ? withRecord(one.value, second, format) : one;
        if (!one.ok || !two.ok) return;
        const after = readLedger(two.value, 'Shared');
        for (const entry of readLedger(one.value, 'Shared')) expect(after).toContainEqual(entry);
      }),
      RUNS,
    );
  });

  it('adds one line to the body and changes no other', () => {
    fc.assert(
      fc.property(handWrittenNote, anyRecord, (note, record) => {
        const written = withRecord(note, record, format);
        if (!written.ok) return;
        const solid = (text: string): string[] => bodyOf(text).split(/\r?\n/).filter((line) => line.trim() !== '');
        const added = solid(written.value);
        for (const line of solid(note)) {
          expect(added).toContain(line);
          added.splice(added.indexOf(line), 1);
        }
        expect(added.filter((line) => !/^(?:## Shared|`{3,}|~{3,}|%%|\$\$|-->)$/.test(line))).toEqual([ledgerLine(record, format)].filter(() => added.length > 0));
      }),
      RUNS,
    );
  });
});
