import fc from 'fast-check';
import type { Privacy } from '../../src/share';

/** A vault in which one folder and one note by its name are private. */
export const HOSTILE_PRIVACY: Privacy = { isPrivate: (target) => /^(?:\.?\/)?Private\/|^Secretive(?:\.md)?$/i.test(target), placeholder: '[…]' };

const MARKS = [
  '[', ']', '(', ')', '![', '](', '][', ']:', '[]', '[[', ']]', '|', '\\|', '`', '``', '```', '````', '~~~', '<', '>', '!', '\\', '\\\\', '%', '%%', '<!--', '-->', '::', ':', '"', "'", '$', '$$', '==', '~~', '#', '^', '&', ';',
  '*', '**', '_', '&amp;', '&#91;', '&lbrack;', '&#x28;', '= ', '{', '}', '/', '.', '?', '@', '\t', '\u00A0', '…',
] as const;
const LINES = ['\n', '\n\n', '\n> ', '\n- ', '\n  ', '\n    ', '\n\t', '\n1. ', '\n# ', '\n| ', '\n|-|-|\n', '\n```\n', '\n> ```\n> ', '\n- ```\n  ', '\n~~~\n', '\n---\n', '\n===\n', '\n[^1]: ', '\n[r]: ', '\n> [r]: ', '\n- [r]: ', '\n- [ ] ', '\n<div ', '\n> - ', '  \n', '\n```ad-note\n', '\n\u00A0```\n'] as const;
const PLACES = [
  'Private/x.md', '<Private/x y.md>', 'Private%2Fx.md', 'Private%252Fx', '&#x50;rivate/x.md', 'Pri\\vate/x', './Private/x.md', 'Note.md', 'Secretive.md', 'obsidian://open?vault=V&file=Private%2Fx', 'obsidian:open?file=x', 'file:///home/me/Private/x.md', 'app://local/Private/x.md',
  'https://example.org/', '<https://example.org/>', 'files/i.png', '#part', 'Private/a(b).md', 'mailto:ann@example.org', 'Secretive',
  'http://localhost:27123/vault/Private/x.md', 'http://[::1]/Private/x', 'file:/home/me/Private/x.md', 'note:Private/x', 'ftp://127.0.0.1/Private/x', 'git://example.org/x', 'https://example.org/?u=obsidian%3A%2F%2Fopen%3Ffile%3DPrivate%252Fx', 'http://localhost:3000/',
] as const;
const WORDS = [
  'words', 'a', 'k', ' ', '  ', 'r', '[r]', '[r][]', '[S][r]', '[a](', '](Private/x.md)', '](Private/x.md "t")', "](Private/x.md 't')", '](<Private/x.md> (t))', '](https://example.org/)', '![a](', '[[Private/x]]', '[[Private/x|y]]', '![[Private/x]]', '[[Open]]', '[k:: v]', '(k:: v)', 'k:: v', '[k::', '(k:: ',
  '<a href="', '">', '<img src=', "<a title='", '</a>', '<b>', ' ^id', '`= x`', '[^1]', 'href="Private/x.md"',
  '`a`', '`<img src="i.png">`', '`[a](i.png)`', '`[[Open]]`', '`obsidian:open?file=x`', '<pre>', '</pre>', '$5\\%%$', '\\%%', '(https://example.org/%%)', '<style>', 'url(', '\\href{', 'content="0;url=',
] as const;

const token = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...MARKS) }, { weight: 3, arbitrary: fc.constantFrom(...PLACES) },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) }, { weight: 2, arbitrary: fc.constantFrom(...LINES) },
);

/** Markdown of small pieces that every reader takes differently, with addresses of private notes among them. */
export const hostileMarkdown = fc.array(token, { minLength: 2, maxLength: 24 }).map((tokens) => tokens.join(''));
