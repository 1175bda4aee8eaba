// Other vaults made of the real ones, for kinds that are not at hand: one folder for everything, stubs, and a script without spaces.
import { hashOf } from '../src/serendipity/read/lexicon';
import type { Vault, VaultNote } from './vaults.mts';

const STUB_WORDS = 40;
const FIRST_HAN = 0x4e00;
const HAN = 3_000;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Everything in one folder: places say nothing, and links name notes without a path. Of several notes of one name the first stays. */
function flat(notes: readonly VaultNote[]): VaultNote[] {
  const byName = new Map<string, VaultNote>();
  const withoutPaths = (content: string): string => content.replace(/(\[\[|\]\((?!\w+:))[^\]|#)\n]*\//g, '$1');
  for (const { path, content } of notes) if (!byName.has(nameOf(path))) byName.set(nameOf(path), { path: nameOf(path), content: withoutPaths(content) });
  return [...byName.values()];
}

/** The first words of each note, and its links without the words around them. */
function stubbed({ path, content }: VaultNote): VaultNote {
  const head = content.split(/\s+/).slice(0, STUB_WORDS).join(' ').replace(/\[\[[^\]]*$/, '');
  const links = Array.from(content.slice(head.length).matchAll(/\[\[[^\]\n]+\]\]/g), ([link]) => `- ${link}`);
  return { path, content: `${head}\n${links.join('\n')}\n` };
}

/** A word as two characters of its own, so that who shared a word shares them still. */
function asHan(word: string): string {
  const hash = hashOf(word.toLowerCase()) >>> 0;
  return String.fromCharCode(FIRST_HAN + (hash % HAN), FIRST_HAN + (Math.floor(hash / HAN) % HAN));
}

/** Words become pairs of Chinese characters, and the spaces between them go. Names and links stay in step. */
function unspaced({ path, content }: VaultNote): VaultNote {
  const turned = (text: string): string => text.replace(/[A-Za-z]+/g, asHan).replace(/(\p{Script=Han})[ ]+(?=\p{Script=Han})/gu, '$1');
  return { path: `${turned(path.replace(/\.md$/i, ''))}.md`, content: turned(content) };
}

/** Variants of a vault; each is measured like a vault of its own. */
export function variantsOf({ name, notes }: Vault): Vault[] {
  return [
    { name: `${name}-flat`, notes: flat(notes) },
    { name: `${name}-stubs`, notes: notes.map(stubbed) },
    { name: `${name}-unspaced`, notes: notes.map(unspaced) },
  ];
}
