import type { Result } from '../../base';
import type { Audience } from '../audience';
import type { Outgoing, ShareFormat } from '../outgoing';

/** What a channel is handed: exactly what leaves, and what tells it where that belongs. */
export interface Parcel {
  /** 13 letters and digits: the same for the same thing going the same way, on every device, also after a change. */
  readonly key: string;
  readonly audience: Audience;
  /** What it is called where a channel needs a title; nothing private. */
  readonly title: string;
  /** Whose words are quoted, where that may be told. */
  readonly author?: string;
  /** The web address of what is quoted. */
  readonly source?: string;
  /** Addresses for e-mail of those it is for. */
  readonly to: readonly string[];
  readonly outgoing: Outgoing;
  /** When it leaves. */
  readonly at: Date;
}

/** What a channel answers when something went out. */
export interface Receipt {
  /** Where it can be found, when the channel gives it an address. */
  readonly address?: string;
  /** Something the user has to know or do, as a sentence. */
  readonly advice?: string;
}

/** What was asked for, a sentence why nothing happened, or a question: with the user's yes, it is asked for again, insisting. */
export type Asked<T> = Result<T> | { readonly ok: false; readonly problem: string; readonly asks: true };

/** A channel's answer when it is to send something, or to take it back. */
export type Delivery = Asked<Receipt>;

/** What stands where a channel keeps things. */
export interface Standing extends Receipt {
  /** Equal to `digestOf` of the parcel whose words stand there, and to no other version's. */
  readonly digest: string;
  /** Where somebody changed there since what was given: the digest of the version that they changed. */
  readonly changedFrom?: string;
}

/** What a channel can do that keeps what it was given, where others find it. */
export interface Keeping {
  /** What a parcel is known by once it stands there: a short digest that tells none of its words. Pure. */
  digestOf(parcel: Parcel): string;
  /**
   * What stands there under a key; undefined when nothing does, or when it was withdrawn. Where that takes long, it ends once
   * its answer `isWanted` no more.
   */
  find(key: string, audience: Audience, isWanted?: () => boolean): Promise<Standing | undefined>;
  /** Takes it back. Taking back what is not there is no failure. */
  withdraw(key: string, audience: Audience, at: Date, insist: boolean): Promise<Delivery>;
  /** Does what was left undone when sending was cut off in the middle; absent where sending is one step. */
  finish?(key: string, audience: Audience): Promise<Result<void>>;
  /**
   * Takes a version away that stands there in part, and puts back what stood there before; changes nothing where another one
   * stands there, or where it stands whole. Absent where sending is one step.
   */
  undo?(key: string, audience: Audience, at: Date, digest: string): Promise<Result<void>>;
}

/**
 * A way out of the vault. Whatever a channel needs of the system (a clipboard, files, a request, a secret) is handed to
 * the function that makes it.
 */
export interface ShareChannel {
  /** As it stands in the ledger. */
  readonly id: string;
  /** The forms it can carry, the usual one first. */
  readonly formats: readonly ShareFormat[];
  /** The most characters that the text of a parcel may have, as people count them; absent when there is no limit. */
  readonly limit?: number;
  /** Exactly what will leave, to the letter, for the user to read. Pure. */
  preview(parcel: Parcel): string;
  /**
   * Sends exactly what the preview shows; fails with a sentence, having sent nothing. A channel that keeps things takes a
   * second parcel with the same key as the new version of the first.
   */
  send(parcel: Parcel, insist: boolean): Promise<Delivery>;
  readonly keeping?: Keeping;
  /** Whether what leaves names who gives it, where the user told a name. */
  readonly namesGiver?: boolean;
}
