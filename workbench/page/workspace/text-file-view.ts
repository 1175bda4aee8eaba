import { debounce } from '../base/debounce';
import { mergeTexts } from '../editor/merge';
import { Notice } from '../ui/notice';
import type { TFile } from '../vault/files';
import { EditableFileView } from './view';

/** How long after the last key a note is saved, in ms. */
const SAVE_AFTER_MS = 2000;

/** A view that edits a text file and saves it by itself. */
export abstract class TextFileView extends EditableFileView {
	data = '';
	/** The text as the disk had it when it was last read or written. */
	protected diskText = '';
	requestSave = debounce(() => void this.#saveSoon(), SAVE_AFTER_MS, true);
	/** The text was handed over for the last save; what the disk does now is no longer ours. */
	#leaving = false;
	/** Writing to the disk and taking in what it has follow one another, so that no change is taken in twice. */
	#exchange: Promise<void> = Promise.resolve();
	/** How often the file was read: only what was read last counts, in whatever order the answers come. */
	#readings = 0;

	override onload(): unknown {
		super.onload();
		this.registerEvent(this.app.vault.on('modify', (file: TFile) => file === this.file && void this.#onExternalChange(file)));
		return undefined;
	}

	override async onLoadFile(file: TFile): Promise<void> {
		let reading: number;
		let text: string;
		// The file may change while it is read.
		do {
			reading = this.#readings += 1;
			text = await this.app.vault.read(file);
		} while (reading !== this.#readings && this.file === file);
		this.data = text;
		this.diskText = text;
		this.setViewData(text, true);
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		this.requestSave.cancel();
		this.#leaving = true;
		try {
			await this.save(true);
		} finally {
			this.#leaving = false;
		}
	}

	/** Writes the text if it differs from the disk. */
	async save(clear = false): Promise<void> {
		const { file } = this;
		if (!file) return;
		this.data = this.getViewData();
		const left = clear ? this.data : undefined;
		if (clear) this.clear();
		await this.#inTurn(async () => {
			// What stands here when its turn comes; of a file that is left by then, the text that was left follows.
			const text = left ?? (this.file === file && !this.#leaving ? this.getViewData() : undefined);
			if (text !== undefined) await this.#writeOut(file, text);
		});
	}

	/** The page is about to go: what is not saved yet is sent off without waiting for an answer. */
	saveOnExit(): void {
		const text = this.getViewData();
		if (!this.file || this.#leaving || text === this.diskText) return;
		this.diskText = text;
		this.requestSave.cancel();
		this.app.vault.writeOnExit(this.file, text);
	}

	abstract getViewData(): string;
	abstract setViewData(data: string, clear: boolean): void;
	abstract clear(): void;

	/** Another hand changed the file since `base`: the view takes that in beside what is typed here. */
	protected mergeExternal(base: string, theirs: string): void {
		const mine = this.getViewData();
		if (theirs !== mine) this.setViewData(mine === base ? theirs : mergeTexts(base, mine, theirs), false);
	}

	async #writeOut(file: TFile, text: string): Promise<void> {
		const base = this.diskText;
		if (file.deleted || text === base) return;
		try {
			await this.app.vault.process(file, (disk) => {
				// What the disk has meanwhile is merged in, never overwritten.
				this.diskText = disk === base ? text : mergeTexts(base, text, disk);
				return this.diskText;
			});
		} catch (error) {
			this.diskText = base;
			throw error;
		}
		if (this.diskText !== text && this.file === file && !this.#leaving) this.mergeExternal(text, this.diskText);
	}

	async #onExternalChange(file: TFile): Promise<void> {
		const reading = (this.#readings += 1);
		await this.#inTurn(async () => {
			const theirs = await this.#textOf(file);
			if (theirs === undefined || reading !== this.#readings || this.file !== file || this.#leaving || theirs === this.diskText) return;
			const base = this.diskText;
			this.diskText = theirs;
			this.mergeExternal(base, theirs);
			this.data = this.getViewData();
			if (this.data !== theirs) this.requestSave();
		});
	}

	/** The text that the disk has; undefined for a file that was deleted meanwhile. */
	async #textOf(file: TFile): Promise<string | undefined> {
		try {
			return await this.app.vault.read(file);
		} catch (error) {
			if (!file.deleted) throw error;
			return undefined;
		}
	}

	/** Waits for what goes on with the file; the next one goes ahead even if this one fails, and the caller hears of the failure. */
	async #inTurn(exchange: () => Promise<void>): Promise<void> {
		const run = this.#exchange.then(exchange);
		this.#exchange = run.catch(() => undefined);
		await run;
	}

	async #saveSoon(): Promise<void> {
		try {
			await this.save();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			new Notice(`"${this.file?.path ?? ''}" could not be saved: ${reason} Your text stays in the editor.`, 0);
		}
	}
}
