import { fail, ok, onOneLine, stableId, withUnixLines, type Minute, type Result } from '../base';
import { bodyOf, fileNameFor, neutralMarkdown, quoteBlocksOf, readProperties, textProperty, withProperties, type PropertyNames } from '../note';
import { makeQuote, quoteCallout, writeQuoteNote } from '../seek';
import { words } from '../words';
import type { CommonsCopy } from './channels';

/** The property that says of which copy a quote note was made. */
export const TAKEN_IN = 'taken-in';
const DIGEST = 'taken-digest';
const LICENCE = 'licence';
const WITHDRAWN = 'withdrawn';

/** How what is taken in is written. */
interface TakingRule {
  readonly names: PropertyNames;
  readonly takeSection: string;
}

/** What became of one copy. */
export type Taking =
  | { readonly kind: 'new'; readonly fileName: string; readonly text: string }
  | { readonly kind: 'updated' | 'withdrawn'; readonly text: string }
  /** `kept`: the user changed the words, so the new version is not put in their place. */
  | { readonly kind: 'unchanged' | 'kept' };

/**
 * Takes in a copy from somebody else's commons: as a quote of theirs, with who gave it and what may be done with it. The
 * user's own take goes into its own section, as for every quote, and a new version changes their words only.
 */
export function takeInCopy(copy: CommonsCopy, present: string | undefined, now: Minute, rule: TakingRule): Result<Taking> {
  if (present === undefined) return copy.withdrawn === undefined ? newNote(copy, now, rule) : ok({ kind: 'unchanged' });
  const properties = readProperties(present);
  if (!properties.ok) return properties;
  if (copy.withdrawn !== undefined) {
    if (textProperty(properties.value, WITHDRAWN) !== undefined) return ok({ kind: 'unchanged' });
    const marked = withProperties(present, { [WITHDRAWN]: copy.withdrawn });
    return marked.ok ? ok({ kind: 'withdrawn', text: marked.value }) : marked;
  }
  const callout = calloutOf(copy, now);
  if (!callout.ok) return callout;
  const offset = present.length - bodyOf(present).length;
  const block = quoteBlocksOf(bodyOf(present)).find(({ callout: kind }) => kind === 'quote');
  if (block === undefined) return ok({ kind: 'kept' });
  const standing = withUnixLines(bodyOf(present).slice(block.from, block.to));
  const digest = stableId(callout.value);
  if (textProperty(properties.value, DIGEST) === digest) return ok({ kind: 'unchanged' });
  if (textProperty(properties.value, DIGEST) !== stableId(standing)) return ok({ kind: 'kept' });
  const replaced = present.slice(0, offset + block.from) + callout.value + present.slice(offset + block.to);
  const written = withProperties(replaced, { [DIGEST]: digest, [LICENCE]: copy.licence === '' ? undefined : onOneLine(copy.licence), [WITHDRAWN]: undefined });
  return written.ok ? ok({ kind: 'updated', text: written.value }) : written;
}

function newNote(copy: CommonsCopy, now: Minute, { names, takeSection }: TakingRule): Result<Taking> {
  const [quote, callout] = [quoteOf(copy, now), calloutOf(copy, now)];
  if (!quote.ok) return quote;
  if (!callout.ok) return callout;
  const text = withProperties(writeQuoteNote(quote.value, names, takeSection), {
    [TAKEN_IN]: onOneLine(copy.key), [DIGEST]: stableId(callout.value), [LICENCE]: copy.licence === '' ? undefined : onOneLine(copy.licence),
  });
  return text.ok ? ok({ kind: 'new', fileName: fileNameFor([copy.by ?? '', copy.title].filter((part) => part !== '').join(' - '), words.share.untitled), text: text.value }) : text;
}

function calloutOf(copy: CommonsCopy, now: Minute): Result<string> {
  const quote = quoteOf(copy, now);
  return quote.ok ? ok(quoteCallout(quote.value)) : quote;
}

// What others wrote must not act in this vault: no queries, embeds or template code of theirs.
function quoteOf({ by, author, source, title, text }: CommonsCopy, now: Minute): ReturnType<typeof makeQuote> {
  const said = by ?? author;
  if (text.trim() === '') return fail(words.share.copyEmpty(title));
  return makeQuote({ text: neutralMarkdown(text), author: said, source, title, captured: now });
}
