import { describe, expect, it } from 'vitest';
import { fail } from '../../src/base';
import type { Audience } from '../../src/share';
import type { ShareRun } from '../../src/share/ui/share-run';
import { MemoryFiles } from './channels/channel-benches';
import { begun, carriedOut, Crash, ledgerOf, PATH, planFor, stopAt } from './share-run-bench';

// One note goes to the team, and then to the network in the same sitting; the second one is cut off half-way.

const [FIRST, SECOND]: Audience[] = ['team', 'network'];
const WRITES: Readonly<Record<string, number>> = { feed: 4, commons: 1 };
const CUTS = Object.entries(WRITES).flatMap(([name, writes]) => Array.from({ length: writes }, (_none, at) => ({ name, write: at + 1 })));
const STEPS = ['before the channel', 'after the channel', 'before the ledger', 'after the ledger'];

interface Sitting extends ReturnType<typeof begun> {
  readonly files: MemoryFiles;
  readonly share: (run: ShareRun, audience?: Audience, take?: string) => Promise<string | undefined>;
}

function sitting(name: string): Sitting {
  const all = begun(name);
  return { ...all, files: all.bench.files ?? new MemoryFiles(), share: (run, audience = SECOND, take = 'My own words.') => carriedOut(run, planFor(all.vault, all.bench.channel, take, audience)) };
}

/** The first one, whole: what is there then must not change by anything that happens to the second. */
async function firstShared(name: string): Promise<Sitting & { readonly before: ReadonlyMap<string, string>; readonly recorded: string }> {
  const all = sitting(name);
  expect(await all.share(all.run, FIRST)).toBeUndefined();
  return { ...all, before: new Map(all.files.kept), recorded: all.vault.notes.get(PATH) ?? '' };
}

const audiencesIn = ({ vault }: Sitting): string[] => ledgerOf(vault).map(({ audience, withdrawn }) => `${audience}${withdrawn === undefined ? '' : ' withdrawn'}`);
const ofFirst = (files: ReadonlyMap<string, string>): [string, string][] => [...files].filter(([path]) => path.includes(FIRST ?? ''));

describe('two audiences in one run', () => {
  it.each(CUTS)('by $name, the second refused by the disk from write $write on: the first stands, and nothing asks about it', async ({ name, write }) => {
    const all = await firstShared(name);
    const goOn = stopAt(all.files, write, () => Promise.resolve(fail('The disk is full.')));
    expect(await all.share(all.run)).toMatch(/disk is full|stopped in the middle/);
    goOn();
    expect([ofFirst(all.files.kept), all.vault.notes.get(PATH)]).toEqual([ofFirst(all.before), all.recorded]);
    expect(all.run.interrupted.unfinished.map(({ intent }) => intent.audience).filter((audience) => audience !== SECOND)).toEqual([]);
    for (const one of all.run.interrupted.unfinished) await all.run.interrupted.dismiss(one);
    expect(all.run.interrupted.unfinished).toEqual([]);
    expect(all.vault.device.size).toBe(0);
    expect([...all.files.kept.values()].filter((text) => text.includes('My own words'))).toEqual([...all.before.values()].filter((text) => text.includes('My own words')));
    expect(await all.share(all.run)).toBeUndefined();
    expect([audiencesIn(all), all.vault.device.size]).toEqual([[FIRST, SECOND], 0]);
  });

  it.each(CUTS.flatMap((cut) => (['complete', 'dismiss'] as const).map((said) => ({ ...cut, said }))))('by $name, a crash at write $write of the second, which is answered with "$said": the first is untouched', async ({ name, write, said }) => {
    const all = await firstShared(name);
    const goOn = stopAt(all.files, write, () => Promise.reject(new Crash('The app is gone.')));
    await expect(all.share(all.run)).rejects.toThrow(Crash);
    goOn();
    const after = await all.restarted();
    expect(after.interrupted.unfinished.map(({ intent }) => intent.audience)).toEqual(write === 1 ? [] : [SECOND]);
    for (const one of after.interrupted.unfinished) await after.interrupted[said](one);
    expect([ofFirst(all.files.kept), after.interrupted.unfinished, all.vault.device.size]).toEqual([ofFirst(all.before), [], 0]);
    expect(audiencesIn(all)).toEqual(said === 'complete' && write > 1 ? [FIRST, SECOND] : [FIRST]);
    expect(await all.share(after)).toBeUndefined();
    expect(audiencesIn(all)).toEqual([FIRST, SECOND]);
  });

  it.each(Object.keys(WRITES).flatMap((name) => STEPS.flatMap((first) => STEPS.map((second) => ({ name, first, second })))))('by $name, both cut off, the first $first, the second $second: each is answered by itself', async ({ name, first, second }) => {
    const all = sitting(name);
    let run = all.run;
    for (const [audience, step] of [[FIRST, first], [SECOND, second]] as const) {
      all.vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
      await expect(all.share(run, audience)).rejects.toThrow(Crash);
      run = await all.restarted();
    }
    const isAsked = (step: string): boolean => step === 'after the channel' || step === 'before the ledger';
    expect(run.interrupted.unfinished.map(({ intent }) => intent.audience)).toEqual([...(isAsked(first) ? [FIRST] : []), ...(isAsked(second) ? [SECOND] : [])]);
    // The first one did not go out, as the user says, the second did. What stands whole is left to be recorded.
    for (const one of run.interrupted.unfinished) await run.interrupted[one.intent.audience === FIRST ? 'dismiss' : 'complete'](one);
    expect(run.interrupted.unfinished.map(({ intent }) => [intent.audience, intent.told])).toEqual(isAsked(first) ? [[FIRST, true]] : []);
    for (const one of run.interrupted.unfinished) await run.interrupted.complete(one);
    expect([run.interrupted.unfinished, all.vault.device.size]).toEqual([[], 0]);
    expect(audiencesIn(all).sort()).toEqual([...(first === 'before the channel' ? [] : [FIRST]), ...(second === 'before the channel' ? [] : [SECOND])].sort());
    const { keeping } = all.bench.channel;
    for (const [audience, stands] of [[FIRST, first !== 'before the channel'], [SECOND, second !== 'before the channel']] as const) {
      expect((await keeping?.find(planFor(all.vault, all.bench.channel, undefined, audience).key, audience ?? 'team')) !== undefined).toBe(stands);
    }
  });

  it.each(Object.keys(WRITES))('by %s at the same time, the second refused: the first is done', async (name) => {
    const all = sitting(name);
    const write = all.files.write.bind(all.files);
    all.files.write = (path, text) => (path.includes(SECOND ?? '') ? Promise.resolve(fail('The disk is full.')) : write(path, text));
    expect(await Promise.all([all.share(all.run, FIRST), all.share(all.run, SECOND)])).toEqual([undefined, 'The disk is full.']);
    expect([audiencesIn(all), all.run.interrupted.unfinished, all.vault.device.size]).toEqual([[FIRST], [], 0]);
  });

  it.each(Object.keys(WRITES))('by %s, a new version for both, the second cut off: only that one is put back, or told to stand there', async (name) => {
    const all = await firstShared(name);
    await all.share(all.run, SECOND);
    expect(await all.share(all.run, FIRST, 'Second thoughts.')).toBeUndefined();
    const before = new Map(all.files.kept);
    const goOn = stopAt(all.files, name === 'feed' ? 2 : 9, () => Promise.reject(new Crash('The app is gone.')));
    all.vault.checkpoint = (at) => (at === 'after the channel' ? Promise.reject(new Crash(at)) : Promise.resolve());
    await expect(all.share(all.run, SECOND, 'Second thoughts.')).rejects.toThrow(Crash);
    goOn();
    const after = await all.restarted();
    expect(after.interrupted.unfinished.map(({ intent }) => intent.audience)).toEqual([SECOND]);
    const sent = new Map(all.files.kept);
    for (const one of after.interrupted.unfinished) await after.interrupted.dismiss(one);
    // A copy stands whole.
    const isPutBack = name === 'feed';
    expect([all.files.kept, after.interrupted.unfinished.map(({ intent }) => intent.audience)]).toEqual([isPutBack ? before : sent, isPutBack ? [] : [SECOND]]);
    expect(ofFirst(sent)).toEqual(ofFirst(before));
  });
});
