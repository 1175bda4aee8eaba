import { DateValue, DurationValue, ErrorValue, NullValue, NumberValue, StringValue, type Value } from '../values';

type Arithmetic = '+' | '-' | '*' | '/' | '%';

const ON_NUMBERS: Record<Arithmetic, (a: number, b: number) => number> = {
	'+': (a, b) => a + b,
	'-': (a, b) => a - b,
	'*': (a, b) => a * b,
	'/': (a, b) => a / b,
	'%': (a, b) => a % b,
};

export function isArithmetic(operator: string): operator is Arithmetic {
	return operator in ON_NUMBERS;
}

/** Adds, takes away, multiplies, divides. @throws Error that names what does not go together */
export function calculate(operator: Arithmetic, left: Value, right: Value): Value {
	if (left instanceof ErrorValue) return left;
	if (right instanceof ErrorValue) return right;
	if (left instanceof NumberValue && right instanceof NumberValue) return new NumberValue(ON_NUMBERS[operator](left.data, right.data));
	if (left instanceof DateValue) return onDate(operator, left, right);
	if (left instanceof DurationValue && right instanceof NumberValue && operator === '*') return left.times(right.data);
	if (left instanceof DurationValue && right instanceof NumberValue && operator === '/') return left.times(1 / right.data);
	if (left instanceof DurationValue && right instanceof DurationValue && (operator === '+' || operator === '-')) return DurationValue.fromMilliseconds(ON_NUMBERS[operator](left.key, right.key));
	const isText = operator === '+' && (left instanceof StringValue || right instanceof StringValue);
	if (isText && !(left instanceof NullValue) && !(right instanceof NullValue)) return new StringValue(left.toString() + right.toString());
	return refuse(operator, left, right);
}

function onDate(operator: Arithmetic, left: DateValue, right: Value): Value {
	if (right instanceof DateValue && operator === '-') return new NumberValue(left.key - right.key);
	const span = right instanceof StringValue ? DurationValue.parseFromString(right.data) : right;
	if (span instanceof DurationValue && (operator === '+' || operator === '-')) return span.addToDate(left, operator === '-');
	if (right instanceof StringValue && operator === '+') return new StringValue(left.toString() + right.data);
	return refuse(operator, left, right);
}

// What Obsidian makes of a missing value here is written nowhere: who relies on it is told.
function refuse(operator: string, left: Value, right: Value): never {
	const [a, b] = [left, right].map((value) => (value.constructor as typeof Value & { type: string }).type);
	throw new Error(`\`${operator}\` does not work between ${a} and ${b}.`);
}

/** Negative when `left` comes first, positive when it comes last, null when the two cannot be compared. */
export function compareValues(left: Value, right: Value): number | null {
	if (left instanceof StringValue && right instanceof StringValue) return left.toString().localeCompare(right.toString(), undefined, { numeric: true, sensitivity: 'base' });
	const [a, b] = [magnitude(left, right), magnitude(right, left)];
	return a === null || b === null ? null : a - b;
}

function magnitude(value: Value, beside: Value): number | null {
	if (value instanceof NumberValue) return value.data;
	if (value instanceof DateValue || value instanceof DurationValue) return value.key;
	if (!(value instanceof StringValue)) return null;
	if (beside instanceof DateValue) return DateValue.parseFromString(value.data)?.key ?? null;
	return beside instanceof DurationValue || beside instanceof NumberValue ? (DurationValue.parseFromString(value.data)?.key ?? null) : null;
}
