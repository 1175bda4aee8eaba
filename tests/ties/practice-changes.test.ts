import { describe, expect, it } from 'vitest';
import { planPracticeChange, quietCommunities, readPracticeChangeForm, readPracticeChanges } from '../../src/ties';

const HEADING = 'Practice changes';
const change = { day: '2026-11-25', text: 'I ask first.' };

function logged(text: string): string {
  const planned = planPracticeChange(text, change, HEADING);
  if (!planned.ok) throw new Error(planned.problem);
  return planned.value;
}

describe('a change of practice', () => {
  it.each([
    ['---\ntype: community\n---\nWho we are.\n', '---\ntype: community\n---\nWho we are.\n\n## Practice changes\n- 2026-11-25 · I ask first.\n'],
    ['## Practice changes\n- 2026-10-01 · Older.\n', '## Practice changes\n- 2026-11-25 · I ask first.\n- 2026-10-01 · Older.\n'],
    ['## Practice changes\n- 2025-10-01 · Old.\n- 2026-10-01 · Newer.\n', '## Practice changes\n- 2025-10-01 · Old.\n- 2026-10-01 · Newer.\n- 2026-11-25 · I ask first.\n'],
    ['## Practice changes\r\n- 2026-10-01 · Older.\r\n\r\n## More\r\nx\r\n', '## Practice changes\r\n- 2026-11-25 · I ask first.\r\n- 2026-10-01 · Older.\r\n\r\n## More\r\nx\r\n'],
  ])('goes where its day belongs: %j', (text, expected) => {
    expect(logged(text)).toBe(expected);
    expect(readPracticeChanges(logged(text), HEADING)).toContainEqual(change);
    expect(logged(logged(text))).toBe(expected);
  });

  it('is not written where it could not be read again', () => {
    const unclosed = '## Practice changes\n```\nopen';
    const planned = planPracticeChange(unclosed, change, HEADING);
    expect(planned.ok ? readPracticeChanges(planned.value, HEADING) : [change]).toContainEqual(change);
  });

  it('needs a day that was, and words', () => {
    const form = { community: 'KM', day: '2026-11-20', text: ' x\ny ' };
    expect(readPracticeChangeForm(form, '2026-11-20')).toEqual({ ok: true, value: { day: '2026-11-20', text: 'x y' } });
    for (const wrong of [{ ...form, day: 'soon' }, { ...form, day: '2026-11-21' }, { ...form, text: ' ' }]) expect(readPracticeChangeForm(wrong, '2026-11-20')).toMatchObject({ ok: false });
  });
});

describe('a quiet community', () => {
  const community = (name: string, made: string | undefined, ...days: readonly string[]): { name: string; practiceChanges: { day: string; text: string }[]; made?: string } =>
    ({ name, practiceChanges: days.map((day) => ({ day, text: '' })), ...(made === undefined ? {} : { made }) });
  const all = [community('Lively', '2020-01-01', '2024-01-01', '2026-10-01'), community('Quiet', '2020-01-01', '2025-06-01', '2023-01-01'), community('Never', '2024-01-01'), community('New', '2026-11-01'), community('Unknown', undefined)];

  it('changed nothing for so many months, counted from its last change, or from its note', () => {
    expect(quietCommunities(all, '2026-11-20', 12).map(({ name }) => name)).toEqual(['Never', 'Quiet']);
  });

  it('is never asked about when the user does not want it', () => {
    expect(quietCommunities(all, '2026-11-20', 0)).toEqual([]);
  });
});
