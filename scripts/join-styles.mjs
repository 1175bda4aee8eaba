// Joins styles/*.css into the one styles.css that Obsidian loads. The order is fixed: base first, then the rooms.
import { readFileSync, writeFileSync } from 'node:fs';

const SHEETS = ['base', 'seek', 'sense', 'share', 'ties', 'serendipity', 'practice', 'dashboard'];

export function joinStyles() {
  const sheets = SHEETS.map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8').trim());
  writeFileSync(new URL('../styles.css', import.meta.url), `${sheets.join('\n\n')}\n`);
}
