import { describe, expect, it } from 'vitest';
import { parcelOf } from '../../src/share';
import type { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, MemoryFiles } from './channels/channel-benches';
import { begun, carriedOut, Crash, ledgerOf, PATH, planFor, STEPS } from './share-run-bench';

// Feed and commons: a new version takes the place of the first one.
const KEEPING = Object.keys(BENCHES).filter((name) => BENCHES[name]?.().channel.keeping !== undefined);
const NEWER = 'My second thoughts.';
const FIRST_DAY = '2026-11-22';

describe.each(KEEPING.flatMap((name) => [['three days later', '2026-11-25'], ['the same day', FIRST_DAY]].map(([when = '', day = '']) => ({ name, when, day }))))('a second version by $name, $when,', ({ name, day }) => {
  const isSameDay = day === FIRST_DAY;
  const noted = isSameDay ? undefined : day;

  async function cutOff(step: string): Promise<ReturnType<typeof begun> & { after: ShareRun }> {
    let today = `${FIRST_DAY}T09:12:00`;
    const all = begun(name, () => new Date(today));
    await carriedOut(all.run, planFor(all.vault, all.bench.channel));
    today = `${day}T10:12:00`;
    all.vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(all.run, planFor(all.vault, all.bench.channel, NEWER))).rejects.toThrow(Crash);
    expect(JSON.stringify([...all.vault.device])).not.toContain('second thoughts');
    expect(JSON.stringify([...all.vault.device])).not.toContain('Without PKM');
    return { ...all, after: await all.restarted() };
  }

  it.each(STEPS)('that a crash ends %s is told as new only where its words stand', async (step) => {
    const { vault, bench, after } = await cutOff(step);
    const wasSent = bench.sent().includes(NEWER);
    expect(wasSent).toBe(step !== 'before the channel');
    // On the same day the ledger has the line already: it cannot tell that this version got there, and so the user is asked.
    const isTold = step === 'after the ledger' && !isSameDay;
    expect([after.interrupted.unfinished.length, after.interrupted.notThere.length]).toEqual([wasSent && !isTold ? 1 : 0, wasSent ? 0 : 1]);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect(ledgerOf(vault).map(({ day: first, updated }) => [first, updated])).toEqual([[FIRST_DAY, wasSent ? noted : undefined]]);
    for (const missing of after.interrupted.notThere) await after.interrupted.leave(missing);
    expect(bench.sent().includes('My own words')).toBe(!wasSent);
    expect([after.interrupted.unfinished, after.interrupted.notThere, vault.device.size]).toEqual([[], [], 0]);
  });

  it('that never arrived is overtaken by the next one that does, and follows its note until then', async () => {
    const { vault, bench, after } = await cutOff('before the channel');
    vault.rename(PATH, 'Quotes/B.md');
    expect(after.interrupted.notThere.map(({ intent }) => intent.path)).toEqual(['Quotes/B.md']);
    expect(await carriedOut(after, { ...planFor(vault, bench.channel, `${NEWER} And third ones.`), path: 'Quotes/B.md' })).toBeUndefined();
    expect([after.interrupted.notThere, vault.device.size]).toEqual([[], 0]);
    expect(ledgerOf(vault, 'Quotes/B.md').map(({ day: first, updated }) => [first, updated])).toEqual([[FIRST_DAY, noted]]);
  });

  it('that arrived and was not noted is overtaken by the next one', async () => {
    const { vault, bench, after } = await cutOff('after the channel');
    expect(after.interrupted.unfinished).toHaveLength(1);
    expect(await carriedOut(after, planFor(vault, bench.channel, `${NEWER} And third ones.`))).toBeUndefined();
    expect([after.interrupted.unfinished, after.interrupted.notThere, vault.device.size]).toEqual([[], [], 0]);
    expect(ledgerOf(vault)).toHaveLength(1);
  });

  it('that a failure follows is asked about all the same', async () => {
    const { vault, bench, after } = await cutOff('after the channel');
    const { breakDown, channel } = bench;
    breakDown();
    expect(await carriedOut(after, planFor(vault, channel, 'Third thoughts.'))).toMatch(/disk is full/);
    expect([after.interrupted.unfinished.length, vault.device.size]).toEqual([1, 1]);
  });

  it('that stands there is not said to have stayed here, whatever the user thinks', async () => {
    const { vault, bench, after, restarted } = await cutOff('after the channel');
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect(vault.said.at(-1)).toMatch(/^It did go out: it stands in .*network/);
    expect([after.interrupted.unfinished.length, bench.sent().includes(NEWER)]).toEqual([1, true]);
    // The question is over: what is left is to record it, also after a restart.
    expect([after.interrupted.unfinished[0]?.intent.told, (await restarted()).interrupted.unfinished[0]?.intent.told]).toEqual([true, true]);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect([ledgerOf(vault)[0]?.updated, vault.device.size]).toEqual([noted, 0]);
  });

  it('that another device shared and noted meanwhile is done, on the day it says', async () => {
    const { vault, bench, after } = await cutOff('before the channel');
    await bench.channel.send(parcelOf(planFor(vault, bench.channel, NEWER), new Date('2026-11-26T09:12:00')), false);
    vault.notes.set(PATH, `${(vault.notes.get(PATH) ?? '').trimEnd()} · updated 2026-11-26\n`);
    await after.interrupted.review();
    expect([after.interrupted.unfinished, after.interrupted.notThere, vault.device.size]).toEqual([[], [], 0]);
    expect(ledgerOf(vault)).toMatchObject([{ day: FIRST_DAY, updated: '2026-11-26' }]);
  });
});

// Clipboard, mail, share sheet: nobody but the user knows whether the second one got there.
describe.each(Object.keys(BENCHES).filter((name) => !KEEPING.includes(name)))('a second version by %s on the same day', (name) => {
  it.each(STEPS)('that a crash ends %s is asked about, though the ledger has its line already', async (step) => {
    const { vault, bench, run, restarted } = begun(name);
    await carriedOut(run, planFor(vault, bench.channel));
    const recorded = vault.notes.get(PATH);
    vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel, NEWER))).rejects.toThrow(Crash);
    const after = await restarted();
    expect(after.interrupted.unfinished).toHaveLength(1);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect([vault.notes.get(PATH), after.interrupted.unfinished, vault.device.size]).toEqual([recorded, [], 0]);
  });

  it('is overtaken only by one that went to the same people', async () => {
    const { vault, bench, run, restarted } = begun(name);
    await carriedOut(run, planFor(vault, bench.channel));
    vault.checkpoint = (at) => (at === 'before the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel, NEWER))).rejects.toThrow(Crash);
    const after = await restarted();
    await carriedOut(after, { ...planFor(vault, bench.channel, NEWER), recipients: [{ name: 'Ben' }] });
    expect(after.interrupted.unfinished).toHaveLength(1);
    await carriedOut(after, planFor(vault, bench.channel, NEWER));
    expect([after.interrupted.unfinished, vault.device.size]).toEqual([[], 0]);
  });
});

describe('an interrupted share', () => {
  it('leaves an earlier version where it stands when a new one is said not to have gone out', async () => {
    const { vault, bench, run, restarted } = begun('feed');
    await carriedOut(run, planFor(vault, bench.channel));
    const recorded = vault.notes.get(PATH);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, { ...planFor(vault, bench.channel), recipients: [] })).rejects.toThrow(Crash);
    const after = await restarted();
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    expect([vault.notes.get(PATH), vault.device.size]).toEqual([recorded, 0]);
    expect(bench.sent()).toContain('My own words');
  });

  it('names in the feed what a crash left in its file only', async () => {
    const { vault, bench, run, restarted } = begun('feed');
    const files = bench.files ?? new MemoryFiles();
    const write = files.write.bind(files);
    files.write = (path, text) => (path.endsWith('.xml') ? Promise.reject(new Crash(path)) : write(path, text));
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    files.write = write;
    const after = await restarted();
    expect(after.interrupted.unfinished).toHaveLength(1);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect(files.kept.get('Feeds/network.xml')).toContain('My own words');
    expect(ledgerOf(vault)).toHaveLength(1);
  });

  it('passes over what a device kept of another kind', async () => {
    const { vault, restarted } = begun('clipboard');
    vault.device.set('share-intents', [null, 1, {}, { id: 'x', path: PATH, day: 'never', audience: 'network', channel: 'clipboard', key: 'k' }]);
    expect((await restarted()).interrupted.unfinished).toEqual([]);
  });

  it.each(Object.keys(BENCHES))('by %s that an earlier build left, which did not tell whether it had begun, is asked about', async (name) => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    const kept = vault.device.get('share-intents') as Record<string, unknown>[];
    vault.device.set('share-intents', kept.map((one) => ({ ...one, begun: undefined })));
    const { interrupted } = await restarted();
    for (const one of interrupted.unfinished) await interrupted.complete(one);
    expect([ledgerOf(vault).length, vault.device.size]).toEqual([1, 0]);
  });
});
