import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../../src/note';
import { dormantTies, dueTies, planReminder, readContact, TopicIndex, topicWords, type Contact, type Reminder } from '../../src/ties';

const TODAY = '2026-11-20';
const NOTE = '---\ntype: contact\n# mine\ncadence: 10 # ten\nlast-contact: 2025-01-01\n---\n';

function after(reminder: Reminder, text = NOTE): { text: string; contact: Contact } {
  const planned = planReminder(text, reminder, TODAY, PROPERTY_NAMES);
  if (!planned.ok) throw new Error(planned.problem);
  const properties = readProperties(planned.value);
  return { text: planned.value, contact: readContact('A.md', properties.ok ? properties.value : {}, planned.value, { names: PROPERTY_NAMES, interactionsSection: 'Interactions' }) };
}

describe('an answer to a reminder', () => {
  it('later: nobody is due or out of touch before that day, and then again', () => {
    const { text, contact } = after({ kind: 'later', days: 7 });
    expect(text).toContain('snooze-until: 2026-11-27\n');
    expect(text).toContain('# mine\ncadence: 10 # ten\n');
    expect([dueTies([contact], '2026-11-26'), dormantTies([contact], '2026-11-26', 365)]).toEqual([[], []]);
    expect([dueTies([contact], '2026-11-27').length, dormantTies([contact], '2026-11-27', 365).length]).toEqual([1, 1]);
  });

  it('another cadence: also ends the putting off', () => {
    const { text, contact } = after({ kind: 'cadence', days: 60 }, after({ kind: 'later', days: 7 }).text);
    expect(text).not.toContain('snooze-until');
    expect(contact.cadence).toBe(60);
    expect(dueTies([contact], TODAY)).toHaveLength(1);
  });

  it('never: in neither list, for good', () => {
    const { contact } = after({ kind: 'never' });
    expect(contact).toMatchObject({ neverRemind: true });
    expect([dueTies([contact], '2090-01-01'), dormantTies([contact], '2090-01-01', 30)]).toEqual([[], []]);
  });
});

describe('the topics of notes', () => {
  it('are compared without case, accents and plurals, and by character where words are not spaced', () => {
    expect(topicWords('Café Bees & 学与思, class')).toEqual(['cafe', 'bee', '学', '与', '思', 'class']);
  });

  it('lead to the notes that have all their words', () => {
    const index = new TopicIndex();
    index.set('A.md', ['A bee garden', '#city/maps']);
    index.set('B.md', ['Bees']);
    expect(index.touching('bees')).toEqual(['A.md', 'B.md']);
    expect(index.touching('City Map')).toEqual(['A.md']);
    expect(index.touching('bee maps elsewhere')).toEqual([]);
    expect(index.touching('')).toEqual([]);
    index.set('A.md', ['Nothing']);
    index.delete('B.md');
    expect(index.touching('bees')).toEqual([]);
  });

  it('tell when a note is about something else than before', () => {
    const index = new TopicIndex();
    expect([index.set('A.md', ['A bee garden', 'Maps']), index.set('A.md', ['Maps', 'Bee', 'Garden, a bee']), index.set('A.md', ['Maps'])]).toEqual([true, false, true]);
    expect([index.delete('A.md'), index.delete('A.md'), index.set('A.md', ['Maps'])]).toEqual([true, false, true]);
    expect(index.touching('map')).toEqual(['A.md']);
  });
});
