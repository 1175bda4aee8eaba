import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVcards } from '../../../src/ties';
import { decodeText } from '../../../src/ties/ui/decode-text';

/** vCards that real programs wrote; they lie beside the project, and not with everybody. */
const FOLDER = resolve(import.meta.dirname, '../../../../shared/data/vcards');
const isThere = existsSync(FOLDER);
type Expected = Readonly<Record<string, readonly { fn: string; emails: readonly string[]; phones: readonly string[] }[]>>;
const EXPECTED = isThere ? (JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Expected) : {};

describe.skipIf(!isThere)('vCards of Gmail, Outlook, the Mac address book and the standards (skipped where ../shared/data/vcards is absent)', () => {
  it.each(Object.entries(EXPECTED))('%s gives its names, and every email and phone', (file, expected) => {
    const read = readVcards(readFileSync(join(FOLDER, file)), decodeText);
    expect(read.broken).toEqual([]);
    expect(read.cards.map(({ name, emails, phones }) => ({ fn: name, emails, phones }))).toEqual(expected.map(({ fn, emails, phones }) => ({ fn, emails, phones })));
  });

  it('says which pictures stay in the file', () => {
    const { leftOut } = readVcards(readFileSync(join(FOLDER, 'John_Doe_MAC_ADDRESS_BOOK.vcf')), decodeText);
    expect(leftOut.get('PHOTO')).toBe(1);
  });
});
