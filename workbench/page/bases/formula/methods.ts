import { moment } from '../../api/moment';
import { BooleanValue, DateValue, FileValue, isEmptyValue, LinkValue, ListValue, NullValue, NumberValue, ObjectValue, RegExpValue, StringValue, wrapValue, type Value } from '../values';
import { FILE_METHODS } from './file-methods';
import { LIST_METHODS, onItems } from './list-methods';
import type { Formula } from './parse';
import type { Working } from './scope';

type Method<T extends Value> = (of: T, args: readonly Value[]) => unknown;

const DATES: Readonly<Record<string, Method<DateValue>>> = {
	date: (of) => of.dateOnly(),
	format: (of, [format]) => moment(of.date).format(textOf(format)),
	time: (of) => moment(of.date).format('HH:mm:ss'),
	relative: (of) => of.relative(),
};

const STRINGS: Readonly<Record<string, Method<StringValue>>> = {
	contains: (of, [part]) => of.data.includes(textOf(part)),
	containsAll: (of, parts) => parts.every((part) => of.data.includes(textOf(part))),
	containsAny: (of, parts) => parts.some((part) => of.data.includes(textOf(part))),
	startsWith: (of, [part]) => of.data.startsWith(textOf(part)),
	endsWith: (of, [part]) => of.data.endsWith(textOf(part)),
	lower: (of) => of.data.toLowerCase(),
	title: (of) => of.data.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
	trim: (of) => of.data.trim(),
	reverse: (of) => [...of.data].reverse().join(''),
	repeat: (of, [count]) => of.data.repeat(numberOf(count)),
	slice: (of, [start, end]) => of.data.slice(numberOf(start), end === undefined ? undefined : numberOf(end)),
	split: (of, [by, count]) => of.data.split(by instanceof RegExpValue ? by.regexp : textOf(by)).slice(0, count === undefined ? undefined : numberOf(count)),
	replace: (of, [pattern, by]) => (pattern instanceof RegExpValue ? of.data.replace(pattern.regexp, textOf(by)) : of.data.replaceAll(textOf(pattern), () => textOf(by))),
};

const NUMBERS: Readonly<Record<string, Method<NumberValue>>> = {
	abs: (of) => Math.abs(of.data),
	ceil: (of) => Math.ceil(of.data),
	floor: (of) => Math.floor(of.data),
	round: (of, [digits]) => Number(`${Math.round(Number(`${of.data}e${digits === undefined ? 0 : numberOf(digits)}`))}e-${digits === undefined ? 0 : numberOf(digits)}`),
	toFixed: (of, [digits]) => of.data.toFixed(numberOf(digits)),
};

const LINKS: Readonly<Record<string, Method<LinkValue>>> = {
	asFile: (of) => asFile(of),
	linksTo: (of, [target]) => {
		const file = asFile(of);
		return file instanceof FileValue && FILE_METHODS['hasLink']?.(file, [target ?? NullValue.value]);
	},
};

const REGEXPS: Readonly<Record<string, Method<RegExpValue>>> = {
	matches: (of, [text]) => of.regexp.test(textOf(text)),
};

const OBJECTS: Readonly<Record<string, Method<ObjectValue>>> = {
	keys: (of) => Object.keys(of.data),
	values: (of) => Object.values(of.data),
};

// `links` stand before `strings`: a link is a text, too.
const KINDS: readonly [new (...args: never[]) => Value, Readonly<Record<string, Method<never>>>][] = [
	[DateValue, DATES], [LinkValue, LINKS], [StringValue, STRINGS], [NumberValue, NUMBERS], [ListValue, LIST_METHODS], [FileValue, FILE_METHODS], [RegExpValue, REGEXPS], [ObjectValue, OBJECTS],
];

/** `of.name(args)`. @throws Error when values of this kind have no such function */
export function callMethod(of: Value, name: string, args: readonly Formula[], working: Working): Value {
	const perItem = of instanceof ListValue ? onItems(of, name, args, working) : undefined;
	if (perItem) return perItem;
	const values = args.map((arg) => working.work(arg));
	if (name === 'isEmpty') return new BooleanValue(isEmptyValue(of));
	if (name === 'isTruthy') return new BooleanValue(of.isTruthy());
	if (name === 'toString') return new StringValue(of.toString());
	if (name === 'isType') return new BooleanValue((of.constructor as unknown as { type: string }).type === textOf(values[0]));
	// A property that a note does not have contains nothing.
	if (of instanceof NullValue) return name.startsWith('contains') ? new BooleanValue(false) : of;
	for (const [kind, methods] of KINDS) if (of instanceof kind && Object.hasOwn(methods, name)) return wrapValue((methods[name] as Method<Value>)(of, values));
	throw new Error(`"${of.toString()}" has no function \`${name}()\`.`);
}

function asFile(link: LinkValue): Value {
	const file = link.file();
	return file ? new FileValue(link.app, file) : NullValue.value;
}

function textOf(value: Value | undefined): string {
	return value?.toString() ?? '';
}

function numberOf(value: Value | undefined): number {
	if (!(value instanceof NumberValue)) throw new Error(`"${textOf(value)}" is no number.`);
	return value.data;
}
