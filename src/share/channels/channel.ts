import type { Result } from '../../base';
import type { Outgoing } from '../plan';

/** What a channel answers when something went out. */
export interface Receipt {
  /** Where it can be found, when the channel gives it an address. */
  readonly address?: string;
}

/** A way out of the vault. */
export interface ShareChannel {
  /** As it stands in the ledger. */
  readonly id: string;
  /** Sends exactly what the plan says; fails with a sentence, having sent nothing. */
  send(outgoing: Outgoing): Promise<Result<Receipt>>;
}
