import { htmlToMarkdown } from 'obsidian';
import { fail, ok, readWebAddress, reasonOf, type Result } from '../base';
import { neutralMarkdown } from '../note';
import type { ClipboardContent, HtmlContent } from '../seek';
import type { Clipboard, Outgoing } from '../share';
import { words } from '../words';

/** The clipboard of the window that is in use. */
export const systemClipboard: Clipboard & { read(): Promise<Result<ClipboardContent>> } = {
  async read() {
    try {
      const html = await readType('text/html');
      const plain = (await readType('text/plain')) ?? (await activeWindow.navigator.clipboard.readText());
      return ok(html === undefined ? { plain } : { plain, html: readHtml(html) });
    } catch (error) {
      return fail(words.seek.clipboardUnreadable(reasonOf(error)));
    }
  },
  async write({ text, html }: Outgoing) {
    try {
      const { clipboard } = activeWindow.navigator;
      if (html === undefined) await clipboard.writeText(text);
      else await clipboard.write([new ClipboardItem({ 'text/plain': blobOf(text, 'text/plain'), 'text/html': blobOf(html, 'text/html') })]);
      return ok(undefined);
    } catch (error) {
      return fail(words.share.clipboardRefused(reasonOf(error)));
    }
  },
};

// What Windows puts before copied HTML. It tells of the page, and is no part of what was copied.
const HEADER = /^\s*Version:[\d.]+\s+(?:(?:Start|End)(?:HTML|Fragment|Selection):\S*\s+|SourceURL:\S*\s+)*/i;

/** What a piece of HTML from outside tells; scripts never run, as it is parsed into a document that is shown nowhere. */
function readHtml(html: string): HtmlContent {
  // Where the page says its base is, is read as text: a document that has one would ask the window whether it may.
  const base = /<base\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(html)?.[1];
  const parsed = new DOMParser().parseFromString(html.replace(HEADER, '').replace(/<base\b[^>]*>/gi, ''), 'text/html');
  parsed.querySelectorAll('script, style, noscript, iframe, object, embed, template, img, svg, form, input, button').forEach((element) => element.remove());
  const attribute = (selector: string, name: string): string | undefined => parsed.querySelector(selector)?.getAttribute(name) ?? undefined;
  const named = /^SourceURL:(\S+)/m.exec(html.slice(0, 1000))?.[1] ?? attribute('link[rel=canonical]', 'href') ?? base ?? attribute('[cite]', 'cite');
  const title = parsed.title.trim();
  return {
    markdown: neutralMarkdown(htmlToMarkdown(parsed.body)),
    ...(named === undefined || readWebAddress(named) === undefined ? {} : { source: named }),
    ...(title === '' ? {} : { title }),
    links: [...parsed.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '').filter((href) => readWebAddress(href) !== undefined),
  };
}

// Not every platform can read rich content (Firefox-based and some mobile web views): plain text is always asked for.
async function readType(type: string): Promise<string | undefined> {
  const { clipboard } = activeWindow.navigator;
  if (typeof clipboard.read !== 'function') return undefined;
  for (const item of await clipboard.read()) {
    if (item.types.includes(type)) return (await item.getType(type)).text();
  }
  return undefined;
}

function blobOf(text: string, type: string): Blob {
  return new Blob([text], { type });
}
