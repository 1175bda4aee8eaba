import { dayOf, fail, ok } from '../../base';
import { fileNameFor, freePath, pathIn } from '../../note';
import { words } from '../../words';
import type { Audience } from '../audience';
import type { Delivery, Keeping, Parcel, ShareChannel } from './channel';
import { copyDigest, copyOf, writeCopy, type CommonsCopy } from './commons-copy';
import { CopySearch, type FoundCopy } from './copy-search';
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
 * licence and provenance. A copy that somebody else changed is only written over when the user says so.
 */
export function commonsChannel(files: SharedFiles, rule: () => CommonsRule): ShareChannel {
  const search = new CopySearch(files);
  const find: FindCopy = (key, audience, isWanted) => search.find(folderOf(rule(), audience), key, isWanted);
  const written = (parcel: Parcel, present?: CommonsCopy): string => writeCopy(copyBy(parcel, rule(), present));
  return {
    id: 'commons',
    formats: ['markdown'],
    preview: (parcel) => written(parcel),
    async send(parcel, insist) {
      if (plainFolder(rule().folder) === '') return fail(words.share.commonsNeedsFolder);
      const present = await find(parcel.key, parcel.audience);
      if (present !== undefined && !insist && !present.copy.isUntouched) return asked(present.path);
      const path = present?.path ?? freePath(pathIn(folderOf(rule(), parcel.audience), fileNameFor(parcel.title, words.share.untitled)), (taken) => isTaken(files, taken));
      const done = await files.write(path, written(parcel, present?.copy));
      return done.ok ? ok({ address: `${path}#${parcel.key}` }) : done;
    },
    keeping: keepingOf(files, find, rule),
    namesGiver: true,
  };
}

type FindCopy = (key: string, audience: Audience, isWanted?: () => boolean) => Promise<FoundCopy | undefined>;

function keepingOf(files: SharedFiles, find: FindCopy, rule: () => CommonsRule): Keeping {
  return {
    digestOf: (parcel) => copyDigest(copyBy(parcel, rule(), undefined)),
    async find(key, audience, isWanted) {
      const found = await find(key, audience, isWanted);
      if (found === undefined || found.copy.withdrawn !== undefined) return undefined;
      const { changedFrom } = found.copy;
      return { address: `${found.path}#${key}`, digest: copyDigest(found.copy), ...(changedFrom === undefined ? {} : { changedFrom }) };
    },
    // The file stays and says so: a file that vanishes comes back with the next sync, and nobody knows why.
    async withdraw(key, audience, at, insist) {
      const found = await find(key, audience);
      if (found === undefined || found.copy.withdrawn !== undefined) return ok({});
      if (!insist && !found.copy.isUntouched) return asked(found.path);
      const day = dayOf(at);
      const { by, licence, shared } = found.copy;
      const left = { key, audience, licence, shared, ...(by === undefined ? {} : { by }), title: words.share.withdrawnTitle, text: words.share.withdrawnCopy(by ?? '', day), withdrawn: day };
      const done = await files.write(found.path, writeCopy(left));
      return done.ok ? ok({}) : done;
    },
  };
}

function copyBy(parcel: Parcel, rule: CommonsRule, present: CommonsCopy | undefined): ReturnType<typeof copyOf> {
  return copyOf(parcel, rule.by.trim(), licenceOf(rule), present);
}

function asked(path: string): Delivery {
  return { ok: false, asks: true, problem: words.share.copyChanged(path) };
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
