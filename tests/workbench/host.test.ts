import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, openWorkbench, type OpenWorkbench } from '../../workbench/driver';

const notes = {
	'Home.md': '---\ntags: [start]\nvia: "[[Ralph]]"\n---\n# Home\nTo [[Ralph]], [[Ralph#Facts|facts]], [[Nowhere]] and ![[Ralph]].\n\n- [ ] task\n\n> [!tip] Title\n> Inside ==bright== text.\n\n%%secret%%\n',
	'People/Ralph.md': '# Ralph\n\n## Facts\nKnows much. ^know\n\n| a | b |\n|---|---|\n| [[Home\\|h]] | 2 |\n',
	'Windows.md': 'one\r\ntwo\r\n',
	'Unsafe.md': 'A <script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> [x](javascript:alert(1)) <b onclick="window.hacked=1">bold</b>\n',
	'Templates/Day.md': '# {{title}}\n{{date}} {{time:HH}} {{date:YYYY}} {{sense:queue}}\n',
	'.obsidian/daily-notes.json': '{"folder":"Daily","format":"YYYY-MM-DD","template":"Templates/Day"}',
	'.obsidian/templates.json': '{"folder":"Templates"}',
};

describe.skipIf(!findChromium())('the host of the workbench', () => {
	let bench: OpenWorkbench;

	beforeAll(async () => {
		bench = await openWorkbench({ vault: notes, plugins: [], clock: new Date('2026-11-20T09:12:00') });
	});
	afterAll(() => bench.close());
	afterEach(() => expect(bench.errors.splice(0)).toEqual([]));

	it('writes what the vault API writes to the disk, and tells of it', async () => {
		const heard = await bench.page.evaluate(async () => {
			const { vault } = window.workbench.app;
			const events: string[] = [];
			const refs = ['create', 'modify', 'delete', 'rename'].map((name) => vault.on(name, (file: { path: string }) => events.push(`${name} ${file.path}`)));
			await vault.createFolder('New/Deep');
			const file = await vault.create('New/Deep/note.md', 'one');
			await vault.modify(file, 'two');
			await vault.append(file, ' three');
			await vault.process(file, (text) => `${text} four`);
			await vault.process(file, (text) => text);
			await vault.rename(file, 'New/renamed.md');
			await vault.copy(file, 'New/copy.md');
			const copy = vault.getFileByPath('New/copy.md');
			if (copy) await vault.trash(copy, false);
			for (const ref of refs) vault.offref(ref);
			return events;
		});
		expect(heard).toEqual([
			'create New', 'create New/Deep', 'create New/Deep/note.md', 'modify New/Deep/note.md', 'modify New/Deep/note.md',
			'modify New/Deep/note.md', 'rename New/renamed.md', 'create New/copy.md', 'delete New/copy.md',
		]);
		expect(await bench.readFile('New/renamed.md')).toBe('two three four');
		expect(await bench.readFile('.trash/copy.md')).toBe('two three four');
		expect(bench.exists('New/copy.md')).toBe(false);
	});

	it.each([
		['an existing file', (): Promise<unknown> => window.workbench.app.vault.create('Home.md', 'x'), 'File already exists.'],
		['a missing folder', (): Promise<unknown> => window.workbench.app.vault.create('Gone/x.md', 'x'), 'ENOENT'],
		['an existing folder', (): Promise<unknown> => window.workbench.app.vault.createFolder('People'), 'Folder already exists.'],
		['a forbidden sign', (): Promise<unknown> => window.workbench.app.vault.create('a:b.md', 'x'), 'File name cannot contain'],
	])('refuses %s in the words of Obsidian', async (_what, act, message) => {
		await expect(bench.page.evaluate(act)).rejects.toThrow(message);
		expect(await bench.readFile('Home.md')).toBe(notes['Home.md']);
	});

	it('processes a file by many at once without losing a change', async () => {
		await bench.writeFile('Count.md', '0');
		await expect.poll(() => bench.page.evaluate(() => window.workbench.app.vault.getFileByPath('Count.md') !== null)).toBe(true);
		await bench.page.evaluate(async () => {
			const { vault } = window.workbench.app;
			const file = vault.getFileByPath('Count.md');
			if (file) await Promise.all(Array.from({ length: 25 }, () => vault.process(file, (text) => String(Number(text) + 1))));
		});
		expect(await bench.readFile('Count.md')).toBe('25');
	});

	it('knows metadata, resolves links and tells of changes', async () => {
		const result = await bench.page.evaluate(async () => {
			const { vault, metadataCache } = window.workbench.app;
			const home = vault.getFileByPath('Home.md');
			const ralph = vault.getFileByPath('People/Ralph.md');
			if (!home || !ralph) throw new Error('Notes are missing.');
			const cache = metadataCache.getFileCache(home);
			const changed = new Promise<string>((resolve) => metadataCache.on('changed', (file: { path: string }) => resolve(file.path)));
			await vault.append(ralph, '\n#fresh\n');
			return {
				changed: await changed,
				tags: metadataCache.getFileCache(ralph)?.tags?.map((tag) => tag.tag),
				heading: cache?.headings?.[0]?.heading,
				links: metadataCache.resolvedLinks['Home.md'],
				missing: metadataCache.unresolvedLinks['Home.md'],
				dest: metadataCache.getFirstLinkpathDest('ralph', 'Home.md')?.path,
				text: metadataCache.fileToLinktext(ralph, 'Home.md'),
				link: window.workbench.app.fileManager.generateMarkdownLink(ralph, 'Home.md', '#Facts', 'him'),
			};
		});
		expect(result).toEqual({
			changed: 'People/Ralph.md',
			tags: ['#fresh'],
			heading: 'Home',
			links: { 'People/Ralph.md': 4 },
			missing: { Nowhere: 1 },
			dest: 'People/Ralph.md',
			text: 'Ralph',
			link: '[[Ralph#Facts|him]]',
		});
	});

	it('renames a note and rewrites every link to it, in text, tables and properties, and nothing else', async () => {
		await bench.page.evaluate(async () => {
			const { app } = window.workbench;
			const [ralph, home] = ['People/Ralph.md', 'Home.md'].map((path) => app.vault.getFileByPath(path));
			if (ralph) await app.fileManager.renameFile(ralph, 'People/Ralph Mercer.md');
			if (home) await app.fileManager.renameFile(home, 'House.md');
		});
		expect(await bench.readFile('House.md')).toBe(
			notes['Home.md'].replace('"[[Ralph]]"', '"[[Ralph Mercer]]"').replace('To [[Ralph]], [[Ralph#', 'To [[Ralph Mercer]], [[Ralph Mercer#').replace('![[Ralph]]', '![[Ralph Mercer]]'),
		);
		expect(await bench.readFile('People/Ralph Mercer.md')).toContain('| [[House\\|h]] | 2 |');
		await bench.page.evaluate(async () => {
			const { app } = window.workbench;
			const [ralph, house] = ['People/Ralph Mercer.md', 'House.md'].map((path) => app.vault.getFileByPath(path));
			if (ralph) await app.fileManager.renameFile(ralph, 'People/Ralph.md');
			if (house) await app.fileManager.renameFile(house, 'Home.md');
		});
		expect(await bench.readFile('Home.md')).toBe(notes['Home.md']);
	});

	it('reads a note that is renamed meanwhile', async () => {
		const text = await bench.page.evaluate(async () => {
			const { vault } = window.workbench.app;
			const pause = (): Promise<void> => new Promise((resolve) => void window.setTimeout(resolve, 50));
			const fast = window.fetch.bind(window);
			const file = await vault.create('Here.md', 'one text');
			// The server renames at once; that it did so is heard of late.
			let hear: (() => void) | undefined;
			const late = new Promise<void>((resolve) => (hear = resolve));
			window.fetch = async (input, init) => {
				const answer = await fast(input, init);
				if (String(input instanceof Request ? input.url : input).includes('/api/rename')) await late;
				return answer;
			};
			const renamed = vault.rename(file, 'There.md');
			await pause();
			const read = vault.read(file);
			await pause();
			hear?.();
			await renamed;
			window.fetch = fast;
			const found = await read;
			await vault.delete(file);
			return found;
		});
		expect(text).toBe('one text');
	});

	it('types into a note and saves it by itself, byte for byte', async () => {
		await bench.openNote('Windows.md');
		await bench.page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.setCursor({ line: 2, ch: 0 }));
		await bench.typeInEditor('three');
		await expect.poll(() => bench.readFile('Windows.md'), { timeout: 8000 }).toBe('one\r\ntwo\r\nthree');
	});

	it('brings a change by another program into the editor and keeps cursor and unsaved words', async () => {
		await bench.openNote('People/Ralph.md');
		const before = await bench.readFile('People/Ralph.md');
		const at = before.split('\n').indexOf('Knows much. ^know');
		await bench.page.evaluate((line) => window.workbench.app.workspace.activeEditor?.editor?.setCursor({ line, ch: 5 }), at);
		await bench.typeInEditor(' very');
		await bench.writeFile('People/Ralph.md', `Above all.\n${before}`);
		await expect.poll(() => bench.editorText()).toContain('Above all.');
		await bench.typeInEditor(' very');
		expect(await bench.editorText()).toBe(`Above all.\n${before.replace('Knows much.', 'Knows very very much.')}`);
		await bench.settle();
		expect(await bench.readFile('People/Ralph.md')).toBe(await bench.editorText());
	});

	it('takes in once what a plugin writes while the editor saves, however the two meet', async () => {
		const texts = await bench.page.evaluate(async () => {
			const { vault, workspace } = window.workbench.app;
			const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void window.setTimeout(resolve, milliseconds));
			const fast = window.fetch.bind(window);
			const found: { shown: string; onDisk: string }[] = [];
			const file = await vault.create('Met.md', 'start\n');
			await workspace.getLeaf('tab').openFile(file);
			const { activeEditor } = workspace;
			for (let delay = 0; delay < 12; delay += 1) {
				await vault.modify(file, 'start\n');
				while (activeEditor?.editor?.getValue() !== 'start\n') await pause(5);
				// Answers of the disk take their time, and each a different one.
				let asking = delay;
				window.fetch = async (...asked) => {
					await pause(((asking += 1) * 7) % 25);
					const answer = await fast(...asked);
					await pause((asking * 11) % 25);
					return answer;
				};
				activeEditor.editor.replaceRange('typed\n', { line: 1, ch: 0 });
				const written = vault.modify(file, 'written\nstart\n');
				await pause(delay * 2);
				const saved = (activeEditor as unknown as { save(): Promise<void> }).save();
				for (const key of 'on and on') {
					activeEditor.editor.replaceRange(key, activeEditor.editor.offsetToPos(activeEditor.editor.getValue().length));
					await pause(8);
				}
				await Promise.all([written, saved]);
				window.fetch = fast;
				await pause(60);
				await (activeEditor as unknown as { save(): Promise<void> }).save();
				found.push({ shown: activeEditor.editor.getValue(), onDisk: await vault.adapter.read('Met.md') });
			}
			workspace.activeLeaf?.detach();
			return found;
		});
		expect(texts).toEqual(texts.map(() => ({ shown: 'written\nstart\ntyped\non and on', onDisk: 'written\nstart\ntyped\non and on' })));
	});

	it('offers the editor API', async () => {
		const result = await bench.page.evaluate(async () => {
			const { app } = window.workbench;
			const file = await app.vault.create('Editor.md', 'alpha beta\ngamma\n');
			await app.workspace.getLeaf().openFile(file);
			const editor = app.workspace.activeEditor?.editor;
			if (!editor) throw new Error('No editor is open.');
			editor.setSelection({ line: 0, ch: 0 }, { line: 0, ch: 5 });
			const selected = [editor.getSelection(), editor.somethingSelected(), editor.getCursor('from'), editor.getCursor('to')];
			editor.replaceSelection('ALPHA');
			editor.replaceRange('!', { line: 1, ch: 5 });
			editor.transaction({ changes: [{ from: { line: 0, ch: 0 }, text: '> ' }, { from: { line: 1, ch: 0 }, text: '> ' }], selection: { from: { line: 1, ch: 2 } } });
			return [selected, editor.getValue(), editor.getCursor(), editor.offsetToPos(editor.posToOffset({ line: 1, ch: 3 })), editor.wordAt({ line: 0, ch: 3 }), editor.lineCount()];
		});
		expect(result).toEqual([
			['alpha', true, { line: 0, ch: 0 }, { line: 0, ch: 5 }],
			'> ALPHA beta\n> gamma!\n',
			{ line: 1, ch: 2 },
			{ line: 1, ch: 3 },
			{ from: { line: 0, ch: 2 }, to: { line: 0, ch: 7 } },
			3,
		]);
	});

	it('renders a note as Obsidian does, with its class names', async () => {
		const { page } = bench;
		await bench.openNote('Home.md', 'preview');
		const view = page.locator('.markdown-reading-view');
		await expect.poll(() => view.locator('.callout[data-callout="tip"] .callout-title-inner').innerText()).toBe('Title');
		expect(await view.locator('.callout-content mark').innerText()).toBe('bright');
		expect(await view.locator('a.internal-link[data-href="Ralph#Facts"]').innerText()).toBe('facts');
		expect(await view.locator('a.internal-link.is-unresolved').allInnerTexts()).toEqual(['Nowhere']);
		expect(await view.locator('.markdown-embed').innerText()).toContain('Knows');
		expect(await view.locator('li.task-list-item input').count()).toBe(1);
		expect(await view.locator('.metadata-property[data-property-key="via"] a.internal-link').innerText()).toBe('Ralph');
		expect(await view.innerText()).not.toContain('secret');
		await view.locator('p > a.internal-link', { hasText: 'Ralph' }).first().click();
		await expect.poll(() => page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('People/Ralph.md');
	});

	it('runs nothing that stands in a note', async () => {
		await bench.openNote('Unsafe.md', 'preview');
		await expect.poll(() => bench.page.locator('.markdown-reading-view b').innerText()).toBe('bold');
		expect(await bench.page.locator('.markdown-reading-view').evaluate((el) => /script|onerror|onclick|javascript/u.test(el.innerHTML))).toBe(false);
		expect(await bench.page.evaluate(() => 'hacked' in window)).toBe(false);
		bench.errors.splice(0);
	});

	it("makes today's daily note from the template and replaces only its own words", async () => {
		await bench.runCommand('daily-notes');
		await expect.poll(() => bench.exists('Daily/2026-11-20.md')).toBe(true);
		expect(await bench.readFile('Daily/2026-11-20.md')).toBe('# 2026-11-20\n2026-11-20 09 2026 {{sense:queue}}\n');
		const plugin = await bench.page.evaluate(() => {
			const found = window.workbench.app.internalPlugins.getPluginById('daily-notes');
			return { enabled: found?.enabled, options: found?.instance.options };
		});
		expect(plugin).toEqual({ enabled: true, options: { folder: 'Daily', format: 'YYYY-MM-DD', template: 'Templates/Day' } });
	});

	it('is used by keyboard: palette, quick switcher, dialogs', async () => {
		const { page } = bench;
		await page.keyboard.press('Control+P');
		await page.keyboard.type('reading view');
		await expect.poll(() => page.locator('.prompt .suggestion-item.is-selected .suggestion-title').innerText()).toBe('Toggle reading view');
		await page.keyboard.press('Escape');
		expect(await page.locator('.prompt').count()).toBe(0);
		await page.keyboard.press('Control+O');
		await page.keyboard.type('win');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Windows.md');
		await page.keyboard.press('Control+,');
		await expect.poll(() => page.locator('.modal.mod-settings').count()).toBe(1);
		await page.keyboard.press('Escape');
		expect(await page.locator('.modal').count()).toBe(0);
	});

	it('asks before a note is deleted and puts it into the trash', async () => {
		const { page } = bench;
		await page.locator('.nav-file-title', { hasText: 'Count' }).click({ button: 'right' });
		await page.locator('.menu-item', { hasText: 'Delete' }).click();
		await page.locator('.modal button.mod-warning').click();
		await expect.poll(() => bench.exists('Count.md')).toBe(false);
		expect(await bench.readFile('.trash/Count.md')).toBe('25');
	});

	it('keeps what is open over a reload, and what was typed', async () => {
		await bench.openNote('Editor.md');
		await bench.typeInEditor('typed ');
		await bench.settle();
		await expect.poll(() => bench.page.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith('workspace-layout') && localStorage.getItem(key)?.includes('Editor.md')))).toBe(true);
		await bench.reload();
		expect(await bench.page.evaluate(() => window.workbench.app.workspace.getActiveFile()?.path)).toBe('Editor.md');
		expect(await bench.editorText()).toContain('typed');
	});

	it('survives the end of its process', async () => {
		await bench.crash();
		bench = await bench.reopen();
		expect(await bench.page.evaluate(() => window.workbench.app.vault.getMarkdownFiles().length)).toBeGreaterThan(5);
	});
});
