import { linkDestination, type Steps } from '../base';
import { asBlockquote, escapedInline } from '../note';
import type { OwnWriting, SensedQuote } from '../sense';
import { words } from '../words';
import { isPublicAddress, publicSource } from './addresses';
import { redactDetail, redacting, redactingWords } from './redact';
import type { Privacy, Redacted, Redaction } from './redaction';

// A place on this device or in another program: nobody else can go there, and it tells of the user's disk.
const LOCAL_ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:obsidian|file|app):|[a-z]:\\|[/~]\S*\/)/i;

/** The Markdown message of a quote: the quote, who said it, who led there, and the user's own words below. */
export function* quoteMessage(quote: SensedQuote, privacy: Privacy): Steps<Redacted> {
  const quoted = yield* redactingWords(quote.text, privacy);
  const line = attributionLine(quote, privacy);
  const take = 'text' in quote.commentary ? yield* redactingWords(quote.commentary.text, privacy) : { text: '', redactions: [] };
  const block = asBlockquote([quoted.text, ...(line.text === '' ? [] : ['', line.text])].join('\n'));
  const credit = creditLine(quote, privacy);
  return {
    text: [block, take.text, take.text === '' ? '' : credit.text].filter((part) => part !== '').join('\n\n'),
    redactions: [...quoted.redactions, ...line.redactions, ...take.redactions, ...credit.redactions],
  };
}

/** A message of an own note. */
interface OwnMessage extends Redacted {
  /** What tells it from others: what leaves, without a title made of the file's name, which may be another one tomorrow. */
  readonly said: string;
}

/** The Markdown message of the user's own note: its text below its title, callouts as quotes with a bold title. */
export function* ownMessage(writing: OwnWriting, privacy: Privacy): Steps<OwnMessage> {
  const { text, redactions } = yield* redacting(writing.text, privacy);
  const hasTitle = /^#\s/.test(text);
  const shown = text.replace(/^([\s>]*>\s*)\[!([^\]\n]+)\][+-]?[ \t]*(.*)$/gm, (_, marks: string, kind: string, title: string) => `${marks}**${title === '' ? kind : title}**`);
  const titled = hasTitle ? shown : `# ${escapedInline(writing.title)}\n\n${shown}`;
  // Where nothing else leaves, the title is all there is.
  return { text: titled, said: shown.trim() === '' ? titled : shown, redactions };
}

// Who wrote the take together with the user; people whose notes are private are left out.
function creditLine({ commentary }: SensedQuote, privacy: Privacy): Redacted {
  const credited = ('text' in commentary ? (commentary.coAuthors ?? []) : []).map((name) => redactDetail(name, privacy));
  const names = credited.map(({ text }) => text).filter((text) => text !== privacy.placeholder && text.trim() !== '');
  return { text: names.length === 0 ? '' : `— ${words.share.withCoAuthors(names.map(escapedInline))}`, redactions: credited.flatMap(({ redactions }) => redactions) };
}

function attributionLine(quote: SensedQuote, privacy: Privacy): Redacted {
  const redactions: Redaction[] = [];
  const shown = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    const detail = redactDetail(value, privacy);
    redactions.push(...detail.redactions);
    // A person whose note is private is left out; among other words a placeholder shows that somebody was named.
    return detail.text === privacy.placeholder || detail.text.trim() === '' ? undefined : escapedInline(detail.text);
  };
  const author = shown(quote.author);
  const source = sourceShown(quote, privacy, shown, (address) => redactions.push({ kind: 'local-link', shown: address }));
  const via = shown(quote.via);
  const parts = [author, source, via === undefined ? undefined : words.share.via(via)];
  const said = parts.filter((part) => part !== undefined).join(', ');
  return { text: said === '' ? '' : `— ${said}`, redactions };
}

function sourceShown({ source, title }: SensedQuote, privacy: Privacy, shown: (value: string | undefined) => string | undefined, hold: (address: string) => void): string | undefined {
  const label = shown(title);
  if (source === undefined) return label;
  const address = publicSource(source, privacy);
  if (address !== undefined) return label === undefined ? `<${linkDestination(address)}>` : `[${label}](${linkDestination(address)})`;
  if (LOCAL_ADDRESS.test(source) && !isPublicAddress(source.trim(), privacy)) {
    hold(source);
    return label;
  }
  // A note as the source is the user's own shelf mark; its title says enough, and a private one says nothing.
  const named = shown(source);
  return label ?? named;
}
