import { fail, minuteOf, ok, type Result } from '../../base';
import { readProperties, wikilink } from '../../note';
import type { Edge } from '../../obsidian/edge';
import { viewOfNote } from '../../obsidian/note-in-view';
import { foundQuoteAt, isSameQuote, makeQuote, seemsQuoteNote, type FoundQuote, type Place, type Quote } from '../../seek';
import { words } from '../../words';
import type { QuoteShelf } from './quote-shelf';

/** The quote a command is about: a quote note, or a quote that stands somewhere in a note. */
type QuoteHere = { readonly kind: 'note'; readonly path: string } | { readonly kind: 'block'; readonly found: FoundQuote; readonly place: Place };

/** Makes a quote note of a quote that stands elsewhere and gives its path; where it stands gets a link, if that is told. */
export type KeepQuote = (quote: Quote, place?: Place) => Promise<Result<{ readonly path: string }>>;

/** The quote under the cursor of the note in view, or that note itself where it is a quote; also while the sidebar has the focus. */
export function quoteHere(edge: Edge, quotes: QuoteShelf): QuoteHere | undefined {
  const view = viewOfNote(edge.app);
  if (view?.file == null) return undefined;
  const { path } = view.file;
  const text = view.getMode() === 'source' ? view.editor.getValue() : view.data;
  // A quote note that cannot be read is one too: what is asked of it then says why not.
  if (quotes.get(path) !== undefined || quotes.read(path, text) !== undefined || seemsQuoteNote(text, edge.settings().properties)) return { kind: 'note', path };
  if (view.getMode() !== 'source') return undefined;
  const found = foundQuoteAt(text, view.editor.posToOffset(view.editor.getCursor()));
  if (found === undefined || found.text === '') return undefined;
  return { kind: 'block', found, place: { path, from: found.from, to: found.to, text: text.slice(found.from, found.to) } };
}

/** The path of the quote note for a quote here: the one its mark leads to, the one with the same words, or a new one. */
export async function quoteNoteFor(here: QuoteHere, edge: Edge, quotes: QuoteShelf, keep: KeepQuote): Promise<Result<string>> {
  if (here.kind === 'note') return ok(here.path);
  const { found, place } = here;
  const marked = found.quoteNote === undefined ? undefined : edge.notes.resolve(found.quoteNote, place.path);
  if (marked !== undefined) return ok(marked);
  const quote = makeQuote({ ...found, foundIn: wikilink(edge.notes.linkName(place.path, '')), captured: minuteOf(edge.clock()) });
  if (!quote.ok) return quote;
  await quotes.ready();
  const same = quotes.all().find((entry) => isSameQuote(entry.quote, quote.value));
  if (same !== undefined) return ok(same.path);
  const kept = await keep(quote.value, place);
  return kept.ok ? ok(kept.value.path) : kept;
}

/** The entry of a quote note as its text stands now. */
export async function entryAt(path: string, edge: Edge, quotes: QuoteShelf): Promise<Result<NonNullable<ReturnType<QuoteShelf['get']>>>> {
  if (edge.notes.find(path) === undefined) return fail(words.sense.notInVault(path));
  const text = await edge.notes.read(path);
  const properties = readProperties(text);
  if (!properties.ok) return fail(words.sense.unreadable(path, properties.problem));
  const entry = quotes.read(path, text);
  return entry === undefined ? fail(words.sense.notAQuote(path)) : ok(entry);
}
