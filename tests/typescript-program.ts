import { dirname, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * What the compiler says about the project of a tsconfig, and about files that exist only here (by their path from the
 * project's root). Only the errors of `extra` are given where there are some, else those of the whole project.
 */
export function compilerErrors(config: string, extra: Readonly<Record<string, string>> = {}): Map<string, string[]> {
  const read = ts.getParsedCommandLineOfConfigFile(resolve(ROOT, config), { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  if (read === undefined) throw new Error(`${config} cannot be read`);
  const texts = new Map(Object.entries(extra).map(([path, text]) => [resolve(ROOT, path), text]));
  const host = ts.createCompilerHost(read.options);
  const [fileExists, readFile] = [host.fileExists.bind(host), host.readFile.bind(host)];
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target);
  };
  const isProject = texts.size === 0;
  const program = ts.createProgram(isProject ? read.fileNames : [...texts.keys()], read.options, host);
  const diagnostics = isProject
    ? ts.getPreEmitDiagnostics(program)
    : [...texts.keys()].flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)));
  const errors = new Map<string, string[]>();
  for (const { file, messageText } of diagnostics) {
    const path = file === undefined ? config : file.fileName.slice(dirname(`${ROOT}/x`).length + 1);
    errors.set(path, [...(errors.get(path) ?? []), ts.flattenDiagnosticMessageText(messageText, ' ')]);
  }
  return errors;
}
