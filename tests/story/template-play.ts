// What can be seen of the plugins that make notes from templates, played within the page. The order of their steps – what they
// read and write, which events they send, when they name a note as being worked on – is that of Templater 2, Periodic Notes 0.x
// and 1.0 and QuickAdd 2; how long they take is left to chance.

/** The note that is made, or put into a note, by all of them; `<% x %>` stands for a command of Templater. */
export const TEMPLATE = '# Day\n{{sense:queue:2}}\n\n## Log\n<% x %>\n';
export const OWN = 'My own words, and a {{sense:queue:2}} that I left.\n';
export const TYPED = 'What I type meanwhile.';

export const SITUATIONS = ['new', 'existing', 'synced', 'typing', 'slow'] as const;
type Situation = (typeof SITUATIONS)[number];

export type Engine = 'Daily notes' | 'Unique notes' | 'Templates' | 'Periodic Notes' | 'Periodic Notes, a day' | 'QuickAdd' | 'Templater, folder template' | 'Templater by hand';

/** One note: who makes it, and what happens meanwhile. */
export interface Played {
  readonly path: string;
  readonly engine: Engine;
  readonly situation: Situation;
}

export interface Play {
  readonly notes: readonly Played[];
  readonly texts: { readonly template: string; readonly own: string; readonly typed: string };
  /** Whether Templater is there, and runs every new note. */
  readonly templater: boolean;
  readonly periodicNotes: '0.x' | '1.0';
  /** How many notes are in play at the same time. */
  readonly atOnce: number;
  readonly seed: number;
}

/** What a note held in the end, in its editor (undefined when it was not open) and on the disk. */
export interface Outcome extends Played {
  readonly shown: string | undefined;
  readonly onDisk: string;
}

/**
 * Plays the notes, many at the same time, each in a tab of its own, and tells what each holds when nothing moves in it any
 * more. Runs in the page, so that nothing from outside of it can be used here.
 */
export async function play({ notes, texts, templater, periodicNotes, atOnce, seed }: Play): Promise<Outcome[]> {
  const { app } = window.workbench;
  const { vault, workspace } = app;
  let state = seed;
  // Park and Miller 1988: good enough to choose pauses.
  const upTo = (most: number): number => ((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * most;
  const pause = (most: number, least = 0): Promise<void> => new Promise((resolve) => void window.setTimeout(resolve, least + upTo(most)));

  const slowPaths = new Set(notes.filter(({ situation }) => situation === 'slow').map(({ path }) => path));
  const fastFetch = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const url = decodeURIComponent(asked[0] instanceof Request ? asked[0].url : String(asked[0]));
    const isSlow = [...slowPaths].some((path) => url.includes(path));
    if (isSlow) await pause(300);
    const answer = await fastFetch(...asked);
    if (isSlow) await pause(300);
    return answer;
  };

  type Note = NonNullable<ReturnType<typeof vault.getFileByPath>>;
  type Tab = ReturnType<typeof workspace.getLeaf>;
  const tabs = new Map<string, Tab>();
  const editorIn = (path: string) => {
    const { view } = tabs.get(path) ?? {};
    return view !== undefined && 'editor' in view && 'file' in view && (view.file as Note | null)?.path === path ? (view.editor as NonNullable<NonNullable<typeof workspace.activeEditor>['editor']>) : undefined;
  };
  const atWork = new Map<string, Promise<void>>();
  const open = async (note: Note): Promise<void> => {
    const tab = workspace.getLeaf('tab');
    await tab.openFile(note);
    tabs.set(note.path, tab);
  };
  const saved = async (path: string): Promise<void> => {
    await pause(0, 100);
    await (tabs.get(path)?.view as { save?(): Promise<void> } | undefined)?.save?.();
  };
  const ran = (text: string): string => text.replaceAll('<% x %>', 'X');

  // Templater: a note is named as being worked on until after the event; written through the editor where it is the active note.
  const pending = new Set<string>();
  const overwriteCommands = async (note: Note): Promise<void> => {
    pending.add(note.path);
    let [since, text] = [0, ''];
    // In a page so busy that this takes longer than an editor waits with saving, Templater alone would undo what was typed.
    do {
      since = performance.now();
      text = ran(await vault.read(note));
      await pause(900);
    } while (performance.now() - since > 1_500);
    await vault.modify(note, text);
    workspace.trigger('templater:overwrite-file', { file: note, content: text });
    await pause(50);
    pending.delete(note.path);
  };
  const writeTemplate = async (note: Note): Promise<void> => {
    pending.add(note.path);
    const { activeEditor } = workspace;
    await pause(900);
    const text = ran(texts.template);
    if (activeEditor?.editor !== undefined && activeEditor.file === note) {
      const { editor } = activeEditor;
      editor.setValue(editor.getValue() + text);
      await saved(note.path);
    } else {
      await vault.process(note, (present) => present + text);
    }
    workspace.trigger('templater:new-note-from-template', { file: note, content: text });
    await pause(50);
    pending.delete(note.path);
  };
  const onCreate = async (note: Note): Promise<void> => {
    await pause(0, 300);
    if (pending.has(note.path)) return;
    const isFoldersTemplate = (await vault.read(note)) === '' && note.path.startsWith('Projects/');
    await (isFoldersTemplate ? writeTemplate(note) : overwriteCommands(note));
  };
  const settings = { trigger_on_file_creation: true, templates_folder: 'Templates' };
  const [day, week] = ['Daily', 'Weekly'].map((folder) => ({ enabled: true, folder, format: '' }));
  const store = { subscribe: (tell: (value: unknown) => void) => (tell({ activeCalendarSet: 'A', calendarSets: [{ id: 'A', day: { ...day, templatePath: 'Templates/Day.md' }, week: { ...week, templatePath: 'Templates/Week.md' } }] }), () => undefined) };
  Object.assign(app.plugins.plugins, {
    'periodic-notes': { settings: periodicNotes === '1.0' ? store : { weekly: { ...week, template: 'Templates/Week.md' } } },
    ...(templater ? { 'templater-obsidian': { settings, templater: { files_with_pending_templates: pending } } } : {}),
  });
  const listening = vault.on('create', ({ path }: { path: string }) => {
    const note = vault.getFileByPath(path);
    if (templater && note !== null && notes.some((one) => one.path === path)) atWork.set(path, onCreate(note));
  });

  const makeWhole = async (path: string): Promise<void> => open(await vault.create(path, texts.template));
  const makers: Record<Engine, (path: string) => Promise<void>> = {
    'Daily notes': makeWhole,
    'Unique notes': makeWhole,
    async Templates(path) {
      await open(await vault.create(path, ''));
      await pause(400);
      await users.Templates(path);
    },
    // 1.0 also finds a new empty note of a period, and gives it its template in a second step.
    async 'Periodic Notes'(path) {
      if (periodicNotes === '0.x') return makeWhole(path);
      const note = await vault.create(path, '');
      await vault.modify(note, texts.template);
      await open(note);
    },
    'Periodic Notes, a day': (path) => makers['Periodic Notes'](path),
    // Keeps Templater from a note while it makes it, has it run afterwards, and opens it last.
    async QuickAdd(path) {
      if (templater) pending.add(path);
      const note = await vault.create(path, texts.template);
      if (templater) await pause(0, 500);
      pending.delete(path);
      if (templater) await overwriteCommands(note);
      await open(note);
    },
    async 'Templater, folder template'(path) {
      await open(await vault.create(path, ''));
    },
    async 'Templater by hand'(path) {
      const made = vault.create(path, '');
      pending.add(path);
      const note = await made;
      await pause(1_500);
      await vault.modify(note, ran(texts.template));
      workspace.trigger('templater:new-note-from-template', { file: note, content: ran(texts.template) });
      await open(note);
      await pause(50);
      pending.delete(path);
    },
  };
  const insert = async (path: string, text: string): Promise<void> => editorIn(path)?.replaceRange(text, { line: 0, ch: 0 });
  const nothing = async (): Promise<void> => undefined;
  const users: Record<Engine, (path: string) => Promise<void>> = {
    'Daily notes': nothing,
    'Unique notes': nothing,
    Templates: (path) => insert(path, texts.template),
    'Periodic Notes': nothing,
    'Periodic Notes, a day': nothing,
    QuickAdd: (path) => insert(path, texts.template),
    'Templater, folder template': nothing,
    async 'Templater by hand'(path) {
      pending.add(path);
      await pause(600);
      await insert(path, ran(texts.template));
      await saved(path);
      workspace.trigger('templater:template-appended', { view: tabs.get(path)?.view, editor: editorIn(path), content: ran(texts.template) });
      await pause(50);
      pending.delete(path);
    },
  };

  const type = async (path: string): Promise<void> => {
    while (editorIn(path) === undefined) await pause(0, 10);
    await pause(300);
    for (const key of texts.typed) {
      const cm = (editorIn(path) as unknown as { cm: { state: { doc: { length: number } }; dispatch(change: object): void } }).cm;
      const at = cm.state.doc.length;
      cm.dispatch({ changes: { from: at, insert: key }, selection: { anchor: at + 1 }, userEvent: 'input.type' });
      await pause(50, 5);
    }
  };
  const act = async ({ path, engine, situation }: Played): Promise<void> => {
    await pause(600);
    if (situation === 'synced') {
      // Written from outside; looked at long after, or never.
      let note = vault.getFileByPath(path);
      for (; note === null; note = vault.getFileByPath(path)) await pause(0, 50);
      await pause(0, 400);
      await atWork.get(path);
      await pause(0, 3_500);
      if (upTo(2) < 1) await open(note);
    } else if (situation === 'existing') {
      const note = vault.getFileByPath(path);
      if (note !== null) await open(note);
      await users[engine](path);
    } else {
      await Promise.all([makers[engine](path), ...(situation === 'typing' ? [type(path)] : [])]);
    }
  };
  const outcomeOf = async (one: Played): Promise<Outcome> => {
    const isOpened = one.situation !== 'synced';
    const outcome = async (): Promise<Outcome> => ({ ...one, shown: editorIn(one.path)?.getValue(), onDisk: await vault.adapter.read(one.path) });
    const isAtRest = ({ shown, onDisk }: Outcome): boolean => shown === onDisk && shown !== '' && !shown.replace(texts.own, '').includes('{{sense');
    // Waits until editor and disk agree that it is done; what never will be done is told as it is.
    const settled = async (): Promise<Outcome> => {
      const since = performance.now();
      let present = await outcome();
      for (; isOpened && !isAtRest(present) && performance.now() - since < 10_000; present = await outcome()) await pause(0, 100);
      return present;
    };
    await act(one);
    await atWork.get(one.path);
    await settled();
    // Time enough for what must not come: a second filling, or that of a note that came by sync.
    await pause(0, 600);
    const present = await settled();
    tabs.get(one.path)?.detach();
    return present;
  };
  const outcomes: Outcome[] = [];
  const left = [...notes];
  const playOneByOne = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) outcomes.push(await outcomeOf(one));
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, playOneByOne));
    return outcomes;
  } finally {
    vault.offref(listening);
    window.fetch = fastFetch;
    for (const tab of tabs.values()) tab.detach();
    delete app.plugins.plugins['templater-obsidian'];
    delete app.plugins.plugins['periodic-notes'];
  }
}
