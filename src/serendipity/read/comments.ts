import { GREATER, NEWLINE, SPACE } from './ascii-units';
import type { ClosingMarks } from './closing-marks';

export const COMMENT_MARK = '%%';

/**
 * Follows the `%%` of a note. A comment that begins a line goes on to the next mark, or to the end of the note; any other ends in its own
 * paragraph, or its mark is text, as in "100%%". Links and tags in a comment count, as they do in the app; its words do not.
 */
export class Comments {
  /** Where the mark stands that ends the comment, -1 outside of comments. */
  private to = -1;
  private isBlock = false;
  /** Whether a mark was taken for text that may have been meant to open a comment over paragraphs: a last mark ends that then and opens nothing. */
  private hasLoose = false;

  begin(): void {
    this.to = -1;
    this.hasLoose = false;
  }

  /** Takes note of the mark at `at`, in the paragraph to which the line that begins at `line` belongs. */
  meet(text: string, at: number, end: number, line: number, marks: ClosingMarks): void {
    if (this.isOpen(at)) {
      this.to = -1;
      return;
    }
    const found = text.indexOf(COMMENT_MARK, at + COMMENT_MARK.length);
    const close = found < end ? found : -1;
    this.isBlock = beginsLine(text, at, line);
    if (this.isBlock) {
      this.to = close >= 0 ? close : this.hasLoose ? -1 : end;
      this.hasLoose = false;
    } else if (close >= 0 && marks.endOfParagraph(text, at, close, line) < 0) this.to = close;
    else this.hasLoose = true;
  }

  /** Whether a comment is open at a place. One whose closing mark was read as something else, such as a part of a code span, is over behind that. */
  isOpen(at: number): boolean {
    if (this.to >= 0 && this.to < at) this.to = -1;
    return this.to >= 0;
  }

  /** Whether a place is in a comment that began a line: nothing in that begins a block. */
  isInBlock(at: number): boolean {
    return this.isOpen(at) && this.isBlock;
  }
}

function beginsLine(text: string, at: number, line: number): boolean {
  let before = at - 1;
  while (before >= line && text.charCodeAt(before) !== NEWLINE && text.charCodeAt(before) <= SPACE) before--;
  return before < line || text.charCodeAt(before) === NEWLINE || text.charCodeAt(before) === GREATER;
}
