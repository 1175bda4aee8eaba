import { moment } from '../../api/moment';
import { NotNullValue, StringValue, type Value } from './value';

const UNITS = { y: 'years', year: 'years', years: 'years', M: 'months', month: 'months', months: 'months', w: 'weeks', week: 'weeks', weeks: 'weeks', d: 'days', day: 'days', days: 'days', h: 'hours', hour: 'hours', hours: 'hours', m: 'minutes', minute: 'minutes', minutes: 'minutes', s: 'seconds', second: 'seconds', seconds: 'seconds' } as const;
type Unit = (typeof UNITS)[keyof typeof UNITS];

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u;

/** A day, or a day with its time, in local time. */
export class DateValue extends NotNullValue {
	static override type = 'date';

	constructor(readonly date: Date, readonly showTime: boolean) {
		super();
	}

	/** Null where the text is no ISO date, also where it names a day that no calendar has. */
	static parseFromString(input: string): DateValue | null {
		const text = input.trim();
		if (!ISO_DATE.test(text)) return null;
		const parsed = moment(text, moment.ISO_8601, true);
		return parsed.isValid() ? new DateValue(parsed.toDate(), text.length > 10) : null;
	}

	override get key(): number {
		return this.date.getTime();
	}

	override looseEquals(other: Value): boolean {
		const theirs = other instanceof StringValue ? DateValue.parseFromString(other.data) : other;
		return theirs instanceof DateValue && theirs.key === this.key;
	}

	dateOnly(): DateValue {
		return new DateValue(moment(this.date).startOf('day').toDate(), false);
	}

	relative(): string {
		return moment(this.date).fromNow();
	}

	toString(): string {
		return moment(this.date).format(this.showTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD');
	}

	isTruthy(): boolean {
		return true;
	}
}

export class RelativeDateValue extends DateValue {
	override toString(): string {
		return this.relative();
	}
}

/** A span of calendar units: a month is as long as the month that it is added to. */
export class DurationValue extends NotNullValue {
	static override type = 'duration';

	constructor(readonly parts: Readonly<Partial<Record<Unit | 'milliseconds', number>>>) {
		super();
	}

	/** An ISO 8601 duration, or a number and a unit: "P1D", "1d", "2 weeks", "-3M". */
	static parseFromString(input: string): DurationValue | null {
		const text = input.trim();
		const short = /^([+-]?\d+(?:\.\d+)?)\s*([a-zA-Z]+)$/u.exec(text);
		const unit = UNITS[short?.[2] as keyof typeof UNITS] as Unit | undefined;
		if (short && unit) return new DurationValue({ [unit]: Number(short[1]) });
		return /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/u.test(text) ? DurationValue.fromMilliseconds(moment.duration(text).asMilliseconds()) : null;
	}

	static fromMilliseconds(milliseconds: number): DurationValue {
		return new DurationValue({ milliseconds });
	}

	override get key(): number {
		return this.getMilliseconds();
	}

	/** The same span so many times. */
	times(factor: number): DurationValue {
		return new DurationValue(Object.fromEntries(Object.entries(this.parts).map(([unit, count]) => [unit, count * factor])));
	}

	addToDate(value: DateValue, subtract = false): DateValue {
		const moved = moment(value.date).add(moment.duration(subtract ? this.times(-1).parts : this.parts));
		const hasTime = value.showTime || Object.keys(this.parts).some((unit) => ['hours', 'minutes', 'seconds', 'milliseconds'].includes(unit));
		return new DateValue(moved.toDate(), hasTime);
	}

	getMilliseconds(): number {
		return moment.duration(this.parts).asMilliseconds();
	}

	toString(): string {
		return moment.duration(this.parts).humanize();
	}

	isTruthy(): boolean {
		return this.key !== 0;
	}
}
