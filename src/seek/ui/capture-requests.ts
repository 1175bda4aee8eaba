import { MarkdownView, type Editor } from 'obsidian';
import { readWebAddress } from '../../base';
import { plainAsMarkdown } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { systemClipboard } from '../../obsidian/system-clipboard';
import { words } from '../../words';
import { foundQuoteAt, quoteFromClipboard, quoteFromPlain, sourceOfNote, type Place, type QuoteDraft } from '..';

/** A wish to capture something: what could be told of it, and where in the vault it stands. */
export interface CaptureRequest {
  readonly draft: Partial<QuoteDraft>;
  readonly place?: Place;
  /** A sentence to show in the modal, when something was missing. */
  readonly hint?: string;
}

/** The selection of an editor. What the note tells about its source comes along. */
export function fromEditor(editor: Editor, path: string): CaptureRequest | undefined {
  const text = editor.getSelection();
  if (text.trim() === '') return undefined;
  const from = editor.posToOffset(editor.getCursor('from'));
  const note = editor.getValue();
  const around = foundQuoteAt(note, from) ?? sourceOfNote(note);
  const { author, source, title } = around;
  const details = { ...(author === undefined ? {} : { author }), ...(source === undefined ? {} : { source }), ...(title === undefined ? {} : { title }) };
  return { draft: { ...details, text: withoutQuotePrefix(text) }, place: { path, from, to: from + text.length, text } };
}

/** The selection of a reading view, as text. Its place is looked for in the note by its words. */
function fromReadingView(view: MarkdownView): CaptureRequest | undefined {
  const selection = view.contentEl.win.getSelection();
  const text = selection?.toString() ?? '';
  const isInside = selection?.anchorNode != null && view.contentEl.contains(selection.anchorNode);
  if (!isInside || text.trim() === '' || view.file === null) return undefined;
  const details = sourceOfNote(view.data);
  return { draft: { ...details, text: plainAsMarkdown(text.trim()) }, place: { path: view.file.path, from: -1, to: -1, text } };
}

/** What is selected in the active note, in either mode. */
export function fromActiveView(edge: Edge): CaptureRequest | undefined {
  const view = edge.app.workspace.getActiveViewOfType(MarkdownView);
  if (view?.file == null) return undefined;
  return view.getMode() === 'source' ? fromEditor(view.editor, view.file.path) : fromReadingView(view);
}

/** What the clipboard holds; an unreadable one opens the modal with a sentence that says so. */
export async function fromClipboard(): Promise<CaptureRequest> {
  const content = await systemClipboard.read();
  if (!content.ok) return { draft: {}, hint: content.problem };
  const draft = quoteFromClipboard(content.value);
  return draft.text.trim() === '' ? { draft, hint: words.seek.clipboardEmpty } : { draft };
}

/** The parameters of an `obsidian://` link. All of them are text from outside. */
export function fromParameters(parameters: Readonly<Record<string, string | undefined>>): CaptureRequest {
  const { text = '', url = '', title = '', author = '', via = '' } = parameters;
  const isAddress = url === '' || readWebAddress(url) !== undefined;
  const quoted = quoteFromPlain(url !== '' && isAddress ? `${text}\n${url}` : text);
  const draft = { ...quoted, title, author, via, ...(isAddress ? {} : { source: url }) };
  if (!isAddress) return { draft, hint: words.seek.uriWrongUrl };
  return quoted.text.trim() === '' ? { draft, hint: words.seek.uriMissingText } : { draft };
}

function withoutQuotePrefix(text: string): string {
  const lines = text.split('\n');
  return lines.slice(1).every((line) => /^\s{0,3}>/.test(line)) && lines.length > 1 ? lines.map((line) => line.replace(/^\s{0,3}> ?/, '')).join('\n') : text.replace(/^\s{0,3}> ?/, '');
}
