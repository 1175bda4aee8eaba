import { describe, expect, it } from 'vitest';
import { noiseOf, practiceWeek, roleSaid, type PracticeWeek } from '../../src/practice';
import { RULE, rolesIn } from './activity-notes';

// A week from Monday, 16 November 2026, to Sunday, 22 November 2026.
const TODAY = '2026-11-22';
const TAKE = 'What the wards lack is not advice but the time to look together, and our handover form gives nobody any of it.';
const SHORT = 'So true, love it.';

interface QuoteParts { take?: string; ways?: readonly string[]; sensed?: string; shared?: readonly string[] }

function quote({ take = '', ways = [], sensed = '2026-11-18T10:00', shared = [] }: QuoteParts = {}): string {
  return [
    '---', 'type: quote', 'captured: 2026-11-17T09:00', ...(take === '' ? [] : [`sensed: ${sensed}`]), ...(ways.length === 0 ? [] : [`sense: [${ways.join(', ')}]`]), '---',
    '> [!quote] A book', '> Observation is a skill that has to be practised.', '', '## My take', take, '', '## Shared', ...shared, '',
  ].join('\n');
}

function many(number: number, text: (at: number) => string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: number }, (_, at) => [`Quotes/Quote ${at}.md`, text(at)]));
}

function contact(space: string, lines: readonly string[]): string {
  return `---\ntype: contact\nspace: ${space}\n---\n## Interactions\n${lines.join('\n')}\n`;
}

function week(vault: Record<string, string>): PracticeWeek {
  return practiceWeek(rolesIn(vault, TODAY), TODAY);
}

describe('personas', () => {
  it('the lurker, who only reads and keeps, is a Consumer – mostly seeking', () => {
    const found = week(many(9, () => quote()));
    expect(found.week).toMatchObject({ x: 0, y: 0, role: 'consumer' });
    expect(roleSaid(found.week)).toBe('Consumer: mostly seeking – you took in, and let it settle.');
  });

  it('the tagger, who names ways and writes next to nothing, has made nothing of it yet', () => {
    const found = week(many(9, () => quote({ take: SHORT, ways: ['validate', 'synthesise', 'customise'] })));
    expect(found.measure).toMatchObject({ sense: 0, commentaries: 0, x: 0 });
    expect(found.week.role).toBe('consumer');
  });

  it('the echo, who words the quote a little anew, has made nothing of it yet, and adds nothing when sharing', () => {
    const echo = 'As the book tells us, observation is a skill that has to be practised, really practised, day by day.';
    const found = week(many(9, () => quote({ take: echo, ways: ['synthesise'], shared: ['- 2026-11-19 network · clipboard'] })));
    expect(found.measure).toMatchObject({ sense: 0, commentaries: 0, x: 0 });
    expect(found.week.role).toBe('connector');
    expect(found.wentOut.noise).toBe(1);
  });

  it('who says what could stand below anything has made nothing of it yet', () => {
    const found = week(many(9, () => quote({ take: 'Great post, thanks for sharing! So true. Totally agree with you, must read, highly recommended.', ways: ['filter'] })));
    expect(found.measure).toMatchObject({ sense: 0, commentaries: 0, x: 0 });
  });

  it('twelve bare reshares make a Connector, and the noise says that nothing was added', () => {
    const vault = many(12, () => quote({ shared: ['- 2026-11-19 network · clipboard · without a take: lovely'] }));
    const found = week(vault);
    expect(found.week.role).toBe('connector');
    expect(found.measure.share).toBe(12);
    expect(found.wentOut.noise).toBe(1);
  });

  it('three syntheses, kept to oneself, make an Expert', () => {
    const found = week(many(3, () => quote({ take: TAKE, ways: ['synthesise'] })));
    expect(found.measure.sense).toBe(9);
    expect(found.week).toMatchObject({ x: 9 / 15, y: 0, role: 'expert' });
  });

  it('one deep essay counts as much as a note can, and that alone is high', () => {
    const vault = { 'Essay.md': quote({ take: `${TAKE} ${TAKE}`, ways: ['validate', 'synthesise', 'customise', 'apply'] }), 'Quotes/Another.md': quote() };
    const found = week(vault);
    expect(found.measure.sense).toBe(RULE.weights.mostOfNote);
    expect(found.week).toMatchObject({ x: 0.5, role: 'expert' });
  });

  const posts = Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`Posts/Post ${at}.md`, `---\nsense: [synthesise]\n---\n${TAKE}\n\n## Shared\n- 2026-11-1${7 + at} network · [blog](https://example.org/${at})\n`]));
  const replies = { 'People/Reader.md': contact('network', ['- 2026-11-19 gave · answered a comment', '- 2026-11-20 gave · answered another', '- 2026-11-21 received · a comment']) };

  it('the blogger who replies leans towards Catalyst', () => {
    const found = week({ ...posts, ...replies });
    expect(found.measure).toMatchObject({ sense: 9, share: 4, exchanges: 2, spaces: ['network'] });
    expect(found.week.role).toBe('catalyst-leaning');
    expect(found.wentOut.noise).toBe(0);
  });

  it('the blogger who replies, reaches a second space and brings two people together is a Catalyst', () => {
    const introduced = { 'People/A.md': contact('community', ['- 2026-11-20 introduced · [[People/B|B]]']), 'People/B.md': contact('network', ['- 2026-11-20 introduced · [[A]]']) };
    const found = week({ ...posts, ...replies, ...introduced });
    expect(found.measure.introductions).toBe(1);
    expect(found.week.role).toBe('catalyst');
  });

  it('one note shared fifty times is one note shared', () => {
    const shared = Array.from({ length: 50 }, (_, at) => `- 2026-11-${16 + (at % 7)} network · Reader ${at} · clipboard`);
    const found = week({ 'Quotes/One.md': quote({ take: TAKE, ways: ['filter'], shared }) });
    expect(found.wentOut.shares).toBe(50);
    expect(found.measure.share).toBe(1);
    expect(found.week.role).toBe('consumer');
  });

  it('two events are too few for a role', () => {
    const found = week({ 'Quotes/One.md': quote({ take: TAKE, ways: ['synthesise', 'apply'] }) });
    expect(found.measure.events).toBe(2);
    expect(found.week.role).toBeUndefined();
    expect(roleSaid(found.week)).toBe('Little was noted this week, too little to see a role in it.');
  });

  it('noise is told from three shares on', () => {
    const bare = '- 2026-11-19 network · clipboard';
    const roles = rolesIn(many(2, () => quote({ shared: [bare] })), TODAY);
    expect(noiseOf(roles.activity.inWeek('2026-W47'), roles.activity, RULE)).toBeUndefined();
    const three = rolesIn({ ...many(2, () => quote({ shared: [bare] })), 'Taken.md': quote({ take: TAKE, shared: [bare] }) }, TODAY);
    expect(noiseOf(three.activity.inWeek('2026-W47'), three.activity, RULE)).toBeCloseTo(2 / 3);
  });

  it('a take that came after the share does not undo the noise', () => {
    const late = rolesIn(many(3, () => quote({ take: TAKE, sensed: '2026-11-20T10:00', shared: ['- 2026-11-19 network · clipboard'] })), TODAY);
    expect(noiseOf(late.activity.inWeek('2026-W47'), late.activity, RULE)).toBe(1);
  });
});
