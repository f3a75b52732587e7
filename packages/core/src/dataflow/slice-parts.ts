import type { SliceCriterion } from './slice.ts';
import type { DataflowGraph, Part } from './types.ts';

/** What the parts of a graph need, by their numbers. */
interface PartNeeds {
  readonly needs: readonly (readonly number[])[];
  readonly ofStep: readonly (readonly number[])[];
}

/** Finds the parts of steps that a criterion needs. */
export function keptParts(
  graph: DataflowGraph,
  parts: readonly Part[],
  criterion: SliceCriterion,
): ReadonlySet<number> {
  const { needs, ofStep } = needsOf(graph, parts);
  const kept = new Set<number>();
  const pending: number[] = [];
  const take = (number: number): void => {
    if (kept.has(number)) return;
    kept.add(number);
    pending.push(number);
  };
  for (const step of criterion.steps ?? []) ofStep[step]?.forEach(take);
  for (const name of criterion.names ?? []) {
    const final = graph.final[name];
    if (final === undefined) continue;
    const from = new Set(final.needs.map((edge) => edge.from));
    for (const step of from) {
      const known = final.parts.filter((number) => parts[number]?.step === step);
      (known.length > 0 ? known : ofStep[step])?.forEach(take);
    }
  }
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) needs[number]?.forEach(take);
  return kept;
}

/** A graph never changes, and every name of it is sliced by the same needs. */
const needsOfGraphs = new WeakMap<DataflowGraph, PartNeeds>();

/**
 * What every part needs: of an edge between steps that was taken from the graph, because a run has refuted it, nothing; of one
 * that was added, every part of the step that it comes from.
 */
function needsOf(graph: DataflowGraph, parts: readonly Part[]): PartNeeds {
  const found = needsOfGraphs.get(graph);
  if (found !== undefined) return found;
  const ofStep: number[][] = graph.steps.map(() => []);
  parts.forEach(({ step }, number) => {
    ofStep[step]?.push(number);
  });
  const key = (from: number, to: number): number => to * graph.steps.length + from;
  const edges = new Set(graph.edges.map(({ from, to }) => key(from, to)));
  const known = new Set<number>();
  const needs = parts.map((part) =>
    part.needs.filter((writer) => {
      const from = parts[writer]?.step ?? -1;
      const edge = key(from, part.step);
      known.add(edge);
      return from === part.step || edges.has(edge);
    }),
  );
  for (const { from, to } of graph.edges) {
    if (!known.has(key(from, to)))
      for (const part of ofStep[to] ?? []) needs[part]?.push(...(ofStep[from] ?? []));
  }
  const made = { needs, ofStep };
  needsOfGraphs.set(graph, made);
  return made;
}
