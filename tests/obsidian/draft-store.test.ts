import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { DraftStore, draftAbout } from '../../src/obsidian/draft-store';

/** A device with room for so many letters in one draft. */
function device(room = Infinity): { kept: Map<string, string>; drafts: DraftStore; said: string[] } {
  const kept = new Map<string, string>();
  const said: string[] = [];
  const app = {
    loadLocalStorage: (key: string): unknown => JSON.parse(kept.get(key) ?? 'null'),
    saveLocalStorage: (key: string, value: unknown) => {
      if (value === null) return void kept.delete(key);
      const written = JSON.stringify(value);
      if (written.length > room) throw new Error('The quota is used up.');
      kept.set(key, written);
    },
  } as unknown as App;
  return { kept, said, drafts: new DraftStore(app, (sentence) => void said.push(sentence)) };
}

describe('what is typed about a note', () => {
  it('goes with it when it gets another name, whatever the form', () => {
    const { drafts, kept } = device();
    for (const form of ['applied', 'early', 'edit-contact', 'gate', 'hold', 'interaction', 'practice-change', 'response'] as const) {
      drafts.save(draftAbout(form, 'A.md'), { typed: [form] });
      drafts.save(draftAbout(form, 'A.md.md'), { typed: ['of another note'] });
      drafts.follow('A.md', 'New/B.md');
      expect([drafts.load(draftAbout(form, 'New/B.md')), drafts.load(draftAbout(form, 'A.md'))]).toEqual([{ typed: [form] }, null]);
      expect(drafts.load(draftAbout(form, 'A.md.md'))).toEqual({ typed: ['of another note'] });
    }
    expect(kept.size).toBe(16);
  });

  it('writes over nothing that an earlier note of that name left', () => {
    const { drafts } = device();
    drafts.save(draftAbout('hold', 'A.md'), { typed: ['on A'] });
    drafts.save(draftAbout('hold', 'B.md'), { typed: ['on one that is gone'] });
    drafts.follow('A.md', 'B.md');
    expect([drafts.load(draftAbout('hold', 'B.md')), drafts.load(draftAbout('hold', 'A.md'))]).toEqual([{ typed: ['on A'] }, { typed: ['on one that is gone'] }]);
  });

  it('stays where it is where there is no room for both to change places', () => {
    const { drafts, kept } = device();
    drafts.save(draftAbout('hold', 'A.md'), { typed: ['on A'] });
    drafts.save(draftAbout('hold', 'B.md'), { typed: ['on one that is gone'] });
    const before = [...kept];
    const save = drafts.save.bind(drafts);
    drafts.save = (key, draft) => key !== draftAbout('hold', 'A.md') && save(key, draft);
    drafts.follow('A.md', 'B.md');
    expect([...kept]).toEqual(before);
  });

  it('is left as it is by a note about which nothing is typed', () => {
    const { drafts, kept } = device();
    drafts.save(draftAbout('hold', 'B.md'), { typed: ['on B'] });
    drafts.follow('A.md', 'B.md');
    expect([kept.size, drafts.load(draftAbout('hold', 'B.md'))]).toEqual([1, { typed: ['on B'] }]);
  });
});

describe('a draft', () => {
  it('tells once that there is no room for it, and again after there was', () => {
    const { drafts, said } = device(20);
    const long = { text: 'x'.repeat(30) };
    expect([drafts.save('a', long), drafts.save('a', long), said.length]).toEqual([false, false, 1]);
    expect([drafts.save('a', { text: 'x' }), drafts.save('a', long), said.length]).toEqual([true, false, 2]);
    expect(drafts.load('a')).toEqual({ text: 'x' });
  });
});
