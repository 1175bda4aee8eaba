import type { Page } from 'playwright-core';
import { PLUGIN_ID } from '../scripts/build-plugin.mts';

/** Switches the plugin on with some settings, as a synced data.json would bring them. */
export async function pluginOn(page: Page, settings: object): Promise<void> {
  await page.evaluate(async ([id, stored]) => {
    await window.workbench.enable(id);
    const plugin = window.workbench.app.plugins.getPlugin(id);
    await plugin?.saveData(stored);
    await plugin?.onExternalSettingsChange?.();
  }, [PLUGIN_ID, settings] as const);
}
