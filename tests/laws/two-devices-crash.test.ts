import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../../src/base';
import { readLedger, type ShareChannel } from '../../src/share';
import { ShareRun } from '../../src/share/ui/share-run';
import { BENCHES, type MemoryFiles } from '../share/channels/channel-benches';
import { MemoryVault } from '../share/memory-vault';
import { carriedOut, Crash, NOTE, PATH, planFor, stopAt } from '../share/share-run-bench';

// Two devices share one quote, each with words of its own, and die on the way. What others are given comes by sync before the
// next act, the notes with their histories later. Whatever the user answers, on whichever device and however old the row:
// nobody's words are taken away but one's own, nothing is recorded of words that stand nowhere, and in the end the histories
// tell what stands.

const HISTORIES = 240;
const CRASHES = ['before the ledger', 'after the ledger', 'write 1', 'write 2', 'write 3', 'write 4', 'nowhere'];
const seen = new Set<string>();

class Device {
  readonly vault: MemoryVault;
  readonly channel: ShareChannel;
  readonly files: MemoryFiles;
  day = 1;
  /** What it shared last without a crash, and what no other share has taken the place of since: its digest. */
  given: string | undefined;
  run: ShareRun;

  constructor(readonly name: string, way: string) {
    const bench = BENCHES[way]?.();
    if (bench?.files === undefined) throw new Error(`The channel "${way}" has no files.`);
    this.vault = new MemoryVault(() => new Date(2026, 10, this.day, 9));
    [this.channel, this.files] = [bench.channel, bench.files];
    this.vault.notes.set(PATH, NOTE);
    this.run = this.#opened();
  }

  get note(): string {
    return this.vault.notes.get(PATH) ?? '';
  }

  async restart(): Promise<void> {
    this.run = this.#opened();
    await this.run.review();
  }

  #opened(): ShareRun {
    return new ShareRun(this.vault.edge, this.vault.kept, () => [this.channel], () => Promise.resolve(true), () => Promise.resolve());
  }
}

/** Shares some words, and dies at a step; tells whether it died. */
async function shared(device: Device, words: string, step: string): Promise<boolean> {
  const { vault, channel, files, run } = device;
  vault.checkpoint = (at) => (at === step ? Promise.reject(new Crash(at)) : Promise.resolve());
  const goOn = step.startsWith('write ') ? stopAt(files, Number(step.slice(6)), () => Promise.reject(new Crash(step))) : (): void => undefined;
  const isDead = await carriedOut(run, planFor(vault, channel, words)).then((problem) => {
    expect(problem).toBeUndefined();
    return false;
  }, (error: unknown) => {
    if (error instanceof Crash) return true;
    throw error;
  });
  goOn();
  vault.checkpoint = () => Promise.resolve();
  return isDead;
}

/** What stands in the place that both devices write into: its digest. */
async function standing({ vault, channel }: Device): Promise<string | undefined> {
  const { key, audience } = planFor(vault, channel);
  return (await channel.keeping?.find(key, audience))?.digest;
}

/** Answers a row, if there is one; each answer does what it says, and no more. */
async function answered(device: Device, other: Device, says: 'complete' | 'dismiss'): Promise<boolean> {
  const { interrupted } = device.run;
  const [unfinished, missing] = [interrupted.unfinished[0], interrupted.notThere[0]];
  const [files, note, was] = [new Map(device.files.kept), device.note, await standing(device)];
  if (unfinished !== undefined) {
    const { digest, stood, told } = unfinished.intent;
    const said = told === true ? 'complete' : says;
    await interrupted[said](unfinished);
    seen.add(`${said} ${was === digest ? 'own' : 'other'} ${stood === undefined ? 'first' : 'newer'}`);
    if (said === 'dismiss') expect(device.note, 'what did not go out is not recorded').toBe(note);
    if (was !== digest) expect([device.files.kept, device.note], 'words of others are left alone').toEqual([files, note]);
    if (was === other.given) {
      seen.add(`${said} what the other gave`);
      expect(await standing(device), 'what the other device has given stands').toBe(was);
    }
  } else if (missing !== undefined) {
    await interrupted.leave(missing);
    seen.add(`leave ${missing.stands}`);
    expect([device.files.kept, device.note], 'it is left as it stands').toEqual([files, note]);
  } else return false;
  return true;
}

function synced(from: Device, to: Device): void {
  for (const [path, text] of from.files.kept) to.files.kept.set(path, text);
}

/** How many lines the histories on both devices have. */
function linesOf(devices: readonly Device[]): number {
  return devices.flatMap(({ note }) => readLedger(note, 'Shared')).length;
}

async function history(channel: string, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const devices = [new Device('here', channel), new Device('there', channel)] as const;
  let text = NOTE;
  for (let step = 0; step < 7; step++) {
    const [mine, other] = random() < 0.5 ? devices : [devices[1], devices[0]];
    if (random() < 0.4) for (const device of devices) device.day += 1;
    // A note that is synced gives both devices the same take.
    await acted(mine, other, random() < 0.4 ? 'Thought 9 of both.' : `Thought ${String(step)} of ${mine.name}.`, random);
    synced(mine, other);
    if ((await standing(mine)) !== other.given) other.given = undefined;
    if (linesOf(devices) > 0) expect(await standing(mine), 'what a history tells of stands').toBeDefined();
    // A sync merges histories; here they travel when one side alone has changed.
    const changed = devices.filter((device) => device.note !== text);
    if (changed.length === 1 && random() < 0.4) {
      text = changed[0]?.note ?? text;
      for (const device of devices) device.vault.notes.set(PATH, text);
    }
  }
  for (const [at, device] of devices.entries()) {
    await device.restart();
    for (let turn = 0; turn < 20 && (await answered(device, devices[at === 0 ? 1 : 0], 'complete')); turn++);
    synced(device, devices[at === 0 ? 1 : 0]);
    expect([device.run.interrupted.unfinished, device.run.interrupted.notThere, device.vault.device.size], 'everything is answered').toEqual([[], [], 0]);
  }
  const stands = new Set([...devices[0].files.kept.values()].join('\n').match(/Thought \d of \w+/g));
  expect(stands.size, 'one version stands, in all files').toBeLessThanOrEqual(1);
  expect(linesOf(devices) > 0, 'the histories tell of what stands').toBe(stands.size > 0);
}

async function acted(device: Device, other: Device, words: string, random: Random): Promise<void> {
  const chance = random();
  // A row may be older than what came by sync: it was drawn before.
  if (chance < 0.5 && (await answered(device, other, chance < 0.35 ? 'dismiss' : 'complete'))) return;
  if (await shared(device, words, CRASHES[Math.floor(random() * CRASHES.length)] ?? 'nowhere')) await device.restart();
  else device.given = await standing(device);
}

describe.each(['feed', 'commons'])('two devices that crash while they share by %s', (channel) => {
  afterAll(() => seen.clear());

  it(`take nobody's words but their own away: ${String(HISTORIES)} histories`, async () => {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      try {
        await history(channel, seed);
      } catch (error) {
        throw new Error(`History ${String(seed)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    expect([...seen].sort(), 'all of it was tried').toEqual([
      'complete other first', 'complete other newer', 'complete own first', 'complete own newer', 'complete what the other gave', 'dismiss other first', 'dismiss other newer', 'dismiss own first', 'dismiss own newer', 'dismiss what the other gave', 'leave another', 'leave earlier',
    ]);
  }, 120_000);
});
