import { fail, ok, reasonOf } from '../base';
import type { MailProgram, ShareSheet } from '../share';
import { words } from '../words';

/** The system's mail program, opened by an address. */
export const systemMail: MailProgram = {
  open(address) {
    try {
      activeWindow.open(address);
      return ok(undefined);
    } catch (error) {
      return fail(words.share.mailRefused(reasonOf(error)));
    }
  },
};

/** The system's share sheet; undefined where there is none, as on most desktops. */
export function systemShareSheet(): ShareSheet | undefined {
  const { navigator } = activeWindow;
  if (typeof navigator.share !== 'function') return undefined;
  return {
    async open(content) {
      try {
        await navigator.share(content);
        return ok(undefined);
      } catch (error) {
        // Closing the sheet is reported as an error of this name.
        if (error instanceof Error && error.name === 'AbortError') return fail(words.share.sheetClosed);
        return fail(words.share.sheetRefused(reasonOf(error)));
      }
    },
  };
}
