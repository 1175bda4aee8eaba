import { describe, expect, it } from 'vitest';
import { fail } from '../../src/base';
import { ledgerLinesOf } from '../../src/share';
import type { ShareRun } from '../../src/share/ui/share-run';
import { words } from '../../src/words';
import { MemoryFiles, parcel } from './channels/channel-benches';
import { begun, carriedOut, Crash, ledgerOf, PATH, planFor, STEPS, stopAt } from './share-run-bench';

const NEWER = 'My second thoughts.';
const FIRST_DAY = '2026-11-22';

describe('a second version by commons that the user says did not go out', () => {
  async function cutOff(step: string, prepare: (all: ReturnType<typeof begun>) => Promise<unknown> = () => Promise.resolve()): Promise<ReturnType<typeof begun> & { before: string; recorded: string | undefined; after: ShareRun }> {
    const all = begun('commons');
    await carriedOut(all.run, planFor(all.vault, all.bench.channel));
    await prepare(all);
    const [before, recorded] = [all.bench.sent(), all.vault.notes.get(PATH)];
    all.vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(all.run, planFor(all.vault, all.bench.channel, NEWER))).rejects.toThrow(Crash);
    return { ...all, before, recorded, after: await all.restarted() };
  }

  it.each(STEPS)('stands where it got to and is left to be recorded, cut off %s: a copy is written whole, or not at all', async (step) => {
    const { vault, bench, before, recorded, after } = await cutOff(step);
    const [sent, isThere] = [bench.sent(), step !== 'before the channel'];
    expect([sent.includes(NEWER), sent === before]).toEqual([isThere, !isThere]);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    for (const missing of after.interrupted.notThere) await after.interrupted.leave(missing);
    expect([bench.sent(), vault.notes.get(PATH), after.interrupted.unfinished.map(({ intent }) => intent.told)]).toEqual([sent, recorded, isThere ? [true] : []]);
    expect(vault.said.slice(1)).toEqual(isThere ? [expect.stringMatching(/^It did go out: it stands in Commons/)] : []);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect([ledgerOf(vault).length, vault.device.size, after.interrupted.unfinished, after.interrupted.notThere]).toEqual([1, 0, [], []]);
  });

  it('stands where it had been taken back before, and can be taken back again from its history', async () => {
    const { vault, bench, after } = await cutOff('after the channel', ({ vault: { notes }, run }) => takenBack(run, notes.get(PATH)));
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect(bench.sent()).toContain(NEWER);
    await takenBack(after, vault.notes.get(PATH));
    expect([bench.sent().includes(NEWER), vault.device.size, ledgerOf(vault).every(({ withdrawn }) => withdrawn !== undefined)]).toEqual([false, 0, true]);
  });

  it('leaves what somebody changed there since', async () => {
    const { vault, bench, after } = await cutOff('after the channel');
    const { kept } = bench.files ?? new MemoryFiles();
    for (const [path, text] of kept) kept.set(path, `${text}Ben says so.\n`);
    const sent = bench.sent();
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect([bench.sent(), vault.device.size, ledgerOf(vault).length]).toEqual([sent, 0, 1]);
  });
});

async function takenBack(run: ShareRun, note = ''): Promise<void> {
  for (const line of ledgerLinesOf(note, 'Shared').filter(({ entry }) => entry.withdrawn === undefined)) expect(await run.withdraw(PATH, line)).toBeUndefined();
}

describe('a second version by feed, cut off between its files', () => {
  const feedsOf = (files: MemoryFiles): string => `${files.kept.get('Feeds/network.xml') ?? ''}${files.kept.get('Feeds/network.json') ?? ''}`;

  async function cutOff(number: number, day = FIRST_DAY): Promise<ReturnType<typeof begun> & { files: MemoryFiles; before: Map<string, string>; recorded: string | undefined; after: ShareRun }> {
    let today = `${FIRST_DAY}T09:12:00`;
    const all = begun('feed', () => new Date(today));
    await carriedOut(all.run, planFor(all.vault, all.bench.channel));
    today = `${day}T10:12:00`;
    const files = all.bench.files ?? new MemoryFiles();
    const [before, recorded] = [new Map(files.kept), all.vault.notes.get(PATH)];
    const goOn = stopAt(files, number, () => Promise.reject(new Crash('The app is gone.')));
    await expect(carriedOut(all.run, planFor(all.vault, all.bench.channel, NEWER))).rejects.toThrow(Crash);
    goOn();
    return { ...all, files, before, recorded, after: await all.restarted() };
  }

  // The item, the two feeds, and the item once more: only then it is done.
  it.each([2, 3, 4])('at write %i, is as it was before once the user says that it did not go out', async (number) => {
    const { vault, files, before, recorded, after } = await cutOff(number);
    expect(after.interrupted.unfinished).toHaveLength(1);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect(files.kept).toEqual(before);
    expect([vault.notes.get(PATH), vault.device.size, after.interrupted.unfinished, vault.said.slice(1)]).toEqual([recorded, 0, [], []]);
  });

  it.each([2, 3, 4])('at write %i, is whole once the user says that it did', async (number) => {
    const { vault, files, after } = await cutOff(number, '2026-11-25');
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect(feedsOf(files).split(NEWER)).toHaveLength(4);
    expect([[...files.kept.values()].join('').includes('My own words'), ledgerOf(vault)[0]?.updated, vault.device.size]).toEqual([false, '2026-11-25', 0]);
  });

  it('did not begin at write 1: the earlier version stands', async () => {
    const { files, before, after } = await cutOff(1);
    expect([files.kept, after.interrupted.unfinished.length, after.interrupted.notThere.length]).toEqual([before, 0, 1]);
  });

  it('goes out with no other item before the user has said so', async () => {
    const { bench, files, after } = await cutOff(2);
    const other = parcel({ key: 'another000000', title: 'Another item' });
    expect(await bench.channel.send(other, false)).toMatchObject({ ok: true });
    expect(feedsOf(files)).toContain('Another item');
    expect(feedsOf(files)).not.toContain(NEWER);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect(feedsOf(files)).toContain(NEWER);
  });

  it('and shared anew stands once, and can still be put back to what the feed told before both', async () => {
    const { vault, bench, files, before, after, restarted } = await cutOff(2);
    const goOn = stopAt(files, 2, () => Promise.reject(new Crash('The app is gone.')));
    await expect(carriedOut(after, planFor(vault, bench.channel, 'Third thoughts.'))).rejects.toThrow(Crash);
    goOn();
    const again = await restarted();
    for (const one of again.interrupted.unfinished) await again.interrupted.dismiss(one);
    for (const one of again.interrupted.notThere) await again.interrupted.leave(one);
    expect([files.kept, vault.device.size]).toEqual([before, 0]);
  });

  it('of a note that is gone, is put back as well', async () => {
    const { vault, files, before, after } = await cutOff(2);
    const [unfinished] = after.interrupted.unfinished;
    vault.notes.delete(PATH);
    if (unfinished !== undefined) await after.interrupted.dismiss(unfinished);
    expect([files.kept, vault.device.size]).toEqual([before, 0]);
  });

  it.each([1, 2, 3, 4])('by a disk that refuses write %i and takes the next ones, is as before', async (number) => {
    const { vault, bench, run } = begun('feed');
    await carriedOut(run, planFor(vault, bench.channel));
    const files = bench.files ?? new MemoryFiles();
    const [before, write] = [new Map(files.kept), files.write.bind(files)];
    let count = 0;
    files.write = (path, text) => ((count += 1) === number ? Promise.resolve(fail('The disk is slow.')) : write(path, text));
    expect(await carriedOut(run, planFor(vault, bench.channel, NEWER))).toBe('The disk is slow.');
    expect([files.kept, vault.device.size, run.interrupted.unfinished]).toEqual([before, 0, []]);
  });

  it.each([3, 4])('by a disk that refuses from write %i on, is asked about', async (number) => {
    const { vault, bench, run } = begun('feed');
    await carriedOut(run, planFor(vault, bench.channel));
    const files = bench.files ?? new MemoryFiles();
    const before = new Map(files.kept);
    const goOn = stopAt(files, number, () => Promise.resolve(fail('The disk is full.')));
    expect(await carriedOut(run, planFor(vault, bench.channel, NEWER))).toBe(words.share.stoppedHalfWay('Feed'));
    expect(run.interrupted.unfinished).toHaveLength(1);
    for (const unfinished of run.interrupted.unfinished) await run.interrupted.dismiss(unfinished);
    expect([vault.said.at(-1), run.interrupted.unfinished.length]).toEqual(['The disk is full.', 1]);
    goOn();
    for (const unfinished of run.interrupted.unfinished) await run.interrupted.dismiss(unfinished);
    expect([files.kept, vault.device.size, run.interrupted.unfinished]).toEqual([before, 0, []]);
  });
});
