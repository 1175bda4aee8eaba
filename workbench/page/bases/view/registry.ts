import type { BasesAllOptions } from 'obsidian';
import { Events } from '../../base/events';
import type { BasesViewConfig } from '../query/view-config';
import type { BasesView } from './bases-view';
import type { QueryController } from './query-controller';

/** A kind of view, as a plugin registers it. */
export interface BasesViewRegistration {
	name: string;
	icon: string;
	factory(controller: QueryController, containerEl: HTMLElement): BasesView;
	options?(config: BasesViewConfig): BasesAllOptions[];
}

/** The kinds of views that bases can have now. */
export class BasesViews extends Events {
	readonly byType = new Map<string, BasesViewRegistration>();

	/** @throws Error when there is one of that type already */
	register(type: string, registration: BasesViewRegistration): void {
		if (this.byType.has(type)) throw new Error(`A view of the type "${type}" is registered already.`);
		this.byType.set(type, registration);
		this.trigger('change', type);
	}

	unregister(type: string): void {
		this.byType.delete(type);
		this.trigger('change', type);
	}
}
