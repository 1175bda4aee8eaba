import { percentDecoded } from '../base';
import type { Hold, Privacy } from './redaction';

const PUBLIC_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;
const LABEL = nested(String.raw`\\[^]|`, String.raw`\[`, String.raw`\]`, String.raw`[^[\]\\]`);
const ADDRESS = nested(String.raw`\\(?:\S|(?=\s))|`, String.raw`\(`, String.raw`\)`, String.raw`[^\s()\\]`);
// A title holds no empty line; its own mark stands in it behind a backslash.
const TITLE = [['"', '"', '"'], ["'", "'", "'"], [String.raw`\(`, '()', String.raw`\)`]]
  .map(([opening = '', marks = '', closing = '']) => String.raw`${opening}(?:\\[^]|(?!\n[ \t>]*\n)[^${marks}\\])*${closing}`).join('|');
const MARKDOWN_LINK = new RegExp(String.raw`(!?)\[(${LABEL})\]\(\s*(?:<((?:\\.|[^>\n\\])*)>|(${ADDRESS}))(?:\s+(?:${TITLE}))?\s*\)`, 'g');
const MARKS = String.raw`[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)*`;
const TITLE_TO_LINE_END = String.raw`(?:[ \t]*(?:\n[ \t>]*)?(?:${TITLE}))?[ \t]*$`;
const DEFINITION = new RegExp(String.raw`^(${MARKS})\[(?!\^)((?:\\.|[^[\]\\\n])+)\]:[ \t]*(?:\n[ \t>]*)?(?:<([^>\n]*)>|(\S+))(?:${TITLE_TO_LINE_END}|([^\n]*))`, 'gm');
const BRACKETED = new RegExp(String.raw`(!?)\[(${LABEL})\]`, 'g');

/** Whether an address leads to where everybody can follow it. */
export function isPublicAddress(address: string): boolean {
  return PUBLIC_ADDRESS.test(address);
}

/** A text in which Markdown links into the vault are the words they show, those to private notes a placeholder, and images of the vault nothing. */
export function withoutLocalLinks(text: string, privacy: Privacy, hold: Hold): string {
  return text.replace(MARKDOWN_LINK, (written, bang: string, label: string, angled: string | undefined, bare: string | undefined) => {
    const address = angled ?? bare ?? '';
    const shown = bang === '' && label.includes('](') ? withoutLocalLinks(label, privacy, hold) : label;
    if (isPublicAddress(address)) return written.replace(label, () => shown);
    if (bang !== '') return hold('embed', written);
    const isPrivate = leadsToPrivate(address, privacy);
    hold(isPrivate ? 'private-link' : 'local-link', written);
    return isPrivate ? privacy.placeholder : shown;
  });
}

/** The labels by which a text's reference links lead into the vault, and whether to a private note. */
export type LocalReferences = ReadonlyMap<string, 'private-link' | 'local-link'>;

/** Reads the definitions (`[label]: address`) in texts whose reference links are read together. */
export function localReferencesIn(texts: readonly string[], privacy: Privacy): LocalReferences {
  const references = new Map<string, 'private-link' | 'local-link'>();
  for (const text of texts) {
    for (const [, , label = '', angled, bare] of text.matchAll(DEFINITION)) {
      const kind = kindOf(angled ?? bare ?? '', privacy);
      if (kind !== undefined && references.get(labelKey(label)) !== 'private-link') references.set(labelKey(label), kind);
    }
  }
  return references;
}

/** A text without the reference links to private notes (`[words][label]`, `[label][]`, `[label]`), and without images of the vault. */
export function withoutPrivateReferences(text: string, references: LocalReferences, privacy: Privacy, hold: Hold): string {
  if (references.size === 0) return text;
  const parts = [...text.matchAll(BRACKETED)];
  let [kept, from] = ['', 0];
  for (const [index, part] of parts.entries()) {
    const [written, bang = '', inner = ''] = part;
    if (part.index < from) continue;
    const behind = part.index + written.length;
    const next = parts[index + 1];
    const label = next?.index === behind && next[1] === '' ? next[2] : undefined;
    const full = label === undefined || label === '' ? undefined : references.get(labelKey(label));
    const kind = full ?? (text[behind] === '(' || text[behind] === ':' ? undefined : references.get(labelKey(inner)));
    const to = full !== undefined || label === '' ? behind + (next?.[0].length ?? 0) : behind;
    kept += text.slice(from, part.index);
    if (kind !== undefined && bang !== '') hold('embed', text.slice(part.index, to));
    else if (kind === 'private-link') {
      hold(kind, text.slice(part.index, to));
      kept += privacy.placeholder;
    } else kept += `${bang}[${inner.includes('[') ? withoutPrivateReferences(inner, references, privacy, hold) : inner}]${text.slice(behind, to)}`;
    from = to;
  }
  return kept + text.slice(from);
}

/** A text without the definitions that lead into the vault. */
export function withoutLocalDefinitions(text: string, privacy: Privacy, hold: Hold): string {
  return text.replace(DEFINITION, (written, marks: string, _label, angled: string | undefined, bare: string | undefined, rest: string | undefined) => {
    // In a list, `[Ann]: said so` is more likely meant as words.
    const kind = rest !== undefined && /[^ \t>]/.test(marks) ? undefined : kindOf(angled ?? bare ?? '', privacy);
    return kind === undefined ? written : hold(kind, written);
  });
}

function kindOf(address: string, privacy: Privacy): 'private-link' | 'local-link' | undefined {
  if (isPublicAddress(address)) return undefined;
  return leadsToPrivate(address, privacy) ? 'private-link' : 'local-link';
}

function leadsToPrivate(address: string, privacy: Privacy): boolean {
  const target = percentDecoded(address.replace(/\\([!-/:-@[-`{-~])/g, '$1')).replace(/#.*$/, '').replace(/\.md$/i, '');
  return target !== '' && privacy.isPrivate(target);
}

// Labels are compared without case, and any blanks count as one.
function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

// Pieces in which brackets stand in pairs, so deep as people write them. Every character has one way to match: none is tried twice.
function nested(escape: string, opening: string, closing: string, plain: string, depth = 4): string {
  const inner = depth === 0 ? '' : `${opening}${nested(escape, opening, closing, plain, depth - 1)}${closing}|`;
  return `(?:${escape}${inner}${plain})*`;
}
