import type { Edge } from './edge';
import { fieldOf } from './read-field';

/** Opens the settings at those of the plugin; false where the app has no way to do so, which has no public interface. */
export function openSettings({ app, plugin }: Edge): boolean {
  const settings = fieldOf(app, 'setting');
  const [open, openTab] = [fieldOf(settings, 'open'), fieldOf(settings, 'openTabById')];
  if (typeof open !== 'function' || typeof openTab !== 'function') return false;
  open.call(settings);
  openTab.call(settings, plugin.manifest.id);
  return true;
}
