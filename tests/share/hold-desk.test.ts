import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Edge, SaidAction } from '../../src/obsidian/edge';
import type { HeldBack } from '../../src/share';
import { HoldDesk } from '../../src/share/ui/hold-desk';
import type { HoldHooks } from '../../src/share/ui/hold-modal';
import type { ContactDirectory } from '../../src/ties';
import { words } from '../../src/words';
import { MemoryVault } from './memory-vault';

const window = vi.hoisted(() => ({ opened: [] as unknown[][] }));
vi.mock('../../src/share/ui/hold-modal', () => ({
  HoldModal: class {
    constructor(...given: unknown[]) {
      window.opened.push(given);
    }
    open(): void {}
  },
}));
vi.mock('../../src/obsidian/parts/keep-typed', () => ({ keepTyped: () => undefined }));

const PATH = 'Notes/Lamps.md';
const NOTE = '---\nnot-for: [Joan]\n---\nText.\n';

/** The desk over a vault. */
function desk(text: string): { vault: MemoryVault; holds: HoldDesk; buttons: SaidAction[]; rename: (to: string) => void } {
  const vault = new MemoryVault();
  vault.notes.set(PATH, text);
  const buttons: SaidAction[] = [];
  const edge = {
    ...vault.edge,
    say: (sentence: string, action?: SaidAction) => void [vault.said.push(sentence), action === undefined || buttons.push(action)],
  } as unknown as Edge;
  const rename = (to: string): void => vault.rename(PATH, to);
  return { vault, holds: new HoldDesk(edge, {} as ContactDirectory, vault.kept), buttons, rename };
}

function opened(): { shown: HeldBack; hooks: HoldHooks } {
  const [, shown, hooks] = window.opened.at(-1) as [unknown, HeldBack, HoldHooks];
  return { shown, hooks };
}

describe('holding a note back', () => {
  beforeEach(() => void window.opened.splice(0));

  it('writes what was changed in the form, and leaves what another device wrote meanwhile', async () => {
    const { vault, holds } = desk(NOTE);
    holds.open(PATH);
    const { shown, hooks } = opened();
    vault.notes.set(PATH, '---\nhold-until: 2027-01-01\nnot-for: [network, Joan]\n---\nText.\n');
    expect(await hooks.save({ ...shown, notFor: ['community'] })).toBeUndefined();
    expect(vault.notes.get(PATH)).toBe('---\nhold-until: 2027-01-01\nnot-for: [community, network, Joan]\n---\nText.\n');
    expect(vault.said).toEqual([words.share.held('Lamps')]);
  });

  it('takes out what was taken out of the form, and brings nothing back that another device took out', async () => {
    const { vault, holds } = desk('---\nhold-until: 2027-01-01\nhold-for: the course\nnot-for: [team, network, Joan, Ben]\n---\n');
    holds.open(PATH);
    const { shown, hooks } = opened();
    vault.notes.set(PATH, '---\nhold-until: 2027-01-01\nhold-for: the talk\nnot-for: [network, Joan]\n---\n');
    const wanted = { notFor: ['team' as const], people: [{ name: 'Ben' }], ...(shown.event === undefined ? {} : { event: shown.event }) };
    expect(await hooks.save(wanted)).toBeUndefined();
    expect(vault.notes.get(PATH)).toBe('---\nhold-for: the talk\n---\n');
  });

  it('leaves nothing of a hold whose day has come but what is wanted', async () => {
    const { vault, holds } = desk('---\nhold-until: 2026-11-01\nnot-for: [network, Joan]\n---\n');
    holds.open(PATH);
    const { shown, hooks } = opened();
    expect(await hooks.save({ ...shown, notFor: ['team'] })).toBeUndefined();
    expect(vault.notes.get(PATH)).toBe('---\nnot-for: [team]\n---\n');
  });

  it('keeps the audiences of a form that stood open over midnight', async () => {
    const { vault, holds } = desk('---\nhold-until: 2026-11-23\nnot-for: [team, Ann]\n---\n');
    holds.open(PATH);
    const { shown, hooks } = opened();
    expect(shown.notFor).toEqual(['team']);
    vault.now = () => new Date('2026-11-23T00:05:00');
    expect(await hooks.save({ ...shown, until: '2026-12-01' })).toBeUndefined();
    expect(vault.notes.get(PATH)).toBe('---\nhold-until: 2026-12-01\nnot-for: [team, Ann]\n---\n');
  });

  it.each([
    ['another way of writing it', 'not-for: Team'],
    ['a list in another order', 'not-for:\n  - Joan\n  - "network"\n  - team'],
    ['no list of words', 'not-for:\n  who: Joan'],
  ])('leaves whom a note is kept from as it is written where only the day is changed: %s', async (_, written) => {
    const { vault, holds } = desk(`---\n${written}\n---\nText.\n`);
    holds.open(PATH);
    const { shown, hooks } = opened();
    expect(await hooks.save({ ...shown, until: '2027-01-01' })).toBeUndefined();
    expect(vault.notes.get(PATH)).toBe(`---\n${written}\nhold-until: 2027-01-01\n---\nText.\n`);
  });

  it('holds a note again, and saves the form, under the name that the note has by then', async () => {
    const { vault, holds, buttons, rename } = desk(NOTE);
    await holds.release(PATH);
    holds.open(PATH);
    const { shown, hooks } = opened();
    rename('Notes/Light.md');
    buttons[0]?.run();
    await vi.waitFor(() => expect(vault.notes.get('Notes/Light.md')).toBe(NOTE));
    expect(await hooks.save({ ...shown, event: 'the course' })).toBeUndefined();
    expect(vault.notes.get('Notes/Light.md')).toBe('---\nnot-for: [Joan]\nhold-for: the course\n---\nText.\n');
    expect(vault.said.at(-1)).toBe(words.share.held('Light'));
  });
});
