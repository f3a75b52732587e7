import { readFileSync } from 'node:fs';
import { readNotebook } from '../../src/notebook/index.ts';
import { type Module, parseNotebook } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';

/** A notebook's file as a module. */
export async function readModule(path: string): Promise<Module> {
  const { value } = readNotebook(path, readFileSync(path, 'utf8'));
  if (value === null) throw new Error(`${path} is no notebook`);
  return parseNotebook(value, await loadPythonParser()).value;
}

/** The text of a notebook file with these code cells. */
export function notebookText(cells: readonly string[]): string {
  const code = cells.map((source, position) => ({
    cell_type: 'code',
    id: `c${position + 1}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'python' } },
    cells: code,
  });
}
