import type { CodeCell } from '../notebook/index.ts';
import type { DataflowGraph, Step } from './types.ts';

/** Finds the cell that a step stands in. */
export function cellOf(graph: DataflowGraph, step: Step): CodeCell | undefined {
  return graph.module.cells.find(({ cell }) => cell.index === step.cell)?.cell;
}

/** Gives the Python of a step's cell, in which the spans of its syntax tree count. */
export function cellText(graph: DataflowGraph, step: Step): string {
  return cellOf(graph, step)?.python.text ?? '';
}

/** Gives the Python of a step alone. */
export function statementText(graph: DataflowGraph, step: Step): string {
  const { start, end } = step.statement.node;
  return cellText(graph, step).slice(start, end);
}
