import { linkDestination, readWebAddress } from '../base';
import { asBlockquote, escapedInline, readWikilink, shownName } from '../note';
import type { OwnWriting, SensedQuote } from '../sense';
import { words } from '../words';
import { redact, type Privacy, type Redacted, type Redaction } from './redact';

/** The Markdown message of a quote: the quote, who said it, who led there, and the user's own words below. */
export function quoteMessage(quote: SensedQuote, privacy: Privacy): Redacted {
  const quoted = redact(quote.text, privacy);
  const line = attributionLine(quote, privacy);
  const take = 'text' in quote.commentary ? redact(quote.commentary.text, privacy) : { text: '', redactions: [] };
  const block = asBlockquote([quoted.text, ...(line.text === '' ? [] : ['', line.text])].join('\n'));
  return {
    text: take.text === '' ? block : `${block}\n\n${take.text}`,
    redactions: [...quoted.redactions, ...line.redactions, ...take.redactions],
  };
}

/** The Markdown message of the user's own note: its text below its title, callouts as quotes with a bold title. */
export function ownMessage(writing: OwnWriting, privacy: Privacy): Redacted {
  const { text, redactions } = redact(writing.text, privacy);
  const hasTitle = /^#\s/.test(text);
  const shown = text.replace(/^([\s>]*>\s*)\[!([^\]\n]+)\][+-]?[ \t]*(.*)$/gm, (_, marks: string, kind: string, title: string) => `${marks}**${title === '' ? kind : title}**`);
  return { text: hasTitle ? shown : `# ${escapedInline(writing.title)}\n\n${shown}`, redactions };
}

function attributionLine(quote: SensedQuote, privacy: Privacy): Redacted {
  const redactions: Redaction[] = [];
  const shown = (value: string): string | undefined => {
    const link = readWikilink(value);
    if (link === undefined || !privacy.isPrivate(link.target)) return escapedInline(shownName(value));
    redactions.push({ kind: 'private-link', shown: value });
    return undefined;
  };
  const author = quote.author === undefined ? undefined : shown(quote.author);
  const via = quote.via === undefined ? undefined : shown(quote.via);
  const parts = [author, sourceShown(quote, shown), via === undefined ? undefined : words.share.via(via)];
  const said = parts.filter((part) => part !== undefined).join(', ');
  return { text: said === '' ? '' : `— ${said}`, redactions };
}

function sourceShown({ source, title }: SensedQuote, shown: (value: string) => string | undefined): string | undefined {
  const label = title === undefined ? undefined : escapedInline(title);
  if (source === undefined) return label;
  if (readWebAddress(source) !== undefined) return label === undefined ? `<${linkDestination(source)}>` : `[${label}](${linkDestination(source)})`;
  // A note as the source is the user's own shelf mark; its title says enough, and a private one says nothing.
  const named = shown(source);
  return label ?? named;
}
