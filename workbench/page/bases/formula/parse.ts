import regexPlugin from '@jsep-plugin/regex';
import jsep, { type CoreExpression } from 'jsep';

jsep.plugins.register(regexPlugin);

/** The parts that a formula can have. */
export type Formula = CoreExpression;

const parsed = new Map<string, Formula>();

/** Reads a formula or a filter. @throws Error that shows the formula and says where it breaks off */
export function parseFormula(text: string): Formula {
	const known = parsed.get(text);
	if (known) return known;
	try {
		const formula = jsep(text) as Formula;
		parsed.set(text, formula);
		return formula;
	} catch (error) {
		throw new Error(`The formula \`${text}\` cannot be read: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
	}
}
