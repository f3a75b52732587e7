import { writeFileSync } from 'node:fs';
import { type Diagnostic, printPretty } from '@cellwright/core';

/** Diagnostics as people read them; empty when there are none. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string> = new Map(),
): string {
  return diagnostics.length === 0
    ? ''
    : printPretty(diagnostics, sources, { color: useColor(process.stderr) });
}

/** Writes a result to stdout, or to the file that `-o` names. */
export function writeOut(text: string, path: string | undefined): void {
  if (path === undefined) process.stdout.write(text);
  else writeFileSync(path, text);
}

export function useColor(stream: { isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR;
}
