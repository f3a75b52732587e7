import type { CodeCell, Notebook } from '../../src/notebook/index.ts';
import type { Module } from '../../src/syntax/index.ts';
import { parseNotebook } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';

export interface TestCell {
  readonly source: string;
  readonly id?: string;
  readonly tags?: readonly string[];
  readonly executionCount?: number | null;
  /** Text of the stored result. */
  readonly output?: string;
}

/** A module of plain Python cells; lines that begin with `%` are magics that do nothing. */
export async function moduleOf(path: string, cells: readonly (TestCell | string)[]): Promise<Module> {
  const notebook: Notebook = {
    path,
    format: 'ipynb',
    language: 'python',
    cells: cells.map((given, position) =>
      codeCell(typeof given === 'string' ? { source: given } : given, position + 1),
    ),
  };
  return parseNotebook(notebook, await loadPythonParser()).value;
}

function codeCell(
  { source, id, tags = [], executionCount = null, output }: TestCell,
  index: number,
): CodeCell {
  const text = source.replace(/^%.*$/gm, (line) => `#${line.slice(1)}`);
  return {
    kind: 'code',
    key: id ?? String(index),
    index,
    ...(id !== undefined && { id }),
    tags,
    source,
    executionCount,
    outputs: output === undefined ? [] : [{ kind: 'result', text: output, mimeTypes: ['text/plain'] }],
    python: { text, segments: [], magics: [] },
  };
}
