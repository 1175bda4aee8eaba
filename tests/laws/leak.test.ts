import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeQuote } from '../../src/seek';
import { passGate, passOwnWriting } from '../../src/sense';
import { AUDIENCES, parcelOf, planShare, withoutLedger, type NotePrivacy, type Shareable } from '../../src/share';
import { BENCHES } from '../share/channels/channel-benches';
import { privateDetail, privateMarkdown, privateNote, privatePeople, privateSource, SECRET } from './private-notes';

// Two hundred notes, every channel, every form it carries, every audience, shared, brought up to date and taken back: not one private byte leaves.

const RUNS = { seed: 20261121, numRuns: 200 } as const;
const RULE = { leastOwnWords: 1, mayOverride: false };
const VAULT: NotePrivacy = {
  isPrivate: () => false,
  within: () => ({
    placeholder: '[…]',
    isPrivate: (target) => /xsecretx/i.test(target),
    // A private note may have been published once: its address stays at home all the same.
    publicAddress: (target) => (/^Open/.test(target) || /xsecretx/i.test(target) ? `https://example.org/${encodeURIComponent(target)}` : undefined),
  }),
};
const AT = new Date('2026-11-22T09:12:00Z');
const LATER = new Date('2026-11-25T09:12:00Z');

async function everywhere(material: Shareable, path: string): Promise<string[]> {
  const left: string[] = [];
  for (const make of Object.values(BENCHES)) {
    for (const [format, audience] of make().channel.formats.flatMap((form) => AUDIENCES.map((one) => [form, one] as const))) {
      const { channel, sent } = make();
      const plan = planShare(material, { path, audience, recipients: [{ name: SECRET, path: `People/${SECRET}.md` }], format, channel: channel.id }, VAULT);
      if (!plan.ok) continue;
      const parcel = parcelOf(plan.value, AT, ['ann@example.org']);
      const answer = await channel.send(parcel, false);
      left.push(channel.preview(parcel), sent(), JSON.stringify(answer));
      if (channel.keeping === undefined) continue;
      const newer = planShare(material, { path, audience, recipients: [], format, channel: channel.id, early: SECRET }, VAULT, plan.value.key);
      if (newer.ok) left.push(JSON.stringify(await channel.send(parcelOf(newer.value, LATER, [`${SECRET}@example.org`]), false)), sent());
      left.push(JSON.stringify(await channel.keeping.withdraw(plan.value.key, audience, LATER, false)), sent());
    }
  }
  return left;
}

function expectNothing(left: readonly string[]): void {
  for (const text of left) if (text.toLowerCase().includes(SECRET.toLowerCase())) expect(text).not.toContain(SECRET);
}

describe('not one private byte leaves, by any channel, in any form', () => {
  it('of a note of the user\'s own', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(privateNote, async (note) => {
        const text = `${withoutLedger(note, 'Shared')}\n\n%%${SECRET}%%Own words of mine.`;
        const passed = passOwnWriting({ path: 'A.md', title: 'A title', text, isQuoteNote: false }, RULE);
        if (!passed.ok) return;
        const left = await everywhere(passed.value, 'A.md');
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
      fc.asyncProperty(privateMarkdown, privateMarkdown, privateDetail, privateDetail, privateSource, fc.option(fc.constantFrom('A title', `About [[${SECRET}]]`), { nil: undefined }), privatePeople, async (quoted, take, author, via, source, title, coAuthors) => {
        const quote = makeQuote({ text: quoted, author, via, source, title, foundIn: `[[${SECRET}]]`, captured: '2026-11-20T09:12' });
        const passed = quote.ok ? passGate(quote.value, { text: `Own words of mine.\n\n${take}`, ways: [], coAuthors }, RULE) : quote;
        if (!passed.ok) return;
        const left = await everywhere(passed.value, 'Quotes/A.md');
        sent += left.length;
        expectNothing(left);
      }),
      RUNS,
    );
    expect(sent).toBeGreaterThan(9000);
  }, 60_000);

  it('of people who wrote along and whose notes are private; the others are credited', () => {
    const quote = makeQuote({ text: 'Storms.', captured: '2026-11-20T09:12' });
    const passed = quote.ok ? passGate(quote.value, { text: 'Own words of mine.', ways: [], coAuthors: [`[[${SECRET}]]`, '[[Open|Ann]]', `[[People/${SECRET}|Bo]]`, 'Cy'] }, RULE) : quote;
    const plan = passed.ok ? planShare(passed.value, { path: 'A.md', audience: 'team', recipients: [], format: 'plain', channel: 'clipboard' }, VAULT) : passed;
    expect(plan.ok && plan.value.outgoing.text).toMatch(/written with Ann, Cy$/);
    expect(plan.ok && plan.value.redactions.filter(({ kind }) => kind === 'private-link')).toHaveLength(2);
  });

  it('and an open link becomes a public one', () => {
    const passed = passOwnWriting({ path: 'A.md', title: 'A', text: 'See [[Open note|the [note]]] and [[Elsewhere]], own words.', isQuoteNote: false }, RULE);
    const plan = passed.ok ? planShare(passed.value, { path: 'A.md', audience: 'team', recipients: [], format: 'markdown', channel: 'clipboard' }, VAULT) : passed;
    expect(plan.ok && plan.value.outgoing.text).toContain('and Elsewhere, own words.');
    expect(plan.ok && plan.value.outgoing.text).toContain('](https://example.org/Open%20note)');
  });
});
