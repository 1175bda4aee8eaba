import { describe, expect, it } from 'vitest';
import { linkDestination, percentDecoded, readWebAddress } from '../../src/base';

describe('a web address', () => {
  it('is read into its parts', () => {
    expect(readWebAddress(' HTTPS://WWW.Jarche.com/2010/Why?a=1&b=2#part ')).toEqual({ scheme: 'https', host: 'www.jarche.com', path: '/2010/Why', query: '?a=1&b=2', fragment: '#part' });
    expect(readWebAddress('http://localhost:8080')).toEqual({ scheme: 'http', host: 'localhost:8080', path: '', query: '', fragment: '' });
  });

  it.each(['', 'jarche.com', 'ftp://x.org', 'javascript:alert(1)', 'https://', 'https:///path', 'https://x.org/a b', 'https://x.org/\u0000', 'see https://x.org'])('is not %j', (text) => {
    expect(readWebAddress(text)).toBeUndefined();
  });
});

describe('a link destination', () => {
  it.each([
    ['https://x.org/a_(b)', 'https://x.org/a_%28b%29'],
    ['https://x.org/a b>c', 'https://x.org/a%20b%3Ec'],
    ['https://x.org/?q=[1]|2', 'https://x.org/?q=%5B1%5D%7C2'],
    ['https://x.org/全角\u3000x', 'https://x.org/全角%E3%80%80x'],
  ])('of %j is %j', (address, destination) => {
    expect(linkDestination(address)).toBe(destination);
    expect(percentDecoded(destination)).toBe(address);
  });
});

describe('percent-encoded text', () => {
  it.each([['a%20b', 'a b'], ['%E7%9F%A5', '知'], ['100%', '100%'], ['%E7%9F', '%E7%9F'], ['%zz%41', '%zzA']])('%j is %j', (text, decoded) => {
    expect(percentDecoded(text)).toBe(decoded);
  });
});
