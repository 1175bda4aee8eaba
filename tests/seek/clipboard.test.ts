import { describe, expect, it } from 'vitest';
import { quoteFromClipboard, quoteFromPlain, readTextFragment } from '../../src/seek';
import { processorTime } from '../processor-time';

describe('a quote from plain text', () => {
  it.each<[string, string, object]>([
    ['words alone', 'Only words.', { text: 'Only words.' }],
    ['an address below', 'Words.\nhttps://x.org/a', { text: 'Words.', source: 'https://x.org/a' }],
    ['an address below, of Windows', 'Words.\r\n\r\nhttps://x.org/a\r\n', { text: 'Words.', source: 'https://x.org/a' }],
    ['an address at the end', 'Words. https://x.org/a', { text: 'Words.', source: 'https://x.org/a' }],
    ['an address in brackets', 'Words (https://x.org/a)', { text: 'Words', source: 'https://x.org/a' }],
    ['an address in angles', 'Words. <https://x.org/a>', { text: 'Words.', source: 'https://x.org/a' }],
    ['an address that ends with a bracket', 'Words. https://en.wikipedia.org/wiki/Tie_(social)', { text: 'Words.', source: 'https://en.wikipedia.org/wiki/Tie_(social)' }],
    ['quotation marks', '“Words.”\nhttps://x.org/a', { text: 'Words.', source: 'https://x.org/a' }],
    ['two quotations', '"One" and "two"\nhttps://x.org/a', { text: '"One" and "two"', source: 'https://x.org/a' }],
    ['a link to a highlight', '"Words of it"\n https://x.org/a#:~:text=Words%20of%20it', { text: 'Words of it', source: 'https://x.org/a' }],
    ['only a link to a highlight', 'https://x.org/a#:~:text=pre-,Words%20of%2C%20it,-post', { text: 'Words of, it', source: 'https://x.org/a' }],
    ['only an address', 'https://x.org/a', { text: '', source: 'https://x.org/a' }],
    ['an address in the middle', 'See https://x.org/a for more', { text: 'See https://x.org/a for more' }],
    ['another scheme', 'Words ftp://x.org', { text: 'Words ftp://x.org' }],
    ['markup', '# [[A]] ![[b]] <%x%> `= y`', { text: '\\# \\[\\[A]] !\\[\\[b]] &lt;%x%> \\`= y\\`' }],
    ['nothing', ' \n ', { text: '' }],
  ])('with %s', (_, plain, draft) => {
    expect(quoteFromPlain(plain)).toEqual(draft);
  });

  it.each([['spaces', `a${' '.repeat(300_000)}b`], ['addresses', 'http://'.repeat(30_000)], ['one long word', 'x'.repeat(1_000_000)], ['brackets', '['.repeat(300_000)]])('is found at once, also among many %s', (_, plain) => {
    const start = processorTime();
    expect(quoteFromPlain(plain).text.length).toBeGreaterThanOrEqual(0);
    expect(processorTime() - start).toBeLessThan(1500);
  });
});

describe('a quote from the clipboard', () => {
  const html = { markdown: '**Words** of a page', links: [] };

  it('prefers the HTML, and takes what it tells of the page', () => {
    expect(quoteFromClipboard({ plain: 'Words of a page', html: { ...html, source: 'https://x.org/a#:~:text=Words', title: ' A\n title ' } })).toEqual({ text: '**Words** of a page', source: 'https://x.org/a', title: 'A title' });
  });

  it('finds the page in a link to the highlight', () => {
    expect(quoteFromClipboard({ plain: 'Words', html: { ...html, links: ['https://other.org', 'https://x.org/b#:~:text=a,b'] } })).toEqual({ text: '**Words** of a page', source: 'https://x.org/b' });
  });

  it('prefers plain words that name their source themselves', () => {
    expect(quoteFromClipboard({ plain: 'Words\nhttps://x.org/a', html })).toEqual({ text: 'Words', source: 'https://x.org/a' });
  });

  it('does with plain text where the HTML says nothing', () => {
    expect(quoteFromClipboard({ plain: 'Words', html: { markdown: ' ', links: [] } })).toEqual({ text: 'Words' });
  });
});

describe('a text fragment', () => {
  it.each<[string, object]>([
    ['https://x.org/a', { address: 'https://x.org/a' }],
    ['https://x.org/a#part', { address: 'https://x.org/a#part' }],
    ['https://x.org/a#:~:text=one%20two', { address: 'https://x.org/a', text: 'one two' }],
    ['https://x.org/a#part:~:text=one', { address: 'https://x.org/a#part', text: 'one' }],
    ['https://x.org/a#:~:text=pre-,one,-post', { address: 'https://x.org/a', text: 'one' }],
    ['https://x.org/a#:~:text=one,two', { address: 'https://x.org/a' }],
    ['https://x.org/a#:~:text=', { address: 'https://x.org/a' }],
    ['https://x.org/a#:~:text=%E7%9F', { address: 'https://x.org/a', text: '%E7%9F' }],
    ['https://x.org/a#:~:other=1&text=one&text=two', { address: 'https://x.org/a', text: 'one' }],
  ])('of %j', (address, read) => {
    expect(readTextFragment(address)).toEqual(read);
  });
});
