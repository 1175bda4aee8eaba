import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilerErrors } from './typescript-program';

const PAGE = readFileSync(resolve(import.meta.dirname, '../docs/reference/api.md'), 'utf8');
const DOCUMENTED = /^```ts\n([\s\S]*?)^```$/m.exec(PAGE)?.[1] ?? '';

function errorsWith(type: string): string[] {
  const text = `import type { ScriptApi } from './script-api';\n${type}\nexport const documented = (api: ScriptApi): SeekSenseShareApi => api;\nexport type Missing = Exclude<keyof ScriptApi, keyof SeekSenseShareApi>;\nexport const none = (missing: Missing): never => missing;\n`;
  return compilerErrors('tsconfig.json', { 'src/obsidian/documented-api.ts': text }).get('src/obsidian/documented-api.ts') ?? [];
}

describe('the documented script interface', { timeout: 180_000 }, () => {
  it('is what scripts get, and all of it', () => {
    expect(DOCUMENTED).toContain('interface SeekSenseShareApi');
    expect(errorsWith(DOCUMENTED)).toEqual([]);
  });

  it('would not pass with something that is not there, or with something left out', () => {
    expect(errorsWith(DOCUMENTED.replace('queue()', 'waiting()')).join()).toMatch(/waiting/);
    expect(errorsWith(DOCUMENTED.replace(/ {2}\/\*\* One of today[^\n]*\n[^\n]*\n/, '')).join()).toMatch(/never/);
  });
});
