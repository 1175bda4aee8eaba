import { afterEach, describe, expect, it } from 'vitest';
import { findChromium, openWorkbench, type OpenOptions, type OpenWorkbench } from '../../workbench/driver';

const notes = {
	'Home.md': 'To [[Other]] and back.\n',
	'Other.md': '# Other\nHere is [[Home]].\n',
	'Templates/Meeting.md': '## {{title}} on {{date}}\n{{unknown}}\n',
	'.obsidian/templates.json': '{"folder":"Templates"}',
	'Long.md': Array.from({ length: 6000 }, (_, index) => `Paragraph ${String(index)} of a long note.\n`).join('\n'),
};

describe.skipIf(!findChromium())('the shell of the workbench', () => {
	let bench: OpenWorkbench;
	const open = async (options: OpenOptions = {}): Promise<OpenWorkbench> => (bench = await openWorkbench({ vault: notes, plugins: [], ...options }));
	const active = (): Promise<string | undefined> => bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path);

	afterEach(async () => {
		const errors = bench.errors.splice(0);
		await bench.close();
		expect(errors).toEqual([]);
	});

	it('opens notes in tabs and splits, and steps back and forward', async () => {
		const { page } = await open({ open: 'Home.md' });
		await page.locator('.cm-hmd-internal-link').first().click();
		await expect.poll(active).toBe('Other.md');
		await bench.runCommand('app:go-back');
		await expect.poll(active).toBe('Home.md');
		await bench.runCommand('app:go-forward');
		await expect.poll(active).toBe('Other.md');
		await page.evaluate(() => window.workbench.app.workspace.openLinkText('Home', '', 'tab'));
		expect(await page.locator('.mod-root .workspace-tab-header').count()).toBe(2);
		await page.evaluate(() => window.workbench.app.workspace.openLinkText('Other#Other', '', 'split'));
		expect(await page.locator('.mod-root .workspace-tabs').count()).toBe(2);
		await bench.runCommand('workspace:close');
		expect(await page.locator('.mod-root .workspace-tabs').count()).toBe(1);
		await expect.poll(active).toBe('Home.md');
	});

	it('tells of what is in front, once each', async () => {
		const { page } = await open({ open: 'Home.md' });
		const heard = await page.evaluate(async () => {
			const { workspace } = window.workbench.app;
			const events: string[] = [];
			workspace.on('file-open', (file: { path: string } | null) => events.push(`file-open ${file?.path ?? 'none'}`));
			workspace.on('active-leaf-change', () => events.push('active-leaf-change'));
			await workspace.openLinkText('Other', '');
			await workspace.openLinkText('Home', '', 'tab');
			return events;
		});
		expect(heard).toEqual(['file-open Other.md', 'active-leaf-change', 'file-open Home.md']);
	});

	it('previews the note behind a link and lists its backlinks', async () => {
		const { page } = await open({ open: 'Home.md', query: { mode: 'preview' } });
		await page.locator('.markdown-reading-view a.internal-link').hover();
		await expect.poll(() => page.locator('.hover-popover').innerText()).toContain('Here is Home.');
		await page.mouse.move(2, 2);
		await expect.poll(() => page.locator('.hover-popover').count()).toBe(0);
		await bench.runCommand('backlink:open');
		await expect.poll(() => page.locator('[data-type="backlink"] .tree-item-inner').allInnerTexts()).toEqual(['Other']);
	});

	it('inserts a template, replacing only its own words', async () => {
		await open({ open: 'Other.md', clock: new Date('2026-11-20T09:12:00') });
		await bench.runCommand('insert-template');
		await expect.poll(() => bench.editorText()).toBe('## Other on 2026-11-20\n{{unknown}}\n# Other\nHere is [[Home]].\n');
	});

	it('draws a long note as it is read', async () => {
		const { page } = await open({ open: 'Long.md', query: { mode: 'preview' } });
		const view = page.locator('.markdown-reading-view > .markdown-preview-view');
		await expect.poll(() => view.locator('p').count()).toBeGreaterThan(100);
		expect(await view.locator('p').count()).toBeLessThan(5900);
		await expect
			.poll(async () => {
				await view.evaluate((el) => el.scrollTo(0, el.scrollHeight));
				return view.locator('p').count();
			}, { timeout: 15_000 })
			.toBe(6000);
		expect(await view.locator('[data-line="11998"]').innerText()).toBe('Paragraph 5999 of a long note.');
	});

	it('saves the last words when the page is closed', async () => {
		const { page } = await open({ open: 'Home.md' });
		await bench.typeInEditor('Last words. ');
		await page.goto('about:blank');
		await expect.poll(() => bench.readFile('Home.md')).toBe('Last words. To [[Other]] and back.\n');
	});

	it('follows the theme that is asked for', async () => {
		const { page } = await open({ theme: 'dark' });
		const colours = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		const dark = await colours();
		await bench.runCommand('theme:toggle-light-dark');
		expect(await colours()).not.toBe(dark);
		expect(await page.evaluate(() => window.workbench.app.isDarkMode())).toBe(false);
		await expect.poll(async () => bench.exists('.obsidian/app.json') && (JSON.parse(await bench.readFile('.obsidian/app.json')) as object)).toMatchObject({ theme: 'moonstone' });
	});

	it('is a phone in a narrow window: drawers, bar below, full-screen dialogs', async () => {
		const { page } = await open({ open: 'Home.md', viewport: { width: 390, height: 844 } });
		expect(await page.evaluate(() => document.body.className)).toContain('is-mobile is-phone');
		expect(await page.locator('.mod-left-split').isVisible()).toBe(false);
		await page.locator('.mobile-navbar-action[aria-label="Files"]').click();
		await page.locator('.nav-file-title', { hasText: 'Other' }).click();
		await expect.poll(active).toBe('Other.md');
		await expect.poll(() => page.locator('.mod-left-split').isVisible()).toBe(false);
		await bench.runCommand('app:open-settings');
		// It rises into its place.
		await expect
			.poll(() => page.locator('.modal.mod-settings').evaluate((el) => {
				const { x, y, width, height } = el.getBoundingClientRect();
				return [x, y, width, height].map(Math.round);
			}))
			.toEqual([0, 0, 390, 844]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	});
});
