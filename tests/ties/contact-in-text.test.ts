import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactInText } from '../../src/ties';

describe('a copied text about somebody', () => {
  it.each([
    ['Ana Lee', { name: 'Ana Lee', email: '', url: '' }],
    ['@ana', { name: 'ana', email: '', url: '' }],
    ['"Lee, Ana" <ana@x.example>', { name: 'Lee, Ana', email: 'ana@x.example', url: '' }],
    ['Ana Lee <mailto:ana@x.example>', { name: 'Ana Lee', email: 'ana@x.example', url: '' }],
    ['ana@x.example', { name: '', email: 'ana@x.example', url: '' }],
    ['[[Ana Lee]]', { name: 'Ana Lee', email: '', url: '' }],
    ['\nDr. Ana Lee\nHead of Bees\nana@x.example | https://x.example/ana.\n', { name: 'Dr. Ana Lee', email: 'ana@x.example', url: 'https://x.example/ana' }],
    ['陈玉兰 https://x.example/c', { name: '陈玉兰', email: '', url: 'https://x.example/c' }],
  ])('%j', (text, expected) => {
    expect(contactInText(text)).toEqual(expected);
  });

  it.each(['', '  \n ', '12345', 'https://x.example/only', 'This is a whole sentence about somebody. It goes on, and on, and tells no name at all.'])('tells nobody: %j', (text) => {
    expect(contactInText(text)).toBeUndefined();
  });

  it('never fails, whatever was copied', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const told = contactInText(text);
      expect(told?.name ?? '').not.toMatch(/[\r\n]/);
    }));
  });
});
