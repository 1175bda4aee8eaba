import type { BasesConfigFileFilter } from 'obsidian';
import { evaluate } from '../formula/evaluate';
import { parseFormula } from '../formula/parse';
import type { Scope } from '../formula/scope';

/** Whether a note passes. A sentence that cannot be worked out for a note lets it not through. @throws Error when it cannot be read */
export function passes(filter: BasesConfigFileFilter | undefined, scope: Scope): boolean {
	if (filter === undefined) return true;
	if (typeof filter === 'string') return holds(filter, scope);
	if ('and' in filter) return filter.and.every((part) => passes(part, scope));
	if ('or' in filter) return filter.or.some((part) => passes(part, scope));
	return !filter.not.some((part) => passes(part, scope));
}

function holds(sentence: string, scope: Scope): boolean {
	const formula = parseFormula(sentence);
	try {
		return evaluate(formula, scope).isTruthy();
	} catch {
		// As an error value is: it does not hold.
		return false;
	}
}
