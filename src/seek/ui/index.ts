import type { Result } from '../../base';
import { words } from '../../words';
import type { DraftStore } from '../../obsidian/draft-store';
import { textKey, type Place, type Quote } from '..';
import { formFrom } from './capture-form';
import { CaptureModal } from './capture-modal';
import { captureAsNote, captureQuote, type Captured, type CaptureNeeds } from './capture-quote';
import { fromActiveView, fromClipboard, fromEditor, fromParameters, type CaptureRequest } from './capture-requests';

export { seekSettingDefinitions } from './settings';

/** What other rooms may ask of capturing. */
interface Seek {
  /** Opens the modal on what the clipboard holds. */
  captureClipboard(): void;
  /** Opens the modal, filled from an `obsidian://` link's parameters. */
  openFromParameters(parameters: Readonly<Record<string, string | undefined>>): void;
  /** Makes a quote note of a quote without asking; finds the one that exists. */
  keep(quote: Quote, place?: Place): Promise<Result<Captured>>;
}

/** Registers what captures quotes: commands and the editor's menu. */
export function furnishSeek(needs: CaptureNeeds, drafts: DraftStore): Seek {
  const { edge } = needs;
  const { plugin, app } = edge;
  const open = (request: CaptureRequest): void => openModal(request, needs, drafts);
  const captureClipboard = (): void => void fromClipboard().then(open);
  plugin.addCommand({
    id: 'seek-capture-selection',
    name: words.seek.captureSelection,
    checkCallback(checking) {
      const request = fromActiveView(edge);
      if (request === undefined) return false;
      if (!checking) open(request);
      return true;
    },
  });
  plugin.addCommand({ id: 'seek-capture-clipboard', name: words.seek.captureClipboard, callback: captureClipboard });
  plugin.registerEvent(app.workspace.on('editor-menu', (menu, editor, view) => {
    const request = view.file == null ? undefined : fromEditor(editor, view.file.path);
    if (request !== undefined) menu.addItem((item) => item.setTitle(words.seek.captureMenu).setIcon('quote').setSection('selection').onClick(() => open(request)));
  }));
  return {
    captureClipboard,
    openFromParameters: (parameters) => open(fromParameters(parameters)),
    keep: (quote, place) => captureAsNote(quote, { take: '' }, place, needs),
  };
}

function openModal(request: CaptureRequest, needs: CaptureNeeds, drafts: DraftStore): void {
  const text = request.draft.text ?? '';
  // A draft belongs to the words it was begun with, so that the take of one quote never appears on another.
  const key = `capture:${text.trim() === '' ? '' : textKey({ text })}`;
  const form = formFrom(request.draft, drafts.load(key));
  const hooks = {
    directory: needs.directory,
    keepDraft: (typed: typeof form) => drafts.save(key, typed),
    async capture(typed: typeof form): Promise<string | undefined> {
      const captured = await captureQuote(typed, request.place, needs);
      if (!captured.ok) return captured.problem;
      drafts.clear(key);
      return undefined;
    },
  };
  new CaptureModal(needs.edge.app, form, hooks, request.hint).open();
}
