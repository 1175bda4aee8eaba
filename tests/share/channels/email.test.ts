import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../../src/base';
import { emailChannel, type Outgoing, type ShareChannel } from '../../../src/share';
import { words } from '../../../src/words';
import { parcel } from './channel-benches';

interface Desk {
  readonly channel: ShareChannel;
  readonly opened: string[];
  readonly copied: Outgoing[];
}

function desk(answers: { readonly open?: Result<void>; readonly write?: Result<void> } = {}): Desk {
  const [opened, copied]: [string[], Outgoing[]] = [[], []];
  const channel = emailChannel(
    {
      open(address) {
        opened.push(address);
        return answers.open ?? ok(undefined);
      },
    },
    {
      write(content) {
        copied.push(content);
        return Promise.resolve(answers.write ?? ok(undefined));
      },
    },
  );
  return { channel, opened, copied };
}

const LONG = 'Was der Föhn über den Pass trägt, weiß am Abend die ganze Station. '.repeat(60).trim();

describe('sharing by e-mail', () => {
  it('hands a text that fits to the mail program, with title and addresses; the clipboard stays as it was', async () => {
    const { channel, opened, copied } = desk();
    const sent = await channel.send(parcel({ title: 'A & B?', to: ['ann@example.org', 'bo+x@example.org', 'no address', 'a@b?bcc=c@d', 'a@b,c@d'], outgoing: { text: 'Own words & more.\n\nSecond part.' } }), false);
    expect(sent).toEqual({ ok: true, value: {} });
    expect(opened).toEqual(['mailto:ann@example.org,bo%2Bx@example.org?subject=A%20%26%20B%3F&body=Own%20words%20%26%20more.%0D%0A%0D%0ASecond%20part.']);
    expect(copied).toEqual([]);
  });

  it('puts a text that is too long for an address on the clipboard, opens the message without it, and says so', async () => {
    const { channel, opened, copied } = desk();
    const sent = await channel.send(parcel({ to: ['ann@example.org'], outgoing: { text: LONG, html: '<p>never by mail</p>' } }), false);
    expect(sent).toEqual({ ok: true, value: { advice: words.share.mailOnClipboard } });
    expect(opened).toEqual(['mailto:ann@example.org?subject=A%20title%20%26%20more']);
    expect(copied).toEqual([{ text: LONG }]);
    expect(channel.preview(parcel({ to: ['ann@example.org', 'no address'], outgoing: { text: LONG } }))).toBe(`To: ann@example.org\n${words.share.mailSubject('A title & more')}\n\n${LONG}`);
    expect(channel.preview(parcel({ to: [], outgoing: { text: LONG } }))).toBe(`${words.share.mailTo([])}\n${words.share.mailSubject('A title & more')}\n\n${LONG}`);
  });

  it('opens no message where the clipboard did not take the text, and says why where the mail program does not open', async () => {
    const refusing = desk({ write: fail('The clipboard is locked.') });
    expect(await refusing.channel.send(parcel({ outgoing: { text: LONG } }), false)).toEqual({ ok: false, problem: 'The clipboard is locked.' });
    expect(refusing.opened).toEqual([]);
    for (const text of ['Short.', LONG]) expect(await desk({ open: fail('There is no mail program.') }).channel.send(parcel({ outgoing: { text } }), false)).toEqual({ ok: false, problem: 'There is no mail program.' });
  });

  it('decides by the address as it is handed over: escaped letters count with all their signs', async () => {
    const lengthOf = async (text: string): Promise<{ address: number; isCopied: boolean }> => {
      const { channel, opened, copied } = desk();
      await channel.send(parcel({ title: 'T', outgoing: { text } }), false);
      return { address: opened[0]?.length ?? 0, isCopied: copied.length > 0 };
    };
    const around = 'mailto:?subject=T&body='.length;
    expect(await lengthOf('x'.repeat(1900 - around))).toEqual({ address: 1900, isCopied: false });
    expect((await lengthOf('x'.repeat(1901 - around))).isCopied).toBe(true);
    expect((await lengthOf('ö'.repeat(400))).isCopied).toBe(true);
  });
});
