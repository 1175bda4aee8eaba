import type { Day } from '../../base';
import type { AppliedHow, Way } from '../../sense';
import type { Audience, CameBackKind } from '../../share';
import type { Direction, Space } from '../../ties';
import type { OwnWords } from './own-words';

interface Happened {
  readonly day: Day;
  /** The note in which it stands. */
  readonly path: string;
}

/** A quote was kept. */
interface Captured extends Happened {
  readonly kind: 'captured';
  /** Who led there: a link or a name, as written. */
  readonly via?: string;
}

/** A commentary was written: the first take on a quote, or a later one. */
export interface Sensed extends Happened {
  readonly kind: 'sensed';
  readonly ways: readonly Way[];
  /** Of the written text, in UTF-16 code units: tells two commentaries of one day apart. */
  readonly length: number;
  readonly own: OwnWords;
}

/** Something went out. */
export interface Shared extends Happened {
  readonly kind: 'shared';
  readonly audience: Audience;
  readonly recipients: readonly string[];
  readonly channel: string;
  /** Whether it went without a take, knowingly and on the record. */
  readonly withoutTake: boolean;
  /** Whether it is a note of the user's own and no quote. */
  readonly isOwnNote: boolean;
}

/** Something came back for what had gone out. */
interface CameBack extends Happened {
  readonly kind: 'came-back';
  readonly how: CameBackKind;
  /** A link or a name, as written. */
  readonly from?: string;
  readonly text: string;
}

/** Something went between the user and a person. */
interface Interacted extends Happened {
  readonly kind: 'interaction';
  readonly direction?: Direction;
  readonly person: string;
  readonly space: Space;
  readonly what: string;
}

/** Two people were brought together. */
export interface Introduced extends Happened {
  readonly kind: 'introduced';
  /** Their names, in the order of the alphabet: it stands in the notes of both. */
  readonly people: readonly [string, string];
  /** The space of the person in whose note it stands. */
  readonly space: Space;
}

/** An idea met the user's own work. */
export interface Applied extends Happened {
  readonly kind: 'applied';
  readonly how: AppliedHow;
  readonly text: string;
  readonly own: OwnWords;
}

/** A community changed how the user works. */
export interface PracticeChanged extends Happened {
  readonly kind: 'practice-changed';
  readonly text: string;
}

/** One thing that happened in the user's practice, as a note tells it. */
export type ActivityEvent = Captured | Sensed | Shared | CameBack | Interacted | Introduced | Applied | PracticeChanged;

/** Equal for two events that tell the same. */
export function eventKey(event: ActivityEvent): string {
  return [event.kind, event.day, ...identityOf(event)].join('\n');
}

/** Equal for the two notes that tell of one introduction. */
export function introductionKey({ day, people }: Introduced): string {
  return [day, ...people.map((name) => name.toLowerCase())].join('\n');
}

function identityOf(event: ActivityEvent): readonly string[] {
  switch (event.kind) {
    case 'captured':
      return [event.path];
    case 'sensed':
      return [event.path, String(event.length), ...event.ways];
    case 'shared':
      return [event.path, event.audience, event.channel, ...event.recipients];
    case 'came-back':
      return [event.path, event.how, event.from ?? '', event.text];
    case 'interaction':
      return [event.path, event.direction ?? '', event.what];
    case 'introduced':
      return [event.space, introductionKey(event)];
    case 'applied':
      return [event.path, event.how, event.text];
    case 'practice-changed':
      return [event.path, event.text];
  }
}
