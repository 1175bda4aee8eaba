import type { IndexStatus } from '../../obsidian/link-index';

/** Reading fewer notes than this is over before anybody could read about it. */
const WORTH_SAYING = 25;

/** How far the reading of many notes has come; undefined when nothing worth saying goes on. */
export function progressOf({ phase, done, total }: IndexStatus): { readonly done: number; readonly total: number } | undefined {
  return (phase === 'reading' || phase === 'opening') && total >= WORTH_SAYING ? { done, total } : undefined;
}
