import { nameOf } from '../../note';
import type { Edge } from '../../obsidian/edge';
import type { Row, RowAction } from '../../obsidian/parts/row-list';
import { words } from '../../words';
import type { ShareIntent, Withdrawal } from '..';
import type { NotThere, Unfinished } from './interrupted-shares';
import type { ShareDesk } from './share-desk';
import type { ShareRun } from './share-run';
import { shareShown } from './share-shown';

/** What the rows show and do, handed in. */
interface InterruptedRowsNeeds {
  readonly edge: Edge;
  readonly desk: ShareDesk;
  readonly run: ShareRun;
}

/** A row for each share, and each taking back, that was cut off, with what can be answered. */
export function interruptedRows(needs: InterruptedRowsNeeds): Row[] {
  const { interrupted, takingBack } = needs.run;
  return [
    ...interrupted.unfinished.map((one) => unfinishedRow(one, needs)),
    ...interrupted.notThere.map((one) => notThereRow(one, needs)),
    ...takingBack.unfinished.map((one) => takingBackRow(one, needs)),
  ];
}

// Nothing is asked here: the user has said already that it is to go.
function takingBackRow(one: Withdrawal, { edge, run: { takingBack } }: InterruptedRowsNeeds): Row {
  return rowOf({ ...one, recipients: [] }, words.share.withdrawCutOff, [{ label: words.share.withdrawFinish, icon: 'undo-2', run: () => void takingBack.complete(one) }], edge);
}

// Where the user was told that it stands there, the question is over: what is left is to record it.
function unfinishedRow(one: Unfinished, { edge, run: { interrupted } }: InterruptedRowsNeeds): Row {
  const { intent } = one;
  const record = (label: string): RowAction => ({ label, icon: 'check', run: () => void interrupted.complete(one) });
  if (intent.told === true) return rowOf(intent, words.share.standsWhole, [record(words.share.recordIt)], edge);
  return rowOf(intent, '', [record(words.share.unfinishedRecord), { label: words.share.unfinishedForget, icon: 'x', run: () => void interrupted.dismiss(one) }], edge);
}

// Nothing can be recorded of words that do not stand there.
function notThereRow(one: NotThere, { edge, desk, run: { interrupted } }: InterruptedRowsNeeds): Row {
  const { path, audience, channel, recipients } = one.intent;
  return rowOf(one.intent, one.stands === 'earlier' ? words.share.neverArrived : words.share.anotherStands, [
    { label: words.share.updateThere, icon: 'refresh-cw', run: () => void desk.share(path, { audience, channel, recipients }) },
    { label: words.share.neverArrivedLeave, icon: 'x', run: () => void interrupted.leave(one) },
  ], edge);
}

function rowOf(intent: Omit<ShareIntent, 'id' | 'key'>, told: string, actions: readonly RowAction[], edge: Edge): Row {
  const shown = shareShown({ ...intent, recipients: intent.recipients.map(({ name }) => name) });
  return { title: nameOf(intent.path), detail: told === '' ? shown : `${shown} · ${told}`, open: () => void edge.open(intent.path), actions };
}
