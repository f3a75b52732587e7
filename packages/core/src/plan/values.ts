import type { Binding, DataflowGraph } from '../dataflow/index.ts';

/** The steps that the value of a name needs directly, as it is before step `end`; empty when nothing binds it. */
export function stepsOfValue(graph: DataflowGraph, name: string, end: number): readonly number[] {
  const needs: number[] = [];
  for (let index = end - 1; index >= 0; index--) {
    const step = graph.steps[index];
    if (!step) continue;
    const binding = step.binds.findLast((candidate) => candidate.name === name);
    if (binding?.kind === 'delete') return [];
    if (binding || step.mutates.includes(name)) needs.unshift(index);
    if (binding?.certainty === 'must') return needs;
  }
  return needs.some((index) => graph.steps[index]?.binds.some((binding) => binding.name === name))
    ? needs
    : [];
}

/** What the last statement before step `end` that binds a name makes of it. */
export function lastBinding(graph: DataflowGraph, name: string, end: number): Binding | undefined {
  return graph.steps
    .slice(0, end)
    .flatMap((step) => step.binds)
    .findLast((binding) => binding.name === name);
}

/** The steps that each step needs directly; the edges of a graph never change. */
const parentsBy = new WeakMap<DataflowGraph['edges'], ReadonlyMap<number, readonly number[]>>();

function parentsIn({ edges }: DataflowGraph): ReadonlyMap<number, readonly number[]> {
  const known = parentsBy.get(edges);
  if (known !== undefined) return known;
  const parents = new Map<number, number[]>();
  for (const edge of edges) {
    const direct = parents.get(edge.to);
    if (direct) direct.push(edge.from);
    else parents.set(edge.to, [edge.from]);
  }
  parentsBy.set(edges, parents);
  return parents;
}

/** All steps that the given ones need, through every edge. */
export function closeOver(graph: DataflowGraph, seeds: Iterable<number>): ReadonlySet<number> {
  const parents = parentsIn(graph);
  const kept = new Set<number>();
  const open = [...seeds];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (kept.has(next)) continue;
    kept.add(next);
    parents.get(next)?.forEach((parent) => {
      if (!kept.has(parent)) open.push(parent);
    });
  }
  return kept;
}
