import { describe, expect, it } from 'vitest';
import type { Take } from '../../src/sense';
import { followingDraft, turnedDraft, type TakeDraft } from '../../src/sense/ui/take-draft';

const LATEST: Take = { text: 'I doubt it.', ways: ['validate'], coAuthors: ['[[Ada]]'] };
const asOpened: TakeDraft = { ...LATEST, before: LATEST.text };

describe('A draft with the mind changed', () => {
  it('follows the latest take, whose ways stay its own', () => {
    expect(turnedDraft(asOpened, LATEST)).toEqual({ text: LATEST.text, ways: [], before: LATEST.text, coAuthors: ['[[Ada]]'], isLater: true });
  });

  it('keeps what was typed', () => {
    expect(turnedDraft({ ...asOpened, text: 'I am sure of it.' }, LATEST).text).toBe('I am sure of it.');
  });

  it('begins with the words of the latest take where nothing is typed', () => {
    expect(turnedDraft({ ...asOpened, text: ' \n' }, LATEST).text).toBe(LATEST.text);
  });

  it('keeps the co-authors who were named meanwhile', () => {
    expect(turnedDraft({ ...asOpened, coAuthors: ['[[Ada]]', 'Bo'] }, LATEST).coAuthors).toEqual(['[[Ada]]', 'Bo']);
  });

  it('changed back, has the ways of the latest take again, and those that were chosen meanwhile', () => {
    const turned = turnedDraft(asOpened, LATEST);
    const back = turnedDraft({ ...turned, ways: ['apply'] }, LATEST);
    expect(back.isLater).toBeUndefined();
    expect([...back.ways].sort()).toEqual(['apply', 'validate']);
  });
});

describe('A draft that follows as the question was answered', () => {
  it('leaves the ways of the latest take to that take', () => {
    expect(followingDraft({ ...asOpened, ways: ['validate', 'apply'] }, LATEST)).toEqual({ ...asOpened, ways: ['apply'], isLater: true });
  });
});
