import { icons as lucideIcons } from 'lucide';

type IconNode = readonly (readonly [string, Record<string, string | number | undefined>])[];

const own = new Map<string, string>();
const SVG = 'http://www.w3.org/2000/svg';

const lucide = new Map<string, IconNode>(
	Object.entries(lucideIcons).map(([name, node]) => [kebab(name), node as unknown as IconNode]),
);

/** Names that Obsidian keeps for older plugins, or that Lucide has renamed. */
const aliases: Record<string, string> = {
	'any-key': 'keyboard',
	'checkmark': 'check',
	'cross': 'x',
	'documents': 'files',
	'document': 'file',
	'gear': 'settings',
	'go-to-file': 'file-search',
	'help': 'circle-help',
	'help-circle': 'circle-question-mark',
	'circle-help': 'circle-question-mark',
	'home': 'house',
	'edit': 'square-pen',
	'pencil-line': 'pencil-line',
	'magnifying-glass': 'search',
	'more-vertical': 'ellipsis-vertical',
	'more-horizontal': 'ellipsis',
	'paper-plane': 'send',
	'paste': 'clipboard-paste',
	'plus-with-circle': 'circle-plus',
	'quote-glyph': 'quote',
	'reset': 'rotate-ccw',
	'right-arrow': 'arrow-right',
	'star-list': 'list-star',
	'switch': 'toggle-left',
	'sync': 'refresh-cw',
	'trash': 'trash-2',
	'alert-triangle': 'triangle-alert',
	'alert-circle': 'circle-alert',
	'check-circle': 'circle-check-big',
	'check-circle-2': 'circle-check',
	'bar-chart-3': 'chart-column',
	'uppercase-lowercase-a': 'case-sensitive',
	'vertical-three-dots': 'ellipsis-vertical',
};

function kebab(name: string): string {
	return name
		.replace(/([a-z])([A-Z])/gu, '$1-$2')
		.replace(/([A-Z])([A-Z][a-z])/gu, '$1-$2')
		.replace(/([a-zA-Z])(\d)/gu, '$1-$2')
		.toLowerCase();
}

function emptyIcon(id: string, viewBox: string): SVGSVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', viewBox);
	svg.setAttribute('class', `svg-icon ${id}`);
	return svg;
}

function ownIcon(id: string, content: string): SVGSVGElement {
	const svg = emptyIcon(id, '0 0 100 100');
	const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${content}</svg>`, 'image/svg+xml');
	for (const child of [...parsed.documentElement.childNodes]) svg.append(document.importNode(child, true));
	return svg;
}

function lucideIcon(id: string, node: IconNode): SVGSVGElement {
	const svg = emptyIcon(id, '0 0 24 24');
	const frame = { width: 24, height: 24, fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
	for (const [name, value] of Object.entries(frame)) svg.setAttribute(name, String(value));
	for (const [tag, attributes] of node) {
		const shape = document.createElementNS(SVG, tag);
		for (const [name, value] of Object.entries(attributes)) if (value !== undefined) shape.setAttribute(name, String(value));
		svg.append(shape);
	}
	return svg;
}

/** Registers an icon drawn on a 100 × 100 canvas. */
export function addIcon(id: string, content: string): void {
	own.set(id, content);
}

export function removeIcon(id: string): void {
	own.delete(id);
}

export function getIconIds(): string[] {
	return [...own.keys(), ...[...lucide.keys()].map((name) => `lucide-${name}`)];
}

/** The icon of that id (`lucide-x` and `x` are the same), or null. */
export function getIcon(id: string): SVGSVGElement | null {
	const content = own.get(id);
	if (content !== undefined) return ownIcon(id, content);
	const name = id.replace(/^lucide-/u, '');
	const node = lucide.get(name) ?? lucide.get(aliases[name] ?? '');
	return node ? lucideIcon(id.startsWith('lucide-') ? id : `lucide-${name}`, node) : null;
}

/** Puts the icon into the element, in place of what is in it. */
export function setIcon(parent: HTMLElement, id: string): void {
	const icon = getIcon(id);
	if (icon) parent.replaceChildren(icon);
}
