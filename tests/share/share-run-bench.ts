import { ok } from '../../src/base';
import { PROPERTY_NAMES } from '../../src/note';
import { passGate } from '../../src/sense';
import { planShare, readLedger, vaultPrivacy, type Audience, type ShareChannel, type SharePlan, type ShareSettings } from '../../src/share';
import { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, type ChannelBench, type MemoryFiles } from './channels/channel-benches';
import { MemoryVault } from './memory-vault';

export const PATH = 'Quotes/A.md';
export const NOTE = '---\ntype: quote\n---\n> [!quote] Why\n> Without PKM, there is no KM.\n\n## My take\nMy own words.\n';
/** Where a crash is tried. */
export const STEPS = ['before the channel', 'after the channel', 'before the ledger', 'after the ledger'] as const;

/** Stops everything that comes after, as a crash does. */
export class Crash extends Error {}

/** A plan of the note at `PATH`, for the network unless told otherwise, with a take. @throws Error when the gate stops it */
export function planFor(vault: MemoryVault, channel: ShareChannel, take = 'My own words.', audience: Audience = 'network'): SharePlan {
  const passed = passGate({ text: 'Without PKM, there is no KM.', captured: '2026-11-20T09:12' }, { text: take, ways: [] }, { leastOwnWords: 1, mayOverride: false });
  if (!passed.ok) throw new Error(passed.problem);
  const choice = { path: PATH, audience, recipients: [{ name: 'Joan Petrie' }], format: channel.formats[0] ?? 'plain', channel: channel.id, early: 'a reason' };
  const plan = planShare(passed.value, choice, vaultPrivacy(vault.edge.notes, vault.share, PROPERTY_NAMES));
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

/** A channel that asks at its checkpoints before and after it acts. */
export function withCheckpoints(vault: MemoryVault, channel: ShareChannel): ShareChannel {
  const between = async <T>(act: () => Promise<T>): Promise<T> => {
    await vault.checkpoint('before the channel');
    const done = await act();
    await vault.checkpoint('after the channel');
    return done;
  };
  const { keeping } = channel;
  return {
    ...channel,
    send: (parcel, insist) => between(() => channel.send(parcel, insist)),
    ...(keeping === undefined ? {} : { keeping: { ...keeping, withdraw: (...asked) => between(() => keeping.withdraw(...asked)) } }),
  };
}

/** From the write of this number on nothing is written: the app is gone, or the disk refuses. Gives back how it goes on. */
export function stopAt(files: MemoryFiles, number: number, refuse: () => ReturnType<MemoryFiles['write']>): () => void {
  const write = files.write.bind(files);
  let count = 0;
  files.write = (path, text) => ((count += 1) >= number ? refuse() : write(path, text));
  return () => void (files.write = write);
}

/** The folder of each channel that keeps things: without one it is switched off. */
const FOLDERS: Readonly<Record<string, (share: ShareSettings) => string>> = { feed: ({ feedFolder }) => feedFolder, commons: ({ commonsFolder }) => commonsFolder };

/** A vault with one quote, a channel on its bench, and a run that begins; `restarted` opens the app anew, and nothing stops it any more. */
export function begun(name: string, now?: () => Date): { vault: MemoryVault; bench: ChannelBench; run: ShareRun; touched: string[]; restarted: () => Promise<ShareRun> } {
  const make = BENCHES[name];
  if (make === undefined) throw new Error(`There is no channel "${name}".`);
  const [vault, bench] = [new MemoryVault(now), make()];
  vault.notes.set(PATH, NOTE);
  const touched: string[] = [];
  const noteTouch = (who: string, day: string): Promise<void> => Promise.resolve(void touched.push(`${who} ${day}`));
  const channels = (): ShareChannel[] => (FOLDERS[bench.channel.id]?.(vault.share) === '' ? [] : [withCheckpoints(vault, bench.channel)]);
  const opened = (): ShareRun => new ShareRun(vault.edge, vault.kept, channels, () => Promise.resolve(false), noteTouch);
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
export const carriedOut = (run: ShareRun, plan: SharePlan): Promise<string | undefined> => run.carryOut(plan, [], () => Promise.resolve(ok(plan)));
/** What a note's share history tells. */
export const ledgerOf = (vault: MemoryVault, path = PATH): ReturnType<typeof readLedger> => readLedger(vault.notes.get(path) ?? '', 'Shared');
