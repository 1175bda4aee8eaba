import { dayOf, fail, ok, type Day, type Result } from '../../base';
import { fileNameFor, freePath, pathIn } from '../../note';
import { words } from '../../words';
import type { Audience } from '../audience';
import type { Delivery, Keeping, Parcel, ShareChannel } from './channel';
import { copyDigest, copyOf, writeCopy, type CommonsCopy } from './commons-copy';
import { CopySearch } from './copy-search';
import { isGivenBy, type FoundCopy } from './found-copy';
import { plainFolder, type SharedFiles } from './shared-files';

/** How copies for a group are made. */
export interface CommonsRule {
  /** The folder of the copies, a vault path; below it one for each audience. */
  readonly folder: string;
  /** The name under which the user gives. */
  readonly by: string;
  /** What others may do with a copy. */
  readonly licence: string;
}

/**
 * Sharing by commons: a copy in a folder that the group carries by whatever sync it uses, with attribution, audience,
 * licence and provenance. A copy that somebody else changed is only written over when the user says so. Of one item there
 * may be several: what is sent stands in one of them, and what is taken back goes from all.
 */
export function commonsChannel(files: SharedFiles, rule: () => CommonsRule): ShareChannel {
  const search = new CopySearch(files);
  const copies: FindCopies = (key, audience, isWanted) => search.all(folderOf(rule(), audience), key, isWanted);
  const written = (parcel: Parcel, present?: CommonsCopy): string => writeCopy(copyBy(parcel, rule(), present));
  return {
    id: 'commons',
    formats: ['markdown'],
    preview: (parcel) => written(parcel),
    async send(parcel, insist) {
      if (plainFolder(rule().folder) === '') return fail(words.share.commonsNeedsFolder);
      const [present, ...more] = ownOf(await copies(parcel.key, parcel.audience), rule());
      const others = more.filter(({ copy }) => copy.withdrawn === undefined && isGivenBy(copy, rule().by));
      const question = asked([...(present === undefined ? [] : [present]), ...others], rule());
      if (question !== undefined && !insist) return question;
      // The one that stands for all is the last: cut off on the way, it tells of the version before.
      const cleared = await takeAway(files, others, dayOf(parcel.at));
      if (!cleared.ok) return cleared;
      const path = present?.path ?? freePath(pathIn(folderOf(rule(), parcel.audience), fileNameFor(parcel.title, words.share.untitled)), (taken) => isTaken(files, taken));
      const done = await files.write(path, written(parcel, present?.copy));
      return done.ok ? ok({ address: `${path}#${parcel.key}` }) : done;
    },
    keeping: keepingOf(files, copies, rule),
    namesGiver: true,
  };
}

type FindCopies = (key: string, audience: Audience, isWanted?: () => boolean) => Promise<FoundCopy[]>;

function keepingOf(files: SharedFiles, copies: FindCopies, rule: () => CommonsRule): Keeping {
  return {
    digestOf: (parcel) => copyDigest(copyBy(parcel, rule(), undefined)),
    async find(key, audience, isWanted) {
      const [found] = standingOf(await copies(key, audience, isWanted), rule());
      if (found === undefined) return undefined;
      const { changedFrom } = found.copy;
      return { address: `${found.path}#${key}`, digest: copyDigest(found.copy), ...(changedFrom === undefined ? {} : { changedFrom }) };
    },
    async withdraw(key, audience, at, insist) {
      const found = standingOf(await copies(key, audience), rule());
      const question = asked(found, rule());
      if (question !== undefined && !insist) return question;
      const done = await takeAway(files, found, dayOf(at));
      return done.ok ? ok({}) : done;
    },
  };
}

/**
 * The copies of an item that are the user's, in their order. Somebody else may have given the same quote to the same group;
 * where all are of other names, one of these may have been the user's.
 */
function ownOf(found: readonly FoundCopy[], { by }: CommonsRule): readonly FoundCopy[] {
  const own = found.filter(({ copy }) => isGivenBy(copy, by));
  return own.length > 0 ? own : found;
}

/** The same without those that were taken back. */
function standingOf(found: readonly FoundCopy[], rule: CommonsRule): readonly FoundCopy[] {
  return ownOf(found, rule).filter(({ copy }) => copy.withdrawn === undefined);
}

// The files stay and say so: a file that vanishes comes back with the next sync, and nobody knows why. The one that stands
// for all is the last: cut off on the way, it was not taken back.
async function takeAway(files: SharedFiles, copies: readonly FoundCopy[], day: Day): Promise<Result<void>> {
  for (const { path, copy: { key, audience, by, licence, shared } } of [...copies].reverse()) {
    const left = { key, audience, licence, shared, ...(by === undefined ? {} : { by }), title: words.share.withdrawnTitle, text: words.share.withdrawnCopy(by ?? '', day), withdrawn: day };
    const done = await files.write(path, writeCopy(left));
    if (!done.ok) return done;
  }
  return ok(undefined);
}

function copyBy(parcel: Parcel, rule: CommonsRule, present: CommonsCopy | undefined): ReturnType<typeof copyOf> {
  return copyOf(parcel, rule.by.trim(), licenceOf(rule), present);
}

/** The question before copies are written over that are not plainly as the user gave them; undefined where all are. */
function asked(copies: readonly FoundCopy[], { by }: CommonsRule): (Delivery & { ok: false }) | undefined {
  const sentences = copies.flatMap(({ path, copy }) => {
    if (!copy.isUntouched) return [words.share.copyChanged(path)];
    return isGivenBy(copy, by) || copy.withdrawn !== undefined ? [] : [words.share.copyGivenBy(path, copy.by ?? '')];
  });
  return sentences.length === 0 ? undefined : { ok: false, asks: true, problem: sentences.join(' ') };
}

function isTaken(files: SharedFiles, path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return files.list(folder).some((one) => one.toLowerCase() === path.toLowerCase());
}

function folderOf({ folder }: CommonsRule, audience: Audience): string {
  return `${plainFolder(folder)}/${audience}`;
}

function licenceOf({ licence }: CommonsRule): string {
  return licence.trim() === '' ? words.share.licenceUnsaid : licence.trim();
}
