import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { buildSettingsPlugin, type BuiltPlugin } from './second-plugin/build';

const DATA = '.obsidian/plugins/defined-settings/data.json';

function listen(server: Server): Promise<string> {
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`));
	});
}

describe.skipIf(!findChromium())('settings by definitions, and requests, in the workbench', () => {
	let plugin: BuiltPlugin;
	let bench: OpenWorkbench;
	let origin: string;
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify({ got: `${request.method ?? ''} ${body} ${String(request.headers['x-kind'])}` }));
		});
	});
	const row = (name: string): Locator => bench.page.locator('.vertical-tab-content .setting-item', { hasText: name }).first();
	const stored = async (): Promise<unknown> => JSON.parse(await bench.readFile(DATA)) as unknown;

	beforeAll(async () => {
		origin = await listen(server);
		plugin = await buildSettingsPlugin();
		bench = await openWorkbench({ vault: { 'Note.md': 'text', 'Books/One.md': 'one' }, plugins: [plugin], allowProxyTo: [origin] });
	});
	afterAll(async () => {
		await bench.close();
		server.close();
		await rm(plugin.folder, { recursive: true });
	});
	beforeEach(async () => {
		await bench.runCommand('app:open-settings');
		await bench.page.locator('.vertical-tab-nav-item', { hasText: 'Defined settings' }).click();
	});
	afterEach(async () => {
		await bench.page.keyboard.press('Escape');
		await bench.page.keyboard.press('Escape');
		expect(bench.errors.splice(0)).toEqual([]);
	});

	it('binds each kind of control to the settings', async () => {
		await row('Switch').locator('.checkbox-container').click();
		await row('Kind').locator('select').selectOption('b');
		await row('Count').locator('input').fill('12');
		await expect.poll(stored).toMatchObject({ on: true, kind: 'b', count: 12 });
	});

	it('refuses a value that is not valid, says why, and stores nothing', async () => {
		await row('Name').locator('input').fill('X');
		await expect.poll(() => row('Name').locator('.setting-item-error').textContent()).toBe('Too short.');
		await row('Name').locator('input').fill('Eve');
		await expect.poll(() => row('Name').locator('.setting-item-error').count()).toBe(0);
		await expect.poll(stored).toMatchObject({ name: 'Eve' });
	});

	it('shows and hides by predicate at once', async () => {
		expect(await row('Count').isVisible()).toBe(true);
		await row('Switch').locator('.checkbox-container').click();
		await expect.poll(() => row('Count').isVisible()).toBe(false);
	});

	it('suggests folders of the vault', async () => {
		await row('Folder').locator('input').fill('bo');
		await bench.page.locator('.suggestion-container .suggestion-item', { hasText: 'Books' }).click();
		await expect.poll(stored).toMatchObject({ folder: 'Books' });
		expect(await bench.page.locator('.suggestion-container').count()).toBe(0);
	});

	it('runs actions and what a row renders itself', async () => {
		await row('Press').click();
		await row('Own').locator('button').click();
		expect(await bench.notices()).toEqual(expect.arrayContaining(['Pressed.', 'Own pressed.']));
	});

	it('adds to and deletes from a list', async () => {
		const { page } = bench;
		expect(await page.locator('.setting-group-empty').textContent()).toBe('No words yet.');
		await page.locator('.setting-group.mod-list [aria-label="Add word"]').click();
		await page.locator('.setting-group.mod-list [aria-label="Add word"]').click();
		await expect.poll(stored).toMatchObject({ words: ['word 1', 'word 2'] });
		await page.locator('.setting-group.mod-list [aria-label="Delete"]').first().click();
		await expect.poll(stored).toMatchObject({ words: ['word 2'] });
	});

	it('opens pages below the tab and comes back', async () => {
		const { page } = bench;
		expect(await row('Inner page').locator('.setting-item-display-value').textContent()).toBe('b');
		await row('Inner page').click();
		expect(await row('Deep').locator('input').inputValue()).toBe('Eve');
		await page.locator('.setting-page-titlebar [aria-label="Back"]').click();
		await row('About').click();
		expect(await page.locator('.vertical-tab-content').textContent()).toContain('Drawn by hand.');
		await page.locator('.setting-page-titlebar [aria-label="Back"]').click();
		expect(await row('Kind').isVisible()).toBe(true);
	});

	it('suggests while a person types in a note', async () => {
		const { page } = bench;
		await page.keyboard.press('Escape');
		await bench.openNote('Note.md');
		await bench.typeInEditor('@An');
		await expect.poll(() => page.locator('.suggestion-container .suggestion-item').allInnerTexts()).toEqual(['Ann', 'Anton']);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		expect(await bench.editorText()).toBe('[[Anton]]text');
		expect(await page.locator('.suggestion-container').count()).toBe(0);
	});

	it('turns the HTML of a page into Markdown', async () => {
		const html = '<h2>Head</h2><p>A <b>bold</b> <a href="https://example.org">link</a><script>x()</script></p><ul><li>one</li><li>two</li></ul><table><tr><th>a</th></tr><tr><td>1</td></tr></table>';
		const markdown = await bench.page.evaluate((text) => window.workbench.fireProtocol('to-markdown', { html: text }), html);
		expect(markdown).toBe('## Head\n\nA **bold** [link](https://example.org)\n\n- one\n- two\n\n| a |\n| --- |\n| 1 |');
	});

	it('sends requests only where they are allowed to go', async () => {
		const ask = (url: string): Promise<unknown> => bench.page.evaluate((target) => window.workbench.fireProtocol('ask', { url: target }), url);
		expect(await ask(`${origin}/path`)).toBe('200 application/json POST hello test');
		await expect(ask('http://127.0.0.1:9/')).rejects.toThrow();
		// The browser itself writes refused requests to its console.
		expect(bench.errors.splice(0).join()).toContain('403');
	});
});
