import { describe, expect, it } from 'vitest';
import { compilerErrors } from './typescript-program';

describe('the rooms outside of the uis and the adapters', () => {
  it('compile without the DOM library, Node types and Obsidian', { timeout: 180_000 }, () => {
    expect(Object.fromEntries(compilerErrors('tsconfig.core.json'))).toEqual({});
  });

  it.each([
    ['the DOM', 'export const title = document.title;'],
    ['the network', "export const page = fetch('https://example.org');"],
    ['timers', 'export const later = setTimeout(() => undefined, 1);'],
    ['Node', "export const folder = process.cwd();"],
  ])('would not compile with %s', { timeout: 120_000 }, (_, text) => {
    expect(compilerErrors('tsconfig.core.json', { 'src/base/not-here.ts': text }).get('src/base/not-here.ts')?.join()).toMatch(/Cannot find name/);
  });
});
