import type TurndownService from 'turndown';

/** Tables as Markdown, cell by cell. */
export function gfmTables(service: TurndownService): void {
	service.addRule('cell', {
		filter: ['th', 'td'],
		replacement: (content) => ` ${content.trim().replace(/\s*\n\s*/gu, ' ').replaceAll('|', '\\|')} |`,
	});
	service.addRule('row', {
		filter: 'tr',
		replacement(content, node) {
			const row = `|${content}`;
			const table = node.parentElement?.closest('table');
			if (table?.querySelector('tr') !== node) return `\n${row}`;
			return `\n${row}\n|${' --- |'.repeat(node.childElementCount)}`;
		},
	});
	service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` });
	service.addRule('tableParts', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
}
