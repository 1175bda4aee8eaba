import { linkDestination, readWebAddress, fail, type Result } from '../base';
import {
  asBlockquote, bodyOf, endOfFrontmatter, entriesOf, escapedInline, joinedProperty, listProperty, propertyHas, quoteBlocksOf, readProperties, readWikilink, shownName,
  textProperty, unescaped,
  type Properties, type PropertyNames, type QuoteBlock,
} from '../note';
import { words } from '../words';
import { makeQuote, sourceLabel, type Quote } from './quote';

/** The value of the property `type` that makes a note a quote note. */
const QUOTE_TYPE = 'quote';

/** Whether a note with these properties is a quote note. */
export function isQuoteNote(properties: Properties, names: PropertyNames): boolean {
  return propertyHas(properties, names.type, QUOTE_TYPE);
}

/** Whether a note whose properties cannot be read looks like a quote note. */
export function seemsQuoteNote(text: string, names: PropertyNames): boolean {
  if (readProperties(text).ok) return false;
  const properties = text.slice(0, endOfFrontmatter(text)).split('\n');
  return properties.some((line) => line.startsWith(`${names.type}:`) && line.toLowerCase().includes(QUOTE_TYPE));
}

/** The text of a new quote note: properties, the quote in a callout, and an empty section for the user's own take. */
export function writeQuoteNote(quote: Quote, names: PropertyNames, takeSection: string): string {
  const properties = entriesOf({
    [names.type]: QUOTE_TYPE,
    [names.author]: quote.author,
    [names.source]: quote.source,
    [names.via]: quote.via,
    [names.foundIn]: quote.foundIn,
    [names.captured]: quote.captured,
  });
  return `---\n${properties}---\n${quoteCallout(quote)}\n\n## ${takeSection}\n`;
}

/** The quote as a callout: title and source on its first line, the words, the author last. */
export function quoteCallout(quote: Quote): string {
  const title = calloutTitle(quote);
  const lines = [title === '' ? '[!quote]' : `[!quote] ${title}`, ...quote.text.split('\n')];
  if (quote.author !== undefined) {
    if (!endsInParagraph(quote.text)) lines.push('');
    lines.push(attribution(quote.author));
  }
  return asBlockquote(lines.join('\n'));
}

/**
 * Reads a quote note. Properties win over what the callout shows; the callout gives the words and the title. A note
 * without a callout is read from its first blockquote. Fails when the YAML is broken or nothing is quoted.
 */
export function readQuoteNote(text: string, names: PropertyNames): Result<Quote> {
  const properties = readProperties(text);
  if (!properties.ok) return properties;
  const blocks = quoteBlocksOf(bodyOf(text));
  const block = blocks.find(({ callout }) => callout === 'quote') ?? blocks[0];
  if (block === undefined) return fail(words.seek.nothingQuoted);
  const detail = (name: string): string | undefined => textProperty(properties.value, name);
  const author = joinedProperty(properties.value, names.author);
  return makeQuote({
    text: wordsOf(block, author),
    author,
    source: detail(names.source) ?? listProperty(properties.value, names.source)[0],
    title: titleOf(block),
    via: joinedProperty(properties.value, names.via),
    foundIn: detail(names.foundIn),
    captured: detail(names.captured) ?? '',
  });
}

/** Reads a quote note's quote with the properties at hand; undefined when nothing is quoted. */
export function quoteOrNothing(text: string, names: PropertyNames): Quote | undefined {
  const read = readQuoteNote(text, names);
  return read.ok ? read.value : undefined;
}

function calloutTitle({ title, source }: Quote): string {
  const label = title ?? sourceLabel(source);
  const isWeb = source !== undefined && readWebAddress(source) !== undefined;
  if (isWeb && label !== undefined) return `[${escapedInline(label)}](${linkDestination(source)})`;
  if (title !== undefined) return escapedInline(title);
  if (source === undefined) return '';
  return readWikilink(source) === undefined ? escapedInline(source) : source;
}

function titleOf(block: QuoteBlock): string | undefined {
  const shown = block.title ?? '';
  if (shown === '' || readWikilink(shown) !== undefined) return undefined;
  return unescaped(/^\[((?:\\.|[^\\\]])*)\]\(\S*\)$/.exec(shown)?.[1] ?? shown);
}

function attribution(author: string): string {
  return `— ${escapedInline(author)}`;
}

// The author's line is no part of the words, however the author is written there: plainly, or linked.
function wordsOf(block: QuoteBlock, author: string | undefined): string {
  const lines = block.text.split('\n');
  const [, said] = /^(?:[—–]|--) ?(\S.*?)\s*$/.exec(lines.at(-1) ?? '') ?? [];
  if (author !== undefined && said !== undefined && shownName(unescaped(said)) === shownName(author)) lines.pop();
  return lines.join('\n');
}

// After a list, a nested quote, a table or a fence, the author's line needs a blank line to stand on its own.
function endsInParagraph(text: string): boolean {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return !/^(?:\s|>|[-+*]\s|\d+[.)]\s|\||`{3,}|~{3,}|\$\$)/.test(last) && !/\|\s*$/.test(last);
}
