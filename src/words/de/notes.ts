import type { english } from '../en';
import type { Translated } from '../translated';

/** Texts about reading and writing notes, in German. */
export const notes: Translated<typeof english.notes> = {
  missing: (path) => `Die Notiz „${path}“ gibt es in deinem Vault nicht mehr.`,
  notCreated: (path, reason) => `Die Notiz „${path}“ ließ sich nicht anlegen: ${reason}`,
  notChanged: (path, reason) => `Die Notiz „${path}“ bleibt, wie sie ist: ${reason}`,
};
