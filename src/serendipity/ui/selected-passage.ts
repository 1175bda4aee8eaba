import type { App, Component } from 'obsidian';
import { countWords } from '../../base';
import { editorOf } from './insert-link';

/** Fewer words are a label, or a slip of the mouse. */
const FEWEST_WORDS = 3;
const MOST_CHARACTERS = 20_000;
/** Milliseconds for which a selection has to rest. */
const AFTER_SELECTING = 500;

/** What is selected in the editor of a note, when it is enough to look for links; else ''. */
export function selectedPassage(app: App, path: string): string {
  const selected = editorOf(app, path)?.editor.getSelection().slice(0, MOST_CHARACTERS).trim() ?? '';
  return countWords(selected.slice(0, 200)) >= FEWEST_WORDS ? selected : '';
}

/** Calls `listener` when a selection in any window came to rest; ends with `life`. */
export function onSelectionRest(app: App, life: Component, doc: Document, listener: () => void): void {
  let timer: number | undefined;
  const later = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(listener, AFTER_SELECTING);
  };
  life.registerDomEvent(doc, 'selectionchange', later);
  life.registerEvent(app.workspace.on('window-open', (_, opened) => life.registerDomEvent(opened.document, 'selectionchange', later)));
  life.register(() => window.clearTimeout(timer));
}
