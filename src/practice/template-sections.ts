import { fail, lineBreakOf, ok, type Result } from '../base';
import { nameOf, unclosedBlock } from '../note';
import { words } from '../words';
import { tokensOf, type TokenName } from './tokens';

/** The sections that a template can be given, in the order in which they are put there: a heading and a token below it. */
export const TEMPLATE_SECTIONS = ['serendipity:spark', 'sense:queue', 'sense:prompt', 'share:ready', 'ties:due', 'practice:week'] as const satisfies readonly TokenName[];

export type TemplateSection = (typeof TEMPLATE_SECTIONS)[number];

/** Those of the sections whose token a template does not have yet. */
export function missingSections(text: string): TemplateSection[] {
  const present = new Set<string>(tokensOf(text).map(({ name }) => name));
  return TEMPLATE_SECTIONS.filter((section) => !present.has(section));
}

/**
 * A template with sections added at its end; what stood there stays, character by character, and a section whose token
 * it has already is not added again. Fails with a sentence where an open code block or comment would swallow them.
 */
export function withSections(text: string, sections: readonly TemplateSection[], path: string): Result<string> {
  const missing = missingSections(text);
  const added = TEMPLATE_SECTIONS.filter((section) => sections.includes(section) && missing.includes(section));
  if (added.length === 0) return ok(text);
  if (unclosedBlock(text) !== undefined) return fail(words.practice.templateLeftOpen(nameOf(path)));
  const end = lineBreakOf(text);
  const gap = text.trim() === '' ? '' : text.endsWith(`${end}${end}`) ? '' : text.endsWith(end) ? end : `${end}${end}`;
  return ok(`${text}${gap}${added.map((section) => `## ${words.practice.sectionHeadings[section]}${end}{{${section}}}${end}`).join(end)}`);
}
