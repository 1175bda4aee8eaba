import { Events } from '../base/events';
import type { View } from './view';
import type { WorkspaceLeaf } from './leaf';

export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Which view shows what. */
export class ViewRegistry extends Events {
	readonly viewByType: Record<string, ViewCreator> = {};
	readonly typeByExtension: Record<string, string> = {};

	registerView(type: string, creator: ViewCreator): void {
		if (this.viewByType[type]) throw new Error(`Attempting to register an existing view type "${type}"`);
		this.viewByType[type] = creator;
		this.trigger('view-registered', type);
	}

	unregisterView(type: string): void {
		delete this.viewByType[type];
		this.trigger('view-unregistered', type);
	}

	registerExtensions(extensions: string[], type: string): void {
		for (const extension of extensions) this.typeByExtension[extension] = type;
	}

	unregisterExtensions(extensions: string[]): void {
		for (const extension of extensions) delete this.typeByExtension[extension];
	}

	getTypeByExtension(extension: string): string | undefined {
		return this.typeByExtension[extension];
	}
}
