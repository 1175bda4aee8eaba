import { pause, type SimulatedVault } from './simulated-vault';

// What can be seen of the plugins that make notes from templates, written after their documentation and behaviour.

/** A template: a token of ours, and a command of Templater that becomes `X`. */
export const TEMPLATE = '# Day\n{{sense:queue}}\n\n## Log\n<% x %>\n';

/** An engine: how it makes a note, and how it is let loose on one that is there already. */
export interface Engine {
  readonly path: string;
  /** Whether Templater runs the note's commands. */
  readonly runsCommands: boolean;
  /** What is switched on in the vault while this engine is in use. */
  prepare?(vault: SimulatedVault): void;
  make(vault: SimulatedVault, path: string): Promise<void>;
  /** What it does to an open note that was there already. */
  use(vault: SimulatedVault, path: string): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

function ran(text: string): string {
  return text.replaceAll('<% x %>', 'X');
}

/** Templater sees every new note, also one that comes by sync: it waits, reads, works, writes the whole text, tells. */
export async function templaterOnCreate(vault: SimulatedVault, path: string, folderTemplate?: string): Promise<void> {
  await pause(300);
  const before = await vault.read(path);
  vault.atWork.add(path);
  const text = before === '' && folderTemplate !== undefined ? folderTemplate : before;
  await pause(vault.some(1_500));
  await vault.modify(path, ran(text));
  vault.filler?.rewritten(path);
  await pause(vault.some(200));
  vault.atWork.delete(path);
}

const PLAIN: Engine = {
  path: 'Daily/2026-11-20.md',
  runsCommands: false,
  async make(vault, path) {
    await vault.create(path, TEMPLATE);
    await vault.show(path);
  },
  use: nothing,
};

/** Makes the note empty, and writes its template in a second step. */
const IN_TWO_STEPS: Engine = {
  ...PLAIN,
  async make(vault, path) {
    await vault.create(path, '');
    await vault.modify(path, TEMPLATE);
    await vault.show(path);
  },
};

const onCreate = (vault: SimulatedVault): void => void (vault.rewritesOnCreate = true);

export const ENGINES: Readonly<Record<string, Engine>> = {
  'core Daily notes': PLAIN,
  'core Unique notes': { ...PLAIN, path: 'Notes/202611200800.md' },
  'core Templates': {
    ...PLAIN,
    path: 'Notes/Page.md',
    async make(vault, path) {
      await vault.create(path, '');
      await vault.show(path);
      await pause(vault.some(500));
      vault.insert(path, TEMPLATE);
    },
    async use(vault, path) {
      vault.insert(path, TEMPLATE);
    },
  },
  'Periodic Notes 0.x': PLAIN,
  'Periodic Notes 1.0, a day': IN_TWO_STEPS,
  'Periodic Notes 1.0, a week': { ...IN_TWO_STEPS, path: 'Weekly/2026-W47.md' },
  'Templater on create': {
    ...PLAIN,
    runsCommands: true,
    prepare: onCreate,
    async make(vault, path) {
      await vault.create(path, TEMPLATE);
      void templaterOnCreate(vault, path);
      await vault.show(path);
    },
  },
  'Templater, folder template': {
    ...PLAIN,
    path: 'Projects/New.md',
    runsCommands: true,
    prepare: onCreate,
    async make(vault, path) {
      await vault.create(path, '');
      void templaterOnCreate(vault, path, TEMPLATE);
      await vault.show(path);
    },
  },
  'Templater by hand': {
    path: 'Notes/New.md',
    runsCommands: true,
    // Makes the note empty, asks what the template asks, writes, tells, and opens it last.
    async make(vault, path) {
      await vault.create(path, '');
      vault.atWork.add(path);
      await pause(vault.some(8_000));
      await vault.modify(path, ran(TEMPLATE));
      vault.filler?.rewritten(path);
      await vault.show(path);
      await pause(vault.some(200));
      vault.atWork.delete(path);
    },
    async use(vault, path) {
      vault.atWork.add(path);
      await pause(vault.some(1_000));
      vault.insert(path, ran(TEMPLATE));
      await pause(vault.some(200));
      vault.atWork.delete(path);
      void vault.filler?.inserted(path, ran(TEMPLATE));
    },
  },
  QuickAdd: { ...PLAIN, path: 'Notes/Person.md', use: async (vault, path) => vault.insert(path, TEMPLATE) },
  'two at once: QuickAdd and Templater on create': {
    ...PLAIN,
    path: 'Notes/Person.md',
    runsCommands: true,
    prepare: onCreate,
    async make(vault, path) {
      await vault.create(path, TEMPLATE);
      void templaterOnCreate(vault, path);
      // QuickAdd has Templater run the note at once, too.
      vault.atWork.add(path);
      const text = await vault.read(path);
      await vault.modify(path, ran(text));
      vault.filler?.rewritten(path);
      vault.atWork.delete(path);
      await vault.show(path);
    },
    use: async (vault, path) => vault.insert(path, TEMPLATE),
  },
  'two at once: Daily notes and Templater on create, twice told': {
    ...PLAIN,
    runsCommands: true,
    prepare: onCreate,
    async make(vault, path) {
      await vault.create(path, TEMPLATE);
      void templaterOnCreate(vault, path);
      void pause(vault.some(400)).then(() => templaterOnCreate(vault, path));
      await vault.show(path);
    },
  },
};
