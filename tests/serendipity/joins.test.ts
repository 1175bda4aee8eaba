import { describe, expect, it } from 'vitest';
import { type Reason, type Suggestion, createEngine, illustrate, wordReason } from '../../src/serendipity';
import { readFrontmatter } from '../../src/serendipity/read/frontmatter';
import { DEFAULT_LANGUAGE } from '../../src/serendipity/read/languages';
import { SurfaceReader } from '../../src/serendipity/read/surface';
import { isWeak } from '../../src/serendipity/read/weak-words';
import { speak } from '../../src/words';
import { BLEND, PARTS } from '../../src/serendipity/rank/weights';
import { CHINESE, GERMAN, type Note, notesIn, sharedVault } from './sample-notes';

// Every suggestion says by what two notes are joined, and what it says is recomputed here from the texts alone.

const NOW = Date.UTC(2026, 10, 20);
const JOINING: readonly Reason['kind'][] = ['terms', 'named', 'common', 'near', 'chain', 'beside', 'tags', 'habit'];
const VAULTS: readonly (readonly [name: string, notes: readonly Note[] | undefined, limit: number])[] = [
  ['the sample vault', notesIn('sample-vault'), Infinity],
  ['a vault in German', GERMAN, Infinity],
  ['a vault in Chinese', CHINESE, Infinity],
  ['jzhao', sharedVault('jzhao'), 200],
  ['vaultofknowledge', sharedVault('vaultofknowledge'), 200],
];

const small = (path: string): string => path.replace(/\.md$/i, '').toLowerCase();
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Everything a text may link to: wikilinks and Markdown links, wherever they stand. */
function writtenLinks(text: string): string[] {
  const wiki = [...text.matchAll(/\[\[([^\]|#\n]+)/g)].map(([, target = '']) => target.replace(/\\$/, ''));
  const markdown = [...text.matchAll(/\]\(<?([^)>#\s]+(?: [^)>#"]+)?)/g)].map(([, target = '']) => decodeURIComponent(target.replace(/%(?![\da-f]{2})/gi, '%25')));
  return [...wiki, ...markdown].map((target) => small(target.trim()).replace(/^(?:\.{0,2}\/)+/, ''));
}

/** A vault as its texts tell. */
class Texts {
  private readonly links: ReadonlyMap<string, readonly string[]>;
  readonly notes: ReadonlyMap<string, Note>;

  constructor(notes: readonly Note[]) {
    this.notes = new Map(notes.map((note) => [note.path, note]));
    this.links = new Map(notes.map(({ path, text }) => [path, writtenLinks(text)]));
  }

  of(path: string): Note {
    const note = this.notes.get(path);
    if (note === undefined) throw new Error(`No note "${path}".`);
    return note;
  }

  linksTo(from: string, to: string): boolean {
    return (this.links.get(from) ?? []).some((target) => small(to) === target || small(to).endsWith(`/${target}`));
  }

  areLinked(a: string, b: string): boolean {
    return this.linksTo(a, b) || this.linksTo(b, a);
  }

  /** Whether a way of so many links leads from one note to another. */
  isWithin(links: number, from: string, to: string): boolean {
    let front = [from];
    for (let step = 1; step < links; step++) front = [...this.notes.keys()].filter((path) => front.some((at) => this.areLinked(at, path)));
    return front.some((at) => this.areLinked(at, to));
  }

  /** How many links notes of one folder have that may lead to one of the other. */
  between(from: string, to: string): number {
    const targets = [...this.notes.keys()].filter((path) => folderOf(path) === to).map(small);
    const names = new Set(targets.flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(at).join('/'))));
    return [...this.links].filter(([path]) => folderOf(path) === from).flatMap(([, links]) => links).filter((link) => names.has(link)).length;
  }

  words(path: string): ReadonlySet<number> {
    const { text } = this.of(path);
    const reader = new SurfaceReader(text, readFrontmatter(text).end);
    return new Set([path, ...text.split('\n')].flatMap((line) => reader.words(line).map(({ hash }) => hash)));
  }

  /** What is wrong about a reason; undefined when it is true. */
  wrong(reason: Reason, here: string, there: string): string | undefined {
    const along = (note: string, other: string, way: 'to' | 'from'): boolean => (way === 'to' ? this.linksTo(note, other) : this.linksTo(other, note));
    // As it stands there, and as it reads without the marks.
    const raw = (path: string): string => {
      const { text } = this.of(path);
      return `${path} ${text} ${text.replace(/\[\[[^\]|\n]*\|([^\]\n]*)\]\]/g, '$1').replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1').replace(/[[\]*_`~=]/g, '')}`;
    };
    const shareWords = (a: string, b: string): boolean => [...this.words(a)].some((hash) => this.words(b).has(hash));
    const isTrue = ((): boolean => {
      switch (reason.kind) {
        case 'terms': return reason.terms.length > 0 && reason.terms.every((term) => raw(here).includes(term.here) && raw(there).includes(term.there));
        case 'named': return raw(reason.where === 'here' ? here : there).toLowerCase().includes(reason.name.toLowerCase());
        case 'common': return along(here, reason.via, reason.here) && along(there, reason.via, reason.there);
        case 'near': return along(there, reason.via, reason.there) && shareWords(here, reason.via);
        case 'chain': return this.isWithin(reason.links, there, reason.from) && (reason.isLinked ? this.areLinked(reason.from, here) : shareWords(reason.from, here));
        case 'beside': return this.linksTo(reason.via, there) && this.linksTo(reason.via, reason.target) && this.linksTo(here, reason.target);
        case 'tags': return reason.tags.length > 0 && reason.tags.every((tag) => [here, there].every((path) => this.of(path).text.toLowerCase().includes(tag)));
        case 'habit': return reason.here === folderOf(here) && reason.there === folderOf(there) && reason.links > 0 && reason.links <= this.between(reason.here, reason.there);
        case 'distance': return reason.links > 1 && !this.areLinked(here, there);
        case 'unconnected': return !this.areLinked(here, there);
        default: return true;
      }
    })();
    return isTrue && wordReason(reason) !== '' ? undefined : `${here} → ${there}: ${JSON.stringify(reason)}`;
  }

  /** The marks of both passages that are not words of the bridge, or stand in one of the notes only. */
  wrongMarks(suggestion: Suggestion, here: string): string[] {
    const [mine, theirs] = [this.of(here), this.of(suggestion.path)];
    const { excerpt, titleMarks, hereExcerpt } = illustrate(suggestion, mine, theirs);
    const title = { text: suggestion.title, marks: titleMarks };
    return [[excerpt, theirs, mine] as const, [title, theirs, mine] as const, [hereExcerpt, mine, theirs] as const].flatMap(([{ text, marks }, note, other]) => {
      const reader = new SurfaceReader(note.text, readFrontmatter(note.text).end);
      const elsewhere = this.words(other.path);
      return marks.map(([start, end]) => text.slice(start, end)).filter((word) => !reader.words(word).some(({ hash }) => [...suggestion.bridge, suggestion.weak].includes(hash) && elsewhere.has(hash)));
    });
  }
}

/** Notes evenly spread over a vault whose suggestions are about so many. */
function askers(notes: readonly Note[], limit: number): readonly Note[] {
  const step = Math.max(1, Math.floor((notes.length * 8) / limit / 1.5));
  return notes.filter((_, at) => at % step === 0);
}

describe.each(VAULTS.map(([name, notes, limit]) => ({ name, notes, limit })))('reasons in $name', ({ name, notes = [], limit }) => {
  const texts = new Texts(notes);
  const engine = createEngine();
  for (const note of notes) engine.put({ ...note, mtime: 0, ctime: 0 });
  engine.settle();
  const found = askers(notes, limit).flatMap(({ path }) => engine.suggest({ path, limit: 8, now: NOW }).map((suggestion) => ({ path, suggestion })));
  const told = found.map(({ path, suggestion }) => ({ path, suggestion, reasons: illustrate(suggestion, texts.of(path), texts.of(suggestion.path)).reasons }));

  it.skipIf(notes.length === 0)('say of every suggestion by what it is joined, and all of it is true', () => {
    expect(found.length).toBeGreaterThanOrEqual(Math.min(200, notes.length * 2));
    expect(told.filter(({ reasons }) => !reasons.some(({ kind }) => JOINING.includes(kind))).map(({ path, suggestion }) => `${path} → ${suggestion.path}`)).toEqual([]);
    expect(told.flatMap(({ path, suggestion, reasons }) => reasons.map((reason) => texts.wrong(reason, path, suggestion.path)).filter((wrong) => wrong !== undefined))).toEqual([]);
  });

  it.skipIf(notes.length === 0)('name a word that names no idea only where nothing else joins the two', () => {
    // English words that stand in any text name no idea in notes of any language.
    const isNoIdea = (word: string): boolean => new SurfaceReader(word, 0).words(word).every(({ hash }) => isWeak(hash, [DEFAULT_LANGUAGE]));
    const named = told.filter(({ reasons }) => reasons.some((reason) => reason.kind === 'terms' && reason.terms.some(({ here }) => isNoIdea(here))));
    expect(named.filter(({ reasons }) => reasons.filter(({ kind }) => JOINING.includes(kind)).length > 1).map(({ path, suggestion }) => `${path} → ${suggestion.path}`)).toEqual([]);
  });

  it.skipIf(notes.length === 0)('mark words of the bridge only, in both passages', () => {
    expect(found.flatMap(({ path, suggestion }) => texts.wrongMarks(suggestion, path))).toEqual([]);
  });

  it.skipIf(notes.length === 0)('mark a word in either note wherever they name one that stands in both', () => {
    const unmarked = found.filter(({ path, suggestion }) => {
      const { reasons, excerpt, titleMarks, hereExcerpt } = illustrate(suggestion, texts.of(path), texts.of(suggestion.path));
      return reasons.some(({ kind }) => kind === 'terms') && (excerpt.marks.length + titleMarks.length === 0 || hereExcerpt.marks.length === 0);
    });
    expect(unmarked.map(({ path, suggestion }) => `${path} → ${suggestion.path}`)).toEqual([]);
  });

  it.skipIf(notes.length === 0)('say that the folders are much linked where that counts most', () => {
    const most = ({ parts }: Suggestion): string => [...PARTS].sort((a, b) => BLEND[b] * (parts[b] ?? 0) - BLEND[a] * (parts[a] ?? 0))[0] as string;
    for (const { path, suggestion, reasons } of told.filter(({ suggestion: one }) => most(one) === 'habit')) {
      if (texts.between(folderOf(path), folderOf(suggestion.path)) > 0) expect(reasons.map(({ kind }) => kind)).toContain('habit');
    }
  });

  // The vault that was written so that every kind of reason occurs.
  if (name === 'the sample vault') {
    it.each([['en', /this (note|folder)|\bit\b/], ['de', /diese[rms]? (Notiz|Ordner)|\bsie\b/]] as const)('name both notes where neither is open, language %s', (language, vague) => {
      speak(language);
      // Without what stands in quotation marks and links, which are the notes' own words.
      const said = told.flatMap(({ path, suggestion: { title }, reasons }) => reasons.filter(({ kind }) => kind !== 'terms').map((reason) => {
        const pair = { here: small(path), there: title };
        return [wordReason(reason), wordReason(reason, pair)].map((phrase) => phrase.replace(/\[\[.*?\]\]|["„].*?["“]/g, '')) as [string, string];
      }));
      speak('en');
      expect(said.filter(([open]) => vague.test(open)).length).toBeGreaterThan(100);
      expect(said.filter(([, named]) => vague.test(named))).toEqual([]);
    });

    it.each(['en', 'de'] as const)('tell which of two notes lies elsewhere, or was left alone so long, where neither is open, language %s', (language) => {
      speak(language);
      const reasons: readonly Reason[] = [{ kind: 'folder', here: 'A', there: 'B' }, { kind: 'unopened', days: 40 }, { kind: 'unmodified', days: 400 }];
      const said = reasons.map((reason) => [wordReason(reason), wordReason(reason, { here: 'Bees', there: 'Hives' })]);
      speak('en');
      expect(said.map((phrases) => phrases.map((phrase) => /Hives/.test(phrase)))).toEqual(reasons.map(() => [false, true]));
    });

    it('are of many kinds', () => {
      const kinds = new Set(told.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
      expect([...kinds]).toEqual(expect.arrayContaining(['terms', 'named', 'common', 'near', 'beside', 'habit', 'distance', 'unconnected', 'folder']));
    });
  }
});
