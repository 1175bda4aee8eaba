import { fail, ok, type Result } from '../../base';
import { words } from '../../words';
import { AUDIENCES, type Audience } from '../audience';
import type { Keeping, Receipt, ShareChannel } from './channel';
import { jsonFeedOf, rssOf, type FeedHead } from './feed-files';
import { feedItemDigest, feedItemOf, readFeedItem, withdrawnItem, writeFeedItem, type FeedItem } from './feed-item';
import { plainFolder, type SharedFiles } from './shared-files';

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
      const path = itemPath(key, audience, rule());
      const before = await files.read(path);
      const written = await files.write(path, writeFeedItem(feedItemOf(parcel, readFeedItem(before ?? ''))));
      if (!written.ok) return written;
      const published = await publish(files, audience, rule());
      // What no feed names was not shared: it is as before.
      if (!published.ok) await files.write(path, before ?? writeFeedItem(withdrawnItem(key, parcel.at)));
      return published.ok ? ok(receiptOf(key, audience, rule())) : published;
    },
    keeping: keepingOf(files, rule),
  };
}

function keepingOf(files: SharedFiles, rule: () => FeedRule): Keeping {
  return {
    digestOf: (parcel) => feedItemDigest(feedItemOf(parcel, undefined)),
    async find(key, audience) {
      const item = readFeedItem((await files.read(itemPath(key, audience, rule()))) ?? '');
      return item === undefined || item.withdrawn !== undefined ? undefined : { ...receiptOf(key, audience, rule()), digest: feedItemDigest(item) };
    },
    async withdraw(key, audience, at) {
      if (plainFolder(rule().folder) === '') return fail(words.share.feedNeedsFolder);
      const written = await files.write(itemPath(key, audience, rule()), writeFeedItem(withdrawnItem(key, at)));
      if (!written.ok) return written;
      const published = await publish(files, audience, rule());
      return published.ok ? ok({}) : published;
    },
    // The item may stand in its file, and in no feed yet.
    finish: (audience) => publish(files, audience, rule()),
  };
}

/** Makes the feed files of an audience anew from its items. What another program put there is passed over. */
async function publish(files: SharedFiles, audience: Audience, rule: FeedRule): Promise<Result<void>> {
  const items: FeedItem[] = [];
  for (const path of files.list(itemFolder(audience, rule))) {
    const item = readFeedItem((await files.read(path)) ?? '');
    // A copy that a sync made of a conflict has another name than its key says.
    if (item !== undefined && item.withdrawn === undefined && path === itemPath(item.key, audience, rule)) items.push(item);
  }
  const latest = items.sort((left, right) => (left.published < right.published ? 1 : left.published > right.published ? -1 : left.key < right.key ? -1 : 1))
    .slice(0, Math.min(MOST, Math.max(1, Math.round(rule.most))));
  const stem = `${plainFolder(rule.folder)}/${audience}`;
  const rss = await files.write(`${stem}.xml`, rssOf(headOf(audience, rule), latest));
  return rss.ok ? files.write(`${stem}.json`, jsonFeedOf(headOf(audience, rule), latest)) : rss;
}

function headOf(audience: Audience, { base, title, author, language }: FeedRule): FeedHead {
  const name = words.share.audiences[audience];
  return {
    title: title.trim() === '' ? words.share.feedTitle(name) : title.trim(), description: words.share.feedDescription(name.toLocaleLowerCase()),
    base: baseOf(base), name: audience, language, ...(author.trim() === '' ? {} : { author: author.trim() }),
  };
}

function receiptOf(key: string, audience: Audience, rule: FeedRule): Receipt {
  const base = baseOf(rule.base);
  return { address: `${base === '' ? `${plainFolder(rule.folder)}/` : base}${audience}.xml#${key}` };
}

function baseOf(base: string): string {
  const typed = base.trim();
  return typed === '' || typed.endsWith('/') ? typed : `${typed}/`;
}

function itemFolder(audience: Audience, rule: FeedRule): string {
  return `${plainFolder(rule.folder)}/items/${AUDIENCES.find((known) => known === audience) ?? 'network'}`;
}

function itemPath(key: string, audience: Audience, rule: FeedRule): string {
  return `${itemFolder(audience, rule)}/${key}.json`;
}
