import type { IndexStatus } from '../../obsidian/index-status';
import { words } from '../../words';

/** Reading fewer notes than this is over before anybody could read about it. */
const WORTH_SAYING = 25;

/** How far the reading of many notes has come; undefined when nothing worth saying goes on. */
export function progressOf({ phase, done, total }: IndexStatus): { readonly done: number; readonly total: number } | undefined {
  return (phase === 'reading' || phase === 'opening') && total >= WORTH_SAYING ? { done, total } : undefined;
}

/** How much of the vault the index knows, to be said after what was found in it; '' where that is all, but for a few notes. */
export function soFarOf(status: IndexStatus): string {
  const texts = words.serendipity;
  if (status.phase === 'paused') return texts.indexPaused(status.total - status.done);
  const progress = progressOf(status);
  if (progress !== undefined) return texts.soFar(progress.done, progress.total);
  return status.phase === 'reading' && !status.isCompared ? texts.soFarUnknown : '';
}

/** Whether what is found now is found in a part of the vault only. */
export function isOfPart(status: IndexStatus): boolean {
  return status.phase === 'paused' ? status.total > status.done : soFarOf(status) !== '';
}
