import type { DataflowGraph } from '../dataflow/index.ts';
import type { Diagnostic, Severity } from '../diagnostics/index.ts';

/** Makes a diagnostic of this phase; `cell` counts all cells from 1. */
export function planDiagnostic(
  graph: DataflowGraph,
  code: string,
  rule: string,
  severity: Severity,
  message: string,
  place: { readonly cell?: number; readonly hint?: string } = {},
): Diagnostic {
  const { cell, hint } = place;
  return {
    code,
    rule,
    severity,
    message,
    location: { file: graph.module.notebook.path, ...(cell === undefined ? {} : { cell: { index: cell } }) },
    related: [],
    ...(hint === undefined ? {} : { hint }),
  };
}
