import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../src/base';
import { PROPERTY_NAMES } from '../../src/note';
import { passGate } from '../../src/sense';
import type { SharePlan } from '../../src/share';
import { planFromCache, planFromNotes } from '../../src/share/ui/plan-now';
import { ShareRun } from '../../src/share/ui/share-run';
import { words } from '../../src/words';
import { BENCHES, MemoryFiles } from './channels/channel-benches';
import { begun, ledgerOf, NOTE, PATH } from './share-run-bench';

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
