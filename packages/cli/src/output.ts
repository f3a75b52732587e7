import { writeFileSync } from 'node:fs';
import { type Diagnostic, type Notebook, printPretty, toJson } from '@cellwright/core';
import { showsProgress, usesColor } from './terminal.ts';
import { VERSION } from './version.ts';

const said: Diagnostic[] = [];
let isAnswered = false;

/** Diagnostics as people read them, with the lines that they speak of; empty when there are none. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  notebooks: readonly Notebook[] = [],
  color = usesColor(),
): string {
  if (diagnostics.length === 0) return '';
  said.push(...diagnostics);
  return printPretty(
    diagnostics,
    ({ file, cell }) =>
      notebooks.find(({ path }) => path === file)?.cells.find(({ index }) => index === cell?.index)?.source,
    { color },
  );
}

/** Writes a result to stdout, or to the file that `-o` names. */
export function writeOut(text: string, path: string | undefined): void {
  isAnswered = true;
  if (path === undefined) process.stdout.write(text);
  else writeFileSync(path, text);
}

/** Writes the one document of `--json`, which begins with its version and ours. */
export function writeJson(document: object): void {
  writeOut(printJson(document), undefined);
}

/** Prints a document of `--json`. */
export function printJson(document: object): string {
  const head = { schemaVersion: 1, tool: { name: 'cellwright', version: VERSION } };
  return `${JSON.stringify({ ...head, ...document }, null, 2)}\n`;
}

/** Writes the document of a command that could not do its work; nothing when it has answered. */
export function writeFailure(exit: number): void {
  if (!isAnswered) writeJson({ ok: false, exit, diagnostics: toJson(said) });
}

/** A path as a shell takes it for one word. */
export function forShell(path: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Tells how far a run has come, one line each, on stderr. */
export function showProgress(message: string): void {
  if (showsProgress()) process.stderr.write(`${message}\n`);
}
