import type { Command, Hotkey } from 'obsidian';
import type { App } from '../app';
import { compileModifiers, isMac, type KeyContext } from '../base/scope';
import type { Editor } from '../editor/editor';
import { MarkdownView } from '../editor/markdown-view';
import { Notice } from '../ui/notice';

type EditorCallback = (editor: Editor, view: MarkdownView) => unknown;
type EditorCheck = (checking: boolean, editor: Editor, view: MarkdownView) => boolean | void;

/** All commands, of the workbench and of plugins. */
export class Commands {
	readonly commands: Record<string, Command> = {};
	readonly editorCommands: Record<string, Command> = {};

	constructor(private readonly app: App) {}

	addCommand(command: Command): void {
		this.commands[command.id] = command;
		if (command.editorCallback || command.editorCheckCallback) this.editorCommands[command.id] = command;
	}

	removeCommand(id: string): void {
		delete this.commands[id];
		delete this.editorCommands[id];
	}

	findCommand(id: string): Command | undefined {
		return this.commands[id];
	}

	/** The commands that can run now. */
	listCommands(): Command[] {
		return Object.values(this.commands).filter((command) => this.attempt(command, true));
	}

	/** False when there is no such command or it cannot run now. */
	executeCommandById(id: string): boolean {
		const command = this.commands[id];
		return command ? this.executeCommand(command) : false;
	}

	executeCommand(command: Command): boolean {
		try {
			return this.attempt(command, false);
		} catch (error) {
			console.error(`The command "${command.id}" failed.`, error);
			new Notice(`The command "${command.name}" failed: ${error instanceof Error ? error.message : String(error)}`);
			return false;
		}
	}

	/** Checks or runs, in the order of Obsidian: editor callbacks win over the others. */
	private attempt(command: Command, checking: boolean): boolean {
		if (command.mobileOnly && !this.app.isMobile) return false;
		if (command.editorCheckCallback || command.editorCallback) return this.attemptInEditor(command, checking);
		if (command.checkCallback) {
			if (command.checkCallback(true) !== true) return false;
			if (!checking) this.report(command, command.checkCallback(false));
			return true;
		}
		if (!command.callback) return false;
		if (!checking) this.report(command, command.callback());
		return true;
	}

	private attemptInEditor(command: Command, checking: boolean): boolean {
		const view = this.app.workspace.getActiveFileView();
		if (!(view instanceof MarkdownView) || !view.file || view.getMode() !== 'source') return false;
		// The plugin was written against Obsidian's classes, which ours stand for.
		const check = command.editorCheckCallback as unknown as EditorCheck | undefined;
		if (check) {
			if (check(true, view.editor, view) !== true) return false;
			if (!checking) this.report(command, check(false, view.editor, view));
			return true;
		}
		const run = command.editorCallback as unknown as EditorCallback | undefined;
		if (!checking) this.report(command, run?.(view.editor, view));
		return true;
	}

	/** A command that fails later is told about like one that fails at once. */
	private report(command: Command, result: unknown): void {
		if (!(result instanceof Promise)) return;
		result.catch((error: unknown) => {
			console.error(`The command "${command.id}" failed.`, error);
			new Notice(`The command "${command.name}" failed: ${error instanceof Error ? error.message : String(error)}`);
		});
	}
}

/** Keys that run commands. */
export class HotkeyManager {
	constructor(private readonly app: App) {}

	getDefaultHotkeys(id: string): Hotkey[] {
		return this.app.commands.commands[id]?.hotkeys ?? [];
	}

	getHotkeys(id: string): Hotkey[] | undefined {
		return this.app.commands.commands[id]?.hotkeys;
	}

	/** The keys as they are written for people. */
	printHotkeyForCommand(id: string): string {
		return this.getDefaultHotkeys(id)
			.map(({ modifiers, key }) => [...compileModifiers(modifiers).split(','), key.length === 1 ? key.toUpperCase() : key].filter((part) => part !== '').join(isMac ? ' ' : ' + '))
			.join(', ');
	}

	/** Runs the command of a key; false when it was one (so that nobody else hears it). */
	onTrigger(context: KeyContext): false | undefined {
		for (const command of Object.values(this.app.commands.commands)) {
			const hit = command.hotkeys?.some(({ modifiers, key }) => compileModifiers(modifiers) === context.modifiers && [context.key?.toLowerCase(), context.vkey.toLowerCase()].includes(key.toLowerCase()));
			if (hit && this.app.commands.executeCommand(command)) return false;
		}
		return undefined;
	}
}
