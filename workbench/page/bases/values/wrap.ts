import type { App } from '../../app';
import { ListValue, ObjectValue } from './collections';
import { DateValue } from './dates';
import { LinkValue } from './links';
import { BooleanValue, NullValue, NumberValue, StringValue, UrlValue, Value } from './value';

/** A plain value as formulas know it. Texts stay texts. */
export function wrapValue(raw: unknown): Value {
	if (raw instanceof Value) return raw;
	if (raw === null || raw === undefined) return NullValue.value;
	if (typeof raw === 'string') return new StringValue(raw);
	if (typeof raw === 'number') return new NumberValue(raw);
	if (typeof raw === 'boolean') return new BooleanValue(raw);
	if (raw instanceof Date) return new DateValue(raw, true);
	if (Array.isArray(raw)) return new ListValue(raw as unknown[]);
	return new ObjectValue(raw as Record<string, unknown>);
}

/** A note's property: what is written as a link is a link, what is written as a date is a date. */
export function wrapProperty(app: App, raw: unknown, sourcePath: string): Value {
	if (Array.isArray(raw)) return new ListValue(raw.map((item) => wrapProperty(app, item, sourcePath)));
	if (typeof raw !== 'string') return wrapValue(raw);
	if (/^https?:\/\/\S+$/u.test(raw)) return new UrlValue(raw);
	return LinkValue.parseFromString(app, raw, sourcePath) ?? DateValue.parseFromString(raw) ?? new StringValue(raw);
}
