import { escapedXml, xmlElement } from './xml';
import type { FeedItem } from './feed-item';

/** What a feed says of itself. */
export interface FeedHead {
  readonly title: string;
  readonly description: string;
  /** The web address of the folder in which the feed stands, with its last slash; empty when there is none. */
  readonly base: string;
  /** The feed's name there, without extension. */
  readonly name: string;
  readonly author?: string;
  /** A language tag (BCP 47). */
  readonly language: string;
}

/** A feed as RSS 2.0 (specification: rssboard.org/rss-specification), with the feed's own address as the RSS Board advises. */
export function rssOf(head: FeedHead, items: readonly FeedItem[]): string {
  const self = head.base === '' ? [] : [`    <atom:link href="${escapedXml(`${head.base}${head.name}.xml`)}" rel="self" type="application/rss+xml"/>`];
  const latest = items.map(({ published, modified }) => modified ?? published).sort().at(-1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '  <channel>',
    `    ${xmlElement('title', head.title)}`,
    `    ${xmlElement('link', head.base === '' ? `urn:seek-sense-share:${head.name}` : head.base)}`,
    `    ${xmlElement('description', head.description)}`,
    `    ${xmlElement('language', head.language)}`,
    ...(latest === undefined ? [] : [`    ${xmlElement('lastBuildDate', new Date(latest).toUTCString())}`]),
    ...self,
    ...items.map((item) => rssItem(item, head)),
    '  </channel>',
    '</rss>',
    '',
  ].join('\n');
}

/** A feed as JSON Feed 1.1 (specification: jsonfeed.org/version/1.1). */
export function jsonFeedOf(head: FeedHead, items: readonly FeedItem[]): string {
  const authors = head.author === undefined ? {} : { authors: [{ name: head.author }] };
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    description: head.description,
    language: head.language,
    ...(head.base === '' ? {} : { home_page_url: head.base, feed_url: `${head.base}${head.name}.json` }),
    ...authors,
    items: items.map(({ key, title, html, text, source, published, modified }) => ({
      id: guidOf(key), title, content_html: html, content_text: text,
      ...(source === undefined ? {} : { external_url: source }),
      date_published: published,
      ...(modified === undefined ? {} : { date_modified: modified }),
    })),
  };
  return `${JSON.stringify(feed, undefined, 2)}\n`;
}

function rssItem({ key, title, html, published }: FeedItem, { author }: FeedHead): string {
  return [
    '    <item>',
    `      ${xmlElement('title', title)}`,
    `      ${xmlElement('description', html)}`,
    ...(author === undefined ? [] : [`      ${xmlElement('dc:creator', author)}`]),
    `      <guid isPermaLink="false">${escapedXml(guidOf(key))}</guid>`,
    `      ${xmlElement('pubDate', new Date(published).toUTCString())}`,
    '    </item>',
  ].join('\n');
}

/** What an item is known by in a feed. */
export function guidOf(key: string): string {
  return `urn:seek-sense-share:${key}`;
}
