import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, readProperties } from '../src/note';
import { BLOCK_KINDS, TOKENS, readLiveBlock, tokensOf } from '../src/practice';
import { readQuoteNote } from '../src/seek';
import { readApplied, readAside, readSenseState } from '../src/sense';
import { readCameBack, readCopy, readLedger } from '../src/share';
import { interactionsOf, isCommunityNote, readContact, readPracticeChanges } from '../src/ties';
import { words } from '../src/words';

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

const SRC = resolve(import.meta.dirname, '../src');
const CODE = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => ({ path: relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'), text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));

function page(name: string): string {
  return PAGES.find(({ path }) => nameOf(path) === name)?.text ?? '';
}

/** The code blocks of a page, by language. */
function examples(name: string, language: string): string[] {
  return [...page(name).matchAll(/^(`{3,})([\w-]*)\n([\s\S]*?)^\1$/gm)].filter((match) => match[2] === language).map((match) => match[3] ?? '');
}

/** A text of the product by room and key. */
function said(room: string, key: string): unknown {
  return (words as unknown as Record<string, Record<string, unknown>>)[room]?.[key];
}

describe('the reference says what the code does', () => {
  it('lists every command with its id and name, and no other', () => {
    const registered = CODE.flatMap(({ text }) => [...text.matchAll(/addCommand\(\{\s*id: '([^']+)',\s*name: words\.(\w+)\.(\w+)/g)])
      .map(([, id, room = '', key = '']) => `${id ?? ''} | ${String(said(room, key))}`);
    const listed = [...page('commands').matchAll(/^\| `([a-z-]+)` \| ([^|]+?) \|/gm)].map(([, id, name]) => `${id ?? ''} | ${name ?? ''}`);
    expect(registered.length).toBeGreaterThanOrEqual(14);
    expect(listed.sort()).toEqual(registered.sort());
  });

  it('names every setting as it is named in the settings', () => {
    const named = CODE.filter(({ path }) => path.endsWith('/ui/settings.ts')).flatMap(({ path, text }) =>
      [...text.matchAll(/name: texts\.(\w+)/g)].map(([, key = '']) => String(said(path.split('/')[0] ?? '', key))));
    expect(named.length).toBeGreaterThanOrEqual(30);
    const listed = [...page('Settings').matchAll(/^\| (?!setting \||---)([^|]+?) \|/gm)].map(([, name]) => name ?? '');
    expect(listed.sort()).toEqual(named.sort());
  });

  it('lists every token and no other, with its usual number', () => {
    const table = page('daily-note-tokens').split('\n').filter((line) => /^\| `\{\{/.test(line)).slice(0, Object.keys(TOKENS).length);
    const listed = table.map((line) => ({ name: tokensOf(line.replaceAll('`', ''))[0]?.name, usual: / at most (\d+) /.exec(line)?.[1] ?? '1' }));
    expect(listed).toEqual(expect.arrayContaining(Object.entries(TOKENS).map(([name, { usual }]) => ({ name, usual: String(usual) }))));
  });

  it('gives live blocks that can be read, and every kind with its usual number', () => {
    for (const example of [...examples('live-blocks', 'markdown'), ...examples('Daily notes and live blocks', 'markdown')]) {
      const inner = /^```seek-sense-share\n([\s\S]*?)^```$/m.exec(example)?.[1];
      if (inner !== undefined) expect(readLiveBlock(inner)).toMatchObject({ ok: true });
    }
    for (const show of Object.keys(BLOCK_KINDS)) {
      const usual = readLiveBlock(`show: ${show}`);
      expect(page('live-blocks')).toMatch(new RegExp(`^\\| \`${show}\` \\| .* \\| ${usual.ok ? usual.value.limit : ''} \\|$`, 'm'));
    }
  });

  it('describes every property', () => {
    for (const name of Object.values(PROPERTY_NAMES)) expect(page('note-formats')).toContain(`\`${name}\``);
  });

  it('shows a quote note, a contact note and a community note that are read as such', () => {
    const [quote = '', takes = '', history = '', contact = '', community = ''] = examples('note-formats', 'markdown');
    expect(readQuoteNote(quote, PROPERTY_NAMES)).toMatchObject({ ok: true, value: { author: 'Harold Jarche', via: '[[Ines Carvalho]]', title: 'Why do I need KM?' } });
    expect(readLedger(quote, 'Shared')).toMatchObject([{ audience: 'community', recipients: ['KM Practitioners'], channel: 'clipboard' }]);
    const properties = (text: string): Record<string, unknown> => {
      const read = readProperties(text);
      return read.ok ? read.value : {};
    };
    expect(readSenseState(quote, properties(quote), { names: PROPERTY_NAMES, takeSection: 'My take' }).take.ways).toEqual(['synthesise']);
    expect(readSenseState(takes, {}, { names: PROPERTY_NAMES, takeSection: 'My take' })).toMatchObject({ day: '2026-12-01', take: { ways: ['validate'] }, earlier: [{}] });
    expect(readLedger(`## Shared\n${history}`, 'Shared')).toHaveLength(history.trim().split('\n').length);
    const person = readContact('People/Somebody.md', properties(contact), contact, { names: PROPERTY_NAMES, interactionsSection: 'Interactions' });
    expect(person).toMatchObject({ space: 'network', cadence: 60, interactions: [{ direction: 'received' }, { direction: 'gave' }] });
    expect(isCommunityNote(properties(community), PROPERTY_NAMES)).toBe(true);
  });

  it('shows lists and a copy that are read as such, line by line', () => {
    const [applied = '', aside = '', shareForms = '', cameBackForm = '', interactionForm = '', introduced = '', changes = ''] = examples('note-formats', '');
    const lines = (list: string): string[] => list.trimEnd().split('\n');
    expect(readApplied(`## Applied\n${applied}`, 'Applied')).toMatchObject([{ day: '2026-11-25', how: 'tried' }, { day: '2026-11-26', how: 'error-avoided' }]);
    expect([...readAside(aside)]).toEqual([['1a2b3c4d5e6f7', { kind: 'later', day: '2026-12-01' }], ['7f6e5d4c3b2a1', { kind: 'letGo', day: '2026-11-21' }]]);
    const written = (form: string): string => Object.entries({ DAY: '2026-11-20', AUDIENCE: 'team', RECIPIENT: '[[Joan Petrie]]', CHANNEL: 'feed', ADDRESS: 'Feeds/team.xml#0f3k2m9qz7a1b', REASON: 'she asked', KIND: 'reply', PERSON: '[[Joan Petrie]]', TEXT: 'yes', DIRECTION: 'gave', WHAT: 'a map' })
      .reduce((text, [name, value]) => text.replaceAll(name, value), form).replaceAll(' · …', '');
    const shares = readLedger(`## Shared\n${written(shareForms)}`, 'Shared');
    expect(shares).toHaveLength(lines(shareForms).length);
    for (const entry of shares) expect(entry).toMatchObject({ day: '2026-11-20', audience: 'team', recipients: ['Joan Petrie'], channel: 'feed' });
    expect(readCameBack(`## Shared\n- 2026-11-20 team · feed\n${written(cameBackForm)}`, 'Shared')).toEqual([{ day: '2026-11-20', kind: 'reply', from: '[[Joan Petrie]]', text: 'yes' }]);
    expect(interactionsOf(`## Interactions\n${written(interactionForm)}`, 'Interactions')).toEqual([{ day: '2026-11-20', direction: 'gave', what: 'a map' }]);
    expect(interactionsOf(`## Interactions\n${introduced}`, 'Interactions')).toMatchObject([{ day: '2026-11-21', introduced: true, what: '[[Joan Petrie]]' }]);
    expect(readPracticeChanges(`## Practice changes\n${written(changes)}`, 'Practice changes')).toMatchObject([{ day: '2026-11-20', text: 'yes' }, { day: '2026-11-25' }]);
    const [copy = ''] = examples('note-formats', 'yaml');
    expect(readCopy(`---\n${copy}---\nText.\n`)).toMatchObject({ key: '0f3k2m9qz7a1b', title: 'On waiting', by: 'Ines Carvalho', author: 'Harold Jarche', audience: 'community', licence: 'CC BY 4.0', shared: '2026-11-20', updated: '2026-11-24' });
  });

  // Who adds an example adds it here and to the test that runs it.
  it('has no example that no test runs', () => {
    const shown = Object.fromEntries(PAGES.filter(({ path }) => path.startsWith('reference/')).map(({ path }) => {
      const languages = [...page(nameOf(path)).matchAll(/^(`{3,})([\w-]*)\n[\s\S]*?^\1$/gm)].map((match) => match[2] ?? '');
      return [nameOf(path), Object.fromEntries([...new Set(languages)].map((language) => [language, languages.filter((one) => one === language).length]))] as const;
    }).filter(([, counts]) => Object.keys(counts).length > 0));
    expect(shown).toEqual({
      // tests/story/api.test.ts; `ts` in tests/script-api-types.test.ts
      api: { js: 2, ts: 1, templater: 1, quickadd: 1, dataviewjs: 1, cli: 1 },
      'daily-note-tokens': { markdown: 1 },
      uri: { js: 1 },
      // tests/story/bases.test.ts
      bases: { yaml: 1 },
      // tests/story/blocks.test.ts
      'live-blocks': { markdown: 1 },
      // above
      'note-formats': { markdown: 5, '': 7, yaml: 1 },
    });
  });
});
