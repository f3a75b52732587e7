import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { type CodeCell, locate, type Notebook } from '../notebook/index.ts';
import { type BrokenText, parsePython } from './parse-python.ts';
import type { ParsedCell, ParseResult, PythonParser } from './types.ts';

const HINTS: Readonly<Partial<Record<BrokenText['code'], string>>> = {
  S002: 'Convert the cell to Python 3.',
  S003: 'Indent the lines of a block alike, with blanks only.',
};

/**
 * Parses the code cells of a notebook one by one. A statement that is no Python becomes a diagnostic and a stretch in
 * `broken`; all other statements of its cell are kept. Never throws for what the notebook holds.
 */
export function parseNotebook(notebook: Notebook, parser: PythonParser): ParseResult {
  const cells: ParsedCell[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const cell of notebook.cells) {
    if (cell.kind !== 'code') continue;
    const { topLevel, broken } = parsePython(parser, cell.python.text);
    const statements = topLevel.map(({ node, outer }, ordinal) => ({
      id: `${cell.key}:${ordinal}`,
      node,
      outer,
    }));
    cells.push({ cell, statements, broken: broken.map(({ start, end }) => ({ start, end })) });
    for (const each of broken) diagnostics.push(toDiagnostic(notebook, cell, each));
  }
  return { value: { notebook, cells }, diagnostics };
}

function toDiagnostic(notebook: Notebook, cell: CodeCell, broken: BrokenText): Diagnostic {
  const hint = HINTS[broken.code];
  return diagnostic(broken.code, {
    message: `${broken.message.charAt(0).toUpperCase()}${broken.message.slice(1)}.`,
    location: locate(notebook, cell, { start: broken.offset, end: broken.end }),
    ...(hint === undefined ? {} : { hint }),
  });
}
