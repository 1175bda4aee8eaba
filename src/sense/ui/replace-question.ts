import type { App } from 'obsidian';
import { askQuestion } from '../../obsidian/parts/question-modal';
import { words } from '../../words';

/** Asks, before much of a take goes, whether to keep it; `day` is its own, empty where none is known. */
export function askToReplace(app: App, day: string): Promise<'keep' | 'replace' | undefined> {
  return askQuestion(app, {
    title: words.sense.replaceTitle,
    question: words.sense.replaceWhy(day),
    answers: [{ answer: 'keep', text: words.sense.keepBoth, cls: 'mod-cta' }, { answer: 'replace', text: words.sense.replaceTake, cls: 'mod-warning' }],
    cancel: words.sense.goOnWriting,
  });
}
