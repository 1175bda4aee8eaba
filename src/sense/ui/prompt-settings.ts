import type { Setting, SettingDefinitionPage, SettingDefinitionRender } from 'obsidian';
import { words } from '../../words';
import { freshPromptId, listedPrompts, promptSettings, type ListedPrompt, type PromptSetting } from '..';

/** How the list of prompts is read, stored and drawn anew. */
export interface PromptStore {
  kept(): readonly PromptSetting[];
  /** Stores what `make` makes of the prompts that are stored then; changes follow one another. */
  keep(make: (now: readonly PromptSetting[]) => readonly PromptSetting[]): Promise<void>;
  redraw(): void;
}

/** The settings page on which prompts are edited, added, moved and switched off; or kept in a note instead. */
export function promptSettingsPage(store: PromptStore): SettingDefinitionPage {
  const texts = words.sense;
  const listed = listedPrompts(store.kept());
  const keep = (make: (now: readonly ListedPrompt[]) => readonly ListedPrompt[]): Promise<void> => store.keep((now) => promptSettings(make(listedPrompts(now))));
  const change = async (make: (now: readonly ListedPrompt[]) => readonly ListedPrompt[], focus?: Focus): Promise<void> => {
    await keep(make);
    store.redraw();
    if (focus !== undefined) focusOn(focus);
  };
  const changeOne = (id: string, part: Partial<ListedPrompt>) => (now: readonly ListedPrompt[]) => now.map((prompt) => (prompt.id === id ? { ...prompt, ...part } : prompt));
  const move = (id: string, to: number, action: string): void => void change((now) => moved(now, now.findIndex((prompt) => prompt.id === id), to), { id, action });
  const add = (): void => {
    const id = freshPromptId(listedPrompts(store.kept()));
    void change((now) => [...now, { id, question: '', off: false, isOwn: true }], { id, action: 'question' });
  };
  return {
    type: 'page',
    name: texts.promptsPage,
    desc: texts.promptsPageDescription,
    items: [
      { name: texts.promptNoteName, desc: texts.promptNoteDescription, control: { type: 'file', key: 'sense.promptNote' } },
      {
        type: 'list',
        heading: texts.promptsHeading,
        items: listed.map((prompt, at) => rowOf(prompt, {
          // Nothing is drawn anew where the control shows its change by itself: not while somebody types, not on a switch.
          write: (question) => keep(changeOne(prompt.id, { question })),
          put: (off) => keep(changeOne(prompt.id, { off })),
          up: at === 0 ? undefined : () => move(prompt.id, at - 1, 'up'),
          down: at === listed.length - 1 ? undefined : () => move(prompt.id, at + 1, 'down'),
          remove: prompt.isOwn ? () => void change((now) => now.filter(({ id }) => id !== prompt.id)) : undefined,
        })),
        onReorder: (from, to) => void change((now) => moved(now, from, to)),
        addItem: { name: texts.addPrompt, action: add },
      },
      { name: texts.addPrompt, desc: texts.addPromptDescription, action: add },
      { name: texts.resetPrompts, desc: texts.resetPromptsDescription, action: () => void store.keep(() => []).then(() => store.redraw()) },
    ],
  };
}

function moved(prompts: readonly ListedPrompt[], from: number, to: number): readonly ListedPrompt[] {
  const next = [...prompts];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

interface RowActions {
  readonly write: (question: string) => Promise<void>;
  readonly put: (off: boolean) => Promise<void>;
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
  readonly remove: (() => void) | undefined;
}

function rowOf(prompt: ListedPrompt, { write, put, up, down, remove }: RowActions): SettingDefinitionRender {
  const texts = words.sense;
  const named = prompt.question === '' ? texts.newPrompt : prompt.question;
  return {
    name: named,
    render(row: Setting) {
      row.settingEl.addClass('sss-prompt-row');
      row.settingEl.setAttr('data-prompt', prompt.id);
      // The question stands in its field; the name is only for those who search.
      row.nameEl.empty();
      row.addTextArea((area) => {
        area.setValue(prompt.question).setPlaceholder(texts.newPrompt).onChange((value) => void write(value));
        area.inputEl.setAttrs({ rows: '2', 'aria-label': texts.promptQuestion, 'data-action': 'question', dir: 'auto' });
      });
      const button = (icon: string, label: string, action: string, run: (() => void) | undefined): void => {
        if (run === undefined) return;
        row.addButton((each) => {
          each.setIcon(icon).setTooltip(label).setClass('clickable-icon').onClick(run);
          each.buttonEl.setAttrs({ 'aria-label': `${label}: ${named}`, 'data-action': action });
        });
      };
      button('chevron-up', texts.promptUp, 'up', up);
      button('chevron-down', texts.promptDown, 'down', down);
      button('trash-2', texts.removePrompt, 'remove', remove);
      row.addToggle((toggle) => {
        toggle.setValue(!prompt.off).onChange((on) => void put(!on));
        toggle.toggleEl.setAttr('data-action', 'toggle');
        toggle.toggleEl.querySelector('input')?.setAttr('aria-label', `${texts.promptOn}: ${named}`);
      });
    },
  };
}

interface Focus {
  readonly id: string;
  readonly action: string;
}

// Moved to the end of the list, a row has no button that goes further: then its other one.
function focusOn({ id, action }: Focus): void {
  const row = [...activeDocument.querySelectorAll<HTMLElement>('.sss-prompt-row')].find((one) => one.dataset['prompt'] === id);
  const wanted = [action, 'up', 'down'].map((name) => row?.querySelector<HTMLElement>(`[data-action=${name}]`)).find((element) => element != null);
  wanted?.focus();
}
