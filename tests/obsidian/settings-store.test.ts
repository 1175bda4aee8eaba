import { describe, expect, it } from 'vitest';
import type { Plugin } from 'obsidian';
import { SettingsStore } from '../../src/obsidian/settings-store';

/** The two methods of a plugin that keep its data, over a value in memory; each answers a little later, as a disk does. */
function keeper(stored: unknown = null): { plugin: Plugin; stored: () => unknown; failNext: (reason: string) => void } {
  let kept = JSON.stringify(stored);
  let failure: string | undefined;
  const plugin = {
    loadData: async () => {
      await Promise.resolve();
      return JSON.parse(kept) as unknown;
    },
    saveData: async (data: unknown) => {
      await Promise.resolve();
      if (failure !== undefined) {
        const reason = failure;
        failure = undefined;
        throw new Error(reason);
      }
      kept = JSON.stringify(data);
    },
  };
  return { plugin: plugin as unknown as Plugin, stored: () => JSON.parse(kept) as unknown, failNext: (reason) => (failure = reason) };
}

function store(stored?: unknown): { settings: SettingsStore; said: string[] } & ReturnType<typeof keeper> {
  const kept = keeper(stored);
  const said: string[] = [];
  return { ...kept, said, settings: new SettingsStore(kept.plugin, (sentence) => said.push(sentence)) };
}

describe('the settings that are stored', () => {
  it('lose no change where two are made at once', async () => {
    const { settings, stored } = store();
    await Promise.all([settings.change('sense.leastOwnWords', 7), settings.change('sense.laterDays', 3)]);
    expect(stored()).toEqual({ sense: { leastOwnWords: 7, laterDays: 3 } });
    expect([settings.current.sense.leastOwnWords, settings.current.sense.laterDays]).toEqual([7, 3]);
  });

  it('are made from what the change before has stored', async () => {
    const { settings, stored } = store();
    const more = (): Promise<void> => settings.update('sense.laterDays', ({ sense }) => sense.laterDays + 1);
    const before = settings.current.sense.laterDays;
    await Promise.all([more(), more(), more()]);
    expect(stored()).toEqual({ sense: { laterDays: before + 3 } });
  });

  it('keep what is not known here, such as a value of a later version', async () => {
    const { settings, stored } = store({ sense: { laterDays: 2, mood: 'calm' }, future: [1] });
    await settings.change('sense.laterDays', 5);
    expect(stored()).toEqual({ sense: { laterDays: 5, mood: 'calm' }, future: [1] });
  });

  it('stay as they were when the disk refuses, with a sentence, and the next change is stored', async () => {
    const { settings, stored, said, failNext } = store({ sense: { laterDays: 2 } });
    await settings.load();
    failNext('no space left');
    await settings.change('sense.laterDays', 9);
    expect(said).toEqual(['The setting could not be saved (no space left). What was in force before still is.']);
    expect([stored(), settings.current.sense.laterDays]).toEqual([{ sense: { laterDays: 2 } }, 2]);
    await settings.change('sense.laterDays', 4);
    expect(stored()).toEqual({ sense: { laterDays: 4 } });
  });
});
