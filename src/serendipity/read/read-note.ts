import type { NoteKind } from '../types';
import { readFrontmatter } from './frontmatter';
import { languageOf } from './languages';
import type { Lexicon } from './lexicon';
import { type Finds, Scanner, type WrittenLink } from './scan';
import { type Field, IN_TITLE, TAG, TITLE, Tally } from './tally';

/** What is known of a note beside its terms and links. */
export interface NoteFacts {
  readonly title: string;
  readonly aliases: readonly string[];
  /** Words of the body that count. */
  readonly length: number;
  readonly language: number;
  readonly drawing: boolean;
  readonly tags: readonly string[];
  /** The `type` property, or ''. */
  readonly type: string;
  readonly kind: NoteKind;
}

/** What is found in a note beside its terms. */
export interface ScannedNote extends NoteFacts {
  readonly links: readonly WrittenLink[];
}

/** A note as the index keeps it. `terms[i]` stands in the note as `codes[i]` says (see tally.ts). */
export interface ReadNote extends ScannedNote {
  readonly terms: Int32Array;
  readonly codes: Uint8Array;
}

/** The name under which a note is known: the last part of its path without `.md`. */
export function titleOf(path: string): string {
  const start = path.lastIndexOf('/') + 1;
  return path.endsWith('.md') ? path.slice(start, -3) : path.slice(start).replace(/\.md$/i, '');
}

const DAILY_TITLE = /^(?:\d{4}[-.]?\d{2}[-.]?\d{2}|\d{4}-?w\d{2}|\d{4}-\d{2}|\d{4}-q[1-4]|\d{2}[-.]\d{2}[-.]\d{4})(?:[\s_.(-]+(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?\)?)?$/iu;
const DAILY_FOLDER = /(?:^|\/)(?:daily(?:[ _-]?notes?)?|journals?|dailies|日记|日報)(?:\/|$)/iu;
const LOOKS_DATED = /\d{4}.*\d|\d.*\d{4}/u;
const INDEX_TITLE = /^(?:_?index|readme|home(?:page)?|start here|table of contents|(?:.*[\s_(-])?moc\)?|moc[\s_-].*|.*\bmap of content|\+\s.*index)$/iu;
const TEMPLATE_FOLDER = /(?:^|\/)_?templates?\//iu;

function kindOf(path: string, title: string, drawing: boolean): NoteKind {
  if (drawing || /\.excalidraw$/i.test(title)) return 'drawing';
  if (TEMPLATE_FOLDER.test(path)) return 'template';
  if (DAILY_TITLE.test(title) || (DAILY_FOLDER.test(path) && LOOKS_DATED.test(title))) return 'daily';
  return INDEX_TITLE.test(title) ? 'index' : 'note';
}

/** Reads notes one after another; one reader per index, since its buffers are reused. */
export class NoteReader {
  private readonly tally: Tally;
  /** Links and tags in names lead nowhere. */
  private readonly aside: Finds = { links: [], tags: new Set() };
  private readonly names: Scanner;

  constructor(lexicon: Lexicon) {
    this.tally = new Tally(lexicon);
    this.names = new Scanner(this.tally, this.aside);
  }

  /** Reads a note's text: its terms by field, its links and tags, what kind of note it is. */
  read(path: string, text: string): ReadNote {
    return this.withTerms(this.scan(path, text));
  }

  /** The same, with the terms still in the tally: whoever calls takes them out before the next note is read. */
  scan(path: string, text: string): ScannedNote {
    const title = titleOf(path);
    const properties = readFrontmatter(text);
    const language = languageOf(text, properties.end);
    const finds: Finds = { links: [], tags: new Set(properties.tags) };
    const scanner = new Scanner(this.tally, finds);
    scanner.body(text, properties.end, language, properties.drawing);
    for (const link of properties.links) finds.links.push({ target: (link.split(/[#|]/, 1)[0] as string).trim(), anchor: [] });
    this.phrases([title, ...properties.aliases], language, TITLE);
    this.phrases(properties.tags, language, TAG);
    return {
      title, aliases: properties.aliases, length: this.tally.length, language, drawing: properties.drawing,
      links: finds.links, tags: [...finds.tags], type: properties.type, kind: kindOf(path, title, properties.drawing),
    };
  }

  /** A scanned note with lists of its terms. */
  withTerms(note: ScannedNote): ReadNote {
    return { ...note, ...this.tally.take() };
  }

  /** Takes the terms of the scanned note out to where they stay: see `Tally.pour`. */
  pour(packed: Int32Array, notes: Int32Array): void {
    this.tally.pour(packed, notes);
  }

  get bytes(): number {
    return this.tally.runs.bytes;
  }

  /** How many terms the scanned note has. */
  get size(): number {
    return this.tally.size;
  }

  /** The same note under another path: only its title, and with it the terms of its names and its kind, change. */
  renamed(note: ReadNote, path: string): ReadNote {
    const title = titleOf(path);
    note.terms.forEach((term, at) => this.tally.restore(term, (note.codes[at] as number) & ~IN_TITLE));
    this.phrases([title, ...note.aliases], note.language, TITLE);
    const { terms, codes } = this.tally.take();
    return { ...note, title, terms, codes, kind: kindOf(path, title, note.drawing) };
  }

  private phrases(phrases: readonly string[], language: number, field: Field): void {
    for (const phrase of phrases) this.names.phrase(phrase, language, field);
    this.aside.links.length = 0;
    this.aside.tags.clear();
  }
}
