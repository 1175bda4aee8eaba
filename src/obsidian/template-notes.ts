import type { App } from 'obsidian';
import { periodicNoteSetups, templatePath } from './daily-notes';
import { fieldOf, textFieldOf } from './read-field';

/** Whether a note is a template: it lies in a template folder of some engine, or notes are made from it. */
export function isTemplatePath(app: App, path: string): boolean {
  if (templateFolders(app).some((folder) => path.startsWith(`${folder}/`))) return true;
  return singleTemplates(app).some((written) => templatePath(app, written) === path);
}

/** The template of daily notes, if there is one: what people mean by "my template". */
export function dailyTemplate(app: App): string | undefined {
  return periodicNoteSetups(app).flatMap(({ template }) => (template === undefined ? [] : [templatePath(app, template)])).find((path) => path !== undefined);
}

/** Without outer slashes; the core plugin Templates, Templater, QuickAdd. */
function templateFolders(app: App): string[] {
  return [
    textFieldOf(app, 'internalPlugins', 'plugins', 'templates', 'instance', 'options', 'folder'),
    textFieldOf(app, ...TEMPLATER, 'templates_folder'),
    textFieldOf(app, ...QUICK_ADD, 'templateFolderPath'),
  ].flatMap((folder) => {
    const trimmed = folder?.replace(/^[./]+|\/+$/g, '') ?? '';
    return trimmed === '' ? [] : [trimmed];
  });
}

const TEMPLATER = ['plugins', 'plugins', 'templater-obsidian', 'settings'];
const QUICK_ADD = ['plugins', 'plugins', 'quickadd', 'settings'];

/** Templates that are named one by one: of periodic and unique notes, of Templater's folders, of QuickAdd's choices. */
function singleTemplates(app: App): string[] {
  const perFolder = [fieldOf(app, ...TEMPLATER, 'folder_templates'), fieldOf(app, ...TEMPLATER, 'file_templates')].flatMap((list) => listOf(list));
  const named = [
    textFieldOf(app, 'internalPlugins', 'plugins', 'zk-prefixer', 'instance', 'options', 'template'),
    ...periodicNoteSetups(app).map(({ template }) => template),
    ...perFolder.map((one) => textFieldOf(one, 'template')),
    ...choicesOf(fieldOf(app, ...QUICK_ADD, 'choices')).map((choice) => textFieldOf(choice, 'templatePath')),
  ];
  return named.filter((template) => template !== undefined);
}

/** QuickAdd's choices, those within its folders of choices too. */
function choicesOf(list: unknown, depth = 0): unknown[] {
  if (depth > 8) return [];
  return listOf(list).flatMap((choice) => [choice, ...choicesOf(fieldOf(choice, 'choices'), depth + 1)]);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
