import { describe, expect, it } from 'vitest';
import { ok, seededRandom, type Random } from '../../src/base';
import { PROPERTY_NAMES } from '../../src/note';
import { passGate } from '../../src/sense';
import { ledgerLinesOf, planShare, readLedger, vaultPrivacy, type ShareChannel, type SharePlan } from '../../src/share';
import { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, MemoryFiles } from '../share/channels/channel-benches';
import { MemoryVault } from '../share/memory-vault';

// One note shared again and again, with new words, on the same day or later, to some or nobody by name, and taken back now and
// then; the app dies anywhere on the way.

const HISTORIES = 150;
const PATH = 'Quotes/A.md';
const NOTE = '---\ntype: quote\n---\n> [!quote] Why\n> Without PKM, there is no KM.\n\n## My take\nMine.\n';
const CRASHES = ['before the ledger', 'after the ledger', 'write 1', 'write 2', 'write 3', 'write 4', 'nowhere', 'nowhere'] as const;

class Crash extends Error {}

function planFor(vault: MemoryVault, channel: ShareChannel, take: string, recipients: SharePlan['recipients']): SharePlan {
  const passed = passGate({ text: 'Without PKM, there is no KM.', captured: '2026-11-20T09:12' }, { text: take, ways: [] }, { leastOwnWords: 1, mayOverride: false });
  const plan = passed.ok ? planShare(passed.value, { path: PATH, audience: 'network', recipients, format: channel.formats[0] ?? 'plain', channel: channel.id }, vaultPrivacy(vault.edge.notes, vault.share, PROPERTY_NAMES)) : passed;
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

/** Stops the vault and the files at a step; gives back how it goes on. */
function stopAt(step: string, vault: MemoryVault, files: MemoryFiles): () => void {
  const write = files.write.bind(files);
  let count = 0;
  vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
  files.write = (path, text) => (`write ${String((count += 1))}` === step ? Promise.reject(new Crash(step)) : write(path, text));
  return () => {
    vault.checkpoint = () => Promise.resolve();
    files.write = write;
  };
}

async function answered(run: ShareRun, random: Random, says: readonly ('complete' | 'dismiss' | 'later')[]): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    const said = says[Math.floor(random() * says.length)] ?? 'complete';
    const [unfinished, missing, goneHalfWay] = [run.interrupted.unfinished[0], run.interrupted.notThere[0], run.takingBack.unfinished[0]];
    if (said === 'later' || (unfinished === undefined && missing === undefined && goneHalfWay === undefined)) return;
    if (goneHalfWay !== undefined) await run.takingBack.complete(goneHalfWay);
    else if (missing !== undefined) await run.interrupted.leave(missing);
    else if (unfinished !== undefined) await run.interrupted[said](unfinished);
  }
}

async function history(name: string, seed: number): Promise<void> {
  const random = seededRandom(seed);
  let day = 1;
  const vault = new MemoryVault(() => new Date(2026, 10, day, 9));
  const bench = BENCHES[name]?.();
  if (bench === undefined) throw new Error(`There is no channel "${name}".`);
  const files = bench.files ?? new MemoryFiles();
  vault.notes.set(PATH, NOTE);
  const restarted = async (): Promise<ShareRun> => {
    const run = new ShareRun(vault.edge, vault.kept, () => [bench.channel], () => Promise.resolve(true), () => Promise.resolve());
    await run.review();
    return run;
  };
  let run = await restarted();
  for (let step = 0; step < 6; step++) {
    if (random() < 0.4) day += 1;
    const standing = ledgerLinesOf(vault.notes.get(PATH) ?? '', 'Shared').find(({ entry }) => entry.withdrawn === undefined && entry.address !== undefined);
    const back = random() < 0.25 ? standing : undefined;
    const plan = planFor(vault, bench.channel, `Thought ${String(step)}.`, random() < 0.5 ? [] : [{ name: 'Joan' }]);
    const goOn = stopAt(CRASHES[Math.floor(random() * CRASHES.length)] ?? 'nowhere', vault, files);
    const acted = back === undefined ? run.carryOut(plan, [], () => Promise.resolve(ok(plan))) : run.withdraw(PATH, back);
    const isDead = await acted.then(() => false, (error: unknown) => {
      if (error instanceof Crash) return true;
      throw error;
    });
    goOn();
    if (isDead) run = await restarted();
    await answered(run, random, ['complete', 'dismiss', 'later']);
  }
  await answered(run, random, ['complete']);
  const last = await restarted();
  expect([last.interrupted.unfinished, last.interrupted.notThere, last.takingBack.unfinished, vault.device.size], 'everything is answered').toEqual([[], [], [], 0]);
  const lines = readLedger(vault.notes.get(PATH) ?? '', 'Shared').filter(({ withdrawn }) => withdrawn === undefined);
  if (bench.channel.keeping === undefined) return;
  const standing = new Set(bench.sent().match(/Thought \d/g));
  expect(standing.size, 'one version stands, in all files').toBeLessThanOrEqual(1);
  expect(lines.length > 0, 'the ledger tells of what stands').toBe(standing.size > 0);
  const people = lines.map(({ recipients }) => recipients.join());
  expect(people, 'nobody is told of twice').toEqual([...new Set(people)]);
  if (name === 'feed' && standing.size > 0) expect(files.kept.get('Feeds/network.xml'), 'the feed tells it').toContain([...standing][0]);
}

describe.each(['feed', 'commons', 'clipboard'])('sharing by %s, with crashes anywhere', (name) => {
  it(`ends in a ledger that tells what stands: ${String(HISTORIES)} histories`, async () => {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      try {
        await history(name, seed);
      } catch (error) {
        throw new Error(`History ${String(seed)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }, 60_000);
});
