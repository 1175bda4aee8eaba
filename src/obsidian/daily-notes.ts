import { moment, type App } from 'obsidian';
import type { Result } from '../base';
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
}

// Obsidian names daily notes by this very function, in the user's language; its types cannot be called as they are.
const momentOf = moment as unknown as (input: Date | string, format?: string, strict?: boolean) => Moment;

const USUAL_FORMAT = 'YYYY-MM-DD';
const USUAL_TIME = 'HH:mm';
const PLACEHOLDER = /\{\{\s*(date|time|title)\s*(?::([^}]*))?\}\}/giu;

/** The setups in force, first the one whose notes the user means by "today": Periodic Notes, then the core plugin. */
export function dailyNoteSetups(app: App): DailyNoteSetup[] {
  const periodic = fieldOf(app, 'plugins', 'plugins', 'periodic-notes');
  const core = fieldOf(app, 'internalPlugins', 'plugins', 'daily-notes');
  return [
    ...periodicSetups(settingsOf(periodic)),
    ...(fieldOf(core, 'enabled') === true ? [setupOf(fieldOf(core, 'instance', 'options'), 'template')] : []),
  ];
}

/** Where the daily note of a day belongs. */
export function dailyNotePath({ folder, format }: DailyNoteSetup, date: Date): string {
  const parts = [folder, momentOf(date).format(format).replace(/\.md$/i, '')].join('/').split('/');
  return `${parts.map((part) => part.trim()).filter((part) => part !== '').join('/')}.md`;
}

/** Whether a path is where one of the setups would put the note of some day. */
export function isDailyNotePath(path: string, setups: readonly DailyNoteSetup[]): boolean {
  return setups.some(({ folder, format }) => {
    if (!path.endsWith('.md') || (folder !== '' && !path.startsWith(`${folder}/`))) return false;
    const dated = path.slice(folder === '' ? 0 : folder.length + 1, -'.md'.length);
    return momentOf(dated, format.replace(/^\/+/, ''), true).isValid();
  });
}

/** Whether a note is a template: in a template folder of the core plugin or of Templater, or the one daily notes are made from. */
export function isTemplatePath(app: App, path: string): boolean {
  const folders = [
    textFieldOf(app, 'internalPlugins', 'plugins', 'templates', 'instance', 'options', 'folder'),
    textFieldOf(app, 'plugins', 'plugins', 'templater-obsidian', 'settings', 'templates_folder'),
  ];
  if (folders.some((folder) => folder !== undefined && isInside(path, folder))) return true;
  return dailyNoteSetups(app).some(({ template }) => template !== undefined && templatePath(app, template) === path);
}

/** Makes the daily note of a day from its template, as the core plugin would; gives back the path, also of one that is there already. */
export async function makeDailyNote(app: App, notes: NoteStore, date: Date): Promise<{ readonly made: Result<string>; readonly isNew: boolean }> {
  const setup = dailyNoteSetups(app)[0] ?? { folder: '', format: USUAL_FORMAT };
  const path = dailyNotePath(setup, date);
  if (notes.find(path) !== undefined) return { made: { ok: true, value: path }, isNew: false };
  const template = setup.template === undefined ? undefined : templatePath(app, setup.template);
  const text = template === undefined ? '' : await notes.read(template);
  return { made: await notes.create(path, fromTemplate(text, path, date)), isNew: true };
}

function fromTemplate(text: string, path: string, date: Date): string {
  const title = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
  return text.replace(PLACEHOLDER, (_whole, kind: string, format: string | undefined) => {
    if (kind.toLowerCase() === 'title') return title;
    return momentOf(date).format(format?.trim() || (kind.toLowerCase() === 'date' ? USUAL_FORMAT : USUAL_TIME));
  });
}

/** Periodic Notes 0.x keeps `daily`, 1.0 keeps sets of calendars of which one is active. */
function periodicSetups(settings: unknown): DailyNoteSetup[] {
  const sets = fieldOf(settings, 'calendarSets');
  if (!Array.isArray(sets)) return fieldOf(settings, 'daily', 'enabled') === true ? [setupOf(fieldOf(settings, 'daily'), 'template')] : [];
  const active = fieldOf(settings, 'activeCalendarSet');
  const day = fieldOf(sets.find((set) => fieldOf(set, 'id') === active) ?? sets[0], 'day');
  return fieldOf(day, 'enabled') === true ? [setupOf(day, 'templatePath')] : [];
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

function setupOf(options: unknown, templateField: string): DailyNoteSetup {
  const template = textFieldOf(options, templateField);
  const setup = { folder: (textFieldOf(options, 'folder') ?? '').replace(/^[./]+|\/+$/g, ''), format: textFieldOf(options, 'format') ?? USUAL_FORMAT };
  return template === undefined ? setup : { ...setup, template };
}

function templatePath(app: App, written: string): string | undefined {
  return app.metadataCache.getFirstLinkpathDest(written.replace(/^\/+/, '').replace(/\.md$/i, ''), '')?.path;
}

function isInside(path: string, folder: string): boolean {
  const trimmed = folder.replace(/^[./]+|\/+$/g, '');
  return trimmed !== '' && path.startsWith(`${trimmed}/`);
}
