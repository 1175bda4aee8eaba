import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { buildBasesPlugin } from './second-plugin/build';

const BASE = `filters:
  and:
    - file.inFolder("Shelf")
    - file.ext == "md"
formulas:
  due: if(read, read + "2w")
  late: formula.due < date("2026-06-01")
  loop: formula.loop
properties:
  note.pages:
    displayName: Length
views:
  - type: table
    name: All
    order: [file.name, note.pages, formula.due, formula.late, by]
    sort:
      - property: pages
        direction: DESC
  - type: names
    name: Short
    filters: pages < 300
    limit: 2
    sort: [{ property: pages, direction: DESC }]
    groupBy:
      property: note.kind
      direction: ASC
    sum: 1 + 2
  - type: table
    name: Broken
    order: [file.name, formula.loop]
    filters:
      or: [file.hasTag("old"), file.hasLink("Person"), not: [pages > 0]]
  - type: names
    name: Sentence
    filters: 'pages ='
`;
const notes = {
	'Person.md': 'Somebody.\n',
	'Shelf/One.md': '---\npages: 100\nread: 2026-05-10\nkind: novel\nby: "[[Person]]"\n---\n',
	'Shelf/Two.md': '---\npages: 250\nread: 2026-09-01\nkind: essay\n---\n#old/very\n',
	'Shelf/Three.md': '---\npages: 400\n---\n',
	'Shelf/Four.md': '---\npages: 90\nkind: novel\n---\n',
	'Shelf/Five.md': 'No properties, but [[Person]].\n',
	'Books.base': BASE,
	'With bases.md': '![[Books.base#Short]]\n\n```base\nfilters: file.path == this.file.path\nviews:\n  - type: table\n    name: Me\n```\n',
};

describe.skipIf(!findChromium())('bases in the workbench', () => {
	let plugin: { id: string; folder: string };
	let bench: OpenWorkbench;

	beforeAll(async () => {
		plugin = await buildBasesPlugin();
		bench = await openWorkbench({ vault: notes, plugins: [plugin], open: 'Books.base' });
	});
	afterAll(async () => {
		await bench.close();
		await rm(plugin.folder, { recursive: true });
	});
	afterEach(() => expect(bench.errors.splice(0)).toEqual([]));

	const rows = (): Promise<string[]> => bench.page.locator('.bases-pane .bases-tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.querySelector('input')?.getAttribute('aria-label') ?? cell.textContent).join('|')));
	const choose = async (name: string): Promise<void> => {
		await bench.page.locator('.bases-toolbar-views-menu').click();
		await bench.page.locator('.menu-item', { hasText: name }).click();
	};
	const names = (): ReturnType<OpenWorkbench['page']['locator']> => bench.page.locator('.bases-pane .names-view');
	const log = (): Promise<string> => bench.page.evaluate(() => document.body.getAttribute('data-names-view') ?? '');

	it('show a table with filters, formulas, links and an order', async () => {
		await expect.poll(rows).toEqual(['Three|400||false|', 'Two|250|2026-09-15|false|', 'One|100|2026-05-24|true|Person', 'Four|90||false|', 'Five|||false|']);
		expect(await bench.page.locator('.bases-table-header').allTextContents()).toEqual(['file name', 'Length', 'due', 'late', 'by']);
		expect(await bench.page.locator('.bases-toolbar-results').textContent()).toBe('5 results');
	});

	it('follow the notes', async () => {
		await bench.writeFile('Shelf/Six.md', '---\npages: 500\n---\n');
		await expect.poll(async () => (await rows())[0]).toBe('Six|500||false|');
		await bench.page.evaluate(async () => {
			const { vault, fileManager } = window.workbench.app;
			const file = vault.getFileByPath('Shelf/Six.md');
			if (file) await fileManager.trashFile(file);
		});
		await expect.poll(async () => (await rows())[0]).toBe('Three|400||false|');
	});

	it('show the view of a plugin, with the group, limit and options it was given', async () => {
		await choose('Short');
		await expect.poll(() => names().textContent()).toBe('essay: Two / novel: One');
		expect(await names().getAttribute('data-note')).toBe('3');
		expect(await bench.page.locator('.bases-toolbar-results').textContent()).toBe('2 of 3 results');
		await bench.page.getByRole('button', { name: 'Configure view' }).click();
		await bench.page.locator('.modal .setting-item', { hasText: 'Heading' }).locator('input').fill('pages');
		await expect.poll(() => names().textContent()).toBe('Length | essay: Two / novel: One');
		await bench.page.keyboard.press('Escape');
		await names().click();
		await expect.poll(() => bench.readFile('Books.base')).toContain('heading: pages\n    seen: true');
		await bench.page.setViewportSize({ width: 1000, height: 800 });
		await expect.poll(log).toContain('resized');
	});

	it('say what is wrong in words, for the view or in the cell', async () => {
		await choose('Broken');
		await expect.poll(rows).toEqual(['Five|The formula "loop" refers to itself.', 'One|The formula "loop" refers to itself.', 'Two|The formula "loop" refers to itself.']);
		await choose('Sentence');
		await expect.poll(() => bench.page.locator('.bases-problem').textContent()).toContain('The formula `pages =` cannot be read');
		expect(await log()).toMatch(/^loaded( resized)+ unloaded$/);
		await choose('Short');
		await names().waitFor();
		await bench.page.evaluate((id) => window.workbench.disable(id), plugin.id);
		await expect.poll(() => bench.page.locator('.bases-problem').textContent()).toContain('Nothing here shows views of the type "names"');
		expect(await log()).toMatch(/loaded unloaded$/);
		await bench.page.evaluate((id) => window.workbench.enable(id), plugin.id);
		await names().waitFor();
	});

	it('stand in a note, embedded and as a block', async () => {
		await bench.openNote('With bases.md', 'preview');
		await expect.poll(() => bench.page.locator('.markdown-preview-view .names-view').textContent()).toContain('essay: Two');
		await expect.poll(() => bench.page.locator('.markdown-preview-view .bases-tr').allTextContents()).toEqual(['With bases']);
		await bench.openNote('Books.base');
		await bench.page.locator('.bases-pane .bases-tr a', { hasText: 'One' }).first().click();
		await expect.poll(() => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Shelf/One.md');
	});

	it('are switched off by the core plugin\'s switch', async () => {
		await bench.writeFile('.obsidian/core-plugins.json', '{"bases": false}');
		await bench.reload();
		expect(await bench.page.evaluate(() => document.body.getAttribute('data-bases'))).toBe('false');
		expect(await bench.page.locator('.bases-pane').count()).toBe(0);
	});
});
