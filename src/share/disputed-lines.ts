import { LOOSE_MARKS } from './pattern-parts';

const HTML_LINE = new RegExp(String.raw`${LOOSE_MARKS}<[a-z/!?]`, 'i');
/** HTML that goes on over empty lines, up to its own end. */
const RAW_HTML = new RegExp(String.raw`${LOOSE_MARKS}<(?:pre|script|style|textarea|\?|![a-z[])`, 'i');
const RAW_END = /<\/(?:pre|script|style|textarea)\s*>|\?>|\]\]>/i;
// Behind any other blank than a space or a tab a fence ends for some readers only.
const DISPUTED_END = /^[\s>]*(?:`{3,}|~{3,})\s*$/;
const PLAIN = /^[ \t>`~]*$/;

/** Follows HTML through the lines of a text: in a block of it, a fence is one for some readers only. */
export class HtmlLines {
  /** Whether the lines read so far leave a block of HTML open. */
  isHtml = false;
  /** Whether they leave HTML open that goes on over empty lines. */
  isRaw = false;

  read(line: string, isInFence: boolean): void {
    if (!isInFence) this.isHtml = HTML_LINE.test(line) || (this.isHtml && line.trim() !== '');
    this.isRaw = this.isRaw ? !RAW_END.test(line) : !isInFence && RAW_HTML.test(line) && !RAW_END.test(line);
  }
}

/** Whether HTML that some reader began above ends with a line, so that what follows is no HTML. */
export function endsHtml(line: string): boolean {
  return line.trim() === '' || RAW_END.test(line);
}

/** Whether a line within a fence ends it for some readers only. */
export function isDisputedEnd(line: string): boolean {
  return DISPUTED_END.test(line) && !PLAIN.test(line);
}
