import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '../../src/base';
import { bodyOf, listProperty, PROPERTY_NAMES, readProperties } from '../../src/note';
import { readQuoteNote, writeQuoteNote } from '../../src/seek';
import { passGate, takeIn, withTake } from '../../src/sense';
import { AUDIENCES, carryOut, keyInLedger, ledgerLinesOf, planShare, readLedger, withRecord, withResponse, type LedgerEntry, type LedgerFormat, type NotePrivacy, type ShareChannel } from '../../src/share';
import { BENCHES, MemoryFiles } from '../share/channels/channel-benches';
import { mergeLines } from './line-merge';

// Two copies of a vault, edited apart – a take here, a share there, a new name here – and merged by file.

const HISTORIES = 500;
const FORMAT: LedgerFormat = { names: PROPERTY_NAMES, sharedSection: 'Shared', linkTo: (path) => `[[${path}]]` };
const VAULT: NotePrivacy = { isPrivate: () => false, within: () => ({ placeholder: '[…]', isPrivate: () => false }) };
const CONFLICT = '.sync-conflict-20261122-101112-ABCDEFG';
const CHANNELS = ['clipboard', 'feed', 'commons'] as const;

/** How often a sync kept both versions of a file. */
const seen = { feed: 0, commons: 0 };

interface Device {
  path: string;
  text: string;
  readonly files: MemoryFiles;
  /** Everything the user wrote or was told was recorded. */
  readonly written: string[];
  day: number;
}

const BASE = writeQuoteNote({ text: 'Without PKM, there is no KM.', author: 'Harold Jarche', captured: '2026-11-01T09:12' }, PROPERTY_NAMES, 'My take')
  .replace('## My take\n', '## My take\nThe first words of mine on this.\n\n## Shared\n- 2026-11-02 team · [[Joan Petrie]] · clipboard\n');

function channelOn(device: Device, id: (typeof CHANNELS)[number]): ShareChannel {
  const bench = BENCHES[id]?.();
  if (bench === undefined) throw new Error(`There is no channel "${id}".`);
  if (bench.files === undefined) return bench.channel;
  const { files } = bench;
  // The channel works on the device's own copy of the vault.
  files.list = (folder) => device.files.list(folder);
  files.read = (path) => device.files.read(path);
  files.write = (path, text) => device.files.write(path, text);
  return bench.channel;
}

async function share(device: Device, random: Random): Promise<void> {
  const [audience = 'team', id = 'clipboard'] = [AUDIENCES[Math.floor(random() * 3)], CHANNELS[Math.floor(random() * 3)]];
  const quote = readQuoteNote(device.text, PROPERTY_NAMES);
  const passed = quote.ok ? passGate(quote.value, { text: takeIn(device.text, 'My take'), ways: [] }, { leastOwnWords: 3, mayOverride: false }) : quote;
  if (!passed.ok) throw new Error(passed.problem);
  const channel = channelOn(device, id);
  const recipients = random() < 0.5 ? [] : [{ name: 'KM Practitioners', path: 'KM Practitioners' }];
  const plan = planShare(passed.value, { path: device.path, audience, recipients, format: channel.formats[0] ?? 'plain', channel: id }, VAULT, keyInLedger(readLedger(device.text, 'Shared'), id, audience));
  const done = plan.ok ? await carryOut(plan.value, channel, new Date(2026, 10, device.day, 9)) : plan;
  if (!done.ok) throw new Error(done.problem);
  const written = withRecord(device.text, done.value.record, FORMAT);
  if (!written.ok) throw new Error(written.problem);
  device.text = written.value;
}

function act(device: Device, name: string, random: Random, step: number): Promise<void> | void {
  const chance = random();
  if (chance < 0.4) return share(device, random);
  if (chance < 0.6) {
    const words = `Words of ${name} in step ${step}, written apart from the other.`;
    const taken = withTake(device.text, { text: `${takeIn(device.text, 'My take')}\n\n${words}`, ways: [] }, `2026-11-${String(device.day).padStart(2, '0')}T10:00`, { names: PROPERTY_NAMES, takeSection: 'My take', leastOwnWords: 1 }, takeIn(device.text, 'My take'));
    if (!taken.ok) throw new Error(taken.problem);
    device.text = taken.value;
    device.written.push(words);
  } else if (chance < 0.75) {
    const lines = ledgerLinesOf(device.text, 'Shared');
    const line = lines[Math.floor(random() * lines.length)]?.text ?? '';
    const told = `${name} was told so in step ${step}`;
    const logged = withResponse(device.text, line, { day: `2026-11-${String(device.day).padStart(2, '0')}`, kind: 'reply', text: told }, 'Shared', () => '');
    if (!logged.ok) throw new Error(logged.problem);
    device.text = logged.value;
    device.written.push(told);
  } else if (chance < 0.9 && name === 'here') device.path = `Quotes/Renamed in step ${step}.md`;
  else device.day++;
}

/** What an entry tells apart from its marks: two devices that tell the same tell it once. */
function tellingOf({ day, audience, recipients, channel, address }: LedgerEntry): string {
  return [day, audience, ...recipients, channel, address ?? ''].join(' · ');
}

// Of two versions of one file that is no note, a tool keeps one, or both: one of them under another name.
function mergedFiles(here: MemoryFiles, there: MemoryFiles, keepsBoth: boolean): MemoryFiles {
  const merged = new MemoryFiles();
  for (const [path, text] of [...here.kept, ...there.kept]) {
    const [mine, theirs] = [here.kept.get(path), there.kept.get(path)];
    if (mine === undefined || theirs === undefined || mine === theirs) merged.kept.set(path, text);
    else if (keepsBoth) merged.kept.set(path.replace(/\.\w+$/, `${CONFLICT}$&`), mine).set(path, theirs);
    else merged.kept.set(path, mine);
  }
  return merged;
}

async function history(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const make = (): Device => ({ path: 'Quotes/A.md', text: BASE, files: new MemoryFiles(), written: [], day: 3 });
  const [here, there] = [make(), make()];
  for (let step = 0; step < 6; step++) {
    await act(here, 'here', random, step);
    await act(there, 'there', random, step);
  }
  const text = mergeLines(BASE, here.text, there.text);
  for (const line of [...here.written, ...there.written, 'The first words of mine on this.', '> Without PKM, there is no KM.']) expect(text).toContain(line);
  const tellings = readLedger(bodyOf(text), 'Shared').map(tellingOf);
  const union = new Set([here, there].flatMap((device) => readLedger(device.text, 'Shared').map(tellingOf)));
  expect(new Set(tellings)).toEqual(union);
  await noDoubleShare(mergedFiles(here.files, there.files, random() < 0.5), here, there);
  expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual(['## My take', '## Shared']);
  expectHealed(text, [here, there]);
}

// Both devices wrote properties: both lines count, and the next one who writes leaves one of each.
function expectHealed(text: string, devices: readonly Device[]): void {
  const reached = (note: string): string[] => {
    const read = readProperties(note);
    if (!read.ok) throw new Error(read.problem);
    return listProperty(read.value, 'shared');
  };
  const union = [...new Set(devices.flatMap((device) => reached(device.text)))].sort();
  expect(reached(text).sort()).toEqual(union);
  const next = withTake(text, { text: takeIn(text, 'My take'), ways: ['apply'] }, '2026-11-20T10:00', { names: PROPERTY_NAMES, takeSection: 'My take', leastOwnWords: 1 }, takeIn(text, 'My take'));
  if (!next.ok) throw new Error(next.problem);
  expect(reached(next.value).sort()).toEqual(union);
  expect(bodyOf(next.value)).toBe(bodyOf(text));
  const names = next.value.slice(0, -bodyOf(next.value).length).split('\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
  expect(names).toEqual([...new Set(names)]);
}

// One thing in one place is one item, whichever device put it there.
async function noDoubleShare(files: MemoryFiles, here: Device, there: Device): Promise<void> {
  for (const audience of AUDIENCES) {
    for (const folder of [`Commons/${audience}`, `Feeds/items/${audience}`]) expect(files.list(folder).filter((path) => !path.includes(CONFLICT)).length).toBeLessThanOrEqual(1);
    for (const id of ['feed', 'commons'] as const) {
      const keys = [here, there].map((device) => keyInLedger(readLedger(device.text, 'Shared'), id, audience)).filter((key) => key !== undefined);
      expect(new Set(keys).size).toBeLessThanOrEqual(1);
      const merged: Device = { ...here, files };
      const { keeping } = channelOn(merged, id);
      for (const key of keys) expect(await keeping?.find(key, audience)).toBeDefined();
      if (files.list(id === 'commons' ? `Commons/${audience}` : `Feeds/items/${audience}`).length === 2) seen[id] += 1;
      for (const key of keys) {
        expect(await keeping?.withdraw(key, audience, new Date(2026, 10, 22), false)).toMatchObject({ ok: true });
        expect(await keeping?.find(key, audience)).toBeUndefined();
      }
      // Whatever a conflict left of it: what was taken back is nowhere any more.
      const folders = id === 'commons' ? [`Commons/${audience}`] : ['Feeds', `Feeds/items/${audience}`];
      for (const path of folders.flatMap((folder) => files.list(folder)).filter((one) => one.includes(audience))) expect(files.kept.get(path)).not.toMatch(/words of mine|Words of/);
    }
  }
}

describe('two devices', () => {
  it(`lose no line, share nothing twice, and have one ledger: ${HISTORIES} histories`, async () => {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      try {
        await history(seed);
      } catch (error) {
        throw new Error(`History ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    expect(Math.min(seen.feed, seen.commons), 'both versions of a file were kept').toBeGreaterThan(10);
  }, 120_000);

  it('do leave two lines of one property, which is what has to heal', () => {
    const [mine, theirs] = ['team', 'network'].map((audience) => BASE.replace('---\n>', `shared: [${audience}]\n---\n>`));
    const merged = mergeLines(BASE, mine ?? '', theirs ?? '');
    expect(merged).toContain('shared: [team]\nshared: [network]\n');
    const read = readProperties(merged);
    expect(read.ok && listProperty(read.value, 'shared')).toEqual(['team', 'network']);
  });
});
