import { describe, expect, it } from 'vitest';
import { uncommenting, withoutComments } from '../../src/share/comments';

describe('a text without comments', () => {
  it.each<[string, string, string[]]>([
    ['a %%b%% c', 'a  c', ['b']],
    ['%%\nb\n\nc\n%%\nd', '\nd', ['b\n\nc']],
    ['a <!-- b\nc --> d', 'a  d', ['b\nc']],
    ['a %% never closed\n# b', 'a ', ['never closed\n# b']],
    ['`%%` a ``b ` %% `` c', '`%%` a ``b ` %% `` c', []],
    ['\\` %%b%% \\`', '\\`  \\`', ['b']],
    ['\\\\` %% `', '\\\\` %% `', []],
    ['```\n%% code %%\n```\n%%b%%', '```\n%% code %%\n```\n', ['b']],
    ['- ```\n  %% code\n  ```\n%%b%%', '- ```\n  %% code\n  ```\n', ['b']],
    ['> ```\n> %% code\n\n%%b%%', '> ```\n> %% code\n\n', ['b']],
    ['- ```\n  open\n\n%%b%%', '- ```\n  open\n\n', ['b']],
    ['```a``` %%b%%', '```a``` ', ['b']],
    ['%% `a %% b`', ' b`', ['`a']],
    ['100 % and 5%', '100 % and 5%', []],
    ['a <!-- b %% c %% --> d', 'a  d', ['b %% c %%']],
    ['a <!-- b %% --> c', 'a ', ['b %% --> c']],
    ['open ` here\nand ` %%b%% ` there', 'open ` here\nand `  ` there', ['b']],
    ['open ` here\n\n`%%` there', 'open ` here\n\n`%%` there', []],
    ['- open ` here\n- `%%` there', '- open ` here\n- `%%` there', []],
    ['a\r\n%%b%%\r\nc', 'a\r\n\r\nc', ['b']],
  ])('%j is %j', (text, kept, comments) => {
    expect(withoutComments(text)).toMatchObject({ text: kept, comments });
  });

  it.each([
    'US$5 `%%` US$6 more.', 'It costs $5, `%%` is a sign, $6 more.\n\nMore.', '[[Note about `%%`]] more.', 'See https://e.org/a%%20b more.', '[a](https://e.org/`%%`) more.', 'If a<b, `%%`, c>d more.', '$a %% b$ more.', '$$\na %% b\n$$\nMore.',
    '<kbd>%%</kbd> more.', '<a title="%%">b</a> more.', 'Write \\%% more.', '%%%% more.', 'A `code\nspan %% over` lines, more.', 'US$5 `<!--` US$6 more.', 'A %%%%-sign and an 8 %.',
    'See https://e.org/?q=100%%25 more.', '[a](<https://e.org/ %%> "a") more.', '<img alt=100%% src="https://e.org/i.png"> more.', '[[Note %%|words]] more.', 'So $a %% b$ and $c$ more.',
  ])('leaves %j whole, as its only sign stands where nobody begins a comment', (text) => {
    expect(withoutComments(text)).toEqual({ text, comments: [], isOpen: false });
    // A comment above changes nothing …
    expect(withoutComments(`%%hidden%%\n\n${text}`).text).toBe(`\n\n${text}`);
    // … but a sign below: whoever takes the first for one ends there what he hides.
    expect(withoutComments(`${text}\n\n%%hidden%%`).text).not.toContain('hidden');
    expect(withoutComments(`${text}\n\n%%hidden`).text).not.toContain('hidden');
    expect(withoutComments(`${text}\n\n<!-- hidden`).text).not.toContain('hidden');
  });

  it.each(['I am 100%% sure.', 'a\n\n    %% hidden', '- a\n\n    %% hidden', '<div>\n%% hidden', '<u>a</u> %% hidden', 'so %%hidden', 'At $5 %% hidden, see $a$', 'a ` b\n%% hidden\nc ` d', '[Ann]: she %% hidden', 'a^[b %% hidden]', '$$\n%% hidden',
    'See [b](https://e.org)%% hidden', '[b](https://e.org)%%\nhidden\n\nso', '(https://e.org)%%hidden', '<https://e.org>%% hidden', '![i](https://e.org/i.png)%% hidden', '[b](https://e.org)[^1]%% hidden', '"https://e.org"%% hidden', '**https://e.org**%% hidden', 'https://e.org%% hidden',
    '[b](https://e.org "https://e.org")%% hidden', 'It cost US$5 %% hidden: I paid A$7', 'From $5 %% hidden up to$7', 'see [%% hidden](https://e.org)', '[[Open|a %% hidden]]', '[Ann](she %% hidden)', 'a <b %% hidden> c',
  ])('takes %j for a comment up to the end', (text) => {
    expect(withoutComments(text)).toMatchObject({ text: text.slice(0, text.indexOf('%%')), isOpen: true });
  });

  it('is found in many steps in a long text', () => {
    const steps = uncommenting('Words `%%` and `code`, %%hidden%% so.\n\n'.repeat(1000));
    let count = 0;
    while (steps.next().done !== true) count++;
    expect(count).toBeGreaterThan(1000);
  });

  it('says when the last one is never closed', () => {
    expect(withoutComments('a %%b%% %% c').isOpen).toBe(true);
    expect(withoutComments('a %%b%%').isOpen).toBe(false);
  });
});
