import { fail, lineBreakOf, ok, onOneLine, wellFormed, type Day, type Result } from '../base';
import { words } from '../words';
import type { Recipient } from './audience';
import type { CameBackKind } from './came-back';
import { ledgerLinesOf } from './ledger';

/** What came back, as it is to be written: the person with their note, where there is one. */
export interface ResponseForm {
  readonly day: Day;
  readonly kind: CameBackKind;
  readonly from?: Recipient;
  readonly text: string;
}

/**
 * The note with what came back written below the share it belongs to; once, however often it is told. `share` is the
 * line of the share as `ledgerLinesOf` gave it: the note may have changed since. `linkTo` writes the link to a person.
 */
export function withResponse(text: string, share: string, response: ResponseForm, sharedSection: string, linkTo: (path: string) => string): Result<string> {
  const line = ledgerLinesOf(text, sharedSection).find((one) => one.text === share);
  if (line === undefined) return fail(words.share.shareGone);
  const { day, kind, from } = response;
  const person = from === undefined || onOneLine(from.name) === '' ? [] : [from.path === undefined ? `[[${onOneLine(wellFormed(from.name)).replace(/[[\]|#^]/g, ' ').trim()}]]` : linkTo(from.path)];
  const said = onOneLine(wellFormed(response.text));
  const indent = /^\s*/.exec(line.text)?.[0] ?? '';
  const item = `${indent}  - ${[`${day} ${kind}`, ...person, ...(said === '' ? [] : [said])].join(' · ')}`;
  if (text.slice(line.from, line.end).split(/\r?\n/).includes(item)) return ok(text);
  return ok(`${text.slice(0, line.end)}${lineBreakOf(text)}${item}${text.slice(line.end)}`);
}
