import { ok, type Day, type Result } from '../../base';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { keyIn, ledgerLinesOf, recordAfterwards, withRecord, withWithdrawn, type Audience, type LedgerFormat, type LedgerLine, type Receipt, type ShareIntent, type ShareRecord } from '..';

/** One thing that a channel keeps, as a share history knows it. */
interface KeptThing {
  readonly key: string;
  readonly audience: Audience;
}

/** The share histories in the notes: what they tell of an intent, and what is written into them. */
export class NoteLedgers {
  constructor(private readonly edge: Edge) {}

  /** Writes a record into its note; gives back a sentence where that failed. The same once more is written once. */
  async record(record: ShareRecord): Promise<string | undefined> {
    const written = await this.edge.notes.change(record.path, (text) => withRecord(text, record, this.#format()));
    if (written.ok) return undefined;
    return record.channel === 'clipboard' ? words.share.copiedNotRecorded(written.problem) : words.share.sharedNotRecorded(written.problem);
  }

  /** Notes that a thing was taken back, in all its lines: it went to several people, and is gone for all of them. */
  withdraw(path: string, thing: KeptThing, day: Day): Promise<Result<string>> {
    return this.edge.notes.change(path, (text) => ok(this.standing(text, thing).reverse().reduce((kept, one) => withWithdrawn(kept, one, day), text)));
  }

  /** The lines of a thing that was not taken back, as a note's text has them. */
  standing(text: string, thing: KeptThing): LedgerLine[] {
    return this.#linesOf(text, thing).filter(({ entry }) => entry.withdrawn === undefined);
  }

  /** Whether a note's text has the line that an intent would become. */
  isRecorded(text: string, intent: ShareIntent, receipt: Receipt): boolean {
    const written = withRecord(text, recordAfterwards(intent, receipt), this.#format());
    return written.ok && written.value === text;
  }

  /** Whether a version of a later day is noted, by another device. */
  isNotedLater(text: string, intent: ShareIntent): boolean {
    return this.#linesOf(text, intent).some(({ entry }) => (entry.updated ?? '') > intent.day);
  }

  /** A note's text; empty where there is no such note. */
  async textAt(path: string): Promise<string> {
    const { notes } = this.edge;
    return notes.find(path) === undefined ? '' : notes.read(path);
  }

  #linesOf(text: string, { key, audience }: KeptThing): LedgerLine[] {
    return ledgerLinesOf(text, this.edge.settings().share.sharedSection).filter(({ entry }) => keyIn(entry.address) === key && entry.audience === audience);
  }

  #format(): LedgerFormat {
    const { share, properties: names } = this.edge.settings();
    return { names, sharedSection: share.sharedSection, linkTo: (path, from) => this.edge.notes.linkTo(path, from) };
  }
}
