import { fail, ok, type Result } from '../../base';
import { words } from '../../words';
import { AUDIENCES, type Audience } from '../audience';
import type { Keeping, Receipt, ShareChannel } from './channel';
import { guidOf, jsonFeedOf, rssOf, type FeedHead } from './feed-files';
import { feedItemDigest, feedItemOf, readFeedItem, settledItem, withdrawnItem, writeFeedItem, type FeedItem, type KeptItem } from './feed-item';
import { plainFolder, type SharedFiles } from './shared-files';
import { soundText } from './xml';

/** How the feeds of a vault are made. */
export interface FeedRule {
  /** The folder of the feeds, a vault path. */
  readonly folder: string;
  /** The web address at which that folder can be read; empty when it has none. */
  readonly base: string;
  readonly title: string;
  readonly author: string;
  /** How many items a feed holds: the latest. */
  readonly most: number;
  readonly language: string;
}

const MOST = 1000;

/**
 * Sharing by feed: an RSS 2.0 and a JSON Feed 1.1 file for each audience, made of one file an item, which any host can
 * serve. A new version keeps its id; what was withdrawn leaves the feed.
 */
export function feedChannel(files: SharedFiles, rule: () => FeedRule): ShareChannel {
  return {
    id: 'feed',
    formats: ['html'],
    preview: ({ title, outgoing }) => `${title}\n\n${outgoing.html ?? outgoing.text}`,
    async send(parcel) {
      const { key, audience } = parcel;
      if (plainFolder(rule().folder) === '') return fail(words.share.feedNeedsFolder);
      const kept = await keptAt(files, itemPath(key, audience, rule()));
      const before = kept === undefined ? undefined : settledItem(kept);
      const item = feedItemOf(parcel, before);
      const written = await files.write(itemPath(key, audience, rule()), writeFeedItem({ item, before: before ?? null }));
      if (!written.ok) return written;
      const told = await settle(files, key, audience, rule());
      // What no feed tells was not shared: it is as before.
      if (!told.ok) await undo(files, key, audience, parcel.at, rule());
      return told.ok ? ok(receiptOf(key, audience, rule())) : told;
    },
    keeping: keepingOf(files, rule),
    namesGiver: true,
  };
}

function keepingOf(files: SharedFiles, rule: () => FeedRule): Keeping {
  return {
    digestOf: (parcel) => feedItemDigest(feedItemOf(parcel, undefined)),
    async find(key, audience) {
      const item = (await keptAt(files, itemPath(key, audience, rule())))?.item;
      return item === undefined || item.withdrawn !== undefined ? undefined : { ...receiptOf(key, audience, rule()), digest: feedItemDigest(item) };
    },
    async withdraw(key, audience, at) {
      if (plainFolder(rule().folder) === '') return fail(words.share.feedNeedsFolder);
      // Cut off on the way, the file says so already, with the day, and the feeds may not.
      const isSaid = (await keptAt(files, itemPath(key, audience, rule())))?.item.withdrawn !== undefined;
      const written = isSaid ? ok(undefined) : await files.write(itemPath(key, audience, rule()), writeFeedItem({ item: withdrawnItem(key, at) }));
      if (!written.ok) return written;
      const cleared = await clearVersions(files, key, audience, at, rule());
      if (!cleared.ok) return cleared;
      const published = await publish(files, audience, rule(), { gone: key });
      return published.ok ? ok({}) : published;
    },
    // The item may stand in its file, and in no feed yet, or in one of the two.
    finish: (key, audience) => settle(files, key, audience, rule()),
    async undo(key, audience, at, digest) {
      const kept = await keptAt(files, itemPath(key, audience, rule()));
      return kept !== undefined && feedItemDigest(kept.item) === digest ? undo(files, key, audience, at, rule()) : ok(undefined);
    },
  };
}

/** Lets the feeds tell the version that stands in an item's file; then the file needs the earlier one no more. */
async function settle(files: SharedFiles, key: string, audience: Audience, rule: FeedRule): Promise<Result<void>> {
  const published = await publish(files, audience, rule, { sent: key });
  const kept = published.ok ? await keptAt(files, itemPath(key, audience, rule)) : undefined;
  return kept?.before === undefined ? published : files.write(itemPath(key, audience, rule), writeFeedItem({ item: kept.item }));
}

/** Puts back what the feeds told before a version that is on its way: the feeds first, for the file knows both. */
async function undo(files: SharedFiles, key: string, audience: Audience, at: Date, rule: FeedRule): Promise<Result<void>> {
  const kept = await keptAt(files, itemPath(key, audience, rule));
  if (kept?.before === undefined) return ok(undefined);
  const published = await publish(files, audience, rule);
  return published.ok ? files.write(itemPath(key, audience, rule), writeFeedItem({ item: kept.before ?? withdrawnItem(key, at) })) : published;
}

/** Takes the words of an item out of its file's other versions, too: they lie in the folder that a host serves. */
async function clearVersions(files: SharedFiles, key: string, audience: Audience, at: Date, rule: FeedRule): Promise<Result<void>> {
  for (const path of versionsOf(files, itemPath(key, audience, rule))) {
    const item = (await keptAt(files, path))?.item;
    const written = item?.key === key && item.withdrawn === undefined ? await files.write(path, writeFeedItem({ item: withdrawnItem(key, at) })) : ok(undefined);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** The other versions of a file that a sync kept: a mark of its own stands before the ending of their names. */
function versionsOf(files: SharedFiles, path: string): readonly string[] {
  const [stem, ending] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.'))];
  return files.list(path.slice(0, path.lastIndexOf('/'))).filter((one) => one !== path && one.startsWith(stem) && one.endsWith(ending));
}

/**
 * Makes the feed files of an audience anew from its items. What another program put there is passed over, and a version
 * that is on its way is told only when it is the one that is `sent` now. Where one is `gone`, other versions of the feed
 * files that tell it become the same as these.
 */
async function publish(files: SharedFiles, audience: Audience, rule: FeedRule, { sent, gone }: { readonly sent?: string; readonly gone?: string } = {}): Promise<Result<void>> {
  const items: FeedItem[] = [];
  for (const path of files.list(itemFolder(audience, rule))) {
    const kept = await keptAt(files, path);
    const item = kept === undefined || kept.item.key === sent ? kept?.item : settledItem(kept);
    // A copy that a sync made of a conflict has another name than its key says.
    if (item !== undefined && item.withdrawn === undefined && path === itemPath(item.key, audience, rule)) items.push(item);
  }
  const latest = items.sort((left, right) => (left.published < right.published ? 1 : left.published > right.published ? -1 : left.key < right.key ? -1 : 1))
    .slice(0, Math.min(MOST, Math.max(1, Math.round(rule.most))));
  const stem = `${plainFolder(rule.folder)}/${audience}`;
  const isEmpty = latest.length === 0;
  for (const [path, text] of [[`${stem}.xml`, rssOf(headOf(audience, rule), latest)], [`${stem}.json`, jsonFeedOf(headOf(audience, rule), latest)]] as const) {
    const written = await writeOther(files, path, text, isEmpty);
    const cleared = written.ok && gone !== undefined ? await writeOverTellings(files, path, text, gone) : written;
    if (!cleared.ok) return cleared;
  }
  return ok(undefined);
}

async function writeOverTellings(files: SharedFiles, feed: string, text: string, gone: string): Promise<Result<void>> {
  for (const path of versionsOf(files, feed)) {
    const written = (await files.read(path))?.includes(guidOf(gone)) === true ? await files.write(path, text) : ok(undefined);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** Writes what does not stand there already; a feed that tells nothing is not begun. */
async function writeOther(files: SharedFiles, path: string, text: string, isEmpty: boolean): Promise<Result<void>> {
  const standing = await files.read(path);
  return standing === text || (standing === undefined && isEmpty) ? ok(undefined) : files.write(path, text);
}

async function keptAt(files: SharedFiles, path: string): Promise<KeptItem | undefined> {
  return readFeedItem((await files.read(path)) ?? '');
}

// What was pasted into a setting may hold signs that nobody sees, and no feed can hold.
function headOf(audience: Audience, { base, language, ...typed }: FeedRule): FeedHead {
  const name = words.share.audiences[audience];
  const [title, author] = [soundText(typed.title).trim(), soundText(typed.author).trim()];
  return {
    title: title === '' ? words.share.feedTitle(name) : title, description: words.share.feedDescription(name.toLocaleLowerCase()),
    base: baseOf(base), name: audience, language, ...(author === '' ? {} : { author }),
  };
}

function receiptOf(key: string, audience: Audience, rule: FeedRule): Receipt {
  const base = baseOf(rule.base);
  return { address: `${base === '' ? `${plainFolder(rule.folder)}/` : base}${audience}.xml#${key}` };
}

function baseOf(base: string): string {
  const typed = soundText(base).trim();
  return typed === '' || typed.endsWith('/') ? typed : `${typed}/`;
}

function itemFolder(audience: Audience, rule: FeedRule): string {
  return `${plainFolder(rule.folder)}/items/${AUDIENCES.find((known) => known === audience) ?? 'network'}`;
}

function itemPath(key: string, audience: Audience, rule: FeedRule): string {
  return `${itemFolder(audience, rule)}/${key}.json`;
}
