import { ok, type Result } from '../../base';
import type { ShareChannel } from './channel';

/** The system's own window for sharing. */
export interface ShareSheet {
  /** Fails with a sentence when it was closed, or cannot be opened. */
  open(content: { readonly title: string; readonly text: string }): Promise<Result<void>>;
}

/** Sharing by the system's share sheet, as phones have it: the user chooses the app there. */
export function shareSheetChannel(sheet: ShareSheet): ShareChannel {
  return {
    id: 'share sheet',
    formats: ['plain', 'markdown'],
    preview: ({ title, outgoing }) => `${title}\n\n${outgoing.text}`,
    async send({ title, outgoing }) {
      const opened = await sheet.open({ title, text: outgoing.text });
      return opened.ok ? ok({}) : opened;
    },
  };
}
