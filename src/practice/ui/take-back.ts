import { lineBreakOf, ok, reasonOf, withUnixLines } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { settingAt } from '../../obsidian/settings';
import { words } from '../../words';
import { WELCOME_FIELDS } from './welcome-modal';
import type { WelcomeStep } from './welcome-record';

/**
 * Takes back what the welcome did, the latest first: files go to the trash, templates and names become what they were, and
 * folders go once they are empty. What has changed since, or is in use, stays. Gives back how a person calls what was left.
 */
export async function takeBack(steps: readonly WelcomeStep[], edge: Edge, setSetting: (path: string, value: unknown) => Promise<void>): Promise<string[]> {
  const left: string[] = [];
  const latest = [...steps].reverse();
  for (const step of latest) {
    if (step.kind === 'file' && !(await trashUnchanged(step, edge))) left.unshift(step.path);
    if (step.kind === 'sections' && !(await restoreTemplate(step, edge))) left.unshift(step.path);
  }
  // Only now can be seen which folders are empty, and only then which names nobody uses.
  for (const step of latest) if (step.kind === 'folder' && !(await trashEmpty(step.path, edge))) left.unshift(step.path);
  for (const step of latest) {
    if (step.kind !== 'name' || settingAt(edge.settings(), step.path) !== step.after) continue;
    if (isInUse(step.path, step.after, edge)) left.push(`${fieldName(step.path)}: ${step.after}`);
    else await setSetting(step.path, step.before);
  }
  return [...new Set(left)];
}

async function trashUnchanged({ path, text }: { readonly path: string; readonly text: string }, edge: Edge): Promise<boolean> {
  const { app } = edge;
  const file = app.vault.getFileByPath(path);
  if (file === null) return true;
  return orSaid(path, edge, async () => {
    if ((await app.vault.read(file)) !== text) return false;
    await app.fileManager.trashFile(file);
    return true;
  });
}

/** Gives back false, having told why, when the disk refuses. */
async function orSaid(path: string, edge: Edge, act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch (error) {
    edge.say(words.notes.notChanged(path, reasonOf(error)));
    return false;
  }
}

/** A template that a person changed since is theirs. */
async function restoreTemplate({ path, before, after }: { readonly path: string; readonly before: string; readonly after: string }, { notes }: Edge): Promise<boolean> {
  if (notes.find(path) === undefined) return true;
  let isRestored = false;
  const changed = await notes.change(path, (text) => {
    // An open editor holds the same text with other line breaks than the disk.
    isRestored = withUnixLines(text) === withUnixLines(after);
    return ok(isRestored ? withUnixLines(before).replace(/\n/g, lineBreakOf(text)) : text);
  });
  return changed.ok && isRestored;
}

/** A folder in which something lies is in use, and stays. Gives back false when an empty one is left. */
async function trashEmpty(path: string, edge: Edge): Promise<boolean> {
  const folder = edge.app.vault.getFolderByPath(path);
  if (folder?.children.length !== 0) return true;
  return orSaid(path, edge, async () => {
    await edge.app.fileManager.trashFile(folder);
    return true;
  });
}

/** Whether notes would no longer be understood, or be in two places, if the name were another one. */
function isInUse(field: string, name: string, { app }: Edge): boolean {
  if (app.vault.getFolderByPath(name) !== null && field.toLowerCase().endsWith('folder')) return true;
  return app.vault.getMarkdownFiles().some((file) => app.metadataCache.getFileCache(file)?.headings?.some(({ heading }) => heading === name) === true);
}

function fieldName(path: string): string {
  const field = WELCOME_FIELDS.find((one) => one === path);
  return field === undefined ? path : words.welcome.fields[field];
}
