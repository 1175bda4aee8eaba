import { BooleanValue, ErrorValue, ListValue, NullValue, NumberValue, ObjectValue, RegExpValue, StringValue, wrapValue, type Value } from '../values';
import { calculate, compareValues, isArithmetic } from './operators';
import { callGlobal } from './globals';
import { fieldOf } from './fields';
import { callMethod } from './methods';
import type { Formula } from './parse';
import type { Scope } from './scope';

/** Works out a formula. @throws Error that says what cannot be worked out */
export function evaluate(formula: Formula, scope: Scope): Value {
	switch (formula.type) {
		case 'Literal':
			return formula.value as unknown instanceof RegExp ? new RegExpValue(formula.value as unknown as RegExp) : wrapValue(formula.value);
		case 'Identifier':
			return scope.name(formula.name);
		case 'ThisExpression':
			return scope.self();
		case 'ArrayExpression':
			return new ListValue(formula.elements.map((item) => (item ? evaluate(item as Formula, scope) : NullValue.value)));
		case 'UnaryExpression':
			return negate(formula.operator, evaluate(formula.argument as Formula, scope));
		case 'BinaryExpression':
			return binary(formula.operator, formula.left as Formula, formula.right as Formula, scope);
		case 'MemberExpression':
			return member(evaluate(formula.object as Formula, scope), formula.computed, formula.property as Formula, scope);
		case 'CallExpression':
			return call(formula.callee as Formula, formula.arguments as Formula[], scope);
		default:
			throw new Error(`Formulas know no ${formula.type}.`);
	}
}

function negate(operator: string, value: Value): Value {
	if (operator === '!') return new BooleanValue(!value.isTruthy());
	if (operator === '-' && value instanceof NumberValue) return new NumberValue(-value.data);
	throw new Error(`\`${operator}\` does not work before ${value.toString()}.`);
}

function binary(operator: string, leftFormula: Formula, rightFormula: Formula, scope: Scope): Value {
	const left = evaluate(leftFormula, scope);
	if (operator === '&&') return left.isTruthy() ? evaluate(rightFormula, scope) : left;
	if (operator === '||') return left.isTruthy() ? left : evaluate(rightFormula, scope);
	const right = evaluate(rightFormula, scope);
	if (isArithmetic(operator)) return calculate(operator, left, right);
	if (operator === '==') return new BooleanValue(left.looseEquals(right));
	if (operator === '!=') return new BooleanValue(!left.looseEquals(right));
	return new BooleanValue(isOrdered(operator, compareValues(left, right)));
}

function isOrdered(operator: string, order: number | null): boolean {
	const holds = { '<': (order ?? NaN) < 0, '<=': (order ?? NaN) <= 0, '>': (order ?? NaN) > 0, '>=': (order ?? NaN) >= 0 }[operator];
	if (holds === undefined) throw new Error(`Formulas know no operator \`${operator}\`.`);
	return holds;
}

function member(of: Value, isComputed: boolean, property: Formula, scope: Scope): Value {
	if (!isComputed) return fieldOf(of, nameOf(property));
	const key = evaluate(property, scope);
	if (of instanceof ListValue && key instanceof NumberValue) return of.get(key.data);
	if (key instanceof StringValue) return of instanceof ObjectValue ? of.get(key.data) : fieldOf(of, key.data);
	throw new Error(`\`${key.toString()}\` cannot be looked up.`);
}

function call(callee: Formula, args: readonly Formula[], scope: Scope): Value {
	const work = (formula: Formula, inner: Scope = scope): Value => evaluate(formula, inner);
	if (callee.type === 'Identifier') return callGlobal(callee.name, args, { scope, work });
	if (callee.type !== 'MemberExpression' || callee.computed) throw new Error('Only functions by name can be called.');
	const of = evaluate(callee.object as Formula, scope);
	return of instanceof ErrorValue ? of : callMethod(of, nameOf(callee.property as Formula), args, { scope, work });
}

function nameOf(formula: Formula): string {
	if (formula.type !== 'Identifier') throw new Error('A name is missing after the dot.');
	return formula.name;
}
