import { lazily, ok, wellFormed, type Result } from '../../base';
import { words } from '../../words';
import type { Clipboard } from './clipboard';
import type { Parcel, ShareChannel } from './channel';

/** The system's mail program. */
export interface MailProgram {
  /** Opens a new message; fails with a sentence when the system has none. */
  open(address: string): Result<void>;
}

// Some systems cut what is longer: Windows hands programs 2,048 characters at most.
const LONGEST_ADDRESS = 1900;
// What is certain to be no list of addresses, no header and no other parameter.
const oneAddress = lazily(() => /^[^\s@<>,;:?&"\\\p{Cc}]+@[^\s@<>,;:?&"\\\p{Cc}]+$/u);

/**
 * Sharing by e-mail: opens a message that the user reads and sends. A text that is too long for the address of a message
 * waits on the clipboard. Source: RFC 6068.
 */
export function emailChannel(program: MailProgram, clipboard: Clipboard): ShareChannel {
  return {
    id: 'e-mail',
    formats: ['plain', 'markdown'],
    preview: ({ to, title, outgoing }) => `${words.share.mailTo(to.filter(isMailAddress))}\n${words.share.mailSubject(title)}\n\n${outgoing.text}`,
    async send(parcel) {
      const address = mailAddress(parcel, parcel.outgoing.text);
      if (address.length <= LONGEST_ADDRESS) {
        const opened = program.open(address);
        return opened.ok ? ok({}) : opened;
      }
      const copied = await clipboard.write({ text: parcel.outgoing.text });
      if (!copied.ok) return copied;
      const opened = program.open(mailAddress(parcel, ''));
      return opened.ok ? ok({ advice: words.share.mailOnClipboard }) : opened;
    },
  };
}

function mailAddress({ to, title }: Parcel, body: string): string {
  const addressed = to.filter(isMailAddress).map((address) => encodeURIComponent(wellFormed(address)).replace(/%40/g, '@'));
  const fields = { subject: title, ...(body === '' ? {} : { body: body.replace(/\n/g, '\r\n') }) };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`);
  return `mailto:${addressed.join(',')}?${query.join('&')}`;
}

function isMailAddress(address: string): boolean {
  return oneAddress().test(address);
}
