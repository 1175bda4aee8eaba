import type { App } from '../../app';
import type { HoverPopover } from '../../ui/hover-popover';

/** What values need to be drawn. */
export class RenderContext {
	hoverPopover: HoverPopover | null = null;

	constructor(readonly app: App, readonly sourcePath = '') {}
}
