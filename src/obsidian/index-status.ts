import type { HostedEngine } from './engine-host';

/** What the index is doing. */
export type IndexPhase = 'off' | 'waiting' | 'opening' | 'reading' | 'paused' | 'ready' | 'failed';

/** The state of the index, for status bar and sidebar. */
export interface IndexStatus {
  readonly phase: IndexPhase;
  /** Notes taken in, and notes to be taken in, of the reading that goes on. */
  readonly done: number;
  readonly total: number;
  /** Whether it is known what is to be read: until the vault was compared with the index, `total` says nothing. */
  readonly isCompared: boolean;
  /** Notes the index knows, as of the last rest. */
  readonly notes: number;
  /** When the index was last in step with the vault, in milliseconds since 1970. */
  readonly updatedAt?: number;
  /** Where the engine works. */
  readonly place?: HostedEngine['place'];
  /** Whether it works in small steps with pauses. */
  readonly isSparing: boolean;
  /** Why it failed. */
  readonly problem?: string;
}
