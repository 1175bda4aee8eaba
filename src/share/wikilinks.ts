import { linkDestination } from '../base';
import { nameOf, readWikilink } from '../note';
import { leadsToPrivate } from './addresses';
import { placeholderIn } from './cuts';
import type { Hold, Privacy } from './redaction';

/** A text in which links to notes are the words they show, those to private notes a placeholder; embeds go. A known public address makes a link. */
export function withoutWikilinks(text: string, privacy: Privacy, hold: Hold, write: (shown: string, address: string) => string = (shown) => shown): string {
  return withEachLink(text, privacy, (written, from, to) => {
    const isPrivate = namesPrivate(written, privacy);
    // Over two lines nobody has a link: only what would name a private note goes.
    if (!isPrivate && written.includes('\n')) return written;
    if (written.startsWith('!')) return hold('embed', written);
    if (isPrivate) {
      hold('private-link', written);
      return placeholderIn(text, from, to, privacy);
    }
    const { target, shown, secret } = linkIn(written);
    if (secret !== undefined) hold(secret, written);
    const address = target === '' ? undefined : privacy.publicAddress?.(target);
    return address === undefined ? shown : write(shown, address);
  });
}

/** Code is left as it is, but for links to private notes: some blocks (admonitions, diagrams) show them as links. */
export function withoutPrivateWikilinks(code: string, privacy: Privacy, hold: Hold): string {
  return withEachLink(code, privacy, (written) => {
    if (!namesPrivate(written, privacy)) return written;
    hold('private-link', written);
    return written.startsWith('!') ? `!${privacy.placeholder}` : privacy.placeholder;
  });
}

/** A link with a public address in Markdown. */
export function publicLink(shown: string, address: string): string {
  return `[${shown.replace(/[[\]]/g, '\\$&')}](${linkDestination(address)})`;
}

// A link ends at a `]]` and begins at the `[[` before it, on the same line or above in the paragraph; where one of several on the line names a private note, at the first.
function withEachLink(text: string, privacy: Privacy, write: (written: string, from: number, to: number) => string): string {
  let [kept, behind, start] = ['', 0, 0];
  for (let closing = text.indexOf(']]'); closing >= 0; closing = text.indexOf(']]', Math.max(closing + 1, start))) {
    const above = text.slice(start, closing);
    const first = above.indexOf('[[', above.lastIndexOf('\n') + 1);
    const last = above.lastIndexOf('[[');
    const inner = first >= 0 && first < last && namesPrivate(above.slice(first), privacy) ? first : last;
    const opening = start + inner;
    start = closing + 1;
    if (inner < 0 || opening + 2 === closing || /\n[ \t>]*\n/.test(above.slice(inner))) continue;
    start = closing + 2;
    const from = opening - (opening > behind && text[opening - 1] === '!' ? 1 : 0);
    kept += text.slice(behind, from) + write(text.slice(from, start), from, start);
    behind = start;
  }
  return kept + text.slice(behind);
}

function namesPrivate(written: string, privacy: Privacy): boolean {
  return written.split('[[').slice(1).some((part) => leadsToPrivate(linkIn(`[[${part.replace(/\]\]$/, '')}]]`).target, privacy));
}

interface ShownLink {
  readonly target: string;
  readonly shown: string;
  /** What the link would tell beside its words, and does not. */
  readonly secret?: 'block-id' | 'field';
}

// In tables the separator is written `\|`.
function linkIn(written: string): ShownLink {
  const inner = written.slice(2, -2).replace(/\\\|/g, '|');
  const link = readWikilink(`[[${inner}]]`);
  const [place = '', ...label] = inner.split('|');
  // No note's name has `::`: what looks like a link is a field.
  if (place.includes('::')) return { target: link?.target ?? '', shown: '', secret: 'field' };
  if (link !== undefined) return { target: link.target, shown: link.label ?? nameOf(link.target) };
  const target = (place.split('#', 1)[0] ?? '').trim();
  if (label.length > 0) return { target, shown: label.join('|') };
  const shown = place.replace(/#?\^.*$/, '').replace(/^#/, '').trim();
  return place.includes('^') ? { target, shown, secret: 'block-id' } : { target, shown };
}
