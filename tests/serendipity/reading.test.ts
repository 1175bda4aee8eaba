import { describe, expect, it } from 'vitest';
import { languageOf, LANGUAGES } from '../../src/serendipity/read/languages';
import { hashOf, Lexicon, stemOf } from '../../src/serendipity/read/lexicon';
import { NoteReader, type ReadNote } from '../../src/serendipity/read/read-note';
import { IN_HEADING, IN_TAG, IN_TITLE } from '../../src/serendipity/read/tally';

const ENGLISH = 0;

function reading(): { lexicon: Lexicon; read: (text: string, path?: string) => ReadNote } {
  const lexicon = new Lexicon();
  const reader = new NoteReader(lexicon);
  return { lexicon, read: (text, path = 'note.md') => reader.read(path, text) };
}

/** Whether a word's stem stands in the note, and the byte that says where. */
function codeOf(text: string, word: string, path?: string): number | undefined {
  const { lexicon, read } = reading();
  const note = read(text, path);
  const hash = hashOf(stemOf(word.toLowerCase(), note.language) ?? '');
  const at = note.terms.findIndex((term) => lexicon.hashOfTerm(term) === hash);
  return at < 0 ? undefined : note.codes[at];
}

describe('reading a note', () => {
  it.each([
    ['frontmatter', '---\nsummary: hidden\n---\nshown', 'hidden'],
    ['fenced code', 'shown\n```js\nhidden\n```\n', 'hidden'],
    ['code fenced in a quote', '> ~~~\n> hidden\n> ~~~\nshown', 'hidden'],
    ['code that is never closed', 'shown\n```\nhidden\n\nhidden', 'hidden'],
    ['an Obsidian comment', 'shown %%hidden%% shown', 'hidden'],
    ['a comment over lines', 'shown %%\nhidden\n%% shown', 'hidden'],
    ['a comment that is never closed', 'shown\n%%\nhidden\n\nhidden', 'hidden'],
    ['a comment around a heading', 'shown\n%%\n## Backlinks\nhidden\n```\n%%\nshown', 'hidden'],
    ['an HTML comment', 'shown <!-- hidden --> shown', 'hidden'],
    ['HTML attributes', '<span class="hidden">shown</span>', 'hidden'],
    ['addresses', 'https://hidden.example.org/hidden shown', 'hidden'],
    ['the address of a link', '[shown](https://hidden.example.org)', 'hidden'],
    ['a generated section', '# Shown\nshown\n## Backlinks\n- hidden\n### hidden\n- hidden', 'hidden'],
    ['mathematical commands', '$\\hidden{x}$ shown', 'hidden'],
    ['block ids', 'shown ^hidden', 'hidden'],
    ['callout kinds', '> [!hidden] shown', 'hidden'],
    ['drawings', '---\nexcalidraw-plugin: parsed\n---\nhidden', 'hidden'],
  ])('leaves out %s', (_, text, word) => {
    expect(codeOf(text, word)).toBeUndefined();
    if (!text.includes('excalidraw')) expect(codeOf(text, 'shown')).toBeDefined();
  });

  it.each(['`word`', '`` ` word ``', 'so 100%% word', 'so <!-- word', 'I <3 word >', '%%so%% word', 'hide with `%%` or word'])('counts the word in %s', (text) => {
    expect(codeOf(text, 'word')).toBe(1);
  });

  it('reads on after a generated section ends', () => {
    expect(codeOf('## Linked references\n- hidden\n## Own\nshown', 'shown')).toBeDefined();
  });

  it('knows where a word stands', () => {
    const text = '---\ntags: [gardening]\naliases:\n  - evergreen\n---\n# Heading\nbody body #inline/tag';
    expect((codeOf(text, 'gardening') ?? 0) & IN_TAG).toBe(IN_TAG);
    expect((codeOf(text, 'evergreen') ?? 0) & IN_TITLE).toBe(IN_TITLE);
    expect((codeOf(text, 'planting', 'a/planting.md') ?? 0) & IN_TITLE).toBe(IN_TITLE);
    expect((codeOf(text, 'heading') ?? 0) & IN_HEADING).toBe(IN_HEADING);
    expect(codeOf(text, 'body')).toBe(2);
    expect((codeOf(text, 'inline') ?? 0) & IN_TAG).toBe(IN_TAG);
  });

  it('ends a tag with its line, and at a bracket', () => {
    expect(reading().read('so #one\nword #two[[A]] #three/four_5-6\n\n```\n#code\n```\n`#span`').tags).toEqual(['one', 'two', 'three/four_5-6']);
    expect((codeOf('#one\nword', 'word') ?? 0) & IN_TAG).toBe(0);
  });

  it('splits on tabs and symbols, and reads words of one stem as one term', () => {
    expect(codeOf('foo\tbar|baz', 'bar')).toBe(1);
    expect(codeOf('connect connected connecting connections', 'connection')).toBe(4);
  });

  it.each([
    ['[[a [x](…) b]]', 'a [x](…) b', []],
    ['[[a [x](y.md) b|label]]', 'a [x](y.md) b', ['label']],
    ['[[a|label [x](y.md)]]', 'a', ['label']],
    ['[[a [1] b#heading]]', 'a [1] b', []],
    ['[[lost [[a]]', 'a', []],
  ])('takes brackets in the name or the label of a link for what they are: %s', (text, target, anchor) => {
    const { lexicon, read } = reading();
    const { links } = read(`before ${text} after`);
    expect(links.map((link) => link.target)).toEqual([target]);
    expect(links[0]?.anchor.map((term) => lexicon.hashOfTerm(term)).slice(0, 1)).toEqual(anchor.map((word) => hashOf(stemOf(word, ENGLISH) ?? '')));
  });

  it('finds links of every form, with the words that carry them', () => {
    const { lexicon, read } = reading();
    const { links } = read('---\nvia: "[[Person|P]]"\n---\n[[A]] [[dir/B#head|two words]] [md text](../c%20d.md#x) ![[E]] [web](https://x.org) [[F\\|in table]]');
    expect(links.map(({ target }) => target)).toEqual(['A', 'dir/B', '../c d.md', 'E', 'F', 'Person']);
    const words = (anchor: readonly number[]): number[] => anchor.map((term) => lexicon.hashOfTerm(term));
    expect(words(links[1]?.anchor ?? [])).toEqual([hashOf('two'), hashOf('word')]);
    expect(words(links[2]?.anchor ?? [])).toEqual([hashOf('md'), hashOf('text')]);
    expect(links[0]?.anchor).toEqual([]);
  });

  it.each([
    ['2024-05-01.md', 'daily'], ['Journal/May 3 2024.md', 'daily'], ['Templates/person.md', 'template'], ['Cooking MOC.md', 'index'], ['_index.md', 'index'], ['Tomatoes.md', 'note'],
  ])('takes %s for a note of kind %s', (path, kind) => {
    expect(reading().read('text', path).kind).toBe(kind);
  });
});

describe('words of many languages', () => {
  it.each([
    ['english', 'The cat sat on the mat and it was not what we would have thought of them.'],
    ['german', 'Das ist nicht das Haus, in dem wir mit den Kindern und der Oma gewohnt haben.'],
    ['french', 'Les enfants sont dans la maison avec leurs amis, mais ils ne veulent pas sortir.'],
    ['spanish', 'Los niños están en la casa con sus amigos, pero no quieren salir porque llueve.'],
    ['russian', 'Это не то, что мы хотели сказать, но они так и не поняли, о чем идет речь.'],
  ])('knows %s by its function words', (name, text) => {
    expect(LANGUAGES[languageOf(text, 0)]?.name).toBe(name);
  });

  it('takes English where nothing speaks', () => {
    expect(languageOf('Zettelkasten', 0)).toBe(ENGLISH);
  });

  it('folds diacritics but keeps kana marks', () => {
    expect(stemOf('čapek', ENGLISH)).toBe(stemOf('capek', ENGLISH));
    expect(stemOf('が', ENGLISH)).toBe(stemOf('か', ENGLISH)); // single characters never count
    const { lexicon, read } = reading();
    const terms = (text: string): number[] => Array.from(read(text, 'x.md').terms, (term) => lexicon.hashOfTerm(term));
    expect(terms('学生がパンを食べた')).not.toContain(hashOf('ハン'));
    expect(terms('学生がパンを食べた')).toContain(hashOf('パン'));
  });

  it('stems German words in German notes', () => {
    const german = 'Das ist die Frage, die wir uns mit den anderen stellen: Häuser und Haus.';
    const { lexicon, read } = reading();
    const { terms, codes } = read(german);
    const at = terms.findIndex((term) => lexicon.hashOfTerm(term) === hashOf('haus'));
    expect(codes[at]).toBe(2);
  });

  it('splits Chinese into words', () => {
    const { lexicon, read } = reading();
    const { terms } = read('知识管理是一种学习方法');
    expect(Array.from(terms, (term) => lexicon.hashOfTerm(term))).toEqual(expect.arrayContaining([hashOf('知识'), hashOf('管理'), hashOf('学习')]));
  });
});
