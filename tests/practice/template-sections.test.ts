import { describe, expect, it } from 'vitest';
import { TEMPLATE_SECTIONS, missingSections, tokensOf, withSections } from '../../src/practice';

const added = (text: string, sections = TEMPLATE_SECTIONS as readonly (typeof TEMPLATE_SECTIONS)[number][]): string => {
  const result = withSections(text, sections, 'Templates/Day.md');
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};

describe('sections for a template', () => {
  it.each(['', '# {{title}}', '# {{title}}\n', '# {{title}}\n\n', '---\ntags: [day]\n---\n<% tp.file.cursor() %>\n', '# A\r\n\r\ntext\r\n'])('come after %j, which stays', (text) => {
    const result = added(text);
    expect(result.startsWith(text)).toBe(true);
    expect(tokensOf(result).map(({ name }) => name)).toEqual(TEMPLATE_SECTIONS);
    expect(result.includes('\r\n') ? result.replaceAll('\r\n', '') : '').not.toContain('\n');
    expect(result).not.toMatch(/[^\r\n]\r?\n## /);
    expect(added(result)).toBe(result);
  });

  it('are those that were chosen and are not there yet, in our order', () => {
    expect(added('{{sense:queue:3}}\n', ['ties:due', 'sense:queue', 'serendipity:spark'])).toBe('{{sense:queue:3}}\n\n## Something unexpected\n{{serendipity:spark}}\n\n## Somebody might be glad to hear from me\n{{ties:due}}\n');
    expect(missingSections('`{{ties:due}}` {{sense:prompt}}')).toEqual(['serendipity:spark', 'sense:queue', 'share:ready', 'ties:due', 'practice:week']);
  });

  it('do not go into a code block that is left open', () => {
    expect(withSections('```js\nlet x', ['ties:due'], 'Templates/Day.md')).toMatchObject({ ok: false, problem: expect.stringContaining('"Day"') as string });
  });
});
