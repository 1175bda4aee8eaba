import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from './crash-scenes';

/** A small vault that all runs begin with: enough for a queue, ties that are due and an index. */
export function smallVault(): Record<string, string> {
  const subjects = ['bees that dance for a new nest', 'maps drawn by people on foot', 'handover at the end of a shift', 'a repaired amplifier', 'learning a language late'];
  const notes = subjects.map((subject, at) => [`Notes/On ${subject}.md`, `# On ${subject}\n\nI keep coming back to ${subject}. What a group knows is in what its members do together.\n\nSee [[On ${subjects[(at + 1) % subjects.length] ?? ''}]].\n`]);
  return {
    ...Object.fromEntries(notes) as Record<string, string>,
    'People/Ada Due.md': '---\ntype: contact\nspace: community\ncadence: 14\nlast-contact: 2026-01-02\n---\nKnows every hive in the valley.\n',
    'Communities/Bench.md': '---\ntype: community\n---\nRepairs on Saturdays.\n',
    'Quotes/Always waiting.md': '---\ntype: quote\nauthor: Anne Other\ncaptured: 2026-02-01T09:00\n---\n> [!quote]\n> Somebody has to begin with what is there.\n> — Anne Other\n',
    'Daily/2026-01-01.md': '# 2026-01-01\n\nA day long ago.\n',
    'Templates/Daily note.md': '# {{date}}\n\n## Waiting\n\n{{sense:queue:2}}\n\n## People\n\n{{ties:due}}\n\n## Own\n\n',
    '.obsidian/daily-notes.json': '{"folder":"Daily","format":"YYYY-MM-DD","template":"Templates/Daily note.md"}',
    '.obsidian/templates.json': '{"folder":"Templates"}',
  };
}

/** Every file below a folder, hidden ones and unfinished writes included. */
export async function readAll(root: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    found.set(path.relative(root, place), await readFile(place, 'utf8'));
  }
  return found;
}

/** Lays files down as another program would. */
export async function layDown(root: string, files: Files, absent: readonly string[]): Promise<void> {
  for (const name of absent) await rm(path.join(root, name), { force: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}
