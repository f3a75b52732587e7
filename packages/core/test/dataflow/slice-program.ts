import { analyze, type DataflowGraph, printScript, sliceFor } from '../../src/dataflow/index.ts';
import { allLibraries, createLibraryIndex } from '../../src/libraries/index.ts';
import { moduleOf } from '../run/module-of.ts';

const libraries = createLibraryIndex(allLibraries);

/** The cells of a program as a dataflow graph. */
export async function graphOf(cells: readonly string[]): Promise<DataflowGraph> {
  return analyze(await moduleOf('program.ipynb', cells), { libraries, parts: true });
}

export interface ProgramSlice {
  readonly script: string;
  readonly keptSteps: number;
}

/** The slice for one variable; `null` when the graph knows no such name. */
export function sliceOf(graph: DataflowGraph, name: string): ProgramSlice | null {
  if (!graph.final[name]) return null;
  const slice = sliceFor(graph, { names: [name] });
  return { script: printScript(graph, slice, [name]), keptSteps: slice.steps.length };
}
