import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { buildSecondPlugin } from './second-plugin/build';

const notes = {
	'Welcome.md': 'See [[Book One]] and [site](https://example.org).\n\n```reading\nBook One\n```\n',
	'Shelf/Book One.md': '---\n# a comment\nauthor: Someone\n---\nText of the first book.\n',
	'Shelf/Book Two.md': 'Second, after [[Book One]].\n',
};

describe.skipIf(!findChromium())('a plugin that is not ours, in the workbench', () => {
	let plugin: { id: string; folder: string };
	let bench: OpenWorkbench;

	beforeAll(async () => {
		plugin = await buildSecondPlugin();
		bench = await openWorkbench({ vault: notes, plugins: [plugin] });
	});
	afterAll(async () => {
		await bench.close();
		await rm(plugin.folder, { recursive: true });
	});
	afterEach(() => expect(bench.errors.splice(0)).toEqual([]));

	it('loads unmodified, with its status bar, ribbon, styles and commands', async () => {
		await expect.poll(() => bench.page.locator('.status-bar .plugin-reading-list').innerText()).toBe('Read');
		expect(await bench.page.locator('.side-dock-ribbon-action[aria-label="Reading list"]').count()).toBe(1);
		expect(await bench.page.locator('style[data-plugin="reading-list"]').count()).toBe(1);
		const commands = await bench.page.evaluate(() => window.workbench.commands());
		expect(commands).toContainEqual({ id: 'reading-list:next', name: 'Reading list: Choose what to read next' });
	});

	it('chooses in a fuzzy prompt by keyboard; the choice is in the properties on the disk', async () => {
		const { page } = bench;
		await page.keyboard.press('Control+Shift+K');
		await page.keyboard.type('bktw');
		await expect.poll(() => page.locator('.prompt .suggestion-item').count()).toBe(1);
		await page.keyboard.press('Enter');
		await expect.poll(() => bench.notices()).toContain('Read: Book Two');
		expect(await page.locator('.prompt').count()).toBe(0);
		expect(await bench.readFile('Shelf/Book Two.md')).toBe('---\nread: true\n---\nSecond, after [[Book One]].\n');
		expect(JSON.parse(await bench.readFile('.obsidian/plugins/reading-list/data.json'))).toMatchObject({ opened: 1 });
	});

	it('shows its view in the sidebar and redraws it when metadata changes', async () => {
		const { page } = bench;
		await bench.runCommand('reading-list:open');
		await expect.poll(() => page.locator('.reading-list li').allInnerTexts()).toEqual(['Book Two']);
		await bench.writeFile('Shelf/Book One.md', '---\nread: true\n---\nRead by another program.\n');
		await expect.poll(() => page.locator('.reading-list li').allInnerTexts()).toEqual(['Book One', 'Book Two']);
		expect(await page.locator('.mod-right-split').isVisible()).toBe(true);
	});

	it('renders its code block in the reading view and in the editor, and post-processes links', async () => {
		const { page } = bench;
		await bench.openNote('Welcome.md', 'preview');
		const text = 'Read: Book One (Welcome.md)';
		await expect.poll(() => page.locator('.markdown-reading-view .block-language-reading').innerText()).toBe(text);
		expect(await page.locator('.markdown-reading-view a.external-link').getAttribute('data-seen')).toBe('yes');
		await bench.openNote('Welcome.md', 'source');
		await expect.poll(() => page.locator('.markdown-source-view .block-language-reading').innerText()).toBe(text);
	});

	it('hears of a rename, and the links follow on the disk', async () => {
		const renames = await bench.page.evaluate(async () => {
			const { app } = window.workbench;
			const file = app.vault.getFileByPath('Shelf/Book One.md');
			if (!file) throw new Error('The note is missing.');
			await app.fileManager.renameFile(file, 'Shelf/Volume One.md');
			return (app.plugins.getPlugin('reading-list') as unknown as { renames: string[] }).renames;
		});
		expect(renames).toEqual(['Shelf/Book One.md → Shelf/Volume One.md']);
		expect(await bench.readFile('Shelf/Book Two.md')).toContain('Second, after [[Volume One]].');
		expect(await bench.readFile('Welcome.md')).toContain('See [[Volume One]] and [site]');
	});

	it('runs editor commands on the open note only where they may run', async () => {
		const { page } = bench;
		await bench.openNote('Shelf/Book Two.md');
		await page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.setSelection({ line: 3, ch: 0 }, { line: 3, ch: 6 }));
		expect(await page.evaluate(() => window.workbench.runCommand('reading-list:only-empty'))).toBe(false);
		await bench.runCommand('reading-list:shout');
		expect(await bench.editorText()).toContain('SECOND, after');
		await bench.settle();
		expect(await bench.readFile('Shelf/Book Two.md')).toContain('SECOND, after');
	});

	it('adds to the menus of editor and file, and shows a menu of its own by keyboard', async () => {
		const { page } = bench;
		await page.locator('.cm-content').click({ button: 'right' });
		await page.locator('.menu-item', { hasText: 'Read later' }).click();
		await expect.poll(() => bench.notices()).toContain('Later.');
		await page.locator('.nav-file-title', { hasText: 'Welcome' }).click({ button: 'right' });
		expect(await page.locator('.menu-item', { hasText: 'Mark as read' }).count()).toBe(1);
		await page.keyboard.press('Escape');
		await bench.runCommand('reading-list:menu');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect.poll(() => bench.notices()).toContain('Second chosen');
		expect(await page.locator('.menu').count()).toBe(0);
	});

	it('draws its settings by display() and stores them', async () => {
		const { page } = bench;
		await bench.runCommand('app:open-settings');
		await page.locator('.vertical-tab-nav-item', { hasText: 'Reading list' }).click();
		await page.locator('.setting-item', { hasText: 'Greeting' }).locator('input').fill('Now');
		await page.locator('.setting-item', { hasText: 'Loud' }).locator('.checkbox-container').click();
		await page.keyboard.press('Escape');
		await expect.poll(async () => JSON.parse(await bench.readFile('.obsidian/plugins/reading-list/data.json')) as unknown).toMatchObject({ greeting: 'Now', loud: true });
	});

	it('closes its dialog by its own key, and a failing command is told about', async () => {
		const { page } = bench;
		await bench.runCommand('reading-list:ask');
		await page.keyboard.type('Good');
		await page.keyboard.press('Control+Enter');
		await expect.poll(() => bench.notices()).toContain('You said: Good');
		expect(await page.locator('.modal').count()).toBe(0);
		await bench.runCommand('reading-list:fails');
		await expect.poll(() => bench.notices()).toContain('The command "Reading list: Fail" failed: The shelf is empty.');
		expect(bench.errors.splice(0).join()).toContain('The shelf is empty.');
	});

	it('answers its address and hears of settings that others changed', async () => {
		await bench.page.evaluate(() => window.workbench.fireProtocol('reading-list', { title: 'Emma' }));
		expect(await bench.notices()).toContain('Asked for Emma');
		await bench.writeFile('.obsidian/plugins/reading-list/data.json', '{"greeting":"Elsewhere"}');
		await expect
			.poll(() => bench.page.evaluate(() => (window.workbench.app.plugins.getPlugin('reading-list') as unknown as { external: number }).external))
			.toBeGreaterThan(0);
	});

	it('leaves nothing behind when it is unloaded', async () => {
		const { page } = bench;
		const off = await openWorkbench({ vault: notes, plugins: [plugin], pluginsOff: true, built: true });
		try {
			await off.openNote('Welcome.md', 'preview');
			// The backlinks are drawn a moment after the note.
			await expect.poll(() => off.page.locator('.workspace-leaf-content[data-type="backlink"] .pane-empty').textContent()).toBe('No backlinks found.');
			const before = await off.page.evaluate(() => window.workbench.resources());
			await off.page.evaluate(() => window.workbench.enable('reading-list'));
			await off.runCommand('reading-list:open');
			await off.runCommand('reading-list:menu');
			await off.page.keyboard.press('Escape');
			const during = await off.page.evaluate(() => window.workbench.resources());
			expect(during.listeners).toBeGreaterThan(before.listeners);
			expect(during.intervals).toBe(before.intervals + 1);
			expect(during.styles).toBe(before.styles + 1);
			await off.page.evaluate(() => window.workbench.disable('reading-list'));
			await off.page.evaluate(() => window.workbench.app.workspace.rightSplit.collapse());
			await expect.poll(() => off.page.evaluate(() => window.workbench.resources())).toEqual(before);
			expect((await off.page.evaluate(() => window.workbench.commands())).filter((command) => command.id.startsWith('reading-list'))).toEqual([]);
			expect(await off.page.locator('.markdown-reading-view .block-language-reading').count()).toBe(0);
		} finally {
			await off.close();
		}
		expect(await page.locator('.status-bar .plugin-reading-list').count()).toBe(1);
	});
});
