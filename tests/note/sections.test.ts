import { describe, expect, it } from 'vitest';
import { contentOf, findSection, sectionsOf, withAppended, withSectionText } from '../../src/note';

const NOTE = '---\na: 1\n---\n# Title\nIntro.\n\n## Quotes\nFirst.\n\n### Sub\nBelow.\n\n## Shared\n- one\n\nEnd.\n';

describe('sections', () => {
  it('have a title, a level and an own text', () => {
    expect(sectionsOf(NOTE).map(({ title, level }) => `${level} ${title}`)).toEqual(['1 Title', '2 Quotes', '3 Sub', '2 Shared']);
    const quotes = findSection(NOTE, ' quotes ');
    expect(quotes === undefined ? '' : contentOf(NOTE, quotes)).toBe('First.\n\n### Sub\nBelow.');
    expect(quotes === undefined ? '' : NOTE.slice(quotes.bodyFrom, quotes.ownTo)).toBe('First.\n\n');
  });

  it.each(['```\n## Quotes\n```', '%%\n## Quotes\n%%', '$$\n## Quotes\n$$', '> ## Quotes', '    ## Quotes', '- ```\n  ## Quotes\n  ```', '##Quotes', '####### Quotes', '\\## Quotes'])('are not in %j', (text) => {
    expect(findSection(text, 'Quotes')).toBeUndefined();
  });

  it.each(['## Quotes ##', '   ## Quotes', '##\tQuotes  ', '## QUOTES', '## Quotes\r'])('are begun by %j', (heading) => {
    expect(findSection(`${heading}\ntext`, 'Quotes')).toBeDefined();
  });
});

describe('appending', () => {
  it('goes behind the own text and before the subheading', () => {
    expect(withAppended(NOTE, 'Quotes', 'New.')).toBe(NOTE.replace('First.\n\n###', 'First.\n\nNew.\n\n###'));
  });

  it('makes a missing section at the end', () => {
    expect(withAppended('', 'Quotes', 'New.')).toBe('## Quotes\nNew.\n');
    expect(withAppended('Text', 'Quotes', 'New.')).toBe('Text\n\n## Quotes\nNew.\n');
    expect(withAppended('---\na: 1\n---\n', 'Quotes', 'New.', { level: 3 })).toBe('---\na: 1\n---\n\n### Quotes\nNew.\n');
  });

  it('joins list items tightly', () => {
    expect(withAppended('## Shared\n- one\n\n\n## Next\n', 'Shared', '- two', { tight: true })).toBe('## Shared\n- one\n- two\n\n\n## Next\n');
    expect(withAppended('## Shared\nWords.\n', 'Shared', '- two', { tight: true })).toBe('## Shared\nWords.\n\n- two\n');
  });

  it('fills an empty section', () => {
    expect(withAppended('## Quotes', 'Quotes', 'New.')).toBe('## Quotes\nNew.\n');
    expect(withAppended('## Quotes\n\n\n## Next\n', 'Quotes', 'New.')).toBe('## Quotes\nNew.\n\n## Next\n');
  });

  it('keeps the two spaces that break a line', () => {
    expect(withAppended('## Quotes\nA line  \n', 'Quotes', 'New.')).toBe('## Quotes\nA line  \n\nNew.\n');
  });

  it.each([
    ['```js\nopen', '```js\nopen\n```\n\n## Quotes\nNew.\n'],
    ['text\n~~~~\nopen\n', 'text\n~~~~\nopen\n~~~~\n\n## Quotes\nNew.\n'],
    ['%%\nopen', '%%\nopen\n%%\n\n## Quotes\nNew.\n'],
    ['<!-- open', '<!-- open\n-->\n\n## Quotes\nNew.\n'],
    ['## Quotes\n$$\nopen\n', '## Quotes\n$$\nopen\n$$\n\nNew.\n'],
    ['- ```\n  open', '- ```\n  open\n\n## Quotes\nNew.\n'],
  ])('does not fall into what %j leaves open', (note, written) => {
    expect(withAppended(note, 'Quotes', 'New.')).toBe(written);
  });

  it('writes the line breaks of the note', () => {
    expect(withAppended('## Quotes\r\nFirst.\r\n', 'Quotes', '> a\n> b')).toBe('## Quotes\r\nFirst.\r\n\r\n> a\r\n> b\r\n');
  });
});

describe('replacing a section\'s text', () => {
  it('leaves the sections around it', () => {
    expect(withSectionText(NOTE, 'Quotes', 'New.\n')).toBe(NOTE.replace('First.\n\n### Sub\nBelow.\n\n', 'New.\n\n'));
    expect(withSectionText('Text\n', 'Quotes', 'New.')).toBe('Text\n\n## Quotes\nNew.\n');
  });
});
