import { describe, expect, it } from 'vitest';
import { ShareRun } from '../../src/share/ui/share-run';
import { words } from '../../src/words';
import { BENCHES, MemoryFiles } from './channels/channel-benches';
import { FROM, planAt, sharedFrom, TO } from './moved-quote-bench';
import { begun, carriedOut, Crash, ledgerOf, PATH, planFor, stopAt } from './share-run-bench';

// "It did not go out" is said of one's own words: those of another device, or of another note, stay where they stand.

const [MINE, NEWER, THEIRS] = ['Mine, of this device.', 'My second thoughts.', 'Words of the other device.'];
type Scene = ReturnType<typeof begun>;

/** Dies at a step of the next share. */
async function cutOff({ vault, run }: Scene, step: string, share: () => Promise<unknown>): Promise<void> {
  vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
  await expect(share()).rejects.toThrow(Crash);
  vault.checkpoint = () => Promise.resolve();
  expect(run.interrupted.unfinished).toEqual([]);
}

const filesOf = ({ bench }: Scene): MemoryFiles => bench.files ?? new MemoryFiles();

/** The files of another device that shared the same quote, as a sync brings them: its ledger comes later. */
async function otherDeviceShared(name: string, here: Scene): Promise<Scene> {
  const there = begun(name);
  for (const [path, text] of filesOf(here).kept) filesOf(there).kept.set(path, text);
  there.vault.notes.set(PATH, here.vault.notes.get(PATH) ?? '');
  expect(await carriedOut(there.run, planFor(there.vault, there.bench.channel, THEIRS))).toBeUndefined();
  for (const [path, text] of filesOf(there).kept) filesOf(here).kept.set(path, text);
  return there;
}

async function dismissAll(run: Pick<ShareRun, 'interrupted'>): Promise<void> {
  for (const one of run.interrupted.unfinished) await run.interrupted.dismiss(one);
}

describe('a quote that was shared from one note, and is shared from another, cut off', () => {
  it.each([2, 3, 4])('by feed at write %i: the first share stands again, once this one did not go out', async (write) => {
    const all = await sharedFrom('feed');
    all.move();
    const [{ vault }, files] = [all, filesOf(all)];
    const [before, recorded] = [new Map(files.kept), vault.notes.get(FROM)];
    const goOn = stopAt(files, write, () => Promise.reject(new Crash('The app is gone.')));
    await cutOff(all, 'after the channel', () => carriedOut(all.run, planAt(vault, TO, 'feed', { take: NEWER })));
    goOn();
    const after = await all.restarted();
    expect(after.interrupted.unfinished).toHaveLength(1);
    await dismissAll(after);
    expect([files.kept, vault.notes.get(FROM), vault.device.size, after.interrupted.unfinished]).toEqual([before, recorded, 0, []]);
  });

  it.each(['feed', 'commons'])('by %s, after it stood there: it is said so, and is left to be recorded', async (name) => {
    const all = await sharedFrom(name);
    all.move();
    const { vault, bench } = all;
    await cutOff(all, 'after the channel', () => carriedOut(all.run, planAt(vault, TO, name, { take: NEWER })));
    const [after, sent] = [await all.restarted(), bench.sent()];
    await dismissAll(after);
    expect([bench.sent(), vault.said.at(-1)]).toEqual([sent, words.share.standsThere(decodeURI(ledgerOf(vault, FROM)[0]?.address ?? ''))]);
    expect([sent.includes(NEWER), after.interrupted.unfinished.map(({ intent }) => intent.told)]).toEqual([true, [true]]);
    for (const one of after.interrupted.unfinished) await after.interrupted.complete(one);
    expect([ledgerOf(vault, TO).length, vault.device.size]).toEqual([1, 0]);
  });
});

describe.each(['feed', 'commons'])('a share by %s that was cut off, where another device shared meanwhile', (name) => {
  const recorded = (run: ShareRun): string[] => run.interrupted.unfinished.map(({ intent }) => intent.path);

  it.each(['before the channel', 'after the channel'])('for the first time, %s: the row says that another version stands, which stays', async (step) => {
    const here = begun(name);
    await cutOff(here, step, () => carriedOut(here.run, planFor(here.vault, here.bench.channel, MINE)));
    await otherDeviceShared(name, here);
    const [after, sent, text] = [await here.restarted(), here.bench.sent(), here.vault.notes.get(PATH)];
    expect([recorded(after), after.interrupted.notThere.map(({ stands }) => stands)]).toEqual([[], ['another']]);
    for (const one of after.interrupted.notThere) await after.interrupted.leave(one);
    expect([here.bench.sent(), here.vault.notes.get(PATH), here.vault.device.size]).toEqual([sent, text, 0]);
    expect(sent).toContain(THEIRS);
  });

  it('of which the row was still the old one: nothing is recorded, and nothing taken away', async () => {
    const here = begun(name);
    await cutOff(here, 'after the channel', () => carriedOut(here.run, planFor(here.vault, here.bench.channel, MINE)));
    const after = await here.restarted();
    expect(recorded(after)).toEqual([PATH]);
    await otherDeviceShared(name, here);
    const [sent, text, [row]] = [here.bench.sent(), here.vault.notes.get(PATH), after.interrupted.unfinished];
    if (row !== undefined) await after.interrupted.complete(row);
    expect([here.vault.notes.get(PATH), here.vault.said.at(-1), after.interrupted.notThere.length]).toEqual([text, words.share.standsNoMore, 1]);
    if (row !== undefined) await after.interrupted.dismiss(row);
    expect([here.bench.sent(), here.vault.device.size, after.interrupted.notThere]).toEqual([sent, 0, []]);
  });

  it('for a second time, before the channel: nothing is recorded of words that stand nowhere', async () => {
    const here = begun(name, () => new Date(today));
    let today = '2026-11-22T09:12:00';
    await carriedOut(here.run, planFor(here.vault, here.bench.channel, MINE));
    today = '2026-11-25T09:12:00';
    await cutOff(here, 'before the channel', () => carriedOut(here.run, planFor(here.vault, here.bench.channel, NEWER)));
    await otherDeviceShared(name, here);
    const [after, sent] = [await here.restarted(), here.bench.sent()];
    expect([recorded(after), after.interrupted.notThere.map(({ stands }) => stands)]).toEqual([[], ['another']]);
    // The next one that gets there overtakes it.
    expect(await carriedOut(after, planFor(here.vault, here.bench.channel, `${NEWER} And third ones.`))).toBeUndefined();
    expect([after.interrupted.notThere, here.vault.device.size, here.bench.sent() === sent]).toEqual([[], 0, false]);
  });
});

describe('two versions of one copy in a commons, both cut off after they stood there', () => {
  async function twice(isFirstRecorded: boolean): Promise<Scene & { after: ShareRun }> {
    const all = begun('commons');
    const share = (take: string) => () => carriedOut(all.run, planFor(all.vault, all.bench.channel, take));
    if (isFirstRecorded) await share(MINE)();
    await cutOff(all, 'after the channel', share(NEWER));
    await cutOff(all, 'after the channel', share('Third thoughts.'));
    return { ...all, after: await all.restarted() };
  }

  it.each([true, false])('are asked about once, as the latest, which stays to be recorded (recorded before: %s)', async (isFirstRecorded) => {
    const { vault, bench, after } = await twice(isFirstRecorded);
    const sent = bench.sent();
    expect(after.interrupted.unfinished).toHaveLength(1);
    await dismissAll(after);
    expect([bench.sent(), sent.includes('Third thoughts.'), after.interrupted.unfinished.map(({ intent }) => intent.told)]).toEqual([sent, true, [true]]);
    for (const one of after.interrupted.unfinished) await after.interrupted.complete(one);
    expect([vault.device.size, after.interrupted.unfinished, after.interrupted.notThere, ledgerOf(vault).length]).toEqual([0, [], [], 1]);
  });

  it('of which the second never got there: recording the first does not hide that', async () => {
    const all = begun('commons');
    const share = (take: string) => () => carriedOut(all.run, planFor(all.vault, all.bench.channel, take));
    await cutOff(all, 'after the channel', share(MINE));
    await cutOff(all, 'before the channel', share(NEWER));
    const { interrupted } = await all.restarted();
    for (const one of interrupted.unfinished) await interrupted.complete(one);
    expect([ledgerOf(all.vault).length, interrupted.unfinished, interrupted.notThere.map(({ stands }) => stands)]).toEqual([1, [], ['earlier']]);
  });

  it('are both over once the latest is recorded', async () => {
    const { vault, after } = await twice(true);
    for (const one of after.interrupted.unfinished) await after.interrupted.complete(one);
    expect([after.interrupted.unfinished, after.interrupted.notThere, vault.device.size, ledgerOf(vault).length]).toEqual([[], [], 0, 1]);
  });
});

describe.each(['feed', 'commons'])('a share by %s that was cut off, of words that another device shared as well', (name) => {
  const scenes = ['before the channel', 'after the channel'].flatMap((step) => ['a first version', 'a second version'].map((version) => ({ step, version })));

  it.each(scenes)('$version, $step: stands as that device shared it, whatever the user says here', async ({ step, version }) => {
    const here = begun(name);
    if (version === 'a second version') await carriedOut(here.run, planFor(here.vault, here.bench.channel, MINE));
    const said = here.vault.said.length;
    await cutOff(here, step, () => carriedOut(here.run, planFor(here.vault, here.bench.channel, THEIRS)));
    await otherDeviceShared(name, here);
    const [after, sent] = [await here.restarted(), here.bench.sent()];
    await dismissAll(after);
    expect([here.bench.sent(), here.vault.said.length - said, after.interrupted.unfinished.map(({ intent }) => intent.told)]).toEqual([sent, 1, [true]]);
    expect(sent).toContain(THEIRS);
  });
});

describe.each(Object.keys(BENCHES))('a share by %s that was cut off while it was planned anew', (name) => {
  const gone = (): Promise<never> => Promise.reject(new Crash('The app is gone.'));

  it('did not begin, and nobody is asked about it', async () => {
    const here = begun(name);
    await expect(here.run.carryOut(planFor(here.vault, here.bench.channel), [], gone)).rejects.toThrow(Crash);
    const { interrupted } = await here.restarted();
    expect([interrupted.unfinished, interrupted.notThere, here.vault.device.size, here.bench.sent()]).toEqual([[], [], 0, '']);
  });

  it('leaves the very same words where another device has shared them meanwhile', async () => {
    const here = begun(name);
    if (here.bench.files === undefined) return;
    await expect(here.run.carryOut(planFor(here.vault, here.bench.channel, THEIRS), [], gone)).rejects.toThrow(Crash);
    await otherDeviceShared(name, here);
    const [{ interrupted }, sent] = [await here.restarted(), here.bench.sent()];
    await dismissAll({ interrupted });
    expect([interrupted.unfinished, interrupted.notThere, here.vault.device.size, here.bench.sent()]).toEqual([[], [], 0, sent]);
  });
});

it('a share that waits for the answer to a question has not gone out', async () => {
  const here = begun('commons');
  await carriedOut(here.run, planFor(here.vault, here.bench.channel, MINE));
  for (const [path, text] of filesOf(here).kept) filesOf(here).kept.set(path, `${text}Ben says so.\n`);
  let isAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  const waiting = new ShareRun(here.vault.edge, here.vault.kept, () => [here.bench.channel], () => {
    isAsked();
    return new Promise<boolean>(() => undefined);
  }, () => Promise.resolve());
  void carriedOut(waiting, planFor(here.vault, here.bench.channel, NEWER));
  await asked;
  const kept = (): unknown => here.vault.device.get('share-intents');
  expect(kept()).toMatchObject([{ begun: false }]);
  const { interrupted } = await here.restarted();
  expect([interrupted.unfinished, interrupted.notThere.map(({ stands }) => stands)]).toEqual([[], ['earlier']]);
});
