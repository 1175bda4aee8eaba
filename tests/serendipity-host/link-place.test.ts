import { describe, expect, it } from 'vitest';
import { linkAtPlace, placeOfLink } from '../../src/serendipity';
import { processorTime } from '../processor-time';

// `‸` is the cursor, `«…»` what is selected; the link is [[N]], or [[N|label]] in place of what is selected.
const CURSOR = '‸';

function inserted(written: string): string {
  const [from, to] = written.includes(CURSOR) ? [written.indexOf(CURSOR), written.indexOf(CURSOR)] : [written.indexOf('«'), written.indexOf('»') - 1];
  const text = written.replace(/[‸«»]/g, '');
  const place = placeOfLink(text, { from, to });
  const link = place.label === undefined ? '[[N]]' : `[[N|${place.label}]]`;
  return text.slice(0, place.from) + linkAtPlace(link, place) + text.slice(place.to);
}

describe('a link is put', () => {
  it.each([
    ['at the cursor', 'some ‸ words', 'some [[N]] words'],
    ['into an empty note', '‸', '[[N]]'],
    ['at the start of a line, apart from its word', '‸kept', '[[N]] kept'],
    ['at the end of a line, apart from its word', 'kept‸', 'kept [[N]]'],
    ['behind a full stop', 'kept.‸ More', 'kept. [[N]] More'],
    ['between two words that touch', 'one‸two', 'one [[N]] two'],
    ['beside words of other scripts', 'é‸è', 'é [[N]] è'],
    ['before a bracket, apart from it', '‸(a)', '[[N]] (a)'],
    ['before a comma', 'one ‸, two', 'one [[N]], two'],
    ['within emphasis', '**‸bold**', '**[[N]] bold**'],
    ['below properties that hold the cursor', '---‸\ntags: a\n---\n\nText', '---\ntags: a\n---\n[[N]]\n\nText'],
    ['below properties at their very start', '‸---\ntags: a\n---\nkept', '---\ntags: a\n---\n[[N]]\n\nkept'],
    ['below properties in their midst', '---\ntags: ‸a\n---\n', '---\ntags: a\n---\n[[N]]\n'],
    ['below properties on their last line', '---\ntags: a\n---‸', '---\ntags: a\n---\n[[N]]'],
    ['below properties where a value of them is selected', '---\ntags: «a»\n---\nText', '---\ntags: a\n---\n[[N]]\n\nText'],
    ['behind a fence, on its first line', 'a\n\n‸```js\ncode\n```\n\nb', 'a\n\n```js\ncode\n```\n\n[[N]]\n\nb'],
    ['behind a fence, in its code', '```js\nco‸de\n```', '```js\ncode\n```\n\n[[N]]'],
    ['behind a fence, on its last line', '```js\ncode\n```‸\n', '```js\ncode\n```\n\n[[N]]\n'],
    ['behind a fence and the text that belongs to it', '- a\n  ```js\n  co‸de\n  ```\n- b\n\nc', '- a\n  ```js\n  code\n  ```\n- b\n\n[[N]]\n\nc'],
    ['before a fence that nothing closes', 'a\n```js\nco‸de', 'a\n\n[[N]]\n\n```js\ncode'],
    ['behind a formula', '$$\nx‸\n$$\n\na', '$$\nx\n$$\n\n[[N]]\n\na'],
    ['behind a rule', 'a\n\n‸---\n\nb', 'a\n\n---\n\n[[N]]\n\nb'],
    ['behind a table in a quote, on its second line', '> | a | b |\n> |‸---|---|\n> | c | d |\n', '> | a | b |\n> |---|---|\n> | c | d |\n\n[[N]]\n'],
    ['behind a table, on its second line', '| a | b |\n|‸---|---|\n| c | d |\n', '| a | b |\n|---|---|\n| c | d |\n\n[[N]]\n'],
    ['behind the mark of a comment', '‸%% mine %%\n- a\n%% end %%\n\nb', '%% mine %%\n- a\n%% end %%\n\n[[N]]\n\nb'],
    ['into a comment of several lines', '%%\nthink ‸\n%%', '%%\nthink [[N]]\n%%'],
    ['behind another link', 'see [[Oth‸er]] now', 'see [[Other]] [[N]] now'],
    ['behind another link, at its first bracket', 'see [‸[Other]]', 'see [[Other]] [[N]]'],
    ['behind an embed', '!‸[[Other]]', '![[Other]] [[N]]'],
    ['behind a link of the other kind', '[a](b‸(c).md), d', '[a](b(c).md) [[N]], d'],
    ['behind an address', 'https://exa‸mple.com/a now', 'https://example.com/a [[N]] now'],
    ['directly before another link', '‸[[Other]]', '[[N]] [[Other]]'],
    ['directly behind another link', '[[Other]]‸', '[[Other]] [[N]]'],
    ['behind a code span', 'use `a‸b` here', 'use `ab` [[N]] here'],
    ['behind a tag', 'about #be‸es', 'about #bees [[N]]'],
    ['behind a formula in a line', 'where $x‸^2$ is', 'where $x^2$ [[N]] is'],
    ['behind the sign of a heading', '‸# Title', '# [[N]] Title'],
    ['behind the sign of an item', '-‸ item', '- [[N]] item'],
    ['behind the sign of a task', '‸- [ ] task', '- [ ] [[N]] task'],
    ['behind the sign of a number', '‸12. item', '12. [[N]] item'],
    ['behind the sign of a callout', '‸> [!quote]- Title', '> [!quote]- [[N]] Title'],
    ['into the first cell of a row', '‸| a | b |', '| [[N]] a | b |'],
    ['into the last cell of a head, behind its last stroke', '| a | b |‸\n|---|---|\n| c | d |\n', '| a | b [[N]] |\n|---|---|\n| c | d |\n'],
    ['into the last cell of a row, behind its last stroke', '| a | b |\n|---|---|\n| c | d |‸\n', '| a | b |\n|---|---|\n| c | d [[N]] |\n'],
    ['into the last cell of a row, behind blanks', '> | a | b |\n> |---|---|\n> | c | d | ‸\n', '> | a | b |\n> |---|---|\n> | c | d [[N]] | \n'],
    ['into a last cell without a blank', '|a|b|\n|-|-|\n|c|d|‸', '|a|b|\n|-|-|\n|c|d [[N]]|'],
    ['into a last cell that is empty', '| a | b |\n|---|---|\n| c |   |‸', '| a | b |\n|---|---|\n| c | [[N]]  |'],
    ['into the only cell, which is empty', '| a |\n|---|\n| |‸', '| a |\n|---|\n| [[N]]|'],
    ['into a cell that ends with another link', '| a | b |\n|---|---|\n| c | [[d\\|e]] |‸', '| a | b |\n|---|---|\n| c | [[d\\|e]] [[N]] |'],
    ['at the end of a row that no stroke ends', 'a | b\n--|--\nc | d \\|‸', 'a | b\n--|--\nc | d \\|[[N]]'],
    ['behind an escaped stroke', '| a | b |\n|---|---|\n| c | x\\‸| y |', '| a | b |\n|---|---|\n| c | x\\|[[N]] y |'],
    ['before a block id', 'kept ^abc‸', 'kept [[N]] ^abc'],
  ])('%s', (_, written, expected) => {
    expect(inserted(written)).toBe(expected);
  });
});

describe('selected words', () => {
  it.each([
    ['become the label', 'some «kept words» here', 'some [[N|kept words]] here'],
    ['leave the blanks around them', 'some« kept »here', 'some [[N|kept]] here'],
    ['leave the sign of their line', '«# A title»', '# [[N|A title]]'],
    ['of two lines stay, and the link goes behind them', '«one\ntwo» three', 'one\ntwo [[N]] three'],
    ['that are a link stay', 'see «[[Other]]» now', 'see [[Other]] [[N]] now'],
    ['that are part of a link stay', 'see [[«Oth»er]] now', 'see [[Other]] [[N]] now'],
    ['of a code span stay', 'use `«a» b`', 'use `a b` [[N]]'],
    ['of code stay', '```\n«code»\n```', '```\ncode\n```\n\n[[N]]'],
    ['in a row of a table leave it a row', '| a | b |\n|---|---|\n| c | «two words» |\n', '| a | b |\n|---|---|\n| c | [[N\\|two words]] |\n'],
    ['in the head of a table leave it one', 'a | «b»\n--- | ---\nc | d', 'a | [[N\\|b]]\n--- | ---\nc | d'],
    ['in a table of a callout leave it one', '> | a | b |\n> |:--|--:|\n> | «c» | d |', '> | a | b |\n> |:--|--:|\n> | [[N\\|c]] | d |'],
    ['in a table of one column leave it one', '| a |\n|---\n| «c» |\n', '| a |\n|---\n| [[N\\|c]] |\n'],
    ['in a table of one column without closing strokes leave it one', '| a\n|:-:\n| «c»\n', '| a\n|:-:\n| [[N\\|c]]\n'],
    ['in a table of an item leave it one', '- | a | b |\n  |---|---|\n  | c | «d» |', '- | a | b |\n  |---|---|\n  | c | [[N\\|d]] |'],
    ['below a table of a callout, behind an empty line of it, are no row', '> [!note] T\n> | a | b |\n> |---|---|\n> | c | d |\n>\n> Some «kept words»', '> [!note] T\n> | a | b |\n> |---|---|\n> | c | d |\n>\n> Some [[N|kept words]]'],
    ['below a table of a callout, behind a line of blanks, are no row', '> | a | b |\n> |---|---|\n> | c | d |\n> \n> «kept» words', '> | a | b |\n> |---|---|\n> | c | d |\n> \n> [[N|kept]] words'],
    ['in a heading below a table are no row', '| a | b |\n|---|---|\n| c | d |\n## A «title»\nand more', '| a | b |\n|---|---|\n| c | d |\n## A [[N|title]]\nand more'],
    ['below a heading below a table are no row', '| a | b |\n|---|---|\n## A title\nand «more»', '| a | b |\n|---|---|\n## A title\nand [[N|more]]'],
    ['in an item below a table are no row', '| a | b |\n|---|---|\n| c | d |\n- an «item»', '| a | b |\n|---|---|\n| c | d |\n- an [[N|item]]'],
    ['in a quote below a table are no row', '| a | b |\n|---|---|\n| c | d |\n> a «quote»', '| a | b |\n|---|---|\n| c | d |\n> a [[N|quote]]'],
    ['below a quote with a table are no row', '> | a | b |\n> |---|---|\n> | c | d |\nnot «quoted»', '> | a | b |\n> |---|---|\n> | c | d |\nnot [[N|quoted]]'],
    ['below dashes that begin no table are no row', '\n|---|---|\n«kept» words', '\n|---|---|\n[[N|kept]] words'],
    ['below a table are no row of it', '| a | b |\n|---|---|\n\n«kept» words', '| a | b |\n|---|---|\n\n[[N|kept]] words'],
    ['may hold a whole tag', '«about #bees» now', '[[N|about #bees]] now'],
  ])('%s', (_, written, expected) => {
    expect(inserted(written)).toBe(expected);
  });
});

it('the place is found at once in hostile lines', () => {
  for (const hostile of ['[['.repeat(200_000), '[a](<'.repeat(100_000), '`'.repeat(300_000), ' '.repeat(500_000), '- '.repeat(200_000), '$x '.repeat(100_000)]) {
    const begun = processorTime();
    for (const at of [0, hostile.length / 2, hostile.length]) placeOfLink(hostile, { from: at, to: at });
    expect(processorTime() - begun).toBeLessThan(500);
  }
});
