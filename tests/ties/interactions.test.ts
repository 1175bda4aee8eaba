import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onOneLine, wellFormed } from '../../src/base';
import { PROPERTY_NAMES } from '../../src/note';
import { interactionText, interactionsOf, planInteraction, readInteraction, type Interaction } from '../../src/ties';

const rule = { names: PROPERTY_NAMES, interactionsSection: 'Interactions', keepLastContact: false };
const keeping = { ...rule, keepLastContact: true };

function log(text: string, interaction: Interaction, how = rule): string {
  const planned = planInteraction(text, interaction, how);
  if (!planned.ok) throw new Error(planned.problem);
  return planned.value;
}

const interaction: fc.Arbitrary<Interaction> = fc.record({
  day: fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  direction: fc.constantFrom('received' as const, 'gave' as const),
  what: fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('', '· x', 'gave · y', '- z', '[[A|b]] %% c', '```', '---', 'a: b', '^id')),
});

describe('the line of an interaction', () => {
  it('gives back what was written, for any words', () => {
    fc.assert(
      fc.property(interaction, (one) => {
        expect(readInteraction(`- ${interactionText(one)}`)?.interaction).toEqual({ ...one, what: onOneLine(wellFormed(one.what)) });
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back an introduction', () => {
    const one: Interaction = { day: '2026-09-30', direction: 'gave', introduced: true, what: '[[Joan Petrie]]' };
    expect(interactionText(one)).toBe('2026-09-30 introduced · [[Joan Petrie]]');
    expect(readInteraction(`- ${interactionText(one)}`)?.interaction).toEqual(one);
  });

  it.each([
    ['- 2026-09-30 received · call about [[X]]', { day: '2026-09-30', direction: 'received', what: 'call about [[X]]' }],
    ['* 2026-09-30 gave – sent [[X]]', { day: '2026-09-30', direction: 'gave', what: 'sent [[X]]' }],
    ['+ 2026-09-30 Given: a hint', { day: '2026-09-30', direction: 'gave', what: 'a hint' }],
    ['  - [[2026-09-30]] received - x', { day: '2026-09-30', direction: 'received', what: 'x' }],
    ['- [[Daily/2026-09-30|Wed]] gave x', { day: '2026-09-30', direction: 'gave', what: 'x' }],
    ['- [x] 2026-09-30T10:15 gave', { day: '2026-09-30', direction: 'gave', what: '' }],
    ['- 2026-09-30: met · coffee', { day: '2026-09-30', what: 'met · coffee' }],
    ['- 2026-09-30 introduced · [[Joan Petrie]]', { day: '2026-09-30', direction: 'gave', introduced: true, what: '[[Joan Petrie]]' }],
    ['- 2026-09-30 Introduced [[Joan Petrie]]', { day: '2026-09-30', direction: 'gave', introduced: true, what: '[[Joan Petrie]]' }],
    ['- 2026-09-30 introduced me to Joan', { day: '2026-09-30', what: 'introduced me to Joan' }],
    ['- 2026-09-30', { day: '2026-09-30', what: '' }],
    ['- 2026-09-30 gavel found', { day: '2026-09-30', what: 'gavel found' }],
  ])('reads %j', (line, expected) => {
    expect(readInteraction(line)?.interaction).toEqual(expected);
  });

  it.each(['- call', '2026-09-30 gave · x', '- 2026-13-40 gave · x', '- 2026-09-301 gave', '> - 2026-09-30 gave'])('does not take %j for one', (line) => {
    expect(readInteraction(line)).toBeUndefined();
  });

  it('does not read a list in a code block or under another heading', () => {
    expect(interactionsOf('## Interactions\n```\n- 2026-09-30 gave · x\n```\n## Else\n- 2026-09-30 gave · y\n', 'Interactions')).toEqual([]);
  });
});

describe('logging an interaction', () => {
  const gave: Interaction = { day: '2026-10-10', direction: 'gave', what: 'x' };

  it('puts the newest first, as the contract shows', () => {
    expect(log('## Interactions\n- 2026-09-30 received · a\n- 2026-08-11 gave · b\n', gave)).toBe('## Interactions\n- 2026-10-10 gave · x\n- 2026-09-30 received · a\n- 2026-08-11 gave · b\n');
  });

  it('puts the newest last where the list runs that way, after the details of the last entry', () => {
    expect(log('## Interactions\n* 2026-08-11 gave · b\n* 2026-09-30 received · a\n    - detail\n  more\n\nProse.\n\n## Next\n', gave)).toBe(
      '## Interactions\n* 2026-08-11 gave · b\n* 2026-09-30 received · a\n    - detail\n  more\n* 2026-10-10 gave · x\n\nProse.\n\n## Next\n',
    );
  });

  it('puts an earlier day where it belongs', () => {
    expect(log('## Interactions\n- 2026-12-01 gave · b\n- 2026-09-30 received · a', gave)).toBe('## Interactions\n- 2026-12-01 gave · b\n- 2026-10-10 gave · x\n- 2026-09-30 received · a');
    expect(log('## Interactions\n- 2026-12-01 gave · b\n- 2026-11-30 received · a', gave)).toBe('## Interactions\n- 2026-12-01 gave · b\n- 2026-11-30 received · a\n- 2026-10-10 gave · x');
  });

  it('begins the list below a heading that has none, and makes the heading where it is missing', () => {
    expect(log('## Interactions\n\n## Notes\nMine.\n', gave)).toBe('## Interactions\n- 2026-10-10 gave · x\n\n## Notes\nMine.\n');
    expect(log('Her story.', gave)).toBe('Her story.\n\n## Interactions\n- 2026-10-10 gave · x\n');
  });

  it('uses the line breaks of the note', () => {
    expect(log('## Interactions\r\n- 2026-09-30 gave · a\r\n', gave)).toBe('## Interactions\r\n- 2026-10-10 gave · x\r\n- 2026-09-30 gave · a\r\n');
  });

  it('keeps every byte around it, is read back, and does nothing the second time', () => {
    const parts = fc.constantFrom('# Title\n', 'text', '\n', '\r\n', '## Interactions\n', '- 2026-01-01 gave · a\n', '* 2027-01-01 received · b\n', '  - detail\n', '> quote\n', '### Sub\n', '- plain\n', '```\ncode\n```\n', '%% c %%\n', '  ', '👩‍👩‍👧', '---\na: 1 # c\n---\n');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }).map((all) => all.join('')), interaction, (text, one) => {
        const before = interactionsOf(text, 'Interactions');
        const planned = planInteraction(text, one, rule);
        fc.pre(planned.ok);
        expect(withoutOneRun(planned.value, text)).toBe(true);
        const after = interactionsOf(planned.value, 'Interactions');
        expect(after.map(interactionText)).toContain(interactionText(one));
        expect(after.length - before.length).toBeLessThanOrEqual(1);
        expect(after.length).toBeGreaterThanOrEqual(before.length);
        expect(log(planned.value, one)).toBe(planned.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('puts the list where it can be read, also below a code block that was never closed', () => {
    const logged = log('```\nnever closed', gave);
    expect(logged.startsWith('```\nnever closed')).toBe(true);
    expect(interactionsOf(logged, 'Interactions')).toEqual([gave]);
  });

  it('says so and changes nothing when the list could not be read back', () => {
    expect(planInteraction('', gave, { ...rule, interactionsSection: 'Calls\nmade' })).toMatchObject({ ok: false, problem: expect.stringContaining('"Calls') as string });
  });
});

describe('the last contact', () => {
  const on = (day: string): Interaction => ({ day, direction: 'gave', what: 'x' });
  const note = (value: string): string => `---\n# mine\nlast-contact: ${value}\nb: 1\n---\n## Interactions\n`;

  it('is raised, and nothing else in the properties changes', () => {
    expect(log(note('2026-01-01'), on('2026-10-10'), keeping)).toBe(`${note('2026-10-10')}- 2026-10-10 gave · x\n`);
  });

  it('is written where there was none or an empty one', () => {
    expect(log('---\ntype: contact\n---\n', on('2026-10-10'), keeping)).toContain('\nlast-contact: 2026-10-10\n');
    expect(log('---\nlast-contact:\n---\n', on('2026-10-10'), keeping)).toContain('\nlast-contact: 2026-10-10\n');
  });

  it.each(['2026-12-31', '2026-10-10T09:00', 'last spring', '[2026-01-01]', '12'])('stays as it was typed: %s', (value) => {
    expect(log(note(value), on('2026-10-10'), keeping)).toBe(`${note(value)}- 2026-10-10 gave · x\n`);
  });

  it('stays when the setting is off', () => {
    expect(log(note('2026-01-01'), on('2026-10-10'))).toContain('last-contact: 2026-01-01');
  });

  it('changes nothing in a note whose properties are broken', () => {
    expect(planInteraction('---\na: [\n---\n', on('2026-10-10'), keeping)).toMatchObject({ ok: false });
  });
});

// Whether `text` comes out of `longer` by taking away one run of characters.
function withoutOneRun(longer: string, text: string): boolean {
  const added = longer.length - text.length;
  if (added < 0) return false;
  let at = 0;
  while (at < text.length && longer[at] === text[at]) at++;
  for (let from = Math.max(0, at - added); from <= at; from++) if (longer.slice(0, from) + longer.slice(from + added) === text) return true;
  return false;
}
