import type { CodeCell } from '../notebook/index.ts';
import type { Module } from '../syntax/index.ts';
import type { DataflowGraph, Step } from './types.ts';

/** The cells of a module by their number; a module never changes. */
const cellsOf = new WeakMap<Module, ReadonlyMap<number, CodeCell>>();

/** Finds the cell that a step stands in. */
export function cellOf(graph: DataflowGraph, step: Step): CodeCell | undefined {
  const known = cellsOf.get(graph.module);
  if (known !== undefined) return known.get(step.cell);
  const cells = new Map(graph.module.cells.map(({ cell }) => [cell.index, cell]));
  cellsOf.set(graph.module, cells);
  return cells.get(step.cell);
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
