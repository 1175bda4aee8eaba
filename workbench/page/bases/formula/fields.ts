import type { App } from '../../app';
import { getAllTags } from '../../metadata/properties';
import { allRefs } from '../../metadata/references';
import type { TFile } from '../../vault/files';
import { DateValue, ErrorValue, FileValue, LinkValue, ListValue, NullValue, NumberValue, ObjectValue, StringValue, TagValue, wrapProperty, type Value } from '../values';

const DATE_FIELDS: Readonly<Record<string, (date: Date) => number>> = {
	year: (date) => date.getFullYear(),
	month: (date) => date.getMonth() + 1,
	day: (date) => date.getDate(),
	hour: (date) => date.getHours(),
	minute: (date) => date.getMinutes(),
	second: (date) => date.getSeconds(),
	millisecond: (date) => date.getMilliseconds(),
};

type FileField = (file: TFile, app: App) => Value;

/** What every file has, by name. */
export const FILE_FIELDS: Readonly<Record<string, FileField>> = {
	name: (file) => new StringValue(file.name),
	basename: (file) => new StringValue(file.basename),
	path: (file) => new StringValue(file.path),
	folder: (file) => new StringValue(file.parent === null || file.parent.isRoot() ? '' : file.parent.path),
	ext: (file) => new StringValue(file.extension),
	size: (file) => new NumberValue(file.stat.size),
	ctime: (file) => new DateValue(new Date(file.stat.ctime), true),
	mtime: (file) => new DateValue(new Date(file.stat.mtime), true),
	tags: (file, app) => new ListValue(tagsOf(file, app).map((tag) => new TagValue(tag))),
	links: (file, app) => new ListValue(allRefs(app.metadataCache.getFileCache(file) ?? {}).map(({ link, displayText }) => new LinkValue(app, link, file.path, displayText))),
	embeds: (file, app) => new ListValue((app.metadataCache.getFileCache(file)?.embeds ?? []).map(({ link }) => new LinkValue(app, link, file.path))),
	backlinks: (file, app) => new ListValue([...app.metadataCache.getBacklinksForFile(file).data.keys()].map((path) => new LinkValue(app, path, ''))),
	properties: (file, app) => new ObjectValue(propertiesOf(file, app)),
	file: (file, app) => new FileValue(app, file),
};

/** Each tag of a note once, with its `#`. */
export function tagsOf(file: TFile, app: App): string[] {
	const cache = app.metadataCache.getFileCache(file);
	return cache ? [...new Set(getAllTags(cache) ?? [])] : [];
}

/** A note's properties as values. */
export function propertiesOf(file: TFile, app: App): Record<string, Value> {
	const { frontmatter = {} } = app.metadataCache.getFileCache(file) ?? {};
	return Object.fromEntries(Object.entries(frontmatter as Record<string, unknown>).filter(([name]) => name !== 'position').map(([name, raw]) => [name, wrapProperty(app, raw, file.path)]));
}

/** `of.name`. @throws Error when values of this kind have no such field */
export function fieldOf(of: Value, name: string): Value {
	if (of instanceof ErrorValue) return of;
	if (of instanceof FileValue) return fileField(of, name);
	if (of instanceof ObjectValue) return of.get(name);
	if (of instanceof DateValue && Object.hasOwn(DATE_FIELDS, name)) return new NumberValue(DATE_FIELDS[name]?.(of.date) ?? 0);
	if (name === 'length' && of instanceof ListValue) return new NumberValue(of.items.length);
	if (name === 'length' && of instanceof StringValue) return new NumberValue(of.toString().length);
	if (of instanceof NullValue) return of;
	throw new Error(`"${of.toString()}" has no \`${name}\`.`);
}

function fileField({ file, app }: FileValue, name: string): Value {
	const field = Object.hasOwn(FILE_FIELDS, name) ? FILE_FIELDS[name] : undefined;
	if (!field) throw new Error(`Files have no \`${name}\`.`);
	return field(file, app);
}
