import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface VaultNote {
  readonly path: string;
  readonly content: string;
}

export interface Vault {
  readonly name: string;
  readonly notes: readonly VaultNote[];
}

/** Reads a vault from lines of `{"path", "content"}`. */
function readVault(file: string): VaultNote[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as VaultNote);
}

/** All vaults of a folder, or only those named. */
export function readVaults(folder: string, names: readonly string[] = []): Vault[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && (names.length === 0 || names.includes(file.slice(0, -'.jsonl'.length))))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.jsonl'.length), notes: readVault(join(folder, file)) }));
}
