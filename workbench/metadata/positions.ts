import type { Loc, Pos } from 'obsidian';

/** Finds lines and columns (both from 0) of offsets in a text; lines end with "\n". */
export class Positions {
	private readonly starts: number[] = [0];

	constructor(readonly text: string) {
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
	}

	/** Line number of an offset. */
	lineOf(offset: number): number {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** Offset at which a line starts; the end of the text for lines after the last. */
	startOf(line: number): number {
		return this.starts[line] ?? this.text.length;
	}

	/** Offset at which the line of an offset starts. */
	lineStart(offset: number): number {
		return this.startOf(this.lineOf(offset));
	}

	loc(offset: number): Loc {
		const line = this.lineOf(offset);
		return { line, col: offset - this.startOf(line), offset };
	}

	pos(from: number, to: number): Pos {
		return { start: this.loc(from), end: this.loc(to) };
	}

	/** An end without the carriage return and line break that a block's last line may carry. */
	trimEnd(from: number, to: number): number {
		let end = to;
		while (end > from && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
		return end;
	}
}
