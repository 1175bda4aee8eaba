import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { brokenRules, circles } from './architecture-rules';
import { codeFiles, importGraph, importsOf, textOf, type ImportGraph } from './import-graph';

const LONGEST = 400;
const LONGEST_MAIN = 80;

/** Files that are longer than they should be, and why that is better than cutting them. A file that got short leaves the table. */
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

const MEANINGLESS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'service', 'services', 'manager', 'managers']);
const SOURCES = codeFiles('src');
const GRAPH = importGraph(SOURCES);

describe('the house', () => {
  it('is found at all', () => {
    expect(SOURCES).toEqual(expect.arrayContaining(['src/main.ts', 'src/compose.ts', 'src/base/index.ts', 'src/share/plan.ts']));
    expect(GRAPH.get('src/main.ts')).toEqual(expect.arrayContaining(['obsidian', 'src/compose.ts']));
  });

  it('imports down only, through doors, and Obsidian at the edge only', () => {
    expect(brokenRules(GRAPH)).toEqual([]);
  });

  it('has no circles', () => {
    expect(circles(GRAPH)).toEqual([]);
  });

  it('has a short front door', () => {
    expect(linesOf('src/main.ts')).toBeLessThanOrEqual(LONGEST_MAIN);
  });

  it('has no long files, but for those that are listed with a reason', () => {
    const long = codeFiles('src', 'workbench', 'bench', 'scripts').filter((path) => linesOf(path) > LONGEST);
    expect(long).toEqual(Object.keys(LONG_FOR_A_REASON).sort());
  });

  it('has no file or folder whose name says nothing', () => {
    const named = codeFiles('src', 'workbench', 'bench', 'scripts', 'tests').filter((path) => path.split('/').some((name) => MEANINGLESS.has(name.replace(/\..*$/, ''))));
    // Elsewhere a part may be Obsidian's own word (FileManager); in the product nothing is called so.
    expect([...named, ...SOURCES.filter((path) => path.split(/[/.-]/).some((part) => MEANINGLESS.has(part)))]).toEqual([]);
  });

  it('names its files in kebab-case', () => {
    expect(SOURCES.filter((path) => !/^src(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+(?:\.worker|\.d)?\.ts$/.test(path))).toEqual([]);
  });

  it('has no lookbehind in a regular expression: where a device does not know it, nothing of the plugin is read', () => {
    expect(SOURCES.filter((path) => /\(\?<[=!]/.test(textOf(path)))).toEqual([]);
  });

  it('exports nothing by default but the plugin', () => {
    expect(SOURCES.filter((path) => !path.endsWith('.d.ts') && exportsByDefault(textOf(path)))).toEqual(['src/main.ts']);
  });
});

describe('the rules of the house', () => {
  const SOUND: Readonly<Record<string, readonly string[]>> = {
    'src/main.ts': ['obsidian', 'src/compose.ts'],
    'src/compose.ts': ['obsidian', 'src/seek/index.ts', 'src/seek/ui/index.ts', 'src/obsidian/edge.ts'],
    'src/obsidian/edge.ts': ['obsidian', 'src/note/index.ts'],
    'src/seek/ui/index.ts': ['obsidian', 'src/obsidian/edge.ts', 'src/seek/quote.ts', 'src/share/index.ts', 'src/seek/ui/modal.ts'],
    'src/seek/ui/modal.ts': [],
    'src/share/index.ts': ['src/share/plan.ts'],
    'src/share/plan.ts': ['src/sense/index.ts', 'micromark'],
    'src/sense/index.ts': ['src/seek/index.ts', 'src/words/index.ts'],
    'src/seek/index.ts': ['src/seek/quote.ts'],
    'src/seek/quote.ts': ['src/note/index.ts', 'src/base/index.ts'],
    'src/note/index.ts': ['src/words/index.ts'],
    'src/words/index.ts': ['src/base/index.ts'],
    'src/base/index.ts': ['date-fns'],
  };
  const withImport = (file: string, imported: string): ImportGraph => new Map(Object.entries({ ...SOUND, [file]: [...(SOUND[file] ?? []), imported] }));

  it('are content with a sound house', () => {
    expect(brokenRules(new Map(Object.entries(SOUND)))).toEqual([]);
    expect(circles(new Map(Object.entries(SOUND)))).toEqual([]);
  });

  it.each([
    ['src/note/index.ts', 'src/seek/index.ts', 'seek stands above note'],
    ['src/base/index.ts', 'src/words/index.ts', 'words stands above base'],
    ['src/sense/index.ts', 'src/serendipity/index.ts', 'same floor'],
    ['src/seek/quote.ts', 'src/ties/index.ts', 'same floor'],
    ['src/share/plan.ts', 'src/sense/gate.ts', 'by its index.ts only'],
    ['src/seek/ui/modal.ts', 'src/share/plan.ts', 'by its index.ts only'],
    ['src/obsidian/edge.ts', 'src/note/lines.ts', 'by its index.ts only'],
    ['src/seek/ui/modal.ts', 'src/sense/ui/index.ts', 'only compose.ts and the ui of sense'],
    ['src/obsidian/edge.ts', 'src/seek/ui/index.ts', 'only compose.ts and the ui of seek'],
    ['src/seek/quote.ts', 'src/seek/ui/index.ts', 'knows no ui'],
    ['src/note/index.ts', 'src/obsidian/edge.ts', 'knows no ui and no adapters'],
    ['src/compose.ts', 'src/seek/ui/modal.ts', 'by its index.ts only'],
    ['src/compose.ts', 'src/seek/quote.ts', 'by its index.ts only'],
    ['src/main.ts', 'src/seek/index.ts', 'compose.ts only'],
    ['src/seek/ui/modal.ts', 'src/compose.ts', 'only main.ts'],
    ['src/compose.ts', 'src/main.ts', 'nothing imports main.ts'],
    ['src/seek/quote.ts', 'obsidian', 'which only <room>/ui'],
    ['src/stray.ts', 'src/base/index.ts', 'stands in no room'],
    ['src/garage/index.ts', 'src/base/index.ts', 'stands in no room'],
  ])('refuse that %s imports %s', (file, imported, why) => {
    const broken = brokenRules(withImport(file, imported));
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(file);
    expect(broken[0]).toContain(why);
  });

  it('name both files', () => {
    expect(brokenRules(withImport('src/note/index.ts', 'src/seek/index.ts'))).toEqual(['src/note/index.ts imports src/seek/index.ts, but imports go down only, and seek stands above note.']);
  });

  it('find a circle, also a long one, and name the way round', () => {
    expect(circles(withImport('src/seek/quote.ts', 'src/seek/index.ts'))).toEqual(['src/seek/index.ts → src/seek/quote.ts → src/seek/index.ts']);
    expect(circles(new Map([['a', ['b']], ['b', ['c']], ['c', ['d', 'b']], ['d', []]]))).toEqual(['b → c → b']);
  });

  it('see every kind of import', () => {
    const text = "import a from './a'; import type { B } from './b'; export * from './c'; export { d } from './d'; const e = await import('./e'); type F = import('./f').F; import g = require('./g'); const h = require('./h'); import './i';";
    expect(importsOf('x.ts', text)).toEqual(['./a', './b', './c', './d', './e', './f', './g', './h', './i']);
  });

  it('see a default export in whatever form', () => {
    for (const text of ['export default class A {}', 'const a = 1; export default a;', 'const a = 1; export { a as default };', "export { default } from './a';"]) expect(exportsByDefault(text), text).toBe(true);
    expect(exportsByDefault('export const a = 1;')).toBe(false);
  });
});

function linesOf(path: string): number {
  return textOf(path).trimEnd().split('\n').length;
}

function exportsByDefault(text: string): boolean {
  return ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest).statements.some(
    (statement) =>
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true) ||
      (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause) && statement.exportClause.elements.some(({ name }) => name.text === 'default')),
  );
}
