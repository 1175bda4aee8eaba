import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCS = resolve(import.meta.dirname, '../docs');
const PAGES = readdirSync(DOCS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => relative(DOCS, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .map((path) => ({ path, text: readFileSync(join(DOCS, path), 'utf8') }));

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.md$/, '');
}

/** The text without code, in which a link is only an example. */
function prose(text: string): string {
  return text.replace(/^(`{3,})[\s\S]*?^\1`*$/gm, '').replace(/`[^`\n]*`/g, '');
}

function headingsOf(text: string): string[] {
  return [...prose(text).matchAll(/^#{1,6} (.+)$/gm)].map((match) => match[1] ?? '');
}

function brokenLinksOf({ text }: { text: string }): string[] {
  const links = [...prose(text).matchAll(/\[\[([^\]|#\\]+)(?:#([^\]|\\]+))?[^\]]*\]\]/g)];
  return links.filter(([, name = '', heading]) => {
    const page = PAGES.find(({ path }) => nameOf(path) === name || path === `${name}.md`);
    return page === undefined || (heading !== undefined && !headingsOf(page.text).includes(heading));
  }).map(([link]) => link);
}

describe('docs', () => {
  it('has the pages of the guide and the reference', () => {
    const reached = PAGES.map(({ path }) => path);
    for (const page of ['Home', 'guide/Getting started', 'guide/Settings', 'reference/commands', 'reference/note-formats', 'reference/glossary']) {
      expect(reached).toContain(`${page}.md`);
    }
  });

  it.each(PAGES)('$path links only to pages and headings that exist', (page) => {
    expect(brokenLinksOf(page)).toEqual([]);
  });

  it.each(PAGES)('$path shows only pictures that exist', ({ path, text }) => {
    const pictures = [...prose(text).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    for (const picture of pictures) expect(existsSync(resolve(DOCS, dirname(path), decodeURI(picture))), picture).toBe(true);
  });

  it('leads to every page of the guide and the reference from its home page', () => {
    const home = PAGES.find(({ path }) => path === 'Home.md')?.text ?? '';
    for (const { path } of PAGES.filter(({ path: each }) => /^(?:guide|reference)\//.test(each))) expect(home).toContain(`[[${nameOf(path)}]]`);
  });
});
