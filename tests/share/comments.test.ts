import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../src/share/comments';

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

  it('says when the last one is never closed', () => {
    expect(withoutComments('a %%b%% %% c').isOpen).toBe(true);
    expect(withoutComments('a %%b%%').isOpen).toBe(false);
  });
});
