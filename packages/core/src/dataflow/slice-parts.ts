import type { SliceCriterion } from './slice.ts';
import type { DataflowGraph, Part } from './types.ts';

/**
 * Finds the parts of steps that a criterion needs. An edge between steps that was taken from the graph, because a run has refuted
 * it, counts for no part of them; one that was added counts for all.
 */
export function keptParts(
  graph: DataflowGraph,
  parts: readonly Part[],
  criterion: SliceCriterion,
): ReadonlySet<number> {
  const kept = new Set<number>();
  const pending: number[] = [];
  const take = (number: number): void => {
    if (kept.has(number)) return;
    kept.add(number);
    pending.push(number);
  };
  const partsOfStep: number[][] = graph.steps.map(() => []);
  parts.forEach(({ step }, number) => {
    partsOfStep[step]?.push(number);
  });
  const takeStep = (step: number): void => partsOfStep[step]?.forEach(take);
  criterion.steps?.forEach(takeStep);
  for (const name of criterion.names ?? []) {
    const final = graph.final[name];
    if (final === undefined) continue;
    const from = new Set(final.needs.map((edge) => edge.from));
    const known = new Set(final.parts.flatMap((number) => parts[number]?.step ?? []));
    for (const number of final.parts) if (from.has(parts[number]?.step ?? -1)) take(number);
    for (const step of from) if (!known.has(step)) takeStep(step);
  }
  const { allowed, added } = edgesOf(graph, parts);
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    const part = parts[number];
    if (part === undefined) continue;
    for (const writer of part.needs) {
      const from = parts[writer]?.step;
      if (from === part.step || allowed.has(`${from} ${part.step}`)) take(writer);
    }
    for (const step of added.get(part.step) ?? []) takeStep(step);
  }
  return kept;
}

/** The edges between steps that the graph has, and those of them that no part knows of. */
function edgesOf(graph: DataflowGraph, parts: readonly Part[]) {
  const allowed = new Set(graph.edges.map(({ from, to }) => `${from} ${to}`));
  const known = new Set(
    parts.flatMap(({ step, needs }) => needs.map((writer) => `${parts[writer]?.step} ${step}`)),
  );
  const added = new Map<number, number[]>();
  for (const { from, to } of graph.edges) {
    if (!known.has(`${from} ${to}`)) added.set(to, [...(added.get(to) ?? []), from]);
  }
  return { allowed, added };
}
