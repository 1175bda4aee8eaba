import type { BasesPropertyId } from 'obsidian';
import type { App } from '../../app';
import { Component } from '../../base/component';
import type { BasesQueryResult } from '../query/run-query';
import type { BasesViewConfig } from '../query/view-config';
import type { QueryController } from './query-controller';

/** What plugins extend to show a base their own way. `config` and `data` are there from the first `onDataUpdated` on. */
export abstract class BasesView extends Component {
	abstract type: string;
	app: App;
	declare config: BasesViewConfig;
	declare allProperties: BasesPropertyId[];
	declare data: BasesQueryResult;

	protected constructor(controller: QueryController) {
		super();
		this.app = controller.app;
	}

	abstract onDataUpdated(): void;

	/** Called when the place of the view got another size. */
	onResize?(): void;

	/** A new note with the properties that `frontmatterProcessor` gives it, opened beside the base. */
	async createFileForView(baseFileName = 'Untitled', frontmatterProcessor?: (frontmatter: Record<string, unknown>) => void): Promise<void> {
		const { fileManager, workspace } = this.app;
		const file = await fileManager.createNewMarkdownFile(fileManager.getNewFileParent(workspace.getActiveFile()?.path ?? ''), baseFileName);
		if (frontmatterProcessor) await fileManager.processFrontMatter(file, frontmatterProcessor);
		await workspace.getLeaf('tab').openFile(file);
	}
}
