import type { TooltipOptions } from 'obsidian';

let shown: HTMLElement | null = null;
let timer: number | undefined;

/** Gives an element its label; the tooltip is drawn from the attribute. */
export function setTooltip(el: HTMLElement, tooltip: string, options?: TooltipOptions): void {
	if (tooltip) el.setAttribute('aria-label', tooltip);
	else el.removeAttribute('aria-label');
	if (options?.placement) el.dataset['tooltipPosition'] = options.placement;
	if (options?.delay !== undefined) el.dataset['tooltipDelay'] = String(options.delay);
}

function hideTooltip(): void {
	window.clearTimeout(timer);
	shown?.remove();
	shown = null;
}

/** Shows a tooltip at once. */
export function displayTooltip(target: HTMLElement, content: string | DocumentFragment, options?: TooltipOptions): void {
	hideTooltip();
	const tip = document.body.createDiv({ cls: ['tooltip', ...(options?.classes ?? [])] });
	tip.append(content);
	const box = target.getBoundingClientRect();
	const size = tip.getBoundingClientRect();
	const gap = options?.gap ?? 8;
	const placement = options?.placement ?? target.dataset['tooltipPosition'] ?? 'bottom';
	let left = box.left + box.width / 2 - size.width / 2;
	let top = box.bottom + gap;
	if (placement === 'top') top = box.top - size.height - gap;
	if (placement === 'right') [left, top] = [box.right + gap, box.top + box.height / 2 - size.height / 2];
	if (placement === 'left') [left, top] = [box.left - size.width - gap, box.top + box.height / 2 - size.height / 2];
	tip.setCssProps({
		'--tooltip-left': `${Math.max(4, Math.min(left, window.innerWidth - size.width - 4))}px`,
		'--tooltip-top': `${Math.max(4, Math.min(top, window.innerHeight - size.height - 4))}px`,
	});
	tip.addClass('is-placed');
	shown = tip;
}

/** Labels of controls come up as tooltips while the mouse rests on them. */
export function watchTooltips(): void {
	document.addEventListener('mouseover', (event) => {
		const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[aria-label]') : null;
		hideTooltip();
		const label = target?.getAttribute('aria-label');
		if (!target || !label || target.matches('input, textarea, .cm-content')) return;
		const delay = Number(target.dataset['tooltipDelay'] ?? 450);
		timer = window.setTimeout(() => target.isConnected && displayTooltip(target, label), delay);
	});
	document.addEventListener('mousedown', hideTooltip, { capture: true });
}
