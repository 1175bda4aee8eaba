import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const OWN = sheetsOf('../styles');
// The host has the public variables of Obsidian, by the same names.
const HOST = sheetsOf('../workbench/page/styles');

function sheetsOf(folder: string): { name: string; text: string }[] {
  const path = resolve(import.meta.dirname, folder);
  return readdirSync(path).filter((name) => name.endsWith('.css')).map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

function variablesOf(sheets: readonly { readonly text: string }[]): Set<string> {
  return new Set(sheets.flatMap(({ text }) => [...text.matchAll(/(?:^|[\s;{])(--[\w-]+)\s*:/g)].map(([, name = '']) => name)));
}

/** The variables that stand without another value beside them, and are known neither here nor there. */
function unknownIn(sheet: string, known: ReadonlySet<string>): string[] {
  return [...sheet.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].flatMap(([, name = '']) => (known.has(name) ? [] : [name]));
}

describe('the styles', () => {
  const known = new Set([...variablesOf(OWN), ...variablesOf(HOST)]);

  it.each(OWN)('$name uses only variables that exist', ({ text }) => {
    expect(unknownIn(text, known)).toEqual([]);
  });

  it('would not pass with a size that Obsidian does not have', () => {
    expect(unknownIn('a { height: var(--size-4-11); width: var(--size-4-12); inset: var( --not-there ); top: var(--not-there, 0); }', known)).toEqual(['--size-4-11', '--not-there']);
  });

  it('are joined in styles.css as they stand', () => {
    const joined = readFileSync(resolve(import.meta.dirname, '../styles.css'), 'utf8');
    for (const { name, text } of OWN) expect(joined.includes(text.trim()), name).toBe(true);
  });
});
