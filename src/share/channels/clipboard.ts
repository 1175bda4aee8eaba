import { ok, type Result } from '../../base';
import type { Outgoing } from '../outgoing';
import type { ShareChannel } from './channel';

/** The system's clipboard. */
export interface Clipboard {
  /** Fails with a sentence when the system refuses. */
  write(content: Outgoing): Promise<Result<void>>;
}

/** Sharing by way of the clipboard: the user pastes it where it belongs. */
export function clipboardChannel(clipboard: Clipboard): ShareChannel {
  return {
    id: 'clipboard',
    formats: ['markdown', 'plain', 'html'],
    preview: ({ outgoing }) => outgoing.html ?? outgoing.text,
    async send({ outgoing }) {
      const written = await clipboard.write(outgoing);
      return written.ok ? ok({}) : written;
    },
  };
}
