import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../src/base';
import { passGate } from '../../src/sense';
import { ledgerLinesOf, parcelOf, planShare, readLedger, vaultPrivacy, type ShareChannel, type SharePlan } from '../../src/share';
import { PROPERTY_NAMES } from '../../src/note';
import { words } from '../../src/words';
import { planFromCache, planFromNotes } from '../../src/share/ui/plan-now';
import { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, MemoryFiles, parcel, type ChannelBench } from './channels/channel-benches';
import { MemoryVault } from './memory-vault';

const PATH = 'Quotes/A.md';
const NOTE = '---\ntype: quote\n---\n> [!quote] Why\n> Without PKM, there is no KM.\n\n## My take\nMy own words.\n';
const STEPS = ['before the channel', 'after the channel', 'before the ledger', 'after the ledger'] as const;

/** Stops everything that comes after, as a crash does. */
class Crash extends Error {}

function planFor(vault: MemoryVault, channel: ShareChannel, take = 'My own words.'): SharePlan {
  const passed = passGate({ text: 'Without PKM, there is no KM.', captured: '2026-11-20T09:12' }, { text: take, ways: [] }, { leastOwnWords: 1, mayOverride: false });
  if (!passed.ok) throw new Error(passed.problem);
  const choice = { path: PATH, audience: 'network' as const, recipients: [{ name: 'Joan Petrie' }], format: channel.formats[0] ?? 'plain', channel: channel.id, early: 'a reason' };
  const plan = planShare(passed.value, choice, vaultPrivacy(vault.edge.notes, vault.share, PROPERTY_NAMES));
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

function withCheckpoints(vault: MemoryVault, channel: ShareChannel): ShareChannel {
  return {
    ...channel,
    async send(parcel, insist) {
      await vault.checkpoint('before the channel');
      const sent = await channel.send(parcel, insist);
      await vault.checkpoint('after the channel');
      return sent;
    },
  };
}

function begun(name: string, now?: () => Date): { vault: MemoryVault; bench: ChannelBench; run: ShareRun; touched: string[]; restarted: () => Promise<ShareRun> } {
  const make = BENCHES[name];
  if (make === undefined) throw new Error(`There is no channel "${name}".`);
  const [vault, bench] = [new MemoryVault(now), make()];
  vault.notes.set(PATH, NOTE);
  const touched: string[] = [];
  const noteTouch = (who: string, day: string): Promise<void> => Promise.resolve(void touched.push(`${who} ${day}`));
  const opened = (): ShareRun => new ShareRun(vault.edge, vault.kept, () => [withCheckpoints(vault, bench.channel)], () => Promise.resolve(false), noteTouch);
  return {
    vault, bench, touched, run: opened(),
    async restarted() {
      vault.checkpoint = () => Promise.resolve();
      const run = opened();
      await run.review();
      return run;
    },
  };
}

/** Carries a plan out that would be the same in the moment of sending. */
const carriedOut = (run: ShareRun, plan: SharePlan): Promise<string | undefined> => run.carryOut(plan, [], () => Promise.resolve(ok(plan)));
const ledgerOf = (vault: MemoryVault, path = PATH): ReturnType<typeof readLedger> => readLedger(vault.notes.get(path) ?? '', 'Shared');

describe.each(Object.keys(BENCHES))('a share by %s', (name) => {
  it('is carried out once, and recorded', async () => {
    const { vault, bench, touched, run } = begun(name);
    expect(await carriedOut(run, planFor(vault, bench.channel))).toBeUndefined();
    expect(touched).toEqual(['Joan Petrie 2026-11-22']);
    expect(ledgerOf(vault)).toMatchObject([{ day: '2026-11-22', audience: 'network', recipients: ['Joan Petrie'], channel: name, early: 'a reason' }]);
    expect(vault.device.size).toBe(0);
    expect(vault.said.length).toBeGreaterThan(0);
  });

  it.each(STEPS)('that a crash ends %s is not begun, done, or offered for completion', async (step) => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    const after = await restarted();
    const [wasSent, isRecorded, isOffered] = [bench.sent() !== '', ledgerOf(vault).length === 1, after.unfinished.length === 1];
    if (isRecorded) expect([wasSent, isOffered]).toEqual([true, false]);
    else if (wasSent) expect(isOffered).toBe(true);
    // Only a way that keeps nothing cannot tell whether it was begun: then the user is asked.
    else expect(isOffered).toBe(bench.channel.keeping === undefined);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    if (wasSent) expect(ledgerOf(vault)).toMatchObject([{ audience: 'network', recipients: ['Joan Petrie'], channel: name, early: 'a reason' }]);
    expect(after.unfinished).toEqual([]);
    expect(vault.device.size).toBe(0);
  });

  it('that a crash cuts off and that did not go out, as the user says, stands nowhere afterwards', async () => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    const after = await restarted();
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect([vault.notes.get(PATH), vault.device.size, after.unfinished]).toEqual([NOTE, 0, []]);
    if (bench.channel.keeping !== undefined) expect(bench.sent()).not.toContain('My own words');
  });

  it.each(['Words. #private', '---\nprivate: true\n---\nWords.'])('does not begin where the note was made private a moment ago, which the cache does not know yet: %j', async (text) => {
    const { vault, bench, run } = begun(name);
    const plan = planFor(vault, bench.channel);
    vault.indexed.set(PATH, NOTE);
    vault.notes.set(PATH, text);
    expect(await carriedOut(run, plan)).toBe(words.share.notePrivate);
    expect([bench.sent(), vault.notes.get(PATH), vault.device.size]).toEqual(['', text, 0]);
  });

  it('that was interrupted follows the note to its new name', async () => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    await restarted();
    vault.rename(PATH, 'Quotes/B.md');
    const after = await restarted();
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(ledgerOf(vault, 'Quotes/B.md')).toHaveLength(1);
  });

  it.each(['renamed', 'deleted'])('that was interrupted is let go of as the user says, when its note is %s meanwhile', async (what) => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    const after = await restarted();
    if (what === 'renamed') vault.rename(PATH, 'Quotes/B.md');
    else vault.notes.delete(PATH);
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect([vault.device.size, after.unfinished]).toEqual([0, []]);
    if (what === 'renamed' && bench.channel.keeping !== undefined) expect(bench.sent()).not.toContain('My own words');
  });

  it('that fails leaves nothing behind, and goes on the next try', async () => {
    const { vault, bench, run } = begun(name);
    const plan = planFor(vault, bench.channel);
    const failing = new ShareRun(vault.edge, vault.kept, () => [{ ...bench.channel, send: () => Promise.resolve(fail('The line is down.')) }], () => Promise.resolve(false), () => Promise.reject(new Error('Nobody was in touch.')));
    expect(await carriedOut(failing, plan)).toBe('The line is down.');
    expect([vault.notes.get(PATH), vault.device.size]).toEqual([NOTE, 0]);
    expect(await carriedOut(run, plan)).toBeUndefined();
    expect(await carriedOut(run, plan)).toBeUndefined();
    expect(ledgerOf(vault)).toHaveLength(1);
  });
});

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
    // What stood in a commons is kept to be put back; a feed keeps that itself.
    if (name === 'feed') expect(JSON.stringify([...all.vault.device])).not.toContain('Without PKM');
    return { ...all, after: await all.restarted() };
  }

  it.each(STEPS)('that a crash ends %s is told as new only where its words stand', async (step) => {
    const { vault, bench, after } = await cutOff(step);
    const wasSent = bench.sent().includes(NEWER);
    expect(wasSent).toBe(step !== 'before the channel');
    // On the same day the ledger has the line already: it cannot tell that this version got there, and so the user is asked.
    const isTold = step === 'after the ledger' && !isSameDay;
    expect([after.unfinished.length, after.neverArrived.length]).toEqual([wasSent && !isTold ? 1 : 0, wasSent ? 0 : 1]);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(ledgerOf(vault).map(({ day: first, updated }) => [first, updated])).toEqual([[FIRST_DAY, wasSent ? noted : undefined]]);
    for (const missing of after.neverArrived) await after.leave(missing);
    expect(bench.sent().includes('My own words')).toBe(!wasSent);
    expect([after.unfinished, after.neverArrived, vault.device.size]).toEqual([[], [], 0]);
  });

  it('that never arrived is overtaken by the next one that does, and follows its note until then', async () => {
    const { vault, bench, after } = await cutOff('before the channel');
    vault.rename(PATH, 'Quotes/B.md');
    expect(after.neverArrived.map(({ path }) => path)).toEqual(['Quotes/B.md']);
    expect(await carriedOut(after, { ...planFor(vault, bench.channel, `${NEWER} And third ones.`), path: 'Quotes/B.md' })).toBeUndefined();
    expect([after.neverArrived, vault.device.size]).toEqual([[], 0]);
    expect(ledgerOf(vault, 'Quotes/B.md').map(({ day: first, updated }) => [first, updated])).toEqual([[FIRST_DAY, noted]]);
  });

  it('that arrived and was not noted is overtaken by the next one', async () => {
    const { vault, bench, after } = await cutOff('after the channel');
    expect(after.unfinished).toHaveLength(1);
    expect(await carriedOut(after, planFor(vault, bench.channel, `${NEWER} And third ones.`))).toBeUndefined();
    expect([after.unfinished, after.neverArrived, vault.device.size]).toEqual([[], [], 0]);
    expect(ledgerOf(vault)).toHaveLength(1);
  });

  it('that a failure follows is asked about all the same', async () => {
    const { vault, bench, after } = await cutOff('after the channel');
    const { breakDown, channel } = bench;
    breakDown();
    expect(await carriedOut(after, planFor(vault, channel, 'Third thoughts.'))).toMatch(/disk is full/);
    expect([after.unfinished.length, vault.device.size]).toEqual([1, 1]);
  });

  // A copy in a commons is put back; readers of a feed may have the new version.
  if (name === 'feed') it('that stands there is not said to have stayed here, whatever the user thinks', async () => {
    const { vault, bench, after, restarted } = await cutOff('after the channel');
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect(vault.said.at(-1)).toMatch(/^The new version did go out: it stands in .*network/);
    expect([after.unfinished.length, bench.sent().includes(NEWER)]).toEqual([1, true]);
    // The question is over: what is left is to record it, also after a restart.
    expect([after.unfinished[0]?.intent.told, (await restarted()).unfinished[0]?.intent.told]).toEqual([true, true]);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect([ledgerOf(vault)[0]?.updated, vault.device.size]).toEqual([noted, 0]);
  });

  it('that another device shared and noted meanwhile is done, on the day it says', async () => {
    const { vault, bench, after } = await cutOff('before the channel');
    await bench.channel.send(parcelOf(planFor(vault, bench.channel, NEWER), new Date('2026-11-26T09:12:00')), false);
    vault.notes.set(PATH, `${(vault.notes.get(PATH) ?? '').trimEnd()} · updated 2026-11-26\n`);
    await after.review();
    expect([after.unfinished, after.neverArrived, vault.device.size]).toEqual([[], [], 0]);
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
    expect(after.unfinished).toHaveLength(1);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect([vault.notes.get(PATH), after.unfinished, vault.device.size]).toEqual([recorded, [], 0]);
  });

  it('is overtaken only by one that went to the same people', async () => {
    const { vault, bench, run, restarted } = begun(name);
    await carriedOut(run, planFor(vault, bench.channel));
    vault.checkpoint = (at) => (at === 'before the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel, NEWER))).rejects.toThrow(Crash);
    const after = await restarted();
    await carriedOut(after, { ...planFor(vault, bench.channel, NEWER), recipients: [{ name: 'Ben' }] });
    expect(after.unfinished).toHaveLength(1);
    await carriedOut(after, planFor(vault, bench.channel, NEWER));
    expect([after.unfinished, vault.device.size]).toEqual([[], 0]);
  });
});

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
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    for (const missing of after.neverArrived) await after.leave(missing);
    expect([files.kept.get(path), vault.notes.get(PATH), vault.device.size, after.unfinished]).toEqual([before, recorded, 0, []]);
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
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect([bench.sent(), vault.notes.get(PATH), vault.device.size, after.unfinished]).toEqual([before, recorded, 0, []]);
  });

  it('gives back the words of somebody else that it was written over, with a yes', async () => {
    const { vault, files, path, before, after } = await cutOff('after the channel', (text) => `${text}Ben says so.\r\n`);
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect(before).toContain('Ben says so.');
    expect([files.kept.get(path), vault.device.size]).toEqual([before, 0]);
  });

  it.each([(text: string) => `${text}Ben says so.\n`, (text: string) => text.replace('type: commons', 'type: commons\ntags: [read]')])('stays where somebody changed it since; the row is left to record it (%#)', async (change) => {
    const { vault, files, path, after, restarted } = await cutOff('after the channel');
    const changed = change(files.kept.get(path) ?? '');
    files.kept.set(path, changed);
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect([files.kept.get(path), vault.said.at(-1)]).toEqual([changed, words.share.changedSince(path)]);
    const again = await restarted();
    expect(again.unfinished.map(({ intent }) => intent.told)).toEqual([true]);
    for (const unfinished of again.unfinished) await again.complete(unfinished);
    expect([vault.device.size, ledgerOf(vault).length]).toEqual([0, 1]);
  });

  it('is asked about again where the disk refuses', async () => {
    const { vault, bench, files, path, before, after } = await cutOff('after the channel');
    bench.breakDown();
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect([vault.said.at(-1), after.unfinished.map(({ intent }) => intent.told)]).toEqual(['The disk is full.', [undefined]]);
    files.broken = false;
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect([files.kept.get(path), vault.device.size]).toEqual([before, 0]);
  });
});

describe('a second version by feed, cut off between its files', () => {
  const feedsOf = (files: MemoryFiles): string => `${files.kept.get('Feeds/network.xml') ?? ''}${files.kept.get('Feeds/network.json') ?? ''}`;

  /** From the write of this number on nothing is written: the app is gone (`Crash`), or the disk refuses. */
  function stopAt(files: MemoryFiles, number: number, refuse: () => ReturnType<MemoryFiles['write']>): () => void {
    const write = files.write.bind(files);
    let count = 0;
    files.write = (path, text) => ((count += 1) >= number ? refuse() : write(path, text));
    return () => void (files.write = write);
  }

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
    expect(after.unfinished).toHaveLength(1);
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
    expect(files.kept).toEqual(before);
    expect([vault.notes.get(PATH), vault.device.size, after.unfinished, vault.said.slice(1)]).toEqual([recorded, 0, [], []]);
  });

  it.each([2, 3, 4])('at write %i, is whole once the user says that it did', async (number) => {
    const { vault, files, after } = await cutOff(number, '2026-11-25');
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(feedsOf(files).split(NEWER)).toHaveLength(4);
    expect([[...files.kept.values()].join('').includes('My own words'), ledgerOf(vault)[0]?.updated, vault.device.size]).toEqual([false, '2026-11-25', 0]);
  });

  it('did not begin at write 1: the earlier version stands', async () => {
    const { files, before, after } = await cutOff(1);
    expect([files.kept, after.unfinished.length, after.neverArrived.length]).toEqual([before, 0, 1]);
  });

  it('goes out with no other item before the user has said so', async () => {
    const { bench, files, after } = await cutOff(2);
    const other = parcel({ key: 'another000000', title: 'Another item' });
    expect(await bench.channel.send(other, false)).toMatchObject({ ok: true });
    expect(feedsOf(files)).toContain('Another item');
    expect(feedsOf(files)).not.toContain(NEWER);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(feedsOf(files)).toContain(NEWER);
  });

  it('and shared anew stands once, and can still be put back to what the feed told before both', async () => {
    const { vault, bench, files, before, after, restarted } = await cutOff(2);
    const goOn = stopAt(files, 2, () => Promise.reject(new Crash('The app is gone.')));
    await expect(carriedOut(after, planFor(vault, bench.channel, 'Third thoughts.'))).rejects.toThrow(Crash);
    goOn();
    const again = await restarted();
    for (const one of again.unfinished) await again.dismiss(one);
    for (const one of again.neverArrived) await again.leave(one);
    expect([files.kept, vault.device.size]).toEqual([before, 0]);
  });

  it('of a note that is gone, is put back as well', async () => {
    const { vault, files, before, after } = await cutOff(2);
    const [unfinished] = after.unfinished;
    vault.notes.delete(PATH);
    if (unfinished !== undefined) await after.dismiss(unfinished);
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
    expect([files.kept, vault.device.size, run.unfinished]).toEqual([before, 0, []]);
  });

  it.each([3, 4])('by a disk that refuses from write %i on, is asked about', async (number) => {
    const { vault, bench, run } = begun('feed');
    await carriedOut(run, planFor(vault, bench.channel));
    const files = bench.files ?? new MemoryFiles();
    const before = new Map(files.kept);
    const goOn = stopAt(files, number, () => Promise.resolve(fail('The disk is full.')));
    expect(await carriedOut(run, planFor(vault, bench.channel, NEWER))).toBe(words.share.stoppedHalfWay('Feed'));
    expect(run.unfinished).toHaveLength(1);
    for (const unfinished of run.unfinished) await run.dismiss(unfinished);
    expect([vault.said.at(-1), run.unfinished.length]).toEqual(['The disk is full.', 1]);
    goOn();
    for (const unfinished of run.unfinished) await run.dismiss(unfinished);
    expect([files.kept, vault.device.size, run.unfinished]).toEqual([before, 0, []]);
  });
});

describe('in the moment of sending', () => {
  const [LINKED, FRIEND] = ['Own words on [[Friend]], and on [[Friend|that friend]].', 'Notes/Friend.md'];
  const opened = (name: string): ReturnType<typeof begun> & { anew: () => Promise<Result<SharePlan>>; plan: () => Promise<SharePlan> } => {
    const all = begun(name);
    all.vault.notes.set(FRIEND, 'A friend.');
    const format = all.bench.channel.formats[0] ?? 'plain';
    const passed = passGate({ text: 'Without PKM, there is no KM.', captured: '2026-11-20T09:12' }, { text: LINKED, ways: [] }, { leastOwnWords: 1, mayOverride: false });
    if (!passed.ok) throw new Error(passed.problem);
    const parts = { material: passed.value, choice: { path: PATH, audience: 'network' as const, recipients: [], format, channel: name }, text: NOTE, key: undefined };
    const anew = (): Promise<Result<SharePlan>> => planFromNotes(parts, { notes: all.vault.edge.notes, share: all.vault.share, names: PROPERTY_NAMES });
    return { ...all, anew, async plan() {
      const plan = await planFromCache(parts, { notes: all.vault.edge.notes, share: all.vault.share, names: PROPERTY_NAMES });
      if (!plan.ok) throw new Error(plan.problem);
      return plan.value;
    } };
  };

  it.each(Object.keys(BENCHES))('what links to a note that was made private meanwhile does not go out by %s, and goes as it is planned then', async (name) => {
    const { vault, bench, run, anew, plan } = opened(name);
    const shown = await plan();
    expect(shown.outgoing.text).toContain('Friend');
    // The cache has not seen it yet, and no editor has it: only its text tells.
    vault.indexed.set(FRIEND, 'A friend.');
    vault.notes.set(FRIEND, 'A friend. #private');
    vault.edge.notes.typed = () => undefined;
    expect(await run.carryOut(shown, [], anew)).toBe(words.share.previewChanged);
    expect([bench.sent(), vault.notes.get(PATH), vault.device.size, vault.said]).toEqual(['', NOTE, 0, []]);
    const now = await anew();
    if (!now.ok) throw new Error(now.problem);
    expect(await run.carryOut(now.value, [], anew)).toBeUndefined();
    expect(bench.sent()).not.toContain('Friend');
    expect(ledgerOf(vault)).toHaveLength(1);
  });

  it.each(Object.keys(BENCHES).flatMap((name) => [FRIEND, PATH].map((path) => ({ name, path }))))('what another program made private a moment ago, which neither the cache nor a read from it knows, does not go out by $name: $path', async ({ name, path }) => {
    const { vault, bench, run, anew, plan } = opened(name);
    const shown = await plan();
    expect(vault.readFromDisk).toEqual([]);
    const before = vault.notes.get(path) ?? '';
    vault.indexed.set(path, before);
    vault.readBefore.set(path, before);
    vault.notes.set(path, `---\nprivate: true\n---\n${before}`);
    vault.edge.notes.typed = () => undefined;
    expect(await run.carryOut(shown, [], anew)).toBe(path === FRIEND ? words.share.previewChanged : words.share.notePrivate);
    expect([bench.sent(), vault.device.size, vault.said, ledgerOf(vault)]).toEqual(['', 0, [], []]);
    // Each linked note is read once, however often it is linked to.
    expect(vault.readFromDisk.filter((read) => read === FRIEND)).toHaveLength(1);
  });

  it('a linked note that cannot be read keeps everything here, and says so', async () => {
    const { vault, bench, run, anew, plan } = opened('feed');
    const shown = await plan();
    const read = vault.edge.notes.read.bind(vault.edge.notes);
    vault.edge.notes.read = (path, how) => (path === FRIEND ? Promise.reject(new Error('The disk is asleep.')) : read(path, how));
    expect(await run.carryOut(shown, [], anew)).toBe(words.share.notRead(FRIEND, 'The disk is asleep.'));
    expect([bench.sent(), vault.device.size]).toEqual(['', 0]);
  });

  it('a note that the question whether to write over it gave time to become private stays here', async () => {
    const { vault, bench, anew, plan } = opened('commons');
    const shown = await plan();
    const files = bench.files ?? new MemoryFiles();
    const sharing = (answer: () => boolean): ShareRun => new ShareRun(vault.edge, vault.kept, () => [bench.channel], () => Promise.resolve(answer()), () => Promise.resolve());
    await sharing(() => false).carryOut(shown, [], anew);
    for (const [path, text] of files.kept) files.kept.set(path, `${text}Ben says so.\n`);
    const changed = bench.sent();
    const hidden = sharing(() => {
      vault.notes.set(FRIEND, '---\nprivate: true\n---\nA friend.');
      return true;
    });
    expect(await hidden.carryOut(shown, [], anew)).toBe(words.share.previewChanged);
    vault.notes.set(FRIEND, 'A friend.');
    const itself = sharing(() => {
      vault.notes.set(PATH, NOTE.replace('type: quote', 'type: quote\nprivate: true'));
      return true;
    });
    expect(await itself.carryOut(shown, [], anew)).toBe(words.share.notePrivate);
    expect([bench.sent(), vault.device.size]).toEqual([changed, 0]);
  });

  it('a note that was moved to a private folder stays here', async () => {
    const { vault, bench, run, anew, plan } = opened('clipboard');
    const shown = await plan();
    vault.share = { ...vault.share, privateFolders: ['Diary'] };
    vault.rename(PATH, 'Diary/A.md');
    const moved = { ...shown, path: 'Diary/A.md' };
    expect(await run.carryOut(moved, [], async () => ((await anew()).ok ? ok(moved) : fail('')))).toBe(words.share.notePrivate);
    expect([bench.sent(), vault.device.size]).toEqual(['', 0]);
  });
});

describe('carrying out', () => {
  it('refuses a note that was made private while the window stood open', async () => {
    const { vault, bench, run } = begun('clipboard');
    const plan = planFor(vault, bench.channel);
    vault.notes.set(PATH, NOTE.replace('type: quote', 'type: quote\nprivate: true'));
    expect(await carriedOut(run, plan)).toMatch(/private/);
    expect(bench.sent()).toBe('');
  });

  it('asks before it writes over a copy that somebody changed, and does nothing without a yes', async () => {
    const { vault, bench, run } = begun('commons');
    const files = bench.files ?? new MemoryFiles();
    await carriedOut(run, planFor(vault, bench.channel));
    for (const [path, text] of files.kept) files.kept.set(path, `${text}Ben says so.\n`);
    const changed = bench.sent();
    expect(await carriedOut(run, planFor(vault, bench.channel))).toMatch(/Somebody else changed/);
    expect([bench.sent(), vault.device.size]).toEqual([changed, 0]);
    const insisting = new ShareRun(vault.edge, vault.kept, () => [bench.channel], () => Promise.resolve(true), () => Promise.resolve());
    expect(await carriedOut(insisting, planFor(vault, bench.channel))).toBeUndefined();
    expect(bench.sent()).not.toContain('Ben says so.');
  });

  it('takes back what a channel keeps, for all it went to, and says so', async () => {
    const { vault, bench, run } = begun('feed');
    await carriedOut(run, planFor(vault, bench.channel));
    await carriedOut(run, { ...planFor(vault, bench.channel), recipients: [] });
    const [line] = ledgerLinesOf(vault.notes.get(PATH) ?? '', 'Shared');
    if (line === undefined) throw new Error('Nothing was recorded.');
    expect(await run.withdraw(PATH, line)).toBeUndefined();
    expect(ledgerOf(vault).map(({ withdrawn }) => withdrawn)).toEqual(['2026-11-22', '2026-11-22']);
    expect(bench.sent()).not.toContain('My own words');
  });

  it('leaves an earlier version where it stands when a new one is said not to have gone out', async () => {
    const { vault, bench, run, restarted } = begun('feed');
    await carriedOut(run, planFor(vault, bench.channel));
    const recorded = vault.notes.get(PATH);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, { ...planFor(vault, bench.channel), recipients: [] })).rejects.toThrow(Crash);
    const after = await restarted();
    for (const unfinished of after.unfinished) await after.dismiss(unfinished);
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
    expect(after.unfinished).toHaveLength(1);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(files.kept.get('Feeds/network.xml')).toContain('My own words');
    expect(ledgerOf(vault)).toHaveLength(1);
  });

  it('passes over what a device kept of another kind', async () => {
    const { vault, restarted } = begun('clipboard');
    vault.device.set('share-intents', [null, 1, {}, { id: 'x', path: PATH, day: 'never', audience: 'network', channel: 'clipboard', key: 'k' }]);
    expect((await restarted()).unfinished).toEqual([]);
  });
});
