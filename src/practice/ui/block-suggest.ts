import { EditorSuggest, type App, type Editor, type EditorPosition, type EditorSuggestContext, type EditorSuggestTriggerInfo } from 'obsidian';
import { completionAt, type BlockCompletion, type CompletionSources } from '..';

const LONGEST_BLOCK = 12;
const OPENS = /^\s*(?:>\s*)*(`{3,}|~{3,})\s*seek-sense-share\s*$/;
const FENCE = /^\s*(?:>\s*)*(?:`{3,}|~{3,})/;

/** Offers the options of a live block and their values, while one is being written. */
export class BlockSuggest extends EditorSuggest<string> {
  #completion: BlockCompletion | undefined;

  constructor(
    app: App,
    private readonly sources: CompletionSources,
  ) {
    super(app);
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const others = linesAround(cursor.line, editor);
    if (others === undefined) return null;
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    this.#completion = completionAt(before.replace(/^\s*(?:>\s*)+/, ''), others, this.sources);
    if (this.#completion === undefined) return null;
    const { typed } = this.#completion;
    return { start: { line: cursor.line, ch: cursor.ch - typed.length }, end: cursor, query: typed };
  }

  override getSuggestions(): string[] {
    return [...(this.#completion?.offers ?? [])];
  }

  override renderSuggestion(offer: string, element: HTMLElement): void {
    element.setText(offer.replace(/: $/, ''));
    element.dir = 'auto';
  }

  override selectSuggestion(offer: string): void {
    const context: EditorSuggestContext | null = this.context;
    if (context === null) return;
    const { editor, start, end } = context;
    // In one step: between the text and the cursor, the same offers would be due once more.
    const at = { line: start.line, ch: start.ch + offer.length };
    editor.transaction({ changes: [{ from: start, to: end, text: offer }], selection: { from: at } });
    this.close();
  }
}

/** The other lines of the live block in which a line stands; undefined outside of one. A few lines are looked at, so that typing stays free of work. */
function linesAround(line: number, editor: Editor): string[] | undefined {
  const above: string[] = [];
  for (let at = line - 1; at >= 0; at--) {
    if (line - at > LONGEST_BLOCK) return undefined;
    const text = editor.getLine(at);
    if (OPENS.test(text)) return FENCE.test(editor.getLine(line)) ? undefined : [...above, ...linesBelow(line, editor)];
    if (FENCE.test(text)) return undefined;
    above.push(text);
  }
  return undefined;
}

function linesBelow(line: number, editor: Editor): string[] {
  const below: string[] = [];
  for (let at = line + 1; at < editor.lineCount() && at - line <= LONGEST_BLOCK; at++) {
    const text = editor.getLine(at);
    if (FENCE.test(text)) break;
    below.push(text);
  }
  return below;
}
