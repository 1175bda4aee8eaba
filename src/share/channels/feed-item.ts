import { readDay, stableId } from '../../base';
import type { Parcel } from './channel';
import { soundText } from './xml';

/** One entry of a feed, as it is kept in a file of its own: two devices that share at the same time do not meet in one file. */
export interface FeedItem {
  readonly key: string;
  readonly title: string;
  readonly html: string;
  readonly text: string;
  readonly author?: string;
  /** The web address of what is quoted. */
  readonly source?: string;
  /** ISO 8601, UTC. */
  readonly published: string;
  readonly modified?: string;
  /** When it was taken back; nothing else is kept then. */
  readonly withdrawn?: string;
}

/** The item that a parcel becomes; a new version keeps the day of the first one. */
export function feedItemOf({ key, title, author, source, outgoing, at }: Parcel, present: FeedItem | undefined): FeedItem {
  const now = at.toISOString();
  const item = {
    key, title: soundText(title), html: soundText(outgoing.html ?? ''), text: soundText(outgoing.text),
    ...(author === undefined ? {} : { author: soundText(author) }),
    ...(source === undefined ? {} : { source }),
  };
  if (present === undefined || present.withdrawn !== undefined) return { ...item, published: now };
  const isSame = present.title === item.title && present.html === item.html && present.author === item.author;
  return { ...item, published: present.published, ...(isSame ? (present.modified === undefined ? {} : { modified: present.modified }) : { modified: now }) };
}

/** Tells one version of an item from another by what a reader of the feed is shown; none of its words can be read from it. */
export function feedItemDigest({ title, html, text, author, source }: FeedItem): string {
  return stableId(JSON.stringify([title, html === '' ? text : html, author ?? '', source ?? '']));
}

/** What is kept of an item that was taken back: enough for the other devices to take it back as well. */
export function withdrawnItem(key: string, at: Date): FeedItem {
  return { key, title: '', html: '', text: '', published: at.toISOString(), withdrawn: at.toISOString() };
}

/** What the file of an item holds: the item and, until the feeds tell it, what they told before; null where they told nothing. */
export interface KeptItem {
  readonly item: FeedItem;
  readonly before?: FeedItem | null;
}

/** What the feeds tell of an item. */
export function settledItem({ item, before }: KeptItem): FeedItem | undefined {
  return before === undefined ? item : (before ?? undefined);
}

/** The file of an item. */
export function writeFeedItem({ item, before }: KeptItem): string {
  return `${JSON.stringify({ ...item, ...(before === undefined ? {} : { before }) }, undefined, 2)}\n`;
}

/** Reads the file of an item; undefined when it is none, as after a sync that went wrong. */
export function readFeedItem(text: string): KeptItem | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Half a file, or one of another program: it is left alone.
    return undefined;
  }
  const item = itemIn(read);
  if (item === undefined) return undefined;
  const { before } = read as { readonly before?: unknown };
  return before === undefined ? { item } : { item, before: itemIn(before) ?? null };
}

function itemIn(read: unknown): FeedItem | undefined {
  if (typeof read !== 'object' || read === null) return undefined;
  const fields = read as Readonly<Record<string, unknown>>;
  const [key, title, html, plain, published] = ['key', 'title', 'html', 'text', 'published'].map((name) => fields[name]);
  if (typeof key !== 'string' || typeof title !== 'string' || typeof html !== 'string' || typeof plain !== 'string' || typeof published !== 'string') return undefined;
  if (!isInstant(published)) return undefined;
  const optional = ['author', 'source', 'modified', 'withdrawn'].filter((name) => typeof fields[name] === 'string' && (name === 'author' || name === 'source' || isInstant(fields[name])));
  return { key, title: soundText(title), html: soundText(html), text: soundText(plain), published, ...Object.fromEntries(optional.map((name) => [name, fields[name]])) };
}

function isInstant(text: string): boolean {
  return readDay(text) !== undefined && !Number.isNaN(Date.parse(text));
}
