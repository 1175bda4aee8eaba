import { TFile, type App, type Plugin, type TAbstractFile } from 'obsidian';
import { isDailyNotePath, periodicNoteSetups } from '../../obsidian/daily-notes';
import type { Edge } from '../../obsidian/edge';
import { textFieldOf } from '../../obsidian/read-field';
import { isTemplatePath } from '../../obsidian/template-notes';
import { whenReady } from '../../obsidian/when-ready';
import { DailyFiller, bringsTokens, type DailyFillerHost } from '..';
import { isAtWorkOn, onAppended, onRewritten, rewritesOnCreate } from './templater';
import { watchInsertions } from './watch-insertions';

/** Connects the daily filler with the vault, from the moment the layout is ready until the plugin ends. */
export function watchDailyNotes(edge: Edge, fill: DailyFillerHost['fill']): DailyFiller {
  const { app, plugin, notes } = edge;
  const filler = new DailyFiller({
    now: () => edge.clock().getTime(),
    wait: pausesOf(plugin),
    isPeriodicNote: (path) => isDailyNotePath(path, periodicNoteSetups(app)),
    isTemplate: (path) => isTemplatePath(app, path),
    isOpen: (path) => openPaths(app).has(path),
    isRewrittenOnCreate: () => rewritesOnCreate(app),
    isBeingRewritten: (path) => isAtWorkOn(app, path),
    fill,
  });
  plugin.register(() => filler.stop());
  plugin.register(notes.onOwnChange((path, before, after) => {
    if (filler.follows(path) && bringsTokens(before, after)) filler.said(path);
  }));
  const isOn = (): boolean => edge.settings().practice.fillDaily;
  const appeared = (file: TAbstractFile): void => {
    if (file instanceof TFile && file.extension === 'md' && isOn()) filler.created({ path: file.path, ...file.stat, isOwn: notes.isWriting(file.path) });
  };
  const inserted = (path: string, text: string): void => {
    if (isOn()) void filler.inserted(path, text);
  };
  // Before the layout is ready, every note of the vault is told of as if it were new.
  whenReady(plugin, () => {
    plugin.registerEvent(app.vault.on('create', appeared));
    watchInsertions(edge, { wantsTyping: () => !filler.isIdle, typed: (path) => filler.typed(path), inserted });
    plugin.registerEvent(app.vault.on('modify', ({ path }) => {
      if (!notes.isWriting(path)) filler.changed(path);
    }));
    plugin.registerEvent(app.vault.on('rename', (_file, from) => filler.gone(from)));
    plugin.registerEvent(app.vault.on('delete', (file) => filler.gone(file.path)));
    plugin.registerEvent(app.workspace.on('file-open', (file) => file !== null && filler.opened(file.path)));
    // A note that is opened behind others is told of by its tab only.
    plugin.registerEvent(app.workspace.on('layout-change', () => {
      if (filler.expectsOpening) for (const path of openPaths(app)) filler.opened(path);
    }));
    onRewritten(app, plugin, (path) => filler.rewritten(path));
    onAppended(app, plugin, inserted);
    // A daily note that is made as the app starts may be there already. Another note that is open may be what somebody wrote a moment ago.
    for (const path of openPaths(app)) {
      const file = app.vault.getFileByPath(path);
      if (file !== null && isDailyNotePath(path, periodicNoteSetups(app))) appeared(file);
    }
  });
  return filler;
}

// A tab that was not looked at yet has no view of its note, only the wish to show it.
function openPaths(app: App): Set<string> {
  const paths = new Set<string>();
  app.workspace.iterateAllLeaves((leaf) => {
    const path = textFieldOf(leaf.view, 'file', 'path') ?? textFieldOf(leaf.getViewState(), 'state', 'file');
    if (path !== undefined) paths.add(path);
  });
  return paths;
}

/** Pauses that end with the plugin: what waits then is never woken. */
function pausesOf(plugin: Plugin): (milliseconds: number) => Promise<void> {
  const running = new Set<number>();
  plugin.register(() => running.forEach((timer) => window.clearTimeout(timer)));
  return (milliseconds) =>
    new Promise((resolve) => {
      const timer = window.setTimeout(() => {
        running.delete(timer);
        resolve();
      }, milliseconds);
      running.add(timer);
    });
}
