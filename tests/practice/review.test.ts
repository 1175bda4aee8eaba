import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsInWeekOf, helpers, lineOfReview, practiceWeek, reviewLines, suggestionFor, withReview, type ReviewLinks, type ReviewText } from '../../src/practice';
import { nameOf, shownName } from '../../src/note';
import { countOwnWords } from '../../src/sense';
import { words } from '../../src/words';
import { rolesIn } from './activity-notes';
import { fourWeeksFrom } from './four-weeks';

const review = (lines: readonly string[], more: Partial<ReviewText> = {}): ReviewText => ({ week: '2026-W47', heading: 'Weekly review', lines, questions: ['What surprised me?', 'What now?'], ...more });
const FIRST = review(['**Came in:** 2 quotes', '- [[A]]', '', '**One suggestion:** rest']);
const SECOND = review(['**Came in:** 3 quotes', '- [[A]]', '- [[B]]', '', '**One suggestion:** rest']);

describe('the section of the weekly review', () => {
  it('comes at the end of the note, with room for answers', () => {
    const written = withReview('# Week\n\nMine.\n', FIRST);
    expect(written).toMatch(/^# Week\n\nMine\.\n\n## Weekly review\n%% seek-sense-share:review 2026-W47 \w{13} %%\n\*\*Came in:\*\* 2 quotes\n- \[\[A\]\]\n\n\*\*One suggestion:\*\* rest\n%% seek-sense-share:review end %%\n\n### What surprised me\?\n\n\n### What now\?\n\n$/);
  });

  it('is found by the line of its heading', () => {
    const written = withReview('# Week\n\nMine.\n', FIRST);
    expect(written.split('\n')[lineOfReview(written, '2026-W47') ?? -1]).toBe('## Weekly review');
    expect(lineOfReview(withReview('', FIRST), '2026-W47')).toBe(0);
    expect(lineOfReview(written, '2026-W46')).toBeUndefined();
  });

  it('a second run that finds nothing new changes nothing', () => {
    const written = withReview('Mine.\n', FIRST);
    expect(withReview(written, FIRST)).toBe(written);
  });

  it('a second run updates its own block, and every answer stays byte for byte', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '\t', '- ', '> ', '## H', '[[L]]', '%', '`', '漢') });
    fc.assert(fc.property(text, text, text, fc.boolean(), (before, answer, after, isWindows) => {
      const once = withReview(`Start. ${before.replace(/[`%]/g, '')}\n`, FIRST);
      const answered = once.replace('### What surprised me?\n', (head) => `${head}${answer}\n`) + after;
      const typed = isWindows ? answered.replace(/\n/g, '\r\n') : answered;
      const twice = withReview(typed, SECOND);
      const parts = (whole: string): [string, string] => {
        const [from, to] = [whole.indexOf('%% seek-sense-share:review 2026'), whole.indexOf('%% seek-sense-share:review end %%')];
        return [whole.slice(0, from), whole.slice(to)];
      };
      expect(parts(twice)).toEqual(parts(typed));
      expect(twice).toContain('3 quotes');
      expect(twice).not.toContain('2 quotes');
    }));
  });

  it('what somebody wrote between the marks stays, below the new block', () => {
    const written = withReview('', FIRST).replace('- [[A]]\n', '- [[A]]\n- and a thought of mine\n');
    const again = withReview(written, SECOND);
    expect(again).toContain('- [[A]]\n- and a thought of mine\n');
    expect(again.indexOf('3 quotes')).toBeLessThan(again.indexOf('a thought of mine'));
    expect(again.match(/seek-sense-share:review end/g)).toHaveLength(1);
    expect(withReview(again, SECOND)).toBe(again);
  });

  it('a link that the app rewrote after a note got another name is nobody\'s writing', () => {
    const renamed = withReview('', FIRST).replace('[[A]]', '[[Other/A new name|A]]');
    const again = withReview(renamed, SECOND);
    expect(again).not.toContain('A new name');
    expect(again.match(/Came in/g)).toHaveLength(1);
  });

  it('each week has a block of its own, in one note', () => {
    const two = withReview(withReview('', FIRST), review(['next'], { week: '2026-W48', heading: 'Weekly review 48' }));
    const updated = withReview(two, SECOND);
    expect(updated).toContain('3 quotes');
    expect(updated).toContain('next');
  });

  it('marks in code are only examples, and a block without its end is the user\'s own', () => {
    const example = '```\n%% seek-sense-share:review 2026-W47 0 %%\nx\n%% seek-sense-share:review end %%\n```\n';
    expect(withReview(example, FIRST).startsWith(example)).toBe(true);
    const open = '%% seek-sense-share:review 2026-W47 0 %%\nx\n';
    expect(withReview(open, FIRST).startsWith(open)).toBe(true);
  });

  it('a question that was answered is not asked again when the block was deleted', () => {
    const answered = '## Weekly review\n\n### What surprised me?\nThe bees.\n';
    const again = withReview(answered, FIRST);
    expect(again.match(/What surprised me/g)).toHaveLength(1);
    expect(again).toContain('### What surprised me?\nThe bees.\n');
  });
});

const LINKS: ReviewLinks = { toNote: (path) => `[[${nameOf(path)}]]`, toPerson: (name) => `[[${shownName(name)}]]` };

describe('what a review says', () => {
  const roles = rolesIn(fourWeeksFrom('2026-12-21'), '2027-01-17');
  const linesOf = (day: string): string[] => reviewLines(practiceWeek(roles, day), eventsInWeekOf(roles.activity, day), LINKS, ['[[A]] ↔ [[B]]'], { kind: 'none' });

  it('is what came in, what was made of it, what went out, who helped, sparks and one suggestion', () => {
    expect(linesOf('2026-12-27')).toEqual([
      '**Came in:** 2 quotes (1 by way of people), 1 thing that people gave you', '- [[First]] · by way of [[Joan Petrie]]', '- [[Second]]', '',
      '**What I made of it:** 1 take with 22 words of your own (Synthesise 1)', '- [[First]] · Synthesise', '',
      '**Went out:** 1 share (Community 1), 1 thing given to a person', '- [[First]] · Community', '',
      '**Who helped:** [[Joan Petrie]]', '',
      '**Three sparks**', '- [[A]] ↔ [[B]]', '',
      '**One suggestion:** nothing has to be done. Let it ripen.',
    ]);
  });

  it('is walked through in five minutes, however full the week was', () => {
    const line = (at: number, text: string): string => `- 2026-11-${String(16 + (at % 7))} ${text}`;
    const quotes = Array.from({ length: 120 }, (_, at) => [`Quotes/A rather long name of a quote, the ${at}th of its kind.md`, [
      '---', 'type: quote', `via: "[[Person ${at % 40}]]"`, `captured: 2026-11-${String(16 + (at % 7))}T09:00`, 'sensed: 2026-11-18T10:00', 'sense: [filter, validate, synthesise, present, customise, apply]', '---',
      '> [!quote]', '> Words.', '', '## My take', `What number ${at} says of the wards is not advice but the time to look together, and our form gives nobody any of it.`, '',
      '## Shared', ...['team', 'community', 'network'].map((audience) => line(at, `${audience} · [[Person ${at % 40}]] · clipboard`)), `  ${line(at, `thanks · [[Friend ${at}]] · for it`)}`, '', '## Applied', line(at, 'insight · seen'), '',
    ].join('\n')]);
    const people = Array.from({ length: 40 }, (_, at) => [`People/Person ${at}.md`, `---\ntype: contact\nspace: network\n---\n## Interactions\n${line(at, 'received · a hint')}\n`]);
    const full = rolesIn(Object.fromEntries([...quotes, ...people]) as Record<string, string>, '2026-11-22');
    const sparks = [1, 2, 3].map((at) => `[[One note ${at}]] ↔ [[Another note ${at}]] · shared ideas of the two`);
    const lines = reviewLines(practiceWeek(full, '2026-11-22'), eventsInWeekOf(full.activity, '2026-11-22'), LINKS, sparks, { kind: 'due', about: 'Person 1' });
    const written = withReview('', review(lines, { questions: words.review.questions }));
    expect(lines.filter((one) => / more$/.test(one))).toEqual(['- and 114 more', '- and 114 more', '- and 114 more', expect.stringMatching(/^\*\*Who helped:\*\* (?:\[\[[^\]]+\]\], ){6}and 154 more$/)]);
    // Read at 200 words a minute it takes less than two; the rest is for the answers.
    expect(written.split('\n').length).toBeLessThanOrEqual(55);
    expect(countOwnWords(written)).toBeLessThanOrEqual(400);
  });

  it('names a helper once, however they are written', () => {
    expect(helpers([
      { kind: 'captured', day: '2026-11-20', path: 'A.md', via: '[[People/Joan Petrie|Joan]]' },
      { kind: 'interaction', day: '2026-11-20', path: 'People/Joan Petrie.md', person: 'Joan Petrie', direction: 'received', space: 'team', what: '' },
      { kind: 'came-back', day: '2026-11-20', path: 'A.md', how: 'thanks', from: 'Dele', text: '' },
    ])).toEqual(['[[People/Joan Petrie|Joan]]', 'Dele']);
  });

  it.each([
    ['2027-01-14', { waiting: 'Q.md', resting: 'R.md' }, { kind: 'take', about: 'Q.md' }],
    ['2027-01-14', { resting: 'R.md' }, { kind: 'share', about: 'R.md' }],
    ['2026-12-27', { waiting: 'Q.md', resting: 'R.md', due: 'P.md' }, { kind: 'thank', about: 'Joan' }],
    ['2027-01-02', { due: 'P.md' }, { kind: 'due', about: 'P.md' }],
    ['2027-01-02', {}, { kind: 'none' }],
  ])('suggests one thing, by what the week of %s lacks: %j gives %j', (day, chances, suggested) => {
    expect(suggestionFor(practiceWeek(roles, day), day === '2026-12-27' ? ['Joan'] : [], chances)).toEqual(suggested);
  });
});
