import type { BasesViewRegistration, Plugin } from 'obsidian';

/** Registers a kind of view for bases; false where Bases are switched off in this vault, or where the app has none. */
export function registerBasesView(plugin: Plugin, id: string, registration: BasesViewRegistration): boolean {
  return 'registerBasesView' in plugin && plugin.registerBasesView(id, registration);
}
