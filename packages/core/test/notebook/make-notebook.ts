import type { CodeCell, Notebook, NotebookSources } from '../../src/notebook/index.ts';
import { readNotebook } from '../../src/notebook/index.ts';

/** Writes cells as the text of an `.ipynb` file. */
export function ipynbText(sources: readonly string[]): string {
  const cells = sources.map((source, index) => ({
    cell_type: 'code',
    id: `c${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** Reads cells as a notebook; throws where it is none. */
export function readCells(sources: readonly string[], files?: NotebookSources): Notebook {
  const { value } = readNotebook('test.ipynb', ipynbText(sources), files);
  if (value === null) throw new Error('no notebook');
  return value;
}

/** Reads one cell, in a notebook with the cells before it. */
export function readCell(source: string, before: readonly string[] = [], files?: NotebookSources): CodeCell {
  const cell = readCells([...before, source], files).cells.at(-1);
  if (cell?.kind !== 'code') throw new Error('no code cell');
  return cell;
}
