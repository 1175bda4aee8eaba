export type { PluginSource } from './plugin-files';
export { openFolder, type RunningWorkbench, startWorkbench, type WorkbenchOptions } from './start-workbench';
export type { VaultEntry } from './vault-entry';
export type { VaultEvent } from './vault-tree';
