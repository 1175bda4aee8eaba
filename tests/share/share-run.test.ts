import { describe, expect, it } from 'vitest';
import { fail } from '../../src/base';
import { passGate } from '../../src/sense';
import { ledgerLinesOf, parcelOf, planShare, readLedger, vaultPrivacy, type ShareChannel, type SharePlan } from '../../src/share';
import { PROPERTY_NAMES } from '../../src/note';
import { words } from '../../src/words';
import { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, MemoryFiles, type ChannelBench } from './channels/channel-benches';
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

const ledgerOf = (vault: MemoryVault, path = PATH): ReturnType<typeof readLedger> => readLedger(vault.notes.get(path) ?? '', 'Shared');

describe.each(Object.keys(BENCHES))('a share by %s', (name) => {
  it('is carried out once, and recorded', async () => {
    const { vault, bench, touched, run } = begun(name);
    expect(await run.carryOut(planFor(vault, bench.channel), [])).toBeUndefined();
    expect(touched).toEqual(['Joan Petrie 2026-11-22']);
    expect(ledgerOf(vault)).toMatchObject([{ day: '2026-11-22', audience: 'network', recipients: ['Joan Petrie'], channel: name, early: 'a reason' }]);
    expect(vault.device.size).toBe(0);
    expect(vault.said.length).toBeGreaterThan(0);
  });

  it.each(STEPS)('that a crash ends %s is not begun, done, or offered for completion', async (step) => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(run.carryOut(planFor(vault, bench.channel), [])).rejects.toThrow(Crash);
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
    await expect(run.carryOut(planFor(vault, bench.channel), [])).rejects.toThrow(Crash);
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
    expect(await run.carryOut(plan, [])).toBe(words.share.notePrivate);
    expect([bench.sent(), vault.notes.get(PATH), vault.device.size]).toEqual(['', text, 0]);
  });

  it('that was interrupted follows the note to its new name', async () => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(run.carryOut(planFor(vault, bench.channel), [])).rejects.toThrow(Crash);
    await restarted();
    vault.rename(PATH, 'Quotes/B.md');
    const after = await restarted();
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(ledgerOf(vault, 'Quotes/B.md')).toHaveLength(1);
  });

  it.each(['renamed', 'deleted'])('that was interrupted is let go of as the user says, when its note is %s meanwhile', async (what) => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(run.carryOut(planFor(vault, bench.channel), [])).rejects.toThrow(Crash);
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
    expect(await failing.carryOut(plan, [])).toBe('The line is down.');
    expect([vault.notes.get(PATH), vault.device.size]).toEqual([NOTE, 0]);
    expect(await run.carryOut(plan, [])).toBeUndefined();
    expect(await run.carryOut(plan, [])).toBeUndefined();
    expect(ledgerOf(vault)).toHaveLength(1);
  });
});

// Feed and commons: a new version takes the place of the first one.
describe.each(Object.keys(BENCHES).filter((name) => BENCHES[name]?.().channel.keeping !== undefined))('a second version by %s, three days later,', (name) => {
  const NEWER = 'My second thoughts.';

  async function cutOff(step: string): Promise<ReturnType<typeof begun> & { after: ShareRun }> {
    let today = '2026-11-22T09:12:00';
    const all = begun(name, () => new Date(today));
    await all.run.carryOut(planFor(all.vault, all.bench.channel), []);
    today = '2026-11-25T09:12:00';
    all.vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(all.run.carryOut(planFor(all.vault, all.bench.channel, NEWER), [])).rejects.toThrow(Crash);
    expect(JSON.stringify([...all.vault.device])).not.toMatch(/second thoughts|Without PKM/);
    return { ...all, after: await all.restarted() };
  }

  it.each(STEPS)('that a crash ends %s is told as new only where its words stand', async (step) => {
    const { vault, bench, after } = await cutOff(step);
    const wasSent = bench.sent().includes(NEWER);
    expect(wasSent).toBe(step !== 'before the channel');
    expect([after.unfinished.length, after.neverArrived.length]).toEqual([wasSent && step !== 'after the ledger' ? 1 : 0, wasSent ? 0 : 1]);
    for (const unfinished of after.unfinished) await after.complete(unfinished);
    expect(ledgerOf(vault).map(({ day, updated }) => [day, updated])).toEqual([['2026-11-22', wasSent ? '2026-11-25' : undefined]]);
    for (const missing of after.neverArrived) await after.leave(missing);
    expect(bench.sent().includes('My own words')).toBe(!wasSent);
    expect([after.unfinished, after.neverArrived, vault.device.size]).toEqual([[], [], 0]);
  });

  it('that never arrived is overtaken by the next one that does, and follows its note until then', async () => {
    const { vault, bench, after } = await cutOff('before the channel');
    vault.rename(PATH, 'Quotes/B.md');
    expect(after.neverArrived.map(({ path }) => path)).toEqual(['Quotes/B.md']);
    expect(await after.carryOut({ ...planFor(vault, bench.channel, `${NEWER} And third ones.`), path: 'Quotes/B.md' }, [])).toBeUndefined();
    expect([after.neverArrived, vault.device.size]).toEqual([[], 0]);
    expect(ledgerOf(vault, 'Quotes/B.md')).toMatchObject([{ day: '2026-11-22', updated: '2026-11-25' }]);
  });

  it('that another device shared and noted meanwhile is done, on the day it says', async () => {
    const { vault, bench, after } = await cutOff('before the channel');
    await bench.channel.send(parcelOf(planFor(vault, bench.channel, NEWER), new Date('2026-11-26T09:12:00')), false);
    vault.notes.set(PATH, `${(vault.notes.get(PATH) ?? '').trimEnd()} · updated 2026-11-26\n`);
    await after.review();
    expect([after.unfinished, after.neverArrived, vault.device.size]).toEqual([[], [], 0]);
    expect(ledgerOf(vault)).toMatchObject([{ day: '2026-11-22', updated: '2026-11-26' }]);
  });
});

describe('carrying out', () => {
  it('refuses a note that was made private while the window stood open', async () => {
    const { vault, bench, run } = begun('clipboard');
    const plan = planFor(vault, bench.channel);
    vault.notes.set(PATH, NOTE.replace('type: quote', 'type: quote\nprivate: true'));
    expect(await run.carryOut(plan, [])).toMatch(/private/);
    expect(bench.sent()).toBe('');
  });

  it('asks before it writes over a copy that somebody changed, and does nothing without a yes', async () => {
    const { vault, bench, run } = begun('commons');
    const files = bench.files ?? new MemoryFiles();
    await run.carryOut(planFor(vault, bench.channel), []);
    for (const [path, text] of files.kept) files.kept.set(path, `${text}Ben says so.\n`);
    const changed = bench.sent();
    expect(await run.carryOut(planFor(vault, bench.channel), [])).toMatch(/Somebody else changed/);
    expect([bench.sent(), vault.device.size]).toEqual([changed, 0]);
    const insisting = new ShareRun(vault.edge, vault.kept, () => [bench.channel], () => Promise.resolve(true), () => Promise.resolve());
    expect(await insisting.carryOut(planFor(vault, bench.channel), [])).toBeUndefined();
    expect(bench.sent()).not.toContain('Ben says so.');
  });

  it('takes back what a channel keeps, for all it went to, and says so', async () => {
    const { vault, bench, run } = begun('feed');
    await run.carryOut(planFor(vault, bench.channel), []);
    await run.carryOut({ ...planFor(vault, bench.channel), recipients: [] }, []);
    const [line] = ledgerLinesOf(vault.notes.get(PATH) ?? '', 'Shared');
    if (line === undefined) throw new Error('Nothing was recorded.');
    expect(await run.withdraw(PATH, line)).toBeUndefined();
    expect(ledgerOf(vault).map(({ withdrawn }) => withdrawn)).toEqual(['2026-11-22', '2026-11-22']);
    expect(bench.sent()).not.toContain('My own words');
  });

  it('leaves an earlier version where it stands when a new one is said not to have gone out', async () => {
    const { vault, bench, run, restarted } = begun('feed');
    await run.carryOut(planFor(vault, bench.channel), []);
    const recorded = vault.notes.get(PATH);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(run.carryOut({ ...planFor(vault, bench.channel), recipients: [] }, [])).rejects.toThrow(Crash);
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
    await expect(run.carryOut(planFor(vault, bench.channel), [])).rejects.toThrow(Crash);
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
