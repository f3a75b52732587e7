import type { Stmt } from '../syntax/index.ts';
import { keptParts } from './slice-parts.ts';
import type { DataflowGraph, Edge, Slice } from './types.ts';

/** What a slice is for: the final values of names, or the effects of steps. */
export interface SliceCriterion {
  readonly names?: readonly string[];
  readonly steps?: readonly number[];
}

/** Finds the statements that the criterion needs: closed under the graph's edges, and inside loops and branches where it has parts. */
export function sliceFor(graph: DataflowGraph, criterion: SliceCriterion): Slice {
  const kept = graph.parts === undefined ? null : keptParts(graph, graph.parts, criterion);
  const needed = kept && new Set([...kept].flatMap((number) => graph.parts?.[number]?.step ?? []));
  const because: Record<number, Edge | null> = {};
  const pending: number[] = [];
  const take = (step: number, edge: Edge | null): void => {
    if (step in because || needed?.has(step) === false) return;
    because[step] = edge;
    pending.push(step);
  };
  for (const step of criterion.steps ?? []) take(step, null);
  const end = graph.steps.length;
  for (const name of criterion.names ?? []) {
    const final = graph.final[name];
    if (final) for (const edge of final.needs) take(edge.from, { ...edge, to: end });
  }
  const incoming = edgesByTarget(graph);
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    for (const edge of incoming[step] ?? []) take(edge.from, edge);
  }
  const steps = Object.keys(because)
    .map(Number)
    .sort((one, other) => one - other);
  return { steps, because, left: leftOut(graph, kept, new Set(steps)) };
}

/** Statements inside kept steps that are no part of the slice. */
function leftOut(
  graph: DataflowGraph,
  kept: ReadonlySet<number> | null,
  steps: ReadonlySet<number>,
): ReadonlySet<Stmt> {
  const left = new Set<Stmt>();
  if (kept === null) return left;
  graph.parts?.forEach(({ step, node }, number) => {
    if (steps.has(step) && !kept.has(number)) left.add(node);
  });
  return left;
}

function edgesByTarget(graph: DataflowGraph): readonly (readonly Edge[])[] {
  const incoming: Edge[][] = graph.steps.map(() => []);
  for (const edge of graph.edges) incoming[edge.to]?.push(edge);
  return incoming;
}
