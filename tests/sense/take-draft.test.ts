import { describe, expect, it } from 'vitest';
import { EMPTY_TAKE, type Take } from '../../src/sense';
import { EMPTY_DRAFT, followingDraft, joinedDraft, saysMore, turnedDraft, type TakeDraft } from '../../src/sense/ui/take-draft';

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

describe('Two drafts joined', () => {
  it('have the words of both, one below the other, and the ways and people of both', () => {
    const one: TakeDraft = { text: 'First.', ways: ['apply'], before: 'Old.', isLater: true };
    expect(joinedDraft(one, { text: 'Second.', ways: ['filter', 'apply'], before: '', coAuthors: ['Bo'] })).toEqual({ text: 'First.\n\nSecond.', ways: ['filter', 'apply'], before: 'Old.', isLater: true, coAuthors: ['Bo'] });
    expect(joinedDraft(EMPTY_DRAFT, { ...EMPTY_DRAFT, text: 'Second.' })).toEqual({ ...EMPTY_DRAFT, text: 'Second.' });
  });
});

describe('What a draft says beside the take in the note', () => {
  it.each<[string, Partial<TakeDraft>, boolean]>([
    ['nothing as it was opened', {}, false],
    ['other words', { text: 'I doubt it still.' }, true],
    ['a mind that changed', { isLater: true, ways: [] }, true],
    ['a way more', { ways: ['validate', 'apply'] }, true],
    ['a way less', { ways: [] }, true],
    ['a co-author more', { coAuthors: ['[[Ada]]', 'Bo'] }, true],
    ['a co-author less', { coAuthors: [] }, true],
    ['nothing where every word was taken out', { text: ' \n' }, false],
    ['a co-author where every word was taken out', { text: '', coAuthors: ['Bo'] }, true],
  ])('is %s', (_, part, says) => {
    expect(saysMore({ ...asOpened, ...part }, LATEST)).toBe(says);
  });

  it('is nothing on a quote without a take until something is typed or chosen', () => {
    for (const [part, says] of [[{}, false], [{ text: ' \n' }, false], [{ text: 'a' }, true], [{ ways: ['apply'] }, true], [{ coAuthors: ['Bo'] }, true]] as const) {
      expect(saysMore({ ...EMPTY_DRAFT, ...part }, EMPTY_TAKE)).toBe(says);
    }
  });
});
