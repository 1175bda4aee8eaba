import { accessSync, constants } from 'node:fs';

const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function isRunnable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		// Not there, or not to be run: the next place is tried.
		return false;
	}
}

/** The browser to drive: the one that CHROME_PATH names, or the first that is installed; undefined when there is none. */
export function findChromium(): string | undefined {
	const named = process.env['CHROME_PATH'];
	if (named) return isRunnable(named) ? named : undefined;
	return places.find(isRunnable);
}
