import { describe, expect, it } from 'vitest';
import { readVcards, type Card } from '../../../src/ties';
import { decodeText } from '../../../src/ties/ui/decode-text';

// What address books, telephones and cables did to cards on their way; every card is written by hand.

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding));
const lines = (...all: readonly string[]): string => ['BEGIN:VCARD', ...all, 'END:VCARD', ''].join('\r\n');
const read = (content: string | Uint8Array): readonly Partial<Card>[] => {
  const { cards, broken } = readVcards(typeof content === 'string' ? bytesOf(content) : content, decodeText);
  expect(broken).toEqual([]);
  return cards.map(({ name, emails, phones }) => ({ name, ...(emails.length === 0 ? {} : { emails }), ...(phones.length === 0 ? {} : { phones }) }));
};

describe('a vCard is read', () => {
  it.each<[string, string | Uint8Array, readonly Partial<Card>[]]>([
    ['when a line is folded before its colon, as Evolution does with long parameters', lines('FN:Eva Sipos', 'EMAIL;TYPE=WORK;X-EVOLUTION-DEST-CONTACT-UID=pas-id-5F0A;X-EVOLUTION-UI-SLO', ' T=1:eva@x.example', 'TEL;TYPE="WORK,', '\tVOICE";X-EVOLUTION-E164="1:2":+1 2'), [{ name: 'Eva Sipos', emails: ['eva@x.example'], phones: ['+1 2'] }]],
    ['when a label of its own is softly broken before the colon, as Samsung does', lines('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2;=D0=90=', '=D0=BD=D1=8F;;;', 'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=A0=D0=B0=D0=B1=', '=D0=BE=D1=82=D0=B0):+7 1'), [{ name: 'Аня Ив', phones: ['+7 1'] }]],
    ['when every line is folded', 'BEGI\n N:VC\n ARD\nF\n N:A \n  B\nTE\n L:1\nEND:V\n CARD\n', [{ name: 'A B', phones: ['1'] }]],
    ['when each line ends with CR CR LF, after it was converted twice', 'BEGIN:VCARD\r\r\nFN:Long\r\r\n  Name\r\r\nTEL:1\r\r\nEND:VCARD\r\r\n', [{ name: 'Long Name', phones: ['1'] }]],
    ['when files were put together without a line break, and with a mark in their midst', 'BEGIN:VCARD\nFN:A\nTEL:1\nEND:VCARDBEGIN:VCARD\nFN:B\nTEL:2\nEND:VCARD\n\uFEFFBEGIN:VCARD\nFN:C\nTEL:3\nEND:VCARD', [{ name: 'A', phones: ['1'] }, { name: 'B', phones: ['2'] }, { name: 'C', phones: ['3'] }]],
    ['when it was copied with its indentation', '  BEGIN:VCARD\n  FN:In\n   dented\n  TEL:1\n  END:VCARD\n', [{ name: 'Indented', phones: ['1'] }]],
    ['when each quoted-printable value ends with a mark that nothing follows', lines('VERSION:2.1', 'FN;ENCODING=QUOTED-PRINTABLE:Jane=20Roe=', 'TEL;CELL:123', 'EMAIL:a@b.example'), [{ name: 'Jane Roe', emails: ['a@b.example'], phones: ['123'] }]],
    ['when quoted-printable is named without a word before it, also for numbers and addresses', lines('N;QUOTED-PRINTABLE;CHARSET=Windows-1252:M=FCller;J=F6rg', 'TEL;CELL;QUOTED-PRINTABLE:=2B49=', '=201', 'EMAIL;INTERNET;QUOTED-PRINTABLE:j=40x.example'), [{ name: 'Jörg Müller', emails: ['j@x.example'], phones: ['+49 1'] }]],
    ['when it says Western European or ASCII and is UTF-8', lines('FN;CHARSET=ISO-8859-1:Jörg', 'N;CHARSET=US-ASCII:Müller;Jörg'), [{ name: 'Jörg' }]],
    ['when only another line says in which charset all are, as Outlook does', new Uint8Array([...bytesOf('BEGIN:VCARD\r\nFN:'), 0xce, 0xeb, 0xfc, 0xe3, 0xe0, ...bytesOf('\r\nLABEL;CHARSET=Windows-1251;QUOTED-PRINTABLE:=CA=E8\r\nEND:VCARD\r\n')]), [{ name: 'Ольга' }]],
    ['when a byte of its charset looks like a backslash', new Uint8Array([...bytesOf('BEGIN:VCARD\r\nN;CHARSET=SHIFT_JIS:'), 0x95, 0x5c, 0x3b, 0x91, 0xbe, 0x98, 0x59, ...bytesOf('\r\nTEL:1\r\nEND:VCARD\r\n')]), [{ name: '太郎 表', phones: ['1'] }]],
    ['when a card lies inside it on the line of the agent', lines('FN:Boss', 'AGENT:BEGIN:VCARD', 'FN:Helper', 'TEL:9', 'END:VCARD', 'TEL:1'), [{ name: 'Boss', phones: ['1'] }]],
    ['when its values are set in a column, as Netscape did', 'begin:          vcard\nfn:             Frank D\nemail;internet: f@x.example\ntel;work:       1\nend:            vcard\n', [{ name: 'Frank D', emails: ['f@x.example'], phones: ['1'] }]],
    ['when it has no version, blank lines and a line that is none', lines('N:Doe;Jo', '', 'TEL;CELL:1', '-- sent from my telephone', 'EMAIL:a@b.example', ' '), [{ name: 'Jo Doe', emails: ['a@b.example'], phones: ['1'] }]],
  ])('%s', (_, content, expected) => {
    expect(read(content)).toEqual(expected);
  });

  it('with every formatted name: the first is the name, others are other names', () => {
    const { cards } = readVcards(bytesOf(lines('VERSION:4.0', 'FN;LANGUAGE=en:Yulan Chen', 'FN;LANGUAGE=zh:陈玉兰')), decodeText);
    expect(cards).toMatchObject([{ name: 'Yulan Chen', otherNames: ['陈玉兰'] }]);
  });

  it('and a line break that the text itself has goes on with whatever follows', () => {
    const { cards } = readVcards(bytesOf(lines('FN:A', 'NOTE;ENCODING=QUOTED-PRINTABLE:Call me=0D=0A=', 'TEL:123', 'TEL:4')), decodeText);
    expect(cards).toMatchObject([{ note: 'Call me\nTEL:123', phones: ['4'] }]);
  });
});
