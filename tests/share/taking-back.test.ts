import { describe, expect, it } from 'vitest';
import { fail } from '../../src/base';
import { defaultShareSettings, ledgerLinesOf, type LedgerLine } from '../../src/share';
import type { ShareRun } from '../../src/share/ui/share-run';
import { words } from '../../src/words';
import { MemoryFiles } from './channels/channel-benches';
import type { MemoryVault } from './memory-vault';
import { begun, carriedOut, Crash, ledgerOf, PATH, planFor, stopAt } from './share-run-bench';

const SHARED = '2026-11-22';
const BEGUN = '2026-11-25';
const RESTARTED = '2026-11-28';

interface Shared extends ReturnType<typeof begun> {
  readonly files: MemoryFiles;
  readonly line: LedgerLine;
  /** From here on it is another day. */
  readonly on: (day: string) => void;
}

/** Something that went to two people by a channel that keeps it. */
async function shared(name: string): Promise<Shared> {
  let today = SHARED;
  const all = begun(name, () => new Date(`${today}T09:12:00`));
  await carriedOut(all.run, planFor(all.vault, all.bench.channel));
  await carriedOut(all.run, { ...planFor(all.vault, all.bench.channel), recipients: [{ name: 'Ben' }] });
  const [line] = ledgerLinesOf(all.vault.notes.get(PATH) ?? '', 'Shared');
  if (line === undefined) throw new Error('Nothing was recorded.');
  today = BEGUN;
  return { ...all, files: all.bench.files ?? new MemoryFiles(), line, on: (day) => void (today = day) };
}

/** What a crash ends: how often the channel writes, and the steps around it. */
const WRITES: Readonly<Record<string, number>> = { feed: 3, commons: 1 };
const CRASHES = Object.entries(WRITES).flatMap(([name, writes]) => ['before the channel', ...Array.from({ length: writes }, (_none, at) => `write ${String(at + 1)}`), 'after the channel', 'before the ledger', 'after the ledger'].map((step) => ({ name, step })));

async function crashed({ vault, files, run, line, on, restarted }: Shared, step: string): Promise<ShareRun> {
  const write = /^write (\d)$/.exec(step)?.[1];
  const goOn = write === undefined ? () => undefined : stopAt(files, Number(write), () => Promise.reject(new Crash(step)));
  vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
  await expect(run.withdraw(PATH, line)).rejects.toThrow(Crash);
  goOn();
  on(RESTARTED);
  return restarted();
}

function restartedWithoutFolders({ vault, restarted }: Shared): Promise<ShareRun> {
  vault.share = { ...vault.share, feedFolder: '', commonsFolder: '' };
  return restarted();
}

const daysIn = (vault: MemoryVault, path = PATH): (string | undefined)[] => ledgerOf(vault, path).map(({ withdrawn }) => withdrawn);

describe('taking back', () => {
  it.each(CRASHES)('by $name, that a crash ends at "$step", was not begun, is done, or is offered to be finished', async ({ name, step }) => {
    const all = await shared(name);
    const { vault, bench } = all;
    const after = await crashed(all, step);
    const [offered] = after.takingBack.unfinished;
    const stands = (await bench.channel.keeping?.find(planFor(vault, bench.channel).key, 'network')) !== undefined;
    const isBegun = !['before the channel', 'write 1'].includes(step);
    expect([stands, offered !== undefined]).toEqual([!isBegun, isBegun && step !== 'after the ledger']);
    expect(daysIn(vault)).toEqual(Array(2).fill(step === 'after the ledger' ? BEGUN : undefined));
    if (offered !== undefined) await after.takingBack.complete(offered);
    expect([after.takingBack.unfinished, vault.device.size]).toEqual([[], 0]);
    expect(bench.sent().includes('My own words')).toBe(!isBegun);
    // The day is the one on which the user took it back, wherever it is told.
    expect(daysIn(vault)).toEqual(Array(2).fill(isBegun ? BEGUN : undefined));
    if (isBegun) expect([bench.sent().includes(BEGUN), bench.sent().includes(RESTARTED)]).toEqual([true, false]);
  });

  it.each(CRASHES)('by $name once more, after a crash at "$step", does it once', async ({ name, step }) => {
    const all = await shared(name);
    const { vault, bench, line } = all;
    const after = await crashed(all, step);
    expect(await after.withdraw(PATH, line)).toBeUndefined();
    expect([after.takingBack.unfinished, vault.device.size, bench.sent().includes('My own words')]).toEqual([[], 0, false]);
    const isBegun = !['before the channel', 'write 1'].includes(step);
    expect(new Set(daysIn(vault))).toEqual(new Set([isBegun ? BEGUN : RESTARTED]));
  });

  it.each(Object.keys(WRITES))('by %s follows its note to its new name, and ends with a note that is gone', async (name) => {
    const all = await shared(name);
    const after = await crashed(all, 'after the channel');
    all.vault.rename(PATH, 'Quotes/B.md');
    expect(after.takingBack.unfinished.map(({ path }) => path)).toEqual(['Quotes/B.md']);
    const again = await all.restarted();
    for (const one of again.takingBack.unfinished) await again.takingBack.complete(one);
    expect([daysIn(all.vault, 'Quotes/B.md'), all.vault.device.size]).toEqual([[BEGUN, BEGUN], 0]);

    const other = await shared(name);
    const left = await crashed(other, name === 'feed' ? 'write 2' : 'after the channel');
    other.vault.notes.delete(PATH);
    for (const one of left.takingBack.unfinished) await left.takingBack.complete(one);
    expect([other.bench.sent().includes('My own words'), left.takingBack.unfinished, other.vault.device.size]).toEqual([false, [], 0]);
    expect(other.vault.said.at(-1)).toBe(words.share.withdrawnNoteGone);
  });

  it.each(Object.keys(WRITES))('by %s is noted where its note is called something else by the time the channel is done', async (name) => {
    const { vault, bench, run, line } = await shared(name);
    vault.checkpoint = (at) => Promise.resolve(at === 'before the channel' ? vault.rename(PATH, 'Quotes/B.md') : undefined);
    expect(await run.withdraw(PATH, line)).toBeUndefined();
    expect([daysIn(vault, 'Quotes/B.md'), vault.said.at(-1), bench.sent().includes('My own words')]).toEqual([[BEGUN, BEGUN], words.share.withdrawn, false]);
    expect([run.takingBack.unfinished, vault.device.size]).toEqual([[], 0]);
  });

  it.each(Object.keys(WRITES))('by %s does not say that it was noted where its note is gone by then', async (name) => {
    const { vault, bench, run, line } = await shared(name);
    vault.checkpoint = (at) => Promise.resolve(at === 'before the channel' ? void vault.notes.delete(PATH) : undefined);
    expect(await run.withdraw(PATH, line)).toBeUndefined();
    expect([vault.said.at(-1), bench.sent().includes('My own words'), vault.device.size]).toEqual([words.share.withdrawnNoteGone, false, 0]);
  });

  it.each(Object.keys(WRITES))('by %s is kept while its folder is emptied, and offered once it has one again', async (name) => {
    const all = await shared(name);
    await crashed(all, 'after the channel');
    const after = await restartedWithoutFolders(all);
    expect([after.takingBack.unfinished, all.vault.device.size]).toEqual([[], 1]);
    all.vault.share = defaultShareSettings();
    const again = await all.restarted();
    expect(again.takingBack.unfinished).toHaveLength(1);
    for (const one of again.takingBack.unfinished) await again.takingBack.complete(one);
    expect([daysIn(all.vault), all.vault.device.size]).toEqual([[BEGUN, BEGUN], 0]);
  });

  it.each(Object.keys(WRITES))('by %s, asked for once more when its folder is back, has the day on which it was begun', async (name) => {
    const all = await shared(name);
    await crashed(all, 'after the channel');
    const after = await restartedWithoutFolders(all);
    all.vault.share = defaultShareSettings();
    expect(await after.withdraw(PATH, all.line)).toBeUndefined();
    expect([daysIn(all.vault), after.takingBack.unfinished, all.vault.device.size]).toEqual([[BEGUN, BEGUN], [], 0]);
  });

  it.each(Object.keys(WRITES))('by %s is not offered any more once it was shared anew', async (name) => {
    const all = await shared(name);
    const after = await crashed(all, 'after the channel');
    expect(after.takingBack.unfinished).toHaveLength(1);
    expect(await carriedOut(after, planFor(all.vault, all.bench.channel, 'Second thoughts.'))).toBeUndefined();
    expect([after.takingBack.unfinished, all.vault.device.size, daysIn(all.vault)]).toEqual([[], 0, [undefined, undefined]]);
  });

  it('by a disk that refuses half-way says so, and is offered to be finished', async () => {
    const { vault, files, run, line } = await shared('feed');
    const goOn = stopAt(files, 2, () => Promise.resolve(fail('The disk is full.')));
    expect(await run.withdraw(PATH, line)).toBe(words.share.withdrawHalfWay('The disk is full.'));
    for (const one of run.takingBack.unfinished) await run.takingBack.complete(one);
    expect([vault.said.at(-1), run.takingBack.unfinished.length]).toEqual([words.share.withdrawHalfWay('The disk is full.'), 1]);
    goOn();
    for (const one of run.takingBack.unfinished) await run.takingBack.complete(one);
    expect([vault.said.at(-1), run.takingBack.unfinished, vault.device.size, daysIn(vault)]).toEqual([words.share.withdrawn, [], 0, [BEGUN, BEGUN]]);
  });

  it.each(Object.keys(WRITES))('by %s and a disk that refuses at once was not begun', async (name) => {
    const { vault, files, run, line } = await shared(name);
    const before = new Map(files.kept);
    files.broken = true;
    expect(await run.withdraw(PATH, line)).toBe('The disk is full.');
    expect([files.kept, run.takingBack.unfinished, vault.device.size, daysIn(vault)]).toEqual([before, [], 0, [undefined, undefined]]);
  });

  it('ends a share that was cut off on its way to the same place', async () => {
    const { vault, bench, run, line, restarted } = await shared('commons');
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel, 'Second thoughts.'))).rejects.toThrow(Crash);
    const after = await restarted();
    expect(after.interrupted.unfinished).toHaveLength(1);
    expect(await after.withdraw(PATH, line)).toBeUndefined();
    expect([after.interrupted.unfinished, vault.device.size, bench.sent().includes('thoughts')]).toEqual([[], 0, false]);
  });

  it('passes over what a device kept of another kind', async () => {
    const { vault, restarted } = await shared('feed');
    vault.device.set('share-withdrawals', [null, 1, {}, { id: 'x', path: PATH, day: 'never', audience: 'network', channel: 'feed', key: 'k' }, { id: 'x', path: PATH, day: BEGUN, audience: 'nobody', channel: 'feed', key: 'k' }]);
    expect((await restarted()).takingBack.unfinished).toEqual([]);
  });
});
