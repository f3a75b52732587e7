import { writeFileSync } from 'node:fs';
import { type Diagnostic, type Notebook, printPretty } from '@cellwright/core';

/** Diagnostics as people read them, with the lines that they speak of; empty when there are none. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  notebooks: readonly Notebook[] = [],
): string {
  if (diagnostics.length === 0) return '';
  return printPretty(
    diagnostics,
    ({ file, cell }) =>
      notebooks.find(({ path }) => path === file)?.cells.find(({ index }) => index === cell?.index)?.source,
    { color: useColor(process.stderr) },
  );
}

/** Writes a result to stdout, or to the file that `-o` names. */
export function writeOut(text: string, path: string | undefined): void {
  if (path === undefined) process.stdout.write(text);
  else writeFileSync(path, text);
}

export function writeJson(document: object): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

function useColor(stream: { isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR;
}

/** Tells how far a run has come, one line each, on stderr. */
export function showProgress(message: string): void {
  process.stderr.write(`${message}\n`);
}
