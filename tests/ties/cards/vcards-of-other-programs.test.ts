import { describe, expect, it } from 'vitest';
import { readVcards, type Card } from '../../../src/ties';
import { decodeText } from '../../../src/ties/ui/decode-text';

// Cards written by hand after the habits of programs whose files cannot lie here: how each names, folds, encodes and groups.

interface Sample {
  readonly program: string;
  readonly lines: readonly string[];
  /** Line breaks of the file. */
  readonly newline?: string;
  readonly encoding?: BufferEncoding;
  readonly expected: Partial<Card>;
  readonly leftOut?: readonly (readonly [string, number])[];
}

const PICTURE = ['/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0a', 'HBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAA=='];

const SAMPLES: readonly Sample[] = [
  {
    program: 'Android, version 2.1 with quoted-printable, a picture and a nickname of its own kind',
    lines: [
      'BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=A0imi=C4=87;=4A=65=6C=65=6E=61;;=44=72=2E;', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=44=72=2E=20=4A=65=6C=65=6E=61=20=C5=A0=69=6D=69=', '=C4=87',
      'X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Jeca;1;;;;;;;;;;;;;', 'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-06-02;1;;;;;;;;;;;;;', 'TEL;CELL;PREF:+381641234567', 'TEL;X-Zadruga:011-555', 'EMAIL;HOME:jelena@mail.example',
      'ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=55=6C=69=63=61=20=31;=4E=6F=76=69=20=53=61=64;;=32=31=30=30=30;', 'ORG:Zadruga;Odeljenje', 'TITLE:Kartograf', 'BDAY:1979-04-30', 'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAA', ' AQABAAD/2wBDAAgGBgcG', '', 'END:VCARD',
    ],
    expected: { name: 'Dr. Jelena Šimić', otherNames: ['Jeca'], phones: ['+381641234567', '011-555'], emails: ['jelena@mail.example'], addresses: ['Ulica 1, Novi Sad, 21000'], org: 'Zadruga, Odeljenje', role: 'Kartograf', birthday: '1979-04-30' },
    leftOut: [['X-ANDROID-CUSTOM', 1], ['PHOTO', 1]],
  },
  {
    program: 'Android, version 3.0 as newer telephones export it',
    lines: ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ngozi Eze', 'N:Eze;Ngozi;;;', 'TEL;TYPE=CELL:+234 803 000 0001', 'TEL;TYPE="x-Main office":+234 1 000', 'EMAIL;TYPE=WORK:ngozi@work.example', 'CATEGORIES:myContacts,Bees', 'PHOTO:data:image/jpeg;base64\\,/9j/4AAQ', 'END:VCARD'],
    expected: { name: 'Ngozi Eze', phones: ['+234 803 000 0001', '+234 1 000'], emails: ['ngozi@work.example'], topics: ['Bees'] },
    leftOut: [['PHOTO', 1]],
  },
  {
    program: 'iPhone: groups with labels, profiles, a birthday without a year',
    lines: [
      'BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//Apple Inc.//iPhone OS 17.4//EN', 'N:Okafor;Chidi;B.;;', 'FN:Chidi B. Okafor', 'NICKNAME:Chi', 'ORG:Repair Café;', 'TITLE:Bench lead',
      'EMAIL;type=INTERNET;type=HOME;type=pref:chidi@home.example', 'item1.EMAIL;type=INTERNET:chidi@café.example', 'item1.X-ABLabel:Workshop', 'TEL;type=CELL;type=VOICE;type=pref:+1 (415) 555-0000', 'item2.TEL:555-1', 'item2.X-ABLabel:_$!<Other>!$_',
      'item3.ADR;type=HOME;type=pref:;;1 Long Way\\nBack house;Oakland;CA;94601;USA', 'item3.X-ABADR:us', 'item4.URL;type=pref:https\\://chidi.example', 'item4.X-ABLabel:_$!<HomePage>!$_', 'X-SOCIALPROFILE;type=linkedin;x-user=chidi:https://www.linkedin.com/in/chidi', 'X-SOCIALPROFILE;type=twitter:x-apple:chidi',
      'BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-11-02', 'item5.X-ABRELATEDNAMES;type=pref:Ada', 'item5.X-ABLabel:_$!<Sister>!$_', 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAA', ' AQABAAD/2wBDAAgGBgcG', 'X-ABShowAs:COMPANY', 'REV:2026-01-02T03:04:05Z', 'END:VCARD',
    ],
    newline: '\n',
    expected: { name: 'Chidi B. Okafor', otherNames: ['Chi'], emails: ['chidi@home.example', 'chidi@café.example'], phones: ['+1 (415) 555-0000', '555-1'], urls: ['https://chidi.example', 'https://www.linkedin.com/in/chidi'], addresses: ['1 Long Way Back house, Oakland, CA, 94601, USA'], birthday: '--11-02', org: 'Repair Café', role: 'Bench lead' },
    leftOut: [['X-SOCIALPROFILE', 1], ['X-ABRELATEDNAMES', 1], ['PHOTO', 1], ['X-ABSHOWAS', 1]],
  },
  {
    program: 'Lotus Notes: an empty formatted name, base64 that is not indented, its own parameters',
    lines: ['BEGIN:VCARD', 'VERSION:2.1', 'X-LOTUS-CHARSET:ISO-8859-1', 'FN:', 'N;CHARSET=ISO-8859-1:Müller;Jörg;;Herr;', 'ORG;CHARSET=ISO-8859-1:Bücherei;Ausleihe', 'TEL;WORK;VOICE:+49 30 1', 'TEL;WORK;FAX:+49 30 2', 'EMAIL;INTERNET;PREF:joerg@buecherei.example', 'LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Hof 1=0D=0A=', 'Berlin', 'PHOTO;BASE64;TYPE=JPEG:', ...PICTURE, '', 'NOTE;ENCODING=BASE64;CHARSET=UTF-8:', 'R3LDvMOfZSBhdXMgZGVtIExlc2VzYWFsLCB1bmQgYmlz', 'IGJhbGQ=', '', 'END:VCARD'],
    encoding: 'latin1',
    expected: { name: 'Herr Jörg Müller', org: 'Bücherei, Ausleihe', phones: ['+49 30 1', '+49 30 2'], emails: ['joerg@buecherei.example'], note: 'Grüße aus dem Lesesaal, und bis bald' },
    leftOut: [['PHOTO', 1]],
  },
  {
    program: 'BlackBerry: blanks before the colon, soft line breaks with indentation, names in base64',
    lines: ['BEGIN:VCARD', 'VERSION:2.1', 'N;ENCODING=BASE64;CHARSET=UTF-8:UMOpcmV6O0x1w61zOzs7', 'FN;ENCODING=BASE64;CHARSET=UTF-8:THXDrXMgUMOpcmV6', 'TEL;CELL :+52 55 1', 'TEL;PAGER:777', 'EMAIL;INTERNET :luis@bb.example', 'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:one=0D=0A=', '  two', 'X-WV-ID:2100AAAA', 'END:VCARD'],
    expected: { name: 'Luís Pérez', phones: ['+52 55 1', '777'], emails: ['luis@bb.example'], note: 'one\n  two' },
    leftOut: [['X-WV-ID', 1]],
  },
  {
    program: 'Evolution: slots, a blog, a file-as of its own',
    lines: ['BEGIN:VCARD', 'VERSION:3.0', 'UID:pas-id-5F0A', 'X-EVOLUTION-FILE-AS:Virtanen\\, Aino', 'FN:Aino Virtanen', 'N:Virtanen;Aino;;;', 'EMAIL;TYPE=WORK;X-EVOLUTION-UI-SLOT=1:aino@tyo.example', 'EMAIL;TYPE=HOME;X-EVOLUTION-UI-SLOT=2:aino@koti.example', 'TEL;TYPE="VOICE,HOME";X-EVOLUTION-UI-SLOT=1:+358 40 1', 'X-EVOLUTION-BLOG-URL:https://aino.example/blog', 'X-JABBER;TYPE=HOME:aino@jabber.example', 'CATEGORIES:Friends,maps', 'NOTE:Met at the fair\\, 2019.\\nBrings bread.', 'REV:2024-05-01T10:00:00Z(3)', 'END:VCARD'],
    newline: '\n',
    expected: { name: 'Aino Virtanen', uids: ['pas-id-5F0A'], emails: ['aino@tyo.example', 'aino@koti.example'], phones: ['+358 40 1'], urls: ['https://aino.example/blog'], topics: ['maps'], note: 'Met at the fair, 2019.\nBrings bread.' },
    leftOut: [['X-JABBER', 1]],
  },
  {
    program: 'Thunderbird, version 4.0',
    lines: ['BEGIN:VCARD', 'VERSION:4.0', 'UID:0f6b4c2e-1111-4222-8333-444455556666', 'FN:Eira Morgan', 'N:Morgan;Eira;;;', 'EMAIL;PREF=1;TYPE=home:eira@bird.example', 'TEL;VALUE=uri;TYPE=cell:tel:+44-20-1', 'URL;VALUE=URL:https://eira.example', 'BDAY;VALUE=DATE:19850312', 'ADR;LABEL="1 High St\\nCardiff":;;1 High St;Cardiff;;CF1;Wales', 'X-MOZILLA-HTML:TRUE', 'X-CUSTOM1;VALUE=TEXT:bell ringer', 'END:VCARD'],
    expected: { name: 'Eira Morgan', uids: ['0f6b4c2e-1111-4222-8333-444455556666'], emails: ['eira@bird.example'], phones: ['+44-20-1'], urls: ['https://eira.example'], birthday: '1985-03-12', addresses: ['1 High St, Cardiff, CF1, Wales'] },
    leftOut: [['X-CUSTOM1', 1]],
  },
  {
    program: 'Thunderbird and Netscape of old, in small letters with the version last',
    lines: ['begin:vcard', 'fn;quoted-printable:Zo=C3=AB Bakker', 'n;quoted-printable:Bakker;Zo=C3=AB', 'org:Imkers;', 'adr:;;Dam 1;Amsterdam;;;NL', 'email;internet:zoe@bakker.example', 'tel;cell:06-1', 'x-mozilla-html:FALSE', 'url:http://bakker.example', 'version:2.1', 'end:vcard'],
    newline: '\n',
    expected: { name: 'Zoë Bakker', org: 'Imkers', addresses: ['Dam 1, Amsterdam, NL'], emails: ['zoe@bakker.example'], phones: ['06-1'], urls: ['http://bakker.example'] },
  },
  {
    program: 'Nokia: version 2.1, old Macintosh line breaks',
    lines: ['BEGIN:VCARD', 'VERSION:2.1', 'N;ENCODING=8BIT;CHARSET=UTF-8:Nagy;Ilona', 'TEL;PREF;CELL;VOICE;ENCODING=8BIT:+36 1', 'X-CLASS:private', 'END:VCARD'],
    newline: '\r',
    expected: { name: 'Ilona Nagy', phones: ['+36 1'] },
    leftOut: [['X-CLASS', 1]],
  },
];

describe('vCards as other programs write them', () => {
  it.each(SAMPLES)('$program', ({ lines, newline = '\r\n', encoding = 'utf8', expected, leftOut = [] }) => {
    const read = readVcards(new Uint8Array(Buffer.from(lines.join(newline) + newline, encoding)), decodeText);
    expect(read.broken).toEqual([]);
    expect(read.cards).toHaveLength(1);
    const [card] = read.cards;
    expect({ emails: card?.emails, phones: card?.phones }).toEqual({ emails: expected.emails ?? [], phones: expected.phones ?? [] });
    expect(card).toMatchObject(expected);
    expect([...read.leftOut]).toEqual(leftOut);
  });

  it('come in one file, and one that is broken spoils no other', () => {
    const all = SAMPLES.filter(({ encoding, newline }) => encoding === undefined && newline !== '\r').map(({ lines }) => lines.join('\r\n')).join('\r\n\r\n');
    const read = readVcards(new TextEncoder().encode(`${all}\r\nBEGIN:VCARD\r\nFN:Cut off\r\n`), decodeText);
    expect(read.cards).toHaveLength(SAMPLES.length - 2);
    expect(read.broken).toMatchObject([{ why: 'cut-off', shown: 'Cut off' }]);
  });
});
