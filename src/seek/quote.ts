import { fail, lettersOnly, ok, onOneLine, percentDecoded, readWebAddress, stableId, wellFormed, withoutOuterBlankLines, withUnixLines, type Minute, type Result } from '../base';
import { words } from '../words';

/** A quote as it was captured: somebody's words, with where they came from. */
export interface Quote {
  /** The quoted words, in Markdown; lines end with `\n`, no blank lines at the start or the end. */
  readonly text: string;
  readonly author?: string;
  /** A web address, a wikilink, or any words that tell where the quote stands. */
  readonly source?: string;
  /** The title of the source. */
  readonly title?: string;
  /** Who led there: a wikilink to a contact, or a name. */
  readonly via?: string;
  /** A wikilink to the note in which the quote was found. */
  readonly foundIn?: string;
  readonly captured: Minute;
}

/** The details of a quote that may be absent. */
const QUOTE_DETAILS = ['author', 'source', 'title', 'via', 'foundIn'] as const;

/**
 * Makes a quote of what was typed or pasted: details on one line, empty ones left out. Fails on an empty text.
 */
export function makeQuote(parts: { readonly [Part in keyof Quote]?: string | undefined } & { captured: Minute }): Result<Quote> {
  const text = withoutOuterBlankLines(wellFormed(withUnixLines(parts.text ?? '')));
  if (text.trim() === '') return fail(words.seek.emptyQuote);
  const details: Record<string, string> = {};
  for (const detail of QUOTE_DETAILS) {
    const value = onOneLine(wellFormed(parts[detail] ?? ''));
    if (value !== '') details[detail] = value;
  }
  const { title, source } = details;
  if (title === source || title === sourceLabel(source)) delete details.title;
  return ok({ text, ...details, captured: parts.captured });
}

/** What a source is called where it has no title: a web address by its host. */
export function sourceLabel(source: string | undefined): string | undefined {
  return source === undefined ? undefined : readWebAddress(source)?.host.replace(/^www\./, '');
}

/** Equal for two captures of the same words, whatever their typography and markup. */
export function textKey(quote: Pick<Quote, 'text'>): string {
  const withoutTargets = quote.text.replace(/\]\([^)\s]*\)/g, ']').replace(/&[a-z]+;/gi, '');
  const letters = lettersOnly(withoutTargets);
  return stableId(letters === '' ? quote.text : letters);
}

/** Whether two captures are of the same quote: the same words, from the same source as far as both name one. */
export function isSameQuote(one: Quote, other: Quote): boolean {
  if (textKey(one) !== textKey(other)) return false;
  return one.source === undefined || other.source === undefined || sourceKey(one.source) === sourceKey(other.source);
}

/** The id of a quote, from its normalised text and source: the same on every device. */
export function quoteId(quote: Quote): string {
  return stableId(`${textKey(quote)} ${quote.source === undefined ? '' : sourceKey(quote.source)}`);
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src)=/i;

function sourceKey(source: string): string {
  const address = readWebAddress(source);
  if (address === undefined) return lettersOnly(source);
  const kept = percentDecoded(address.query.slice(1)).split('&').filter((part) => part !== '' && !TRACKING.test(part));
  return `${address.host.replace(/^www\./, '')}${percentDecoded(address.path).replace(/\/+$/, '')}?${kept.sort().join('&')}`;
}
