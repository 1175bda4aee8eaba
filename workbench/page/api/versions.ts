/** The version of Obsidian's API that the workbench follows. */
export const apiVersion = '1.13.1';

export function requireApiVersion(version: string): boolean {
	const [wanted, has] = [version, apiVersion].map((text) => text.split('.').map(Number));
	for (let at = 0; at < 3; at += 1) {
		const difference = (has?.[at] ?? 0) - (wanted?.[at] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}

/** The language of the user interface. */
export function getLanguage(): string {
	return new URLSearchParams(location.search).get('language') ?? 'en';
}
