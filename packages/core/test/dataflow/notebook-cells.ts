import { analyze, type DataflowGraph, printScript, sliceFor } from '../../src/dataflow/index.ts';
import { allLibraries, createLibraryIndex } from '../../src/libraries/index.ts';
import type { Output } from '../../src/notebook/index.ts';
import type { Module } from '../../src/syntax/index.ts';
import { moduleOf } from '../run/module-of.ts';

const libraries = createLibraryIndex(allLibraries);

/** A cell with what a saved notebook says of its execution. */
export interface SavedCell {
  readonly source: string;
  readonly executionCount?: number;
  readonly tags?: readonly string[];
  readonly error?: string;
}

/** Analyses cells as a notebook would have saved them. */
export async function graphOfSaved(
  cells: readonly (SavedCell | string)[],
  order: 'top-to-bottom' | 'executed' = 'top-to-bottom',
): Promise<DataflowGraph> {
  const saved = cells.map((cell) => (typeof cell === 'string' ? { source: cell } : cell));
  const module = await moduleOf('saved.ipynb', saved);
  return analyze(withErrors(module, saved), { libraries, order });
}

function withErrors(module: Module, saved: readonly SavedCell[]): Module {
  const cells = module.cells.map((parsed, at) => {
    const text = saved[at]?.error;
    const outputs: readonly Output[] =
      text === undefined ? [] : [{ kind: 'error', text, mimeTypes: [], errorName: 'ValueError' }];
    return { ...parsed, cell: { ...parsed.cell, outputs } };
  });
  return { ...module, cells };
}

/** The script of the slice for some names. */
export function scriptFor(graph: DataflowGraph, ...names: readonly string[]): string {
  return printScript(graph, sliceFor(graph, { names }), names);
}
