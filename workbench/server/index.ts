export type { PluginSource } from './plugin-files';
export { type RunningWorkbench, startWorkbench, type WorkbenchOptions } from './start-workbench';
export type { VaultEntry } from './vault-entry';
export type { VaultEvent } from './vault-tree';
