import { lineBreakOf, onOneLine, wellFormed } from '../base';
import { readProperties } from '../note';
import type { TokenChoice } from './token-choice';
import { tokensOf, type Token, type TokenName } from './tokens';
import { fillingInYaml, type Filling } from './yaml-fill';

/** What tokens are replaced by: Markdown, one line an entry. A token whose name is absent stays as it is. */
export type TokenValues = Readonly<Partial<Record<TokenName, readonly string[]>>>;

// What may stand before a token that has its line to itself: quote marks, a bullet or number, a box to tick.
const LEAD = /^[\s>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\[.\][ \t]+)?$/;
// In the row of a table a bar ends the cell, also within a link; one that is escaped already stays so.
const IN_TABLE = /^[\s>]*\|/;
const BAR = /\\?\|/g;
const HAS_BULLET = /(?:[-*+]|\d+[.)])[ \t]+(?:\[.\][ \t]+)?$/;

/**
 * The note with its tokens replaced and every other character as it was. Filling twice is filling once: the tokens are
 * gone, and entries cannot hold new ones. In properties the values are YAML; where no valid YAML could come of it (a
 * token in the middle of an unquoted value, or properties that are broken anyway), the tokens there stay. `choose` says
 * which tokens are meant, when not all are.
 */
export function fillTokens(text: string, values: TokenValues, choose: TokenChoice = tokensOf): string {
  const fillings = choose(text).flatMap((token) => {
    const lines = values[token.name]?.slice(0, token.count).map((line) => onOneLine(wellFormed(line)));
    if (lines === undefined) return [];
    return [token.line.setting === 'frontmatter' ? fillingInYaml(text, token, lines) : fillingInProse(text, token, lines)];
  });
  const filled = replaced(text, fillings);
  const isYamlRight = !fillings.some(({ inYaml }) => inYaml) || readProperties(filled).ok;
  return isYamlRight ? filled : replaced(text, fillings.filter(({ inYaml }) => !inYaml));
}

/** A list takes the place of a line; in the middle of one, its entries stand side by side. */
function fillingInProse(text: string, token: Token, lines: readonly string[]): Filling {
  const [before, after] = [text.slice(token.line.from, token.from), text.slice(token.to, token.line.to)];
  const { from, to } = token;
  if (!LEAD.test(before) || after.trim() !== '') return { from, to, text: IN_TABLE.test(before) ? lines.join(', ').replace(BAR, '\\|') : lines.join(', '), inYaml: false };
  const bullet = token.isList && !HAS_BULLET.test(before) ? '- ' : '';
  return { from, to, text: lines.map((line) => bullet + line).join(lineBreakOf(text) + before), inYaml: false };
}

function replaced(text: string, fillings: readonly Filling[]): string {
  let [result, at] = ['', 0];
  for (const filling of fillings) {
    result += text.slice(at, filling.from) + filling.text;
    at = filling.to;
  }
  return result + text.slice(at);
}
