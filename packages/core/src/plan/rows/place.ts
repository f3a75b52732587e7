import { cellOf, type DataflowGraph } from '../../dataflow/index.ts';
import type { Location } from '../../diagnostics/index.ts';
import { locate } from '../../notebook/index.ts';
import type { Obstacle } from './values.ts';

/** The place of an obstacle in the notebook. */
export function placeOf(graph: DataflowGraph, { step, span }: Obstacle): Location {
  const cell = cellOf(graph, step);
  return cell ? locate(graph.module.notebook, cell, span) : { file: graph.module.notebook.path };
}
