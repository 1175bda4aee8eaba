import { ok } from '../../base';
import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { dailyTemplate, isTemplatePath } from '../../obsidian/template-notes';
import { words } from '../../words';
import { TEMPLATE_SECTIONS, missingSections, withSections, type TemplateSection } from '..';
import { TemplateModal, type TemplateChoice } from './template-modal';

/** A template with its text before and after sections were put into it. */
interface InsertedSections {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Opens the window that puts sections into a template; says so where there is no template. `tell` hears what was put there. */
export function openTemplateModal(edge: Edge, tell?: (inserted: InsertedSections) => void): void {
  const { app } = edge;
  const templates = edge.notes.list().map(({ path }) => path).filter((path) => isTemplatePath(app, path)).sort((left, right) => left.localeCompare(right));
  const active = app.workspace.getActiveFile()?.path ?? '';
  const first = templates.find((path) => path === active) ?? templates.find((path) => path === dailyTemplate(app)) ?? templates[0];
  if (first === undefined) return edge.say(words.practice.noTemplate);
  new TemplateModal(app, templates, first, (choice) => insertSections(edge, choice, tell)).open();
}

/** Puts the chosen sections into a template; gives back a sentence when it cannot. */
async function insertSections(edge: Edge, { path, sections }: TemplateChoice, tell?: (inserted: InsertedSections) => void): Promise<string | undefined> {
  if (sections.length === 0) return words.practice.insertNothing;
  let [before, added]: [string, readonly TemplateSection[]] = ['', []];
  const changed = await edge.notes.change(path, (text) => {
    before = text;
    const missing = missingSections(text);
    added = TEMPLATE_SECTIONS.filter((section) => sections.includes(section) && missing.includes(section));
    return added.length === 0 ? ok(text) : withSections(text, added, path);
  });
  if (!changed.ok) return changed.problem;
  if (added.length === 0) return words.practice.insertedBefore(nameOf(path));
  tell?.({ path, before, after: changed.value });
  edge.say(words.practice.sectionsInserted(nameOf(path), added.map((section) => words.practice.sectionHeadings[section])));
  return undefined;
}
