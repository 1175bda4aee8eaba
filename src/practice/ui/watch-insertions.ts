import { type Extension, type Transaction } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { editorInfoField, type App } from 'obsidian';
import type { Edge } from '../../obsidian/edge';
import { broughtIn } from '..';

// What a person does with keys and mouse, as the editor names it.
const BY_HAND = ['input.type', 'input.paste', 'input.drop', 'input.complete', 'delete', 'move', 'undo', 'redo'];
const SHORTEST_TOKEN = '{{ties:due}}'.length;

/** What happens in the open editors, as far as tokens are concerned. */
interface EditorListener {
  /** Whether anybody wants to know of typing. */
  wantsTyping(): boolean;
  typed(path: string): void;
  /** A text that holds tokens came into a note at once, and not by hand: a template engine put it there. */
  inserted(path: string, text: string): void;
}

/**
 * Tells of templates that are put into an open note, such as by the core plugin Templates or by QuickAdd. A change that
 * came from the disk (by sync, or by another program) stands on the disk already, and is not told of; nor is one that this
 * plugin makes: a take that holds a token is what somebody said. Where a text takes the place of another, only what is new
 * in it is told: many plugins write a whole note anew for one word.
 */
export function watchInsertions({ app, plugin, notes }: Edge, listener: EditorListener): void {
  const held: Held = { told: (update) => tell(update, { app, notes }, listener) };
  plugin.register(() => delete held.told);
  plugin.registerEditorExtension(extensionFor(held));
}

interface Held {
  told?: (update: ViewUpdate) => void;
}

// In a scope of its own: an editor in the background may keep an extension that is switched off, and all in its scope.
function extensionFor(held: Held): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged) held.told?.(update);
  });
}

function tell(update: ViewUpdate, { app, notes }: Pick<Edge, 'app' | 'notes'>, listener: EditorListener): void {
  const isByHand = update.transactions.some(isTyped);
  if (isByHand && !listener.wantsTyping()) return;
  const path = update.state.field(editorInfoField, false)?.file?.path;
  if (path === undefined) return;
  if (isByHand) return listener.typed(path);
  if (notes.isWriting(path)) return;
  for (const text of insertedTexts(update)) void tellUnlessOnDisk(path, text, app, listener);
}

function isTyped(transaction: Transaction): boolean {
  return transaction.docChanged && BY_HAND.some((event) => transaction.isUserEvent(event));
}

function insertedTexts(update: ViewUpdate): string[] {
  const texts: string[] = [];
  update.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    if (inserted.length < SHORTEST_TOKEN) return;
    const text = broughtIn(update.startState.sliceDoc(fromA, toA), inserted.toString());
    if (text !== undefined) texts.push(text);
  });
  return texts;
}

async function tellUnlessOnDisk(path: string, text: string, app: App, listener: EditorListener): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  const onDisk = await app.vault.read(file);
  if (!onDisk.replace(/\r\n/g, '\n').includes(text)) listener.inserted(path, text);
}
