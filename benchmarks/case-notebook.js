// Writes one case as a notebook of nbformat 4.5, with the execution counts and errors that it names.

import { writeFileSync } from 'node:fs';

/** Writes the notebook of a case: no outputs but the errors, ids from positions. */
export function writeNotebook(path, entry) {
  const cells = entry.cells.map((source, position) => ({
    cell_type: 'code',
    execution_count: entry.executionCounts?.[position] ?? null,
    id: `cell-${position + 1}`,
    metadata: {},
    outputs: outputsOf(entry.errors?.[position]),
    source,
  }));
  const notebook = {
    cells,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(path, `${JSON.stringify(notebook, null, 1)}\n`);
}

function outputsOf(error) {
  return error ? [{ output_type: 'error', ...error }] : [];
}
