import * as autocomplete from '@codemirror/autocomplete';
import * as commands from '@codemirror/commands';
import * as language from '@codemirror/language';
import * as lint from '@codemirror/lint';
import * as search from '@codemirror/search';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import * as lezerLr from '@lezer/lr';
import * as obsidian from './index';

/** What a plugin can require: what Obsidian provides, and nothing else. */
const modules: Record<string, object> = {
	obsidian: { ...obsidian },
	'@codemirror/autocomplete': autocomplete,
	'@codemirror/commands': commands,
	'@codemirror/language': language,
	'@codemirror/lint': lint,
	'@codemirror/search': search,
	'@codemirror/state': state,
	'@codemirror/view': view,
	'@lezer/common': lezerCommon,
	'@lezer/highlight': lezerHighlight,
	'@lezer/lr': lezerLr,
};

/** @throws Error for modules of Node and Electron, as on Obsidian's mobile app */
export function requireModule(name: string): object {
	const module = modules[name];
	if (!module) throw new Error(`Cannot find module '${name}': the workbench runs plugins as the mobile app does, without Node and Electron.`);
	return module;
}
