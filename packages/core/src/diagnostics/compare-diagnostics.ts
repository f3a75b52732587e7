import type { Diagnostic } from './diagnostic.ts';

/** Orders diagnostics by file, cell, line, column and code: the order in which they are printed. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.location.file, b.location.file) ||
    (a.location.cell?.index ?? 0) - (b.location.cell?.index ?? 0) ||
    (a.location.start?.[0] ?? 0) - (b.location.start?.[0] ?? 0) ||
    (a.location.start?.[1] ?? 0) - (b.location.start?.[1] ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
