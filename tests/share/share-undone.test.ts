import { describe, expect, it } from 'vitest';
import { fail } from '../../src/base';
import { ledgerLinesOf } from '../../src/share';
import { ShareRun } from '../../src/share/ui/share-run';
import { words } from '../../src/words';
import { MemoryFiles, parcel } from './channels/channel-benches';
import { begun, carriedOut, Crash, ledgerOf, PATH, planFor, STEPS, stopAt, withCheckpoints } from './share-run-bench';

const NEWER = 'My second thoughts.';
const FIRST_DAY = '2026-11-22';

describe('a second version by commons that the user says did not go out', () => {
  async function cutOff(step: string, change = (text: string): string => text): Promise<ReturnType<typeof begun> & { files: MemoryFiles; path: string; before: string; recorded: string | undefined; after: ShareRun }> {
    const all = begun('commons');
    await carriedOut(all.run, planFor(all.vault, all.bench.channel));
    const files = all.bench.files ?? new MemoryFiles();
    const [path = ''] = files.kept.keys();
    // A property of somebody else, which the next version does not keep: it has to come back, too.
    const before = change((files.kept.get(path) ?? '').replace('type: commons', 'type: commons\ncolour: blue'));
    files.kept.set(path, before);
    const recorded = all.vault.notes.get(PATH);
    // A copy that somebody changed is only written at the second try, with the yes: what comes after the channel's question is no crash.
    let asks = files.kept.get(path)?.includes('Ben says so.') === true && step === 'after the channel' ? 1 : 0;
    all.vault.checkpoint = (at) => (at === step && --asks < 0 ? Promise.reject(new Crash(at)) : Promise.resolve());
    const insisting = new ShareRun(all.vault.edge, all.vault.kept, () => [withCheckpoints(all.vault, all.bench.channel)], () => Promise.resolve(true), () => Promise.resolve());
    await expect(carriedOut(insisting, planFor(all.vault, all.bench.channel, NEWER))).rejects.toThrow(Crash);
    return { ...all, files, path, before, recorded, after: await all.restarted() };
  }

  it.each(STEPS)('is gone, and the former copy stands to the letter, cut off %s', async (step) => {
    const { vault, files, path, before, recorded, after } = await cutOff(step);
    expect((files.kept.get(path) ?? '').includes(NEWER)).toBe(step !== 'before the channel');
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    for (const missing of after.interrupted.notThere) await after.interrupted.leave(missing);
    expect([files.kept.get(path), vault.notes.get(PATH), vault.device.size, after.interrupted.unfinished]).toEqual([before, recorded, 0, []]);
  });

  it('stands as taken back where it had been taken back before', async () => {
    const { vault, bench, run, restarted } = begun('commons');
    await carriedOut(run, planFor(vault, bench.channel));
    const [line] = ledgerLinesOf(vault.notes.get(PATH) ?? '', 'Shared');
    if (line !== undefined) await run.withdraw(PATH, line);
    const [before, recorded] = [bench.sent(), vault.notes.get(PATH)];
    expect(before).toContain('withdrawn');
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel, NEWER))).rejects.toThrow(Crash);
    expect(bench.sent()).toContain(NEWER);
    const after = await restarted();
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect([bench.sent(), vault.notes.get(PATH), vault.device.size, after.interrupted.unfinished]).toEqual([before, recorded, 0, []]);
  });

  it('gives back the words of somebody else that it was written over, with a yes', async () => {
    const { vault, files, path, before, after } = await cutOff('after the channel', (text) => `${text}Ben says so.\r\n`);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect(before).toContain('Ben says so.');
    expect([files.kept.get(path), vault.device.size]).toEqual([before, 0]);
  });

  it.each([(text: string) => `${text}Ben says so.\n`, (text: string) => text.replace('type: commons', 'type: commons\ntags: [read]')])('stays where somebody changed it since; the row is left to record it (%#)', async (change) => {
    const { vault, files, path, after, restarted } = await cutOff('after the channel');
    const changed = change(files.kept.get(path) ?? '');
    files.kept.set(path, changed);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect([files.kept.get(path), vault.said.at(-1)]).toEqual([changed, words.share.changedSince(path)]);
    const again = await restarted();
    expect(again.interrupted.unfinished.map(({ intent }) => intent.told)).toEqual([true]);
    for (const unfinished of again.interrupted.unfinished) await again.interrupted.complete(unfinished);
    expect([vault.device.size, ledgerOf(vault).length]).toEqual([0, 1]);
  });

  it('is asked about again where the disk refuses', async () => {
    const { vault, bench, files, path, before, after } = await cutOff('after the channel');
    bench.breakDown();
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect([vault.said.at(-1), after.interrupted.unfinished.map(({ intent }) => intent.told)]).toEqual(['The disk is full.', [undefined]]);
    files.broken = false;
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect([files.kept.get(path), vault.device.size]).toEqual([before, 0]);
  });
});

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
