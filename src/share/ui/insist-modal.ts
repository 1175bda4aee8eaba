import type { App } from 'obsidian';
import { askQuestion } from '../../obsidian/parts/question-modal';
import { words } from '../../words';

/** Asks whether to write over what somebody else changed. */
export function asksToInsist(app: App, problem: string): Promise<boolean> {
  return asks(app, { title: words.share.insistTitle, question: problem, yes: words.share.insist });
}

/** Asks before something is taken back. */
export function asksToWithdraw(app: App, what: string): Promise<boolean> {
  return asks(app, { title: words.share.withdrawTitle, question: words.share.withdrawWhy(what), yes: words.share.withdrawDo });
}

async function asks(app: App, { title, question, yes }: { title: string; question: string; yes: string }): Promise<boolean> {
  const answers = [{ answer: 'yes', text: yes, cls: 'mod-warning' }] as const;
  return (await askQuestion(app, { title, question, answers, cancel: words.share.cancel })) === 'yes';
}
