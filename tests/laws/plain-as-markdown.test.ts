import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { percentDecoded } from '../../src/base';
import { escapedInline, plainAsMarkdown, quoteBlocksOf } from '../../src/note';
import { makeQuote, quoteCallout } from '../../src/seek';
import { anyText, RUNS } from './generators';

/** Plain text that looks like every kind of markup, in short pieces that meet each other. */
const markupLike = fc
  .array(fc.constantFrom('a', 'b c', ' ', '\n', '\n\n', '_', '__', '*', '**', '#', '##', '# ', '> ', '- ', '-', '--', '---', '=', '==', '===', '+', '+ ', '1. ', '1) ', '`', '```', '~', '~~', '~~~', '|', '|-|', ':-', ':-:', ':', '::', ':::', '$', '$$', '[', ']', '[[', ']]', '(', ')', '!', '<', '>', '</b>', '<!--', '<%', '%>', '%', '%%', '%%%', '{', '{{', '{%', '}', '}}', '&', '&amp;', '&#35;', '\\', '^', '^id', '\t', '    ', '#tag', '#😀', '@', 'https://x.org', '\u00A0', '=x', '`= x`', '$x$'), { maxLength: 14 })
  .map((pieces) => pieces.join(''));

// What a renderer has to change: NUL becomes U+FFFD by CommonMark 2.3, a lone surrogate is no character.
const text = fc.oneof(markupLike, anyText.map((any) => any.toWellFormed().replace(/\0/g, '').replace(/\r\n?/g, '\n')));

function parsed(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] });
}

function kindsIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsIn) : [])];
}

function shown(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(shown).join(node.type === 'root' ? '\n' : '') : '';
}

// In an address the characters that could act are percent-encoded: it leads to the same place.
function unspaced(any: string): string {
  return percentDecoded(any.replace(/%25/g, '%')).replace(/\s+/gu, '');
}

describe('plain text written as Markdown', () => {
  it('is only paragraphs, and shows the same characters', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const tree = parsed(plainAsMarkdown(plain));
        // A bare web address is shown as it is written, whether it can be clicked or not.
        expect(kindsIn(tree).filter((kind) => !['root', 'paragraph', 'text', 'break', 'link'].includes(kind))).toEqual([]);
        expect(unspaced(shown(tree))).toBe(unspaced(plain));
      }),
      { ...RUNS, numRuns: 6000 },
    );
  });

  it('stays so within a quote callout', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const made = makeQuote({ text: plainAsMarkdown(plain), captured: '2026-11-20T09:12' });
        if (!made.ok) return;
        const [block] = quoteBlocksOf(quoteCallout(made.value));
        expect(unspaced(shown(parsed(block?.text ?? '')))).toBe(unspaced(plain));
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('holds nothing that Obsidian or a plugin would act on', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const markdown = plainAsMarkdown(plain);
        for (const live of ['[[', '{{', '{%', '<%', '%%', '==', '~~', '$$', '::', '<!--']) expect(markdown).not.toContain(live);
        expect(markdown).not.toMatch(/(?:^|[^\\])`/);
        expect(markdown).not.toMatch(/(?:^|\s)#[^\s#\\]/u);
        expect(markdown).not.toMatch(/\s\^[\w-]+\s*$/m);
        expect(markdown).not.toMatch(/(?:^|[^\\])\$\S[^$\n]*\$/);
      }),
      { ...RUNS, numRuns: 6000 },
    );
  });

  it('leaves ordinary prose as it is', () => {
    const prose = "It's 5% – or $5 & more (a/b), e.g. snake_case, #1 of 3: x < y > z; \"so\" he said… A+B=C, 10:30, C# and a^2. “Noise!” [1]";
    expect(plainAsMarkdown(prose)).toBe(prose.replace('[1]', '\\[1]').replace('#1', '\\#1'));
    for (const same of ['See "https://example.org/a_b?c=1&d=2", (https://example.org/Tie_weak) and www.example.org.', 'a_b@example.org']) expect(plainAsMarkdown(same)).toBe(same);
  });
});

describe('a line escaped for use within Markdown', () => {
  it('shows the same characters and holds nothing that acts', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const line = plain.replace(/\s+/gu, ' ').trim();
        const markdown = `— ${escapedInline(line)}`;
        expect(shown(parsed(markdown)).replace(/\s+/gu, ' ').trim()).toBe(`— ${line}`.trim());
        for (const live of ['[[', '{{', '<%', '%%', '==', '~~', '$$', '::']) expect(markdown).not.toContain(live);
      }),
      { ...RUNS, numRuns: 3000 },
    );
  });
});
