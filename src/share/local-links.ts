import { atOnce, type Steps } from '../base';
import { isPrivatePath, isPublicAddress, leadsToPrivate, localKindOf, type LocalKind } from './addresses';
import { openingsIn } from './brackets';
import { placeholderIn, withoutCuts, type Cut } from './cuts';
import { definitionsIn, labelKey } from './definitions';
import { destinationAt } from './destinations';
import type { Hold, Privacy } from './redaction';
import { sparedIn } from './spared';
import { tellsPrivatePath } from './told-paths';

const SIMPLE = /\\[^]|\[((?:\\[^]|[^[\]\\])*)\]/g;
const LONG = 300;
const LINKS_A_STEP = 200;
// Below a label some readers take a fence for the address: nothing that is anywhere begins like that.
const FENCE = /^(?:`{3}|~{3})/;

/** The labels by which a text's reference links lead into the vault, and whether to a private note. */
export type LocalReferences = ReadonlyMap<string, LocalKind>;

/** Reads the definitions (`[label]: address`) in texts whose reference links are read together. */
export function localReferencesIn(texts: readonly string[], privacy: Privacy): LocalReferences {
  const references = new Map<string, LocalKind>();
  const elsewhere = new Set<string>();
  for (const { label, address, isWords } of texts.flatMap((text) => definitionsIn(text))) {
    if (isWords) continue;
    const kind = localKindOf(address, privacy);
    const key = labelKey(label);
    if (kind === undefined) elsewhere.add(key);
    else if (references.get(key) !== 'private-link') references.set(key, kind);
  }
  // What is defined publicly, too, may stay a link, unless the other place is private.
  for (const key of elsewhere) if (references.get(key) === 'local-link') references.delete(key);
  return references;
}

/**
 * A text in which Markdown links into the vault, by address or by reference, are the words they show, those to private notes
 * a placeholder, and images of the vault and definitions nothing. No reader finds a link without `](` or `]:` before the
 * address: each of those is looked at, wherever it stands, so that readers may differ in all else. Only formulas keep what
 * looks like a link, unless to a private note.
 */
export function* withoutLocalLinks(text: string, references: LocalReferences, privacy: Privacy, hold: Hold): Steps<string> {
  return withoutCuts(text, [...(yield* linkCuts(text, references, privacy)), ...definitionCuts(text, privacy)], hold);
}

/** Code without the addresses of private notes in links: some blocks (admonitions, diagrams) show them as links. */
export function withoutPrivateLinks(code: string, privacy: Privacy, hold: Hold): string {
  return withoutCuts(code, [...atOnce(linkCuts(code, new Map(), privacy, true)), ...definitionCuts(code, privacy, true)], hold);
}

interface Label {
  readonly opening: number;
  readonly closing: number;
  /** Behind the whole link. */
  readonly to: number;
}

// Each of them may be long: so many are a step.
function* linkCuts(text: string, references: LocalReferences, privacy: Privacy, onlyPrivate = false): Steps<Cut[]> {
  if (!text.includes('](') && references.size === 0) return [];
  const openings = openingsIn(text);
  const firstOpening = firstOpenings(text);
  const isSpared = sparedIn(text);
  const cuts: Cut[] = [];
  for (let closing = text.indexOf(']('), next = 0, looked = 1; closing >= 0; closing = text.indexOf('](', next), looked++) {
    if (looked % LINKS_A_STEP === 0) yield;
    next = closing + 1;
    const { address, behind, to, isWhole } = destinationAt(text, closing + 1);
    const isLink = isWhole && !isEscaped(text, closing);
    const words = text.slice(closing + 2, to);
    const kind = isLink ? localKindOf(address, privacy) : isAddressOfPrivate(address, words, privacy) ? 'private-link' : undefined;
    if (kind === undefined && isLink) cuts.push(...titleCuts(text, behind, to - 1, privacy));
    if (kind === undefined || (kind === 'local-link' && (onlyPrivate || isSpared(closing, address)))) continue;
    const opening = openings.get(closing) ?? (kind === 'private-link' ? firstOpening(closing) : closing);
    next = Math.max(to, behind);
    cuts.push(...cutsOf(text, kind, { opening, closing, to: next }, privacy));
  }
  return references.size === 0 ? cuts : [...cuts, ...referenceCuts(text, references, openings, privacy)];
}

function referenceCuts(text: string, references: LocalReferences, openings: ReadonlyMap<number, number>, privacy: Privacy): Cut[] {
  const cuts: Cut[] = [];
  for (const { index, 0: written, 1: label } of text.matchAll(SIMPLE)) {
    const kind = label === undefined ? undefined : references.get(labelKey(label));
    if (kind === undefined) continue;
    const behind = index + written.length;
    if (text[behind] === '(' && destinationAt(text, behind).isWhole) continue;
    const named = text[index - 1] === ']' && !isEscaped(text, index - 1) ? openings.get(index - 1) : undefined;
    if (named === undefined) cuts.push(...cutsOf(text, kind, { opening: index, closing: behind - 1, to: text.startsWith('[]', behind) ? behind + 2 : behind }, privacy));
    else cuts.push(...cutsOf(text, kind, { opening: named, closing: index - 1, to: behind }, privacy));
  }
  return cuts;
}

// An image goes with its words; so does a link to a private note. Of any other the words stay.
function cutsOf(text: string, kind: LocalKind, { opening, closing, to }: Label, privacy: Privacy): Cut[] {
  const isImage = text[opening - 1] === '!' && !isEscaped(text, opening - 1);
  const from = isImage ? opening - 1 : opening;
  if (isImage) return [{ from, to, held: { kind: 'embed', shown: text.slice(from, to) } }];
  if (kind === 'private-link') return [{ from, to, put: placeholderIn(text, from, to, privacy), held: { kind, shown: text.slice(from, to) } }];
  if (opening === closing) return [{ from, to, held: { kind, shown: text.slice(from, to) } }];
  const label = closing - opening > LONG ? `[… ${text.slice(closing - LONG, closing)}` : text.slice(opening, closing);
  return [{ from: opening, to: opening + 1, held: { kind, shown: label + text.slice(closing, to) } }, { from: closing, to }];
}

function definitionCuts(text: string, privacy: Privacy, onlyPrivate = false): Cut[] {
  const cuts: Cut[] = [];
  for (const { address, from, start, behind, to, isWords, isWordOfFootnote } of definitionsIn(text)) {
    // `[Ann]: said so` is words; the path of a private note is none.
    if (isWords) {
      const isSecret = !isPublicAddress(address, privacy) && (isWordOfFootnote ? leadsToPrivate(address, privacy) : isPrivatePath(address, privacy));
      if (isSecret) cuts.push({ from: start, to: behind, put: privacy.placeholder, held: { kind: 'private-link', shown: text.slice(start, behind) } });
      continue;
    }
    const kind = FENCE.test(address) ? undefined : localKindOf(address, privacy);
    if (kind === undefined) cuts.push(...titleCuts(text, behind, to, privacy));
    if (kind !== undefined && (!onlyPrivate || kind === 'private-link')) cuts.push({ from, to, held: { kind, shown: text.slice(from, to) } });
  }
  return cuts;
}

// What a link tells when it is pointed at.
function titleCuts(text: string, from: number, to: number, privacy: Privacy): Cut[] {
  const title = text.slice(from, to);
  if (!/\S/.test(title) || !tellsPrivatePath(title, privacy)) return [];
  return [{ from, to: to - (/\s*$/.exec(title)?.[0].length ?? 0), held: { kind: 'private-link', shown: title } }];
}

function isAddressOfPrivate(address: string, words: string, privacy: Privacy): boolean {
  return leadsToPrivate(address, privacy) || (words.length > address.length && isPrivatePath(words.replace(/\)$/, ''), privacy));
}

// Where no bracket pairs with a `]`, a reader may still have one in mind: the first of the line. Asked from the text's start to its end.
function firstOpenings(text: string): (closing: number) => number {
  let [lineEnd, first] = [-1, -1];
  return (closing) => {
    while (lineEnd < closing) {
      first = text.indexOf('[', lineEnd + 1);
      const end = text.indexOf('\n', lineEnd + 1);
      lineEnd = end < 0 ? text.length : end;
    }
    return first < 0 || first > closing ? closing : first;
  };
}

// Behind an odd number of backslashes.
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === '\\') start--;
  return (at - start) % 2 === 1;
}
