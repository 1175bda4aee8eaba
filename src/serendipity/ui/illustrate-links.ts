import type { NoteStore } from '../../note';
import type { LinkIndex } from '../../obsidian/link-index';
import type { Illustration, Shown, Unillustrated } from '..';

/** Characters of a note in which bridging words and a passage are looked for. */
const MOST_SHOWN = 200_000;

/** Puts words to what the index found for `here`; what leads to a note that cannot be read any more is left out. */
export async function illustrateLinks<T extends Omit<Unillustrated, 'there'> & { readonly path: string }>(
  index: LinkIndex,
  notes: Pick<NoteStore, 'read'>,
  here: Shown,
  found: readonly T[],
): Promise<(readonly [T, Illustration])[]> {
  const texts = await readShown(notes, found.map(({ path }) => path));
  const readable = found.flatMap((offer) => {
    const there = texts.get(offer.path);
    return there === undefined ? [] : [{ offer, there }];
  });
  const asked = readable.map(({ offer: { bridge, weak, reasons }, there }) => ({ bridge, weak, reasons, there }));
  const illustrations = await index.ask('illustrate', { ...here, text: here.text.slice(0, MOST_SHOWN) }, asked);
  return readable.flatMap(({ offer }, at) => {
    const illustration = illustrations[at];
    return illustration === undefined ? [] : [[offer, illustration] as const];
  });
}

/** The texts of notes as they are now, without those that cannot be read any more. */
export async function readShown(notes: Pick<NoteStore, 'read'>, paths: readonly string[]): Promise<ReadonlyMap<string, Shown>> {
  const texts = new Map<string, Shown>();
  await Promise.all(paths.map(async (path) => {
    try {
      texts.set(path, { path, text: (await notes.read(path)).slice(0, MOST_SHOWN) });
    } catch {
      // Deleted between the answer and now: there is nothing to show any more.
    }
  }));
  return texts;
}
