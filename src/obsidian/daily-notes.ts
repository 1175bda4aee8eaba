import { moment, type App } from 'obsidian';
import { readDay, type Day, type Result } from '../base';
import type { NoteStore } from '../note';
import { fieldOf, textFieldOf } from './read-field';

/** How daily notes are made in this vault, by whichever plugin makes them. */
export interface DailyNoteSetup {
  /** Without outer slashes; empty for the vault's root. */
  readonly folder: string;
  /** In the tokens of moment.js; may hold slashes. */
  readonly format: string;
  /** The template's path or name, as the user wrote it. */
  readonly template?: string;
}

interface Moment {
  format(format: string): string;
  isValid(): boolean;
  /** The day of the same week with this name. */
  day(name: string): Moment;
}

// Obsidian names daily notes by this very function, in the user's language; its types cannot be called as they are.
const momentOf = moment as unknown as (input: Date | string, format?: string, strict?: boolean) => Moment;

const USUAL_FORMAT = 'YYYY-MM-DD';
const USUAL_TIME = 'HH:mm';

/** A kind of periodic note: its name in Periodic Notes 0.x and 1.0, and the format when none is set. */
interface Period {
  readonly old: string;
  readonly new: string;
  readonly format: string;
}

const DAILY: Period = { old: 'daily', new: 'day', format: USUAL_FORMAT };
const WEEKLY: Period = { old: 'weekly', new: 'week', format: 'gggg-[W]ww' };
const LONGER: readonly Period[] = [
  WEEKLY,
  { old: 'monthly', new: 'month', format: 'YYYY-MM' },
  { old: 'quarterly', new: 'quarter', format: 'YYYY-[Q]Q' },
  { old: 'yearly', new: 'year', format: 'YYYY' },
];

// Templates of weekly notes name the days of their week.
const DAY_OF_WEEK = /\{\{\s*((?:sun|mon|tues|wednes|thurs|fri|satur)day)\s*:([^}]+)\}\}/giu;
const PLACEHOLDER = /\{\{\s*(date|time|title)\s*(?::([^}]*))?\}\}/giu;

/** The setups of daily notes in force, first the one whose notes the user means by "today": Periodic Notes, then the core plugin. */
export function dailyNoteSetups(app: App): DailyNoteSetup[] {
  const core = fieldOf(app, 'internalPlugins', 'plugins', 'daily-notes');
  return [
    ...periodicSetups(app, DAILY),
    ...(fieldOf(core, 'enabled') === true ? [setupOf(fieldOf(core, 'instance', 'options'), 'template', USUAL_FORMAT)] : []),
  ];
}

/** The setups of all notes that belong to a period: days first, then weeks and longer ones. */
export function periodicNoteSetups(app: App): DailyNoteSetup[] {
  return [...dailyNoteSetups(app), ...LONGER.flatMap((period) => periodicSetups(app, period))];
}

/** Where the daily note of a day belongs. */
export function dailyNotePath({ folder, format }: DailyNoteSetup, date: Date): string {
  const parts = [folder, momentOf(date).format(format).replace(/\.md$/i, '')].join('/').split('/');
  return `${parts.map((part) => part.trim()).filter((part) => part !== '').join('/')}.md`;
}

/** Whether a path is where one of the setups would put the note of some day. */
export function isDailyNotePath(path: string, setups: readonly DailyNoteSetup[]): boolean {
  return setups.some((setup) => momentOfPath(path, setup)?.isValid() === true);
}

/** The day whose daily note stands at a path, by the folder and format of one of the setups; undefined for any other note. */
export function dayOfDailyNote(path: string, setups: readonly DailyNoteSetup[]): Day | undefined {
  // Most notes have no number in their paths, and reading dates is dear.
  if (!/\d/.test(path)) return undefined;
  const found = setups.map((setup) => momentOfPath(path, setup)).find((one) => one?.isValid() === true);
  return readDay(found?.format(USUAL_FORMAT));
}

function momentOfPath(path: string, { folder, format }: DailyNoteSetup): Moment | undefined {
  if (!path.endsWith('.md') || (folder !== '' && !path.startsWith(`${folder}/`))) return undefined;
  const dated = path.slice(folder === '' ? 0 : folder.length + 1, -'.md'.length);
  return momentOf(dated, format.replace(/^\/+/, ''), true);
}

/** Where the daily note of a day stands or would be made here. */
export function dailyNotePathIn(app: App, date: Date): string {
  return dailyNotePath(setupInForce(app), date);
}

/** Makes the daily note of a day from its template, as the core plugin would; gives back the path, also of one that is there already. */
export async function makeDailyNote(app: App, notes: NoteStore, date: Date): Promise<{ readonly made: Result<string>; readonly isNew: boolean }> {
  return makeNote(setupInForce(app), app, notes, date);
}

function setupInForce(app: App): DailyNoteSetup {
  return dailyNoteSetups(app)[0] ?? { folder: '', format: USUAL_FORMAT };
}

/** Makes the weekly note of a day's week, as Periodic Notes would; undefined where no weekly notes are kept. */
export async function makeWeeklyNote(app: App, notes: NoteStore, date: Date): Promise<{ readonly made: Result<string>; readonly isNew: boolean } | undefined> {
  const [setup] = periodicSetups(app, WEEKLY);
  return setup === undefined ? undefined : makeNote(setup, app, notes, date);
}

async function makeNote(setup: DailyNoteSetup, app: App, notes: NoteStore, date: Date): Promise<{ readonly made: Result<string>; readonly isNew: boolean }> {
  const path = dailyNotePath(setup, date);
  if (notes.find(path) !== undefined) return { made: { ok: true, value: path }, isNew: false };
  const template = setup.template === undefined ? undefined : templatePath(app, setup.template);
  const text = template === undefined ? '' : await notes.read(template);
  return { made: await notes.create(path, fromTemplate(text, path, date)), isNew: true };
}

function fromTemplate(text: string, path: string, date: Date): string {
  const title = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
  const dated = text.replace(DAY_OF_WEEK, (_whole, day: string, format: string) => momentOf(date).day(day).format(format.trim()));
  return dated.replace(PLACEHOLDER, (_whole, kind: string, format: string | undefined) => {
    if (kind.toLowerCase() === 'title') return title;
    return momentOf(date).format(format?.trim() || (kind.toLowerCase() === 'date' ? USUAL_FORMAT : USUAL_TIME));
  });
}

/** Periodic Notes 0.x keeps `daily` and `weekly`, 1.0 keeps sets of calendars of which one is active. */
function periodicSetups(app: App, period: Period): DailyNoteSetup[] {
  const settings = settingsOf(fieldOf(app, 'plugins', 'plugins', 'periodic-notes'));
  const sets = fieldOf(settings, 'calendarSets');
  const active = fieldOf(settings, 'activeCalendarSet');
  const kept = Array.isArray(sets) ? fieldOf(sets.find((set) => fieldOf(set, 'id') === active) ?? sets[0], period.new) : fieldOf(settings, period.old);
  return fieldOf(kept, 'enabled') === true ? [setupOf(kept, Array.isArray(sets) ? 'templatePath' : 'template', period.format)] : [];
}

/** The settings of Periodic Notes: 1.0 keeps them in a store that tells its value to whoever subscribes. */
function settingsOf(plugin: unknown): unknown {
  const settings = fieldOf(plugin, 'settings');
  const subscribe = fieldOf(settings, 'subscribe');
  if (typeof subscribe !== 'function') return settings;
  let value: unknown;
  const end: unknown = subscribe.call(settings, (told: unknown) => (value = told));
  if (typeof end === 'function') end.call(undefined);
  return value;
}

function setupOf(options: unknown, templateField: string, usualFormat: string): DailyNoteSetup {
  const template = textFieldOf(options, templateField);
  const setup = { folder: (textFieldOf(options, 'folder') ?? '').replace(/^[./]+|\/+$/g, ''), format: textFieldOf(options, 'format') ?? usualFormat };
  return template === undefined ? setup : { ...setup, template };
}

/** The path of a template that is named as users name it: with or without folder, slash and ending. */
export function templatePath(app: App, written: string): string | undefined {
  return app.metadataCache.getFirstLinkpathDest(written.replace(/^\/+/, '').replace(/\.md$/i, ''), '')?.path;
}
