import { describe, expect, it } from 'vitest';
import { fail } from '../../src/base';
import { ledgerLinesOf } from '../../src/share';
import { words } from '../../src/words';
import { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, MemoryFiles } from './channels/channel-benches';
import { begun, carriedOut, Crash, ledgerOf, NOTE, PATH, planFor, STEPS } from './share-run-bench';

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
    const [wasSent, isRecorded, isOffered] = [bench.sent() !== '', ledgerOf(vault).length === 1, after.interrupted.unfinished.length === 1];
    if (isRecorded) expect([wasSent, isOffered]).toEqual([true, false]);
    else if (wasSent) expect(isOffered).toBe(true);
    // Only a way that keeps nothing cannot tell whether it was begun: then the user is asked.
    else expect(isOffered).toBe(bench.channel.keeping === undefined);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    if (wasSent) expect(ledgerOf(vault)).toMatchObject([{ audience: 'network', recipients: ['Joan Petrie'], channel: name, early: 'a reason' }]);
    expect(after.interrupted.unfinished).toEqual([]);
    expect(vault.device.size).toBe(0);
  });

  it('that a crash cuts off and that did not go out, as the user says, is let go of; what stands whole is left to be recorded', async () => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    const after = await restarted();
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    const stands = bench.channel.keeping !== undefined;
    expect([vault.notes.get(PATH), after.interrupted.unfinished.map(({ intent }) => intent.told)]).toEqual([NOTE, stands ? [true] : []]);
    expect(bench.sent()).toContain('My own words');
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect([ledgerOf(vault).length, vault.device.size]).toEqual([stands ? 1 : 0, 0]);
  });

  it.each(['Words. #private', '---\nprivate: true\n---\nWords.'])('does not begin where the note was made private a moment ago, which the cache does not know yet: %j', async (text) => {
    const { vault, bench, run } = begun(name);
    const plan = planFor(vault, bench.channel);
    vault.indexed.set(PATH, NOTE);
    vault.notes.set(PATH, text);
    expect(await carriedOut(run, plan)).toBe(words.share.notePrivate);
    expect([bench.sent(), vault.notes.get(PATH), vault.device.size]).toEqual(['', text, 0]);
  });

  it('that two windows carry out at the same time is one', async () => {
    const { vault, bench, run } = begun(name);
    const plan = planFor(vault, bench.channel);
    expect(await Promise.all([carriedOut(run, plan), carriedOut(run, plan)])).toEqual([undefined, undefined]);
    const items = [...(bench.files?.kept.keys() ?? [])].filter((path) => /Commons|items/.test(path));
    expect([ledgerOf(vault).length, items.length, vault.device.size]).toEqual([1, bench.channel.keeping === undefined ? 0 : 1, 0]);
  });

  it('is noted where the note is by then, when it is renamed while the channel acts', async () => {
    const { vault, bench, run } = begun(name);
    vault.checkpoint = (at) => {
      if (at === 'after the channel') vault.rename(PATH, 'Quotes/B.md');
      return Promise.resolve();
    };
    expect(await carriedOut(run, planFor(vault, bench.channel))).toBeUndefined();
    expect([ledgerOf(vault, 'Quotes/B.md').length, vault.notes.has(PATH), vault.device.size]).toEqual([1, false, 0]);
    expect(vault.said.at(-1)).toMatch(/recorded in the note/);
  });

  it('that was interrupted follows the note to its new name', async () => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    await restarted();
    vault.rename(PATH, 'Quotes/B.md');
    const after = await restarted();
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect(ledgerOf(vault, 'Quotes/B.md')).toHaveLength(1);
  });

  it.each(['renamed', 'deleted'])('that was interrupted is let go of as the user says, when its note is %s meanwhile', async (what) => {
    const { vault, bench, run, restarted } = begun(name);
    vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(carriedOut(run, planFor(vault, bench.channel))).rejects.toThrow(Crash);
    const after = await restarted();
    if (what === 'renamed') vault.rename(PATH, 'Quotes/B.md');
    else vault.notes.delete(PATH);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.dismiss(unfinished);
    const stands = what === 'renamed' && bench.channel.keeping !== undefined;
    expect(after.interrupted.unfinished.map(({ intent }) => [intent.told, intent.path])).toEqual(stands ? [[true, 'Quotes/B.md']] : []);
    for (const unfinished of after.interrupted.unfinished) await after.interrupted.complete(unfinished);
    expect([vault.device.size, after.interrupted.unfinished]).toEqual([0, []]);
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

describe('carrying out', () => {
  it('refuses a note that was made private while the window stood open', async () => {
    const { vault, bench, run } = begun('clipboard');
    const plan = planFor(vault, bench.channel);
    vault.notes.set(PATH, NOTE.replace('type: quote', 'type: quote\nprivate: true'));
    expect(await carriedOut(run, plan)).toMatch(/private/);
    expect(bench.sent()).toBe('');
  });

  it('looks once through 300 copies that the index does not know yet', async () => {
    const { vault, bench: { files = new MemoryFiles(), channel }, run } = begun('commons');
    const paths = Array.from({ length: 300 }, (_, number) => `Commons/network/Copy ${String(number)}.md`);
    for (const path of paths) {
      files.kept.set(path, `---\ntype: commons\naudience: network\ncommons-id: ${path}\n---\nWords of others.\n`);
      files.indexed.set(path, null);
    }
    expect(await carriedOut(run, planFor(vault, channel))).toBeUndefined();
    expect(files.wereRead.sort()).toEqual(paths.sort());
    expect(await carriedOut(run, planFor(vault, channel, 'My second thoughts.'))).toBeUndefined();
    expect(files.wereRead).toHaveLength(302);
    expect(ledgerOf(vault)).toHaveLength(1);
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
});
