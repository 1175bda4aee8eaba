import fc from 'fast-check';
import { PROPERTY_NAMES, type PropertyNames } from '../../src/note';
import { defaultShareSettings, vaultPrivacy, type NotePrivacy } from '../../src/share';
import { MemoryVault } from '../share/memory-vault';
import { SECRET } from './private-notes';

/** One of the ways in which a note can be private, as a vault's settings have it. */
export interface PrivateWay {
  readonly privateFolders: readonly string[];
  readonly privateTag: string;
  readonly names: PropertyNames;
  /** The folder that a private note lies in, with its slash. */
  readonly folder: string;
  /** Lines of its properties. */
  readonly properties: string;
}

const DEFAULTS = { privateFolders: ['Private'], privateTag: 'private', names: PROPERTY_NAMES };
const IN_GERMAN = { ...PROPERTY_NAMES, private: 'vertraulich' };

const byFolder = fc.constantFrom<Pick<PrivateWay, 'privateFolders' | 'folder'>>(
  { privateFolders: ['Private'], folder: 'Private/' }, { privateFolders: ['Work', '/diary/inner/'], folder: 'Diary/Inner/2026/' }, { privateFolders: ['Geheim'], folder: 'geheim/' },
).map((way): PrivateWay => ({ ...DEFAULTS, ...way, properties: '' }));
const byTag = fc.constantFrom<Pick<PrivateWay, 'privateTag' | 'properties'>>(
  { privateTag: 'private', properties: 'tags: private' }, { privateTag: 'private', properties: 'tags: [bees, private]' }, { privateTag: 'nur/ich', properties: 'tags:\n  - nur/ich' },
).map((way): PrivateWay => ({ ...DEFAULTS, ...way, folder: 'Notes/' }));
const byProperty = fc.constantFrom<Pick<PrivateWay, 'names' | 'properties'>>(
  { names: PROPERTY_NAMES, properties: 'private: true' }, { names: PROPERTY_NAMES, properties: 'private: "yes"' }, { names: IN_GERMAN, properties: 'vertraulich: True' },
).map((way): PrivateWay => ({ ...DEFAULTS, ...way, folder: '' }));

/** Private by its folder, by its tag, or by its property. */
export const privateWay = fc.oneof(byFolder, byTag, byProperty);

/** Nothing in the vault is private. */
export const NO_WAY: PrivateWay = { privateFolders: [], privateTag: '', names: PROPERTY_NAMES, folder: '', properties: '' };

/** The path of the private note. */
export function privatePathOf({ folder }: PrivateWay): string {
  return `${folder}${SECRET}.md`;
}

/** A vault with notes that are private in this way, although they were published once, and open ones beside them that are published, too. */
function vaultWith(way: PrivateWay): MemoryVault {
  const vault = new MemoryVault();
  const { privateFolders, privateTag, folder, properties } = way;
  vault.share = { ...defaultShareSettings(), privateFolders, privateTag };
  for (const name of [SECRET, `${SECRET} note`]) vault.notes.set(`${folder}${name}.md`, `---\nurl: https://example.org/${encodeURIComponent(name)}\n${properties}\n---\nWords.\n`);
  for (const name of ['Open', 'Open note']) vault.notes.set(`Notes/${name}.md`, `---\nurl: https://example.org/${encodeURIComponent(name)}\n---\nWords.\n`);
  return vault;
}

/** What may not leave such a vault. */
export function privacyOf(way: PrivateWay, vault: MemoryVault = vaultWith(way)): NotePrivacy {
  return vaultPrivacy(vault.edge.notes, vault.share, way.names);
}
