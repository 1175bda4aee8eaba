import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createEngine } from '../src/serendipity';

const VAULT = resolve(import.meta.dirname, '../sample-vault');
const PAIRS = JSON.parse(readFileSync(resolve(import.meta.dirname, 'sample-vault-pairs.json'), 'utf8')) as [string, string][];

/** Links to notes that the story means to be written one day, and two that Readwise and Web Clipper would make. */
const NOT_YET_WRITTEN = new Set(['What the porters know', 'The night bus theory of learning', 'reading', 'Henry David Thoreau', 'Florence Nightingale']);
const TODAY = '2026-11-20';

interface Note {
  path: string;
  name: string;
  text: string;
  properties: Record<string, unknown>;
  body: string;
}

const FILES = listFiles(VAULT);
const NOTES = FILES.filter((path) => path.endsWith('.md')).map(readNote);
const BY_NAME = new Map(NOTES.map((note) => [note.name, note]));
const QUOTES = notesOfType('quote');
const CONTACTS = notesOfType('contact');
const COMMUNITIES = notesOfType('community');

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(VAULT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function readNote(path: string): Note {
  const text = readFileSync(join(VAULT, path), 'utf8');
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const properties = match === null ? {} : (parse(match[1] ?? '') as Record<string, unknown>);
  return { path, name: path.replace(/^.*\//, '').replace(/\.md$/, ''), text, properties, body: text.slice(match?.[0].length ?? 0) };
}

function notesOfType(type: string): Note[] {
  return NOTES.filter(({ properties }) => properties['type'] === type);
}

/** The names of all notes that a note links to or embeds, in its body and its properties. */
function linksOf(note: Note): string[] {
  return [...note.text.matchAll(/\[\[([^\]|#]+)(?:[#|][^\]]*)?\]\]/g)].map((match) => (match[1] ?? '').replace(/\\$/, '').replace(/^.*\//, ''));
}

function noteAt(path: string): Note {
  const note = NOTES.find((each) => each.path === path);
  if (note === undefined) throw new Error(`The sample vault has no note ${path}.`);
  return note;
}

function inFolder(folder: string): Note[] {
  return NOTES.filter(({ path }) => path.startsWith(`${folder}/`));
}

describe('sample vault', () => {
  it('has the notes that the story needs', () => {
    expect(NOTES.length).toBeGreaterThanOrEqual(95);
    expect(QUOTES.length).toBeGreaterThanOrEqual(24);
    expect(CONTACTS.length).toBeGreaterThanOrEqual(18);
    expect(COMMUNITIES).toHaveLength(3);
    expect(inFolder('Daily').length).toBeGreaterThanOrEqual(14);
    expect(inFolder('Private')).toHaveLength(2);
    expect(inFolder('Reading').length).toBeGreaterThanOrEqual(3);
    expect(QUOTES.map(({ path }) => path)).toEqual(inFolder('Quotes').map(({ path }) => path));
  });

  it('is set up so that the daily note uses the template', () => {
    const daily = JSON.parse(readFileSync(join(VAULT, '.obsidian/daily-notes.json'), 'utf8')) as Record<string, string>;
    expect(daily).toEqual({ folder: 'Daily', format: 'YYYY-MM-DD', template: 'Templates/Daily note.md' });
    const template = noteAt('Templates/Daily note.md').text;
    for (const token of ['{{date}}', '{{sense:queue:3}}', '{{serendipity:spark}}', '{{ties:due}}']) expect(template).toContain(token);
    expect(NOTES.some(({ path }) => path === `Daily/${TODAY}.md`), 'today is left for the reader to make').toBe(false);
  });

  it('has properties that YAML reads, as a flat map', () => {
    for (const note of NOTES.filter(({ text }) => text.startsWith('---'))) {
      for (const [key, value] of Object.entries(note.properties)) {
        if (key === 'kindle-sync') continue; // the one nested property, as another plugin writes it
        const flat = Array.isArray(value) ? value.every((item) => typeof item !== 'object') : value !== null && typeof value !== 'object';
        expect(flat, `${note.path}: ${key}`).toBe(true);
      }
    }
  });

  it('has names that every platform accepts', () => {
    expect(BY_NAME.size, 'every name is used once').toBe(NOTES.length);
    expect(new Set(FILES.map((path) => path.toLowerCase())).size).toBe(FILES.length);
    for (const path of FILES) {
      expect(path, 'composed Unicode').toBe(path.normalize('NFC'));
      for (const part of path.split('/')) {
        expect(part).not.toMatch(/[\\:*?"<>|#^[\]\p{Cc}]|[. ]$|^ /u);
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      }
    }
  });

  it('has no broken links except the ones still to be written', () => {
    const aliases = new Set(NOTES.flatMap(({ properties }) => (properties['aliases'] as string[] | undefined) ?? []));
    const broken = NOTES.flatMap((note) =>
      linksOf(note).filter((name) => !BY_NAME.has(name) && !aliases.has(name)).map((name) => ({ from: note.path, name })));
    expect(broken.filter(({ name }) => !NOT_YET_WRITTEN.has(name))).toEqual([]);
    expect(new Set(broken.map(({ name }) => name))).toEqual(NOT_YET_WRITTEN);
  });

  it('shows private notes being linked and embedded by others', () => {
    const isPrivate = ({ properties, body }: Note): boolean => properties['private'] === true || /(?:^|\s)#private\b/.test(body);
    const privates = inFolder('Private');
    expect(privates.every(isPrivate)).toBe(true);
    for (const { name } of privates) expect(QUOTES.some((note) => linksOf(note).includes(name)), name).toBe(true);
    expect(QUOTES.some(({ body }) => /!\[\[What worries me about Ward 7\]\]/.test(body))).toBe(true);
    expect(QUOTES.some(({ body }) => /%%[\s\S]+?%%/.test(body))).toBe(true);
  });

  it('speaks Chinese, Japanese and German', () => {
    const languages = inFolder('Notes/Languages').map(({ properties }) => (properties['tags'] as string[])[0]);
    expect(languages.sort()).toEqual(['language/de', 'language/ja', 'language/zh']);
  });
});

describe('quote notes of the sample vault', () => {
  const sensed = QUOTES.filter(({ properties }) => properties['sensed'] !== undefined);
  const shared = QUOTES.filter(({ properties }) => properties['shared'] !== undefined);

  it('are partly sensed, partly shared, partly waiting', () => {
    expect(QUOTES.length - sensed.length).toBeGreaterThanOrEqual(10);
    expect(sensed.length).toBeGreaterThanOrEqual(10);
    expect(shared.length).toBeGreaterThanOrEqual(5);
  });

  it.each(QUOTES.map((note) => [note.name, note] as const))('%s has the shape of a quote note', (_, { properties, body }) => {
    const order = ['type', 'author', 'source', 'via', 'captured', 'sensed', 'sense', 'shared'];
    expect(Object.keys(properties)).toEqual(order.filter((key) => key in properties));
    expect(properties['captured']).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d$/);
    const callout = /^(?:> .*\n)+/.exec(body)?.[0] ?? '';
    const [first = '', ...lines] = callout.trimEnd().split('\n');
    const source = properties['source'];
    if (source === undefined) expect(first).toMatch(/^> \[!quote\] [^[\]]+$/);
    else expect(first).toMatch(/^> \[!quote\] \[[^\]]+\]\(\S+\)$/);
    if (typeof source === 'string') expect(first).toContain(`](${source})`);
    expect(lines.pop()).toBe(`> — ${String(properties['author'])}`);
    expect(lines.length).toBeGreaterThan(0);
    expect(body.slice(callout.length)).toMatch(/^\n## My take\n/);
  });

  it.each(sensed.map((note) => [note.name, note] as const))('%s has a take of its own, of one kind, written after the capture', (_, { properties, body }) => {
    const ways = properties['sense'] as string[];
    for (const way of ways) expect(['filter', 'validate', 'synthesise', 'present', 'customise', 'apply']).toContain(way);
    expect(String(properties['sensed']) > String(properties['captured'])).toBe(true);
    const take = /## My take\n([\s\S]*?)(?=\n## |$)/.exec(body)?.[1] ?? '';
    expect(take.split(/\s+/).length).toBeGreaterThan(40);
  });

  it.each(QUOTES.filter((note) => !sensed.includes(note)).map((note) => [note.name, note] as const))('%s waits without a word', (_, { properties, body }) => {
    expect(properties['sense']).toBeUndefined();
    expect(properties['shared']).toBeUndefined();
    expect(body).toMatch(/\n## My take\n$/);
  });

  it.each(shared.map((note) => [note.name, note] as const))('%s repeats the audiences of its ledger', (_, { properties, body }) => {
    const ledger = (/## Shared\n([\s\S]*)$/.exec(body)?.[1] ?? '').trimEnd().split('\n');
    const entry = /^- (2026-\d\d-\d\d) (team|community|network) · (?:\[\[[^\]]+\]\] · clipboard|\[[a-z]+\]\(https:\/\/\S+\))$/;
    for (const line of ledger) expect(line).toMatch(entry);
    for (const line of ledger) expect((entry.exec(line)?.[1] ?? '') >= String(properties['sensed']).slice(0, 10)).toBe(true);
    expect(ledger.map((line) => entry.exec(line)?.[2])).toEqual(properties['shared']);
  });
});

describe('contacts of the sample vault', () => {
  it.each(CONTACTS.map((note) => [note.name, note] as const))('%s has the shape of a contact note', (_, { properties, body }) => {
    expect(['network', 'community', 'team']).toContain(properties['space']);
    expect((properties['topics'] as string[]).length).toBeGreaterThan(0);
    expect(properties['met']).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const link of (properties['communities'] as string[] | undefined) ?? []) {
      expect(COMMUNITIES.map(({ name }) => `[[${name}]]`)).toContain(link);
    }
    const interactions = (/## Interactions\n([\s\S]*)$/.exec(body)?.[1] ?? '').trimEnd().split('\n');
    const dates = interactions.map((line) => /^- (\d{4}-\d\d-\d\d) (?:received|gave) · \S.*$/.exec(line)?.[1]);
    expect(dates).not.toContain(undefined);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(properties['last-contact'] ?? dates[0]).toBe(dates[0]);
  });

  it('are in all three spaces; some due, some out of touch for years, some without a reminder', () => {
    const today = Date.parse(TODAY);
    const daysSince = ({ properties }: Note): number => (today - Date.parse(String(properties['last-contact']))) / 86_400_000;
    const reminded = CONTACTS.filter(({ properties }) => typeof properties['cadence'] === 'number');
    const due = reminded.filter((note) => daysSince(note) >= Number(note.properties['cadence']));
    expect(due.length).toBeGreaterThanOrEqual(5);
    expect(reminded.length - due.length).toBeGreaterThanOrEqual(5);
    expect(CONTACTS.filter((note) => daysSince(note) > 3 * 365).length).toBeGreaterThanOrEqual(3);
    expect(CONTACTS.length - reminded.length).toBeGreaterThanOrEqual(3);
    expect(CONTACTS.filter(({ properties }) => Array.isArray(properties['feeds'])).length).toBeGreaterThanOrEqual(4);
    for (const space of ['network', 'community', 'team']) expect(CONTACTS.some(({ properties }) => properties['space'] === space)).toBe(true);
  });
});

describe('planted pairs of the sample vault', () => {
  it('are at least fifteen, each with two notes of its own', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(15);
    expect(new Set(PAIRS.flat()).size).toBe(PAIRS.length * 2);
  });

  it.each(PAIRS)('%s and %s exist, in different folders, and are not linked', (one, other) => {
    const [first, second] = [noteAt(one), noteAt(other)];
    expect(linksOf(first)).not.toContain(second.name);
    expect(linksOf(second)).not.toContain(first.name);
    expect(one.replace(/[^/]*$/, '')).not.toBe(other.replace(/[^/]*$/, ''));
    for (const { body } of [first, second]) {
      const count = body.split(/\s+/).length;
      expect(count).toBeGreaterThanOrEqual(80);
      expect(count).toBeLessThanOrEqual(300);
    }
  });

  it('are, four in five, among the first eight links that the engine finds for one of the two', () => {
    const engine = createEngine();
    for (const { path, text } of NOTES) engine.put({ path, text, mtime: Date.parse('2026-11-01'), ctime: 0 });
    const finds = (path: string, other: string): boolean =>
      engine.suggest({ path, limit: 8, now: Date.parse(TODAY), templateFolders: ['Templates'] }).some((suggestion) => suggestion.path === other);
    const missed = PAIRS.filter(([one, other]) => !finds(one, other) && !finds(other, one));
    // Four in five: the pairs are a story, not the measure (that is bench/quality.mts).
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(PAIRS.length / 5);
  });
});
