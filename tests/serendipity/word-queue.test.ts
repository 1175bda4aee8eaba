import { describe, expect, it } from 'vitest';
import { Lexicon, hashOf, stemOf } from '../../src/serendipity/read/lexicon';
import { NoteReader } from '../../src/serendipity/read/read-note';
import { COUNT_BITS, IN_TITLE } from '../../src/serendipity/read/tally';
import { VaultIndex } from '../../src/serendipity/vault/vault-index';
import { linkKey } from '../../src/serendipity/vault/names';

const ENGLISH = 0;
/** More words than wait together at any time. */
const MANY = 700;

function reading(): { reader: NoteReader; termOf: (word: string) => number } {
  const lexicon = new Lexicon();
  return { reader: new NoteReader(lexicon), termOf: (word) => lexicon.termOfHash(hashOf(stemOf(word, ENGLISH) ?? '')) };
}

/** Words of letters only that are no words of any language. */
function madeWord(number: number): string {
  return `zq${[...String(number)].map((digit) => 'abcdfghkmn'[Number(digit)] as string).join('')}x`;
}

describe('words that are looked up together', () => {
  it('count each where it stands, however many there are', () => {
    const { reader, termOf } = reading();
    const words = Array.from({ length: MANY }, (_, at) => madeWord(at % 300));
    const note = reader.read('note.md', words.join(' '));
    expect(note.length).toBe(MANY);
    const counted = new Map(Array.from(note.terms, (term, at) => [term, (note.codes[at] as number) & COUNT_BITS]));
    for (let word = 0; word < 300; word++) expect(counted.get(termOf(madeWord(word)))).toBe(word < 100 ? 3 : 2);
  });

  it('make one term of a new word that stands among them twice', () => {
    const { reader } = reading();
    const note = reader.read('x.md', 'Compost compost COMPOST');
    expect([...note.codes]).toEqual([3]);
    expect([...reader.read('y.md', 'compost').terms]).toEqual([...note.terms]);
  });

  it('carry a link with its own words only, in each form of a link', () => {
    const { reader, termOf } = reading();
    const before = Array.from({ length: MANY }, (_, at) => madeWord(at)).join(' ');
    const { links } = reader.read('note.md', `${before} [[Target|warm soil]] between [rotten leaves](other.md) after [[folder/Name#part]] [[Third|*bright* moss]]`);
    expect(links).toEqual([
      { target: 'Target', anchor: ['warm', 'soil'].map(termOf) },
      { target: 'other.md', anchor: ['rotten', 'leaves'].map(termOf) },
      { target: 'folder/Name', anchor: [] },
      { target: 'Third', anchor: ['bright', 'moss'].map(termOf) },
    ]);
  });

  it('read the last part of a bare link as words, and nothing of its folder or heading', () => {
    const { reader, termOf } = reading();
    const { terms } = reader.read('x.md', '[[gardens/warm soil#leaves]]');
    expect(new Set(terms)).toEqual(new Set([termOf('warm'), termOf('soil')]));
  });

  it('find the tag in a label that begins with one, since nothing before the label counts', () => {
    const { reader } = reading();
    expect(reader.read('x.md', '[[Target|#moss]]').tags).toEqual(['moss']);
    expect(reader.read('x.md', '[[Target|a#moss]]').tags).toEqual([]);
  });

  it('keep to the field they stand in', () => {
    const { reader, termOf } = reading();
    const { terms, codes } = reader.read('soil.md', '# leaves\nwarm\n## moss\nwarm');
    const at = (word: string): number => codes[terms.indexOf(termOf(word))] as number;
    expect(at('warm')).toBe(2);
    expect(at('leaves') & COUNT_BITS).toBe(0);
    expect(at('moss')).toBe(at('leaves'));
    expect(at('soil')).toBe(IN_TITLE);
  });
});

describe('a note read straight into the index', () => {
  it('has the terms and bytes that reading alone gives', () => {
    const text = '# Heading\nwarm soil, warm soil, Ärmel und 堆肥 [[Target|rotten leaves]] #moss';
    const index = new VaultIndex();
    index.put({ path: 'x.md', text, mtime: 1, ctime: 1 });
    const { start, count, length } = index.entry(0);
    const read = index.read('x.md', text);
    expect(index.arena.list(start, count)).toEqual({ terms: read.terms, codes: read.codes });
    expect(length).toBe(read.length);
    for (const term of read.terms) expect(index.documentFrequency.get(term)).toBe(1);
  });
});

describe('the key of a link', () => {
  it.each([
    ['note', 'note'], ['Note.md', 'note'], ['note.md', 'note'], ['note.MD', 'note'], ['a\\b', 'a/b'], ['Å', 'å'], ['A\u030A', 'å'], ['', ''],
  ])('of %j is %j', (target, key) => {
    expect(linkKey(target)).toBe(key);
  });
});
