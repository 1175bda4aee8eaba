import { seededRandom } from '../src/base/random';
import type { Vault, VaultNote } from './vaults.mts';

/** A vault from which some links were taken, and what has to be found again. */
export interface MaskedVault {
  readonly name: string;
  readonly notes: readonly VaultNote[];
  /** For each asking note the notes it linked to. */
  readonly hidden: ReadonlyMap<string, ReadonlySet<string>>;
  /** Visible links, both directions, between any notes. */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Visible links that lead to a note. */
  readonly incoming: ReadonlyMap<string, number>;
  readonly content: ReadonlySet<string>;
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
}

const LINK = /!?\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\|[^\]\n]*)?\]\]|!?\[[^\]\n]*\]\((?!\w+:)([^)#\s]+)(?:#[^)\s]*)?(?:\s[^)]*)?\)/g;

/** Finds the note a link means, independently of the engine: exact path, else unique or shortest path that ends so. */
class Resolver {
  private readonly byName = new Map<string, string[]>();

  constructor(notes: readonly VaultNote[]) {
    for (const { path } of notes) {
      const key = path.toLowerCase().replace(/\.md$/, '');
      const name = key.slice(key.lastIndexOf('/') + 1);
      this.byName.set(name, [...(this.byName.get(name) ?? []), path]);
    }
  }

  resolve(raw: string, source: string): string | undefined {
    const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
    let link = safelyDecoded(raw).trim().toLowerCase().replace(/\\$/, '').replace(/\.md$/, '');
    if (link.startsWith('/')) link = link.slice(1);
    if (link.startsWith('./') || link.startsWith('../')) {
      const parts = folder === '' ? [] : folder.toLowerCase().split('/');
      for (const part of link.split('/')) {
        if (part === '..') parts.pop();
        else if (part !== '.') parts.push(part);
      }
      link = parts.join('/');
    }
    const candidates = (this.byName.get(link.slice(link.lastIndexOf('/') + 1)) ?? []).filter((path) => `/${path.toLowerCase().replace(/\.md$/, '')}`.endsWith(`/${link}`));
    const rank = (path: string): number => (path.toLowerCase().replace(/\.md$/, '') === link ? -1e6 : 0) + (path.startsWith(`${folder}/`) ? -1e3 : 0) + path.length;
    return candidates.sort((a, b) => rank(a) - rank(b))[0];
  }
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Index, MOC and daily notes are neither asked nor offered. */
function isContent({ path, content }: VaultNote): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '').toLowerCase();
  if (/^(?:_?index|readme|home|.*\bmocs?\b.*|map of content.*)$/.test(name)) return false;
  if (/^\d{4}-\d{2}-\d{2}/.test(name) || /(?:^|\/)(?:daily|journal)/i.test(path)) return false;
  const words = content.replace(LINK, ' ').split(/\s+/).length;
  return (content.match(LINK)?.length ?? 0) < 30 || words > 4 * (content.match(LINK)?.length ?? 0);
}

function tagsOf(content: string): Set<string> {
  const front = /^---\n([\s\S]*?)\n---/.exec(content)?.[1] ?? '';
  const listed = /^tags?:\s*(.*(?:\n\s*-\s.*)*)/m.exec(front)?.[1] ?? '';
  const inline = Array.from(content.matchAll(/(?:^|\s)#([\p{L}\d_/-]*\p{L}[\p{L}\d_/-]*)/gu), (match) => match[1] as string);
  return new Set([...listed.split(/[\s,[\]"'-]+/).filter(Boolean), ...inline].map((tag) => tag.toLowerCase()));
}

/** Hides a share of the linked pairs between content notes: markup and words of every link between the two, in both directions. */
export function mask(vault: Vault, share: number, seed: number): MaskedVault {
  const random = seededRandom(seed);
  const resolver = new Resolver(vault.notes);
  const content = new Set(vault.notes.filter(isContent).map(({ path }) => path));
  const linksOf = (note: VaultNote): { from: number; to: number; target: string }[] =>
    Array.from(note.content.matchAll(LINK)).flatMap((match) => {
      const target = resolver.resolve((match[1] ?? match[2]) as string, note.path);
      return target === undefined || target === note.path ? [] : [{ from: match.index, to: match.index + match[0].length, target }];
    });
  const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const pairs = new Set<string>();
  for (const note of vault.notes) for (const { target } of linksOf(note)) if (content.has(note.path) && content.has(target)) pairs.add(key(note.path, target));
  const hiddenPairs = new Set([...pairs].sort().filter(() => random() < share));
  const hidden = new Map<string, Set<string>>();
  const neighbours = new Map<string, Set<string>>(vault.notes.map(({ path }) => [path, new Set()]));
  const incoming = new Map<string, number>();
  const notes = vault.notes.map((note) => {
    let text = '';
    let at = 0;
    for (const { from, to, target } of linksOf(note)) {
      if (hiddenPairs.has(key(note.path, target))) {
        text += note.content.slice(at, from);
        at = to;
        hidden.set(note.path, (hidden.get(note.path) ?? new Set()).add(target));
      } else {
        if (neighbours.get(note.path)?.has(target) !== true) incoming.set(target, (incoming.get(target) ?? 0) + 1);
        neighbours.get(note.path)?.add(target);
        neighbours.get(target)?.add(note.path);
      }
    }
    return { path: note.path, content: text + note.content.slice(at) };
  });
  return { name: vault.name, notes, hidden, neighbours, incoming, content, tags: new Map(notes.map((note) => [note.path, tagsOf(note.content)])) };
}

/** Links between two notes over visible links; looks three far. */
function isFar(masked: MaskedVault, from: string, to: string): boolean {
  const near = masked.neighbours.get(from) ?? new Set();
  if (near.has(to)) return false;
  for (const middle of near) if (masked.neighbours.get(middle)?.has(to) === true) return false;
  return true;
}

/** Unexpected by the measure of the study: at least three links away, or in another folder without a shared tag. */
export function isAway(masked: MaskedVault, from: string, to: string): boolean {
  const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const tags = masked.tags.get(from) ?? new Set();
  return isFar(masked, from, to) || (folderOf(from) !== folderOf(to) && ![...(masked.tags.get(to) ?? [])].some((tag) => tags.has(tag)));
}
