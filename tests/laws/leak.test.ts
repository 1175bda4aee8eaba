import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/base';
import { makeQuote } from '../../src/seek';
import { passGate, passOwnWriting } from '../../src/sense';
import { AUDIENCES, parcelOf, planShare, withoutLedger, type NotePrivacy, type Shareable } from '../../src/share';
import { words } from '../../src/words';
import { BENCHES } from '../share/channels/channel-benches';
import { NO_WAY, privacyOf, privatePathOf, privateWay, type PrivateWay } from './private-vault';
import { PRIVATE_IN_DETAILS, privateDetail, privateMarkdown, privateNote, privatePeople, privateSource, SECRET } from './private-notes';

// Two hundred notes, every channel, every form it carries, every audience, shared, brought up to date and taken back: not one private byte leaves.

const RUNS = { seed: 20261121, numRuns: 200 } as const;
const RULE = { leastOwnWords: 1, mayOverride: false };
const BY_FOLDER: PrivateWay = { ...NO_WAY, privateFolders: ['Private'], folder: 'Private/' };
const AT = new Date('2026-11-22T09:12:00Z');
const LATER = new Date('2026-11-25T09:12:00Z');

async function everywhere(material: Shareable, path: string, vault: NotePrivacy): Promise<string[]> {
  const left: string[] = [];
  for (const make of Object.values(BENCHES)) {
    for (const [format, audience] of make().channel.formats.flatMap((form) => AUDIENCES.map((one) => [form, one] as const))) {
      const { channel, sent } = make();
      const plan = planShare(material, { path, audience, recipients: [{ name: SECRET, path: `People/${SECRET}.md` }], format, channel: channel.id }, vault);
      if (!plan.ok) continue;
      const parcel = parcelOf(plan.value, AT, ['ann@example.org']);
      const answer = await channel.send(parcel, false);
      left.push(channel.preview(parcel), sent(), JSON.stringify(answer));
      if (channel.keeping === undefined) continue;
      const newer = planShare(material, { path, audience, recipients: [], format, channel: channel.id, early: SECRET }, vault, plan.value.key);
      if (newer.ok) left.push(JSON.stringify(await channel.send(parcelOf(newer.value, LATER, [`${SECRET}@example.org`]), false)), sent());
      left.push(JSON.stringify(await channel.keeping.withdraw(plan.value.key, audience, LATER, false)), sent());
    }
  }
  return left;
}

function expectOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function expectNothing(left: readonly string[]): void {
  for (const text of left) if (text.toLowerCase().includes(SECRET.toLowerCase())) expect(text).not.toContain(SECRET);
}

describe('not one private byte leaves, by any channel, in any form', () => {
  it('of a note of the user\'s own', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(privateWay, privateNote, async (way, note) => {
        const text = `${withoutLedger(note, 'Shared')}\n\n%%${SECRET}%%Own words of mine.`;
        const passed = passOwnWriting({ path: 'A.md', title: 'A title', text, isQuoteNote: false }, RULE);
        if (!passed.ok) return;
        const left = await everywhere(passed.value, 'A.md', privacyOf(way));
        sent += left.length;
        expectNothing(left);
      }),
      RUNS,
    );
    expect(sent).toBeGreaterThan(9000);
  }, 60_000);

  it('of a quote with its take and its details', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(privateWay, privateMarkdown, privateMarkdown, privateDetail, privateDetail, privateSource, fc.option(fc.constantFrom('A title', `About [[${SECRET}]]`, ...PRIVATE_IN_DETAILS), { nil: undefined }), privatePeople, async (way, quoted, take, author, via, source, title, coAuthors) => {
        const quote = makeQuote({ text: quoted, author, via, source, title, foundIn: `[[${SECRET}]]`, captured: '2026-11-20T09:12' });
        const passed = quote.ok ? passGate(quote.value, { text: `Own words of mine.\n\n${take}`, ways: [], coAuthors }, RULE) : quote;
        if (!passed.ok) return;
        const left = await everywhere(passed.value, 'Quotes/A.md', privacyOf(way));
        sent += left.length;
        expectNothing(left);
      }),
      RUNS,
    );
    expect(sent).toBeGreaterThan(9000);
  }, 60_000);

  it('of a note that is private itself, by its folder, its tag or its property, by whatever link others lead to it', () => {
    const links = fc.constantFrom(`[[${SECRET}]]`, `[[Somewhere/${SECRET}#Heading|${SECRET}]]`, `![[${SECRET}]]`, `![[${SECRET}#^block]]`, `[it](${SECRET}.md)`, `[it](<${SECRET} note.md>)`, `[it](${SECRET}%20note.md)`, `[[${SECRET} note|it]]`);
    fc.assert(
      fc.property(privateWay, links, (way, link) => {
        const own = (path: string): Shareable => expectOk(passOwnWriting({ path, title: SECRET, text: `${SECRET}, and own words of mine.`, isQuoteNote: false }, RULE));
        const choice = { audience: 'team', recipients: [], format: 'markdown', channel: 'clipboard' } as const;
        const path = privatePathOf(way);
        expect(planShare(own(path), { ...choice, path }, privacyOf(way))).toEqual({ ok: false, problem: words.share.notePrivate });
        const linking = expectOk(passOwnWriting({ path: 'A.md', title: 'A', text: `Before ${link} after, own words.`, isQuoteNote: false }, RULE));
        const plan = expectOk(planShare(linking, { ...choice, path: 'A.md' }, privacyOf(way)));
        expect(plan.outgoing.text).toMatch(/Before .*after, own words\.$/);
        expect(JSON.stringify(plan.outgoing)).not.toContain(SECRET);
        expect(plan.redactions).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('where nothing is private, the same names do leave', async () => {
    const passed = expectOk(passOwnWriting({ path: 'A.md', title: 'A', text: `See [[${SECRET}]], own words.`, isQuoteNote: false }, RULE));
    const left = await everywhere(passed, 'A.md', privacyOf(NO_WAY));
    expect(left.join('\n')).toContain(`https://example.org/${SECRET}`);
  });

  it('of people who wrote along and whose notes are private; the others are credited', () => {
    const quote = makeQuote({ text: 'Storms.', captured: '2026-11-20T09:12' });
    const passed = quote.ok ? passGate(quote.value, { text: 'Own words of mine.', ways: [], coAuthors: [`[[${SECRET}]]`, '[[Open|Ann]]', `[[People/${SECRET}|Bo]]`, 'Cy'] }, RULE) : quote;
    const plan = passed.ok ? planShare(passed.value, { path: 'A.md', audience: 'team', recipients: [], format: 'plain', channel: 'clipboard' }, privacyOf(BY_FOLDER)) : passed;
    expect(plan.ok && plan.value.outgoing.text).toMatch(/written with Ann, Cy$/);
    expect(plan.ok && plan.value.redactions.filter(({ kind }) => kind === 'private-link')).toHaveLength(2);
  });

  it('and an open link becomes a public one', () => {
    const passed = passOwnWriting({ path: 'A.md', title: 'A', text: 'See [[Open note|the [note]]] and [[Elsewhere]], own words.', isQuoteNote: false }, RULE);
    const plan = passed.ok ? planShare(passed.value, { path: 'A.md', audience: 'team', recipients: [], format: 'markdown', channel: 'clipboard' }, privacyOf(BY_FOLDER)) : passed;
    expect(plan.ok && plan.value.outgoing.text).toContain('and Elsewhere, own words.');
    expect(plan.ok && plan.value.outgoing.text).toContain('](https://example.org/Open%20note)');
  });
});
