import { TFile } from '../../vault/files';
import { BooleanValue, DateValue, DurationValue, FileValue, HTMLValue, IconValue, ImageValue, LinkValue, ListValue, NullValue, NumberValue, StringValue, UrlValue, type Value } from '../values';
import type { Formula } from './parse';
import type { Scope, Working } from './scope';

type Global = (args: readonly Value[], scope: Scope) => Value;

const numbers = (args: readonly Value[]): number[] => args.filter((arg) => arg instanceof NumberValue).map((arg) => arg.data);

const GLOBALS: Readonly<Record<string, Global>> = {
	date: ([input]) => (input instanceof DateValue ? input : need(DateValue.parseFromString(textOf(input)), 'no date', input)),
	duration: ([input]) => need(DurationValue.parseFromString(textOf(input)), 'no duration', input),
	now: () => new DateValue(new Date(), true),
	today: () => new DateValue(new Date(), true).dateOnly(),
	number: ([input]) => new NumberValue(toNumber(input)),
	max: (args) => new NumberValue(Math.max(...numbers(args))),
	min: (args) => new NumberValue(Math.min(...numbers(args))),
	random: () => new NumberValue(Math.random()),
	list: ([input = NullValue.value]) => (input instanceof ListValue ? input : new ListValue([input])),
	link: ([input, display], { app }) => linkTo(input, display, app),
	file: ([input], { app }) => fileOf(input, app),
	html: ([input]) => new HTMLValue(textOf(input)),
	icon: ([input]) => new IconValue(textOf(input)),
	image: ([input]) => new ImageValue(textOf(input)),
	escapeHTML: ([input]) => new StringValue(textOf(input).replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`)),
};

/** Calls a function that belongs to no value. @throws Error when there is none of that name */
export function callGlobal(name: string, args: readonly Formula[], { scope, work }: Working): Value {
	if (name === 'if') return choose(args, work);
	const run = Object.hasOwn(GLOBALS, name) ? GLOBALS[name] : undefined;
	if (!run) throw new Error(`Formulas know no function \`${name}()\`.`);
	return run(args.map((arg) => work(arg)), scope);
}

/** Only the branch that holds is worked out. */
function choose([condition, yes, no]: readonly Formula[], work: Working['work']): Value {
	if (!condition || !yes) throw new Error('`if()` needs a condition and a result.');
	if (work(condition).isTruthy()) return work(yes);
	return no ? work(no) : NullValue.value;
}

function textOf(value: Value | undefined): string {
	return value?.toString() ?? '';
}

function need<T extends Value>(value: T | null, what: string, input: Value | undefined): T {
	if (!value) throw new Error(`"${textOf(input)}" is ${what}.`);
	return value;
}

function toNumber(input: Value | undefined): number {
	if (input instanceof DateValue) return input.key;
	if (input instanceof BooleanValue) return input.data ? 1 : 0;
	const text = textOf(input).trim();
	const value = Number(text);
	if (text === '' || Number.isNaN(value)) throw new Error(`"${text}" is no number.`);
	return value;
}

function linkTo(input: Value | undefined, display: Value | undefined, app: Scope['app']): Value {
	const shown = display?.toString();
	if (input instanceof FileValue) return new LinkValue(app, input.file.path, '', shown ?? input.file.basename);
	const text = textOf(input);
	if (/^[a-z]+:\/\//iu.test(text)) return new UrlValue(text);
	return LinkValue.parseFromString(app, text, '') ?? new LinkValue(app, text, '', shown);
}

function fileOf(input: Value | undefined, app: Scope['app']): Value {
	if (input instanceof FileValue) return input;
	const file = input instanceof LinkValue ? input.file() : app.vault.getAbstractFileByPath(textOf(input)) ?? app.metadataCache.getFirstLinkpathDest(textOf(input), '');
	return file instanceof TFile ? new FileValue(app, file) : NullValue.value;
}
