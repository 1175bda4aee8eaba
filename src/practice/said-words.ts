import { endOfFrontmatter, linesOf, quoteBlocksOf, readProperties, sectionsCalled, type PropertyNames, type Span } from '../note';
import { isQuoteNote, seemsQuoteNote } from '../seek';
import type { TokenChoice } from './token-choice';
import { tokensOf } from './tokens';

/** How a vault marks what people said. */
export interface SaidFormat {
  readonly names: PropertyNames;
  /** Title of the section that holds the takes. */
  readonly takeSection: string;
  /** Titles of the sections that hold dated lines, such as the share history. */
  readonly logSections: readonly string[];
}

// A list item that begins with its day, as every log has them; in Ties a box may stand before it, and it may be a link to its daily note.
const LOGGED = /^\s*[-*+][ \t]+(?:\[.\][ \t]+)?(?:\[\[(?:[^\]|]*\/)?)?\d{4}-\d{2}-\d{2}(?!\d)/;

/**
 * The tokens that do not stand in what people said. In a quote note that is the quote, its properties, all takes and the
 * logs; in any other note the dated lines of the logs, as a heading there may be the template's.
 */
export function tokensNotSaid(format: SaidFormat): TokenChoice {
  return (text) => {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return tokens;
    const said = saidIn(text, format);
    return tokens.filter((token) => !said.some(({ from, to }) => token.from < to && token.to > from));
  };
}

function saidIn(text: string, { names, takeSection, logSections }: SaidFormat): Span[] {
  const logs = logSections.flatMap((title) => sectionsCalled(text, title));
  if (!isQuote(text, names)) return linesOf(text).filter((line) => LOGGED.test(line.text) && logs.some(({ from, to }) => line.from >= from && line.to <= to));
  return [{ from: 0, to: endOfFrontmatter(text) }, ...quoteBlocksOf(text), ...sectionsCalled(text, takeSection), ...logs];
}

function isQuote(text: string, names: PropertyNames): boolean {
  const properties = readProperties(text);
  return properties.ok ? isQuoteNote(properties.value, names) : seemsQuoteNote(text, names);
}
