import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/** For every file (path from the project's root) what it imports: files by their path, packages by their name. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const ROOT = resolve(import.meta.dirname, '..');
const WORKER = 'inline-worker:';

/** The project's own code files in some folders, by their path from the root, in order. */
export function codeFiles(...folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Draws what the files import: statically, dynamically, as types, and as inlined workers. */
export function importGraph(files: readonly string[]): ImportGraph {
  return new Map(files.map((path) => [path, [...new Set(importsOf(path, textOf(path)).map((name) => resolved(path, name)))]]));
}

/** The names that a file imports from, as written. */
export function importsOf(path: string, text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const from = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) ? node.moduleSpecifier
      : ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require')) ? node.arguments[0]
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal
      : ts.isExternalModuleReference(node) ? node.expression
      : undefined;
    if (from !== undefined && ts.isStringLiteralLike(from)) names.push(from.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return names;
}

function resolved(from: string, name: string): string {
  const bare = name.startsWith(WORKER) ? name.slice(WORKER.length) : name;
  if (!bare.startsWith('.')) return bare;
  const path = posix.join(posix.dirname(from), bare);
  const found = [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => /\.\w+$/.test(candidate) && existsSync(join(ROOT, candidate)));
  if (found === undefined) throw new Error(`${from} imports "${name}", which is no file of the project.`);
  return found;
}
