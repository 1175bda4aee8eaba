import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildPage } from '../page/build.mjs';
import { startWorkbench, type PluginSource } from '../server';
import { findChromium } from './chromium';
import { copyVault, type VaultSource } from './vault-copy';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Nothing of the browser's own may reach for the network. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export interface OpenOptions {
	/** Notes to start from; the project's `sample-vault` by default. They are copied first. */
	vault?: VaultSource;
	/** Opens this folder itself, without a copy. */
	vaultInPlace?: string;
	/** Built plugins by folder; the project's own by default. */
	plugins?: readonly PluginSource[];
	/** Origins that `requestUrl` may reach; none by default. */
	allowProxyTo?: readonly string[];
	/** CSS pixels; 1280 × 800 by default. Below 600 the page is a phone. */
	viewport?: { width: number; height: number };
	theme?: 'light' | 'dark';
	/** Starts without any plugin loaded. */
	pluginsOff?: boolean;
	/** The note to open first. */
	open?: string;
	/** Further parameters of the page's address. */
	query?: Readonly<Record<string, string>>;
	/** Shows the window; for looking on. */
	headed?: boolean;
	/** Where `screenshot` writes; `test-results/` by default. */
	screenshots?: string;
	/** What `Date` says in the page: this moment, from which it goes on running. */
	clock?: Date;
	/** Skips building the page because it was just built. */
	built?: boolean;
}

/** A workbench in a real browser. */
export interface OpenWorkbench {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly browser: Browser;
	/** The page's address, with its token. */
	readonly url: string;
	/** The vault on the disk. */
	readonly vaultPath: string;
	/** Errors that reached the page's console or nobody; empty when all went well. */
	readonly errors: string[];
	/** Runs a command by its id. @throws Error when it does not exist or cannot run now */
	runCommand(id: string): Promise<void>;
	/** Opens a note in the main area. */
	openNote(notePath: string, mode?: 'source' | 'preview'): Promise<void>;
	/** Types at the cursor of the open note. */
	typeInEditor(text: string): Promise<void>;
	/** Text of the open note's editor. */
	editorText(): Promise<string>;
	/** A file as the disk has it. */
	readFile(vaultFile: string): Promise<string>;
	/** Writes a file as another program would. */
	writeFile(vaultFile: string, content: string): Promise<void>;
	exists(vaultFile: string): boolean;
	notices(): Promise<string[]>;
	readClipboard(): Promise<string>;
	writeClipboard(text: string, html?: string): Promise<void>;
	/** Writes a picture; answers its path. */
	screenshot(name: string): Promise<string>;
	/** Loads the page again and waits until it is ready. */
	reload(): Promise<void>;
	/** Ends the page's process at once, as a crash does. */
	crash(): Promise<void>;
	/** Opens a fresh page on the same vault and in the same profile, after `crash`: what was stored on the device is still there. */
	reopen(): Promise<OpenWorkbench>;
	/** Waits until every open note is saved and every change is parsed. */
	settle(): Promise<void>;
	close(): Promise<void>;
}

interface Running {
	url: string;
	vaultPath: string;
	options: OpenOptions;
	browser: Browser;
	close(): Promise<void>;
}

/** The project's own plugin, as `npm run build` leaves it. */
function ownPlugin(): PluginSource[] {
	return existsSync(path.join(PROJECT, 'main.js')) ? [{ id: 'seek-sense-share', folder: PROJECT }] : [];
}

async function launch(options: OpenOptions): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('No Chromium was found. Install it, or set CHROME_PATH to its program file.');
	return chromium.launch({ executablePath, headless: !options.headed, args: QUIET });
}

/** Copies the vault, starts the server and the browser, and waits until the page is ready. */
export async function openWorkbench(options: OpenOptions = {}): Promise<OpenWorkbench> {
	if (!options.built) await buildPage();
	const copy = options.vaultInPlace
		? { path: options.vaultInPlace, remove: async () => undefined }
		: await copyVault(options.vault ?? path.join(PROJECT, 'sample-vault'));
	const server = await startWorkbench({
		vault: copy.path,
		plugins: [...(options.plugins ?? ownPlugin())],
		...(options.allowProxyTo ? { allowProxyTo: [...options.allowProxyTo] } : {}),
	});
	const stop = async (): Promise<void> => {
		await server.close();
		await copy.remove();
	};
	try {
		const browser = await launch(options);
		const close = async (): Promise<void> => {
			await browser.close();
			await stop();
		};
		const running = { url: server.url, vaultPath: copy.path, options, browser, close };
		try {
			return await openPage(running);
		} catch (error) {
			await browser.close();
			throw error;
		}
	} catch (error) {
		await stop();
		throw error;
	}
}

function addressOf({ url, options }: Running): string {
	const address = new URL(url);
	const { theme, pluginsOff, open, clock, query } = options;
	const parameters = { ...(theme ? { theme } : {}), ...(pluginsOff ? { plugins: 'off' } : {}), ...(open ? { open } : {}), ...(clock ? { now: clock.toISOString() } : {}), ...query };
	for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
	return address.href;
}

async function newProfile({ options, browser }: Running): Promise<BrowserContext> {
	const viewport = options.viewport ?? { width: 1280, height: 800 };
	return browser.newContext({ viewport, colorScheme: options.theme ?? 'light', permissions: ['clipboard-read', 'clipboard-write'], hasTouch: viewport.width < 600 });
}

async function openPage(running: Running, profile?: BrowserContext): Promise<OpenWorkbench> {
	const context = profile ?? (await newProfile(running));
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(`${error.message}\n${error.stack ?? ''}`));
	page.on('console', (message) => {
		// Asking for a file that is not there is answered with 404, which the browser counts as an error; whoever asked says
		// so where it matters. A plugin needs no styles.
		const asked = /\/api\/(?:entry|file)\?|\/styles\.css$/.test(message.location().url);
		if (message.type() === 'error' && !asked) errors.push(message.text());
	});
	const url = addressOf(running);
	await page.goto(url);
	await waitReady(page, errors);
	return makeHandle(running, { page, context, url, errors });
}

async function waitReady(page: Page, errors: readonly string[]): Promise<void> {
	try {
		await page.waitForFunction(() => 'workbench' in window, undefined, { timeout: 20_000 });
		await page.evaluate(() => window.workbench.ready);
	} catch (error) {
		const shown = await page.locator('.workbench-failure').allInnerTexts().catch(() => []);
		throw new Error(`The workbench did not become ready. ${[...shown, ...errors].join('\n')}`, { cause: error });
	}
}

function makeHandle(running: Running, { page, context, url, errors }: { page: Page; context: BrowserContext; url: string; errors: string[] }): OpenWorkbench {
	const { vaultPath, options } = running;
	const onDisk = (file: string): string => path.join(vaultPath, file);
	return {
		page,
		context,
		browser: running.browser,
		url,
		vaultPath,
		errors,
		async runCommand(id) {
			const ran = await page.evaluate((command) => window.workbench.runCommand(command), id);
			if (!ran) throw new Error(`The command "${id}" does not exist or cannot run now.`);
		},
		async openNote(notePath, mode = 'source') {
			await page.evaluate(
				async ([wanted, how]) => {
					const { app } = window.workbench;
					const file = app.vault.getFileByPath(wanted);
					if (!file) throw new Error(`There is no note "${wanted}" in the vault.`);
					await app.workspace.getLeaf().openFile(file, { state: { mode: how } });
				},
				[notePath, mode] as const,
			);
		},
		async typeInEditor(text) {
			await page.locator('.workspace-leaf.mod-active .cm-content, .mod-root .cm-content').first().focus();
			await page.keyboard.type(text);
		},
		editorText: () => page.evaluate(() => window.workbench.app.workspace.activeEditor?.editor?.getValue() ?? ''),
		readFile: (file) => readFile(onDisk(file), 'utf8'),
		async writeFile(file, content) {
			await mkdir(path.dirname(onDisk(file)), { recursive: true });
			await writeFile(onDisk(file), content);
		},
		exists: (file) => existsSync(onDisk(file)),
		notices: () => page.evaluate(() => window.workbench.notices()),
		readClipboard: () => page.evaluate(() => navigator.clipboard.readText()),
		async writeClipboard(text, html) {
			await page.evaluate(
				async ([plain, rich]) => {
					const kinds: Record<string, Blob> = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
					if (rich !== null) kinds['text/html'] = new Blob([rich], { type: 'text/html' });
					await navigator.clipboard.write([new ClipboardItem(kinds)]);
				},
				[text, html ?? null] as const,
			);
		},
		async screenshot(name) {
			const folder = options.screenshots ?? path.join(PROJECT, 'test-results');
			await mkdir(folder, { recursive: true });
			const file = path.join(folder, name.endsWith('.png') ? name : `${name}.png`);
			await page.screenshot({ path: file });
			return file;
		},
		async reload() {
			await page.reload();
			await waitReady(page, errors);
		},
		crash: () => crashPage(page),
		reopen: async () => {
			await page.close();
			return openPage(running, context);
		},
		settle: () => page.evaluate(() => window.workbench.settle()),
		close: () => running.close(),
	};
}

/** `Page.crash` never answers, because the page that should is gone. */
async function crashPage(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const gone = new Promise<void>((resolve) => page.once('crash', () => resolve()));
	session.send('Page.crash').catch(() => undefined);
	await gone;
}
