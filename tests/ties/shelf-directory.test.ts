import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../src/base';
import { PROPERTY_NAMES, nameOf, readProperties, type NoteEvent, type NoteStore } from '../../src/note';
import type { Edge } from '../../src/obsidian/edge';
import { defaultTiesSettings, type TiesSettings } from '../../src/ties';
import { ShelfDirectory } from '../../src/ties/ui/shelf-directory';

/** A vault in memory; like the real one, it tells of a change some time after it was made. */
class Vault {
  readonly texts = new Map<string, string>();
  readonly listeners: ((event: NoteEvent) => void)[] = [];
  readonly settingsListeners: (() => void)[] = [];
  ties: TiesSettings = defaultTiesSettings();

  readonly edge: Edge = {
    notes: this.notes(),
    settings: () => ({ ties: this.ties, properties: PROPERTY_NAMES }),
    layoutReady: () => Promise.resolve(),
    onNote: (listener: (event: NoteEvent) => void) => this.listeners.push(listener),
    onSettings: (listener: () => void) => this.settingsListeners.push(listener),
  } as unknown as Edge;

  tell(path: string): void {
    for (const listener of this.listeners) listener(this.texts.has(path) ? { kind: 'changed', note: { path, ctime: 0, mtime: 0, size: 0 } } : { kind: 'removed', path });
  }

  private notes(): NoteStore {
    const refOf = (path: string): { path: string; ctime: number; mtime: number; size: number } => ({ path, ctime: 0, mtime: 0, size: 0 });
    return {
      list: () => [...this.texts.keys()].map(refOf),
      find: (path: string) => (this.texts.has(path) ? refOf(path) : undefined),
      isTaken: (path: string) => [...this.texts.keys()].some((known) => known.toLowerCase() === path.toLowerCase()),
      read: (path: string) => Promise.resolve(this.texts.get(path) ?? ''),
      properties: (path: string) => {
        const read = readProperties(this.texts.get(path) ?? '');
        return read.ok ? read.value : {};
      },
      hasTag: (path: string, tag: string) => (this.texts.get(path) ?? '').includes(`#${tag}`),
      resolve: (link: string) => [...this.texts.keys()].find((path) => nameOf(path) === link || path === `${link}.md`),
      linkName: (path: string) => nameOf(path),
      create: async (path: string, text: string) => {
        await Promise.resolve();
        if (this.texts.has(path)) return fail('taken');
        this.texts.set(path, text);
        return ok(path);
      },
      change: (path: string, rewrite: (text: string) => Result<string>) => {
        const written = rewrite(this.texts.get(path) ?? '');
        if (written.ok) this.texts.set(path, written.value);
        return Promise.resolve(written);
      },
    } as unknown as NoteStore;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('the directory', () => {
  let vault: Vault;
  let directory: ShelfDirectory;

  beforeEach(async () => {
    vault = new Vault();
    vault.texts.set('People/Zoe.md', '---\ntype: contact\naliases: [Zed]\ncadence: 10\nlast-contact: 2026-11-01\n---\n');
    vault.texts.set('Else/Ana.md', '---\ntype: contact\nlast-contact: 2020-01-01\n---\n');
    vault.texts.set('People/Readme.md', 'How I keep people.');
    vault.texts.set('Communities/KM.md', '---\ntype: community\n---\n');
    directory = new ShelfDirectory(vault.edge);
    await directory.ready();
  });

  it('knows everybody by name, in order, and finds them by alias, @name and link', () => {
    expect(directory.all().map(({ name }) => name)).toEqual(['Ana', 'Zoe']);
    expect(directory.communities().map(({ name }) => name)).toEqual(['KM']);
    for (const name of ['zoe', ' ZED ', '@Zoe', '[[Zoe]]', '[[People/Zoe|Z]]']) expect(directory.find(name)?.path).toBe('People/Zoe.md');
    for (const lost of ['[[Old/Zed]]', '[[Old/Zed|her]]']) expect(directory.find(lost)?.path).toBe('People/Zoe.md');
    expect(directory.find('Readme')).toBeUndefined();
    expect(directory.find('')).toBeUndefined();
  });

  it('tells who is due and who is out of touch', () => {
    expect(directory.due('2026-11-20').map(({ contact }) => contact.name)).toEqual(['Zoe']);
    expect(directory.dormant('2026-11-20').map(({ contact }) => contact.name)).toEqual(['Ana']);
  });

  it('follows the notes', async () => {
    let told = 0;
    const end = directory.onChange(() => told++);
    vault.texts.set('People/Zoe.md', '---\ntype: contact\nlast-contact: 2026-11-20\n---\n');
    vault.tell('People/Zoe.md');
    await settle();
    expect(directory.due('2026-11-20')).toEqual([]);
    vault.texts.delete('Else/Ana.md');
    vault.tell('Else/Ana.md');
    await settle();
    expect(directory.all().map(({ name }) => name)).toEqual(['Zoe']);
    expect(told).toBeGreaterThan(0);
    end();
  });

  it('reads again when the settings say differently who counts', async () => {
    vault.ties = { ...vault.ties, folderCounts: true };
    for (const listener of vault.settingsListeners) listener();
    await directory.ready();
    expect(directory.all().map(({ name }) => name)).toEqual(['Ana', 'Readme', 'Zoe']);
  });

  it('makes a contact, and the communities that have no note yet', async () => {
    expect(await directory.create({ name: 'Bo', communities: ['KM', 'Repair Café'], cadence: 21, met: '2026-11-20' })).toEqual({ ok: true, value: 'People/Bo.md' });
    expect(vault.texts.get('People/Bo.md')).toBe('---\ntype: contact\nspace: network\ncommunities: ["[[KM]]", "[[Repair Café]]"]\ncadence: 21\nmet: 2026-11-20\n---\n\n## Interactions\n');
    expect(vault.texts.get('Communities/Repair Café.md')).toBe('---\ntype: community\n---\n');
  });

  it('makes one note of one name, however often and quickly it is asked', async () => {
    const made = await Promise.all([directory.create({ name: 'Bo' }), directory.create({ name: '@bo ' }), directory.create({ name: 'Zed' })]);
    expect(made).toEqual([{ ok: true, value: 'People/Bo.md' }, { ok: true, value: 'People/Bo.md' }, { ok: true, value: 'People/Zoe.md' }]);
    expect(await directory.create({ name: 'BO' })).toEqual({ ok: true, value: 'People/Bo.md' });
    expect([...vault.texts.keys()].filter((path) => /bo/i.test(path))).toEqual(['People/Bo.md']);
  });

  it('keeps the last contact in step with what is written elsewhere, where the user wants that, and never against a later day', async () => {
    const lastOf = (): string | undefined => /last-contact: (.*)/.exec(vault.texts.get('People/Zoe.md') ?? '')?.[1];
    for (const [who, day, last] of [['People/Zoe.md', '2026-11-20', '2026-11-20'], ['Zed', '2026-11-19', '2026-11-20'], ['Nobody', '2026-11-21', '2026-11-20']] as const) {
      await directory.wasInTouch(who, day);
      expect(lastOf()).toBe(last);
    }
    vault.ties = { ...vault.ties, keepLastContact: false };
    await directory.wasInTouch('Zed', '2026-11-22');
    expect(lastOf()).toBe('2026-11-20');
  });

  it('does not write over a note that is no contact', async () => {
    expect(await directory.create({ name: 'Readme' })).toEqual({ ok: true, value: 'People/Readme 2.md' });
    expect(vault.texts.get('People/Readme.md')).toBe('How I keep people.');
  });

  it('asks for a name', async () => {
    expect(await directory.create({ name: ' ' })).toMatchObject({ ok: false });
  });
});
