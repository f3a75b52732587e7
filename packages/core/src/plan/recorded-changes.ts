import type { DataflowGraph, Edge, Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';

/**
 * Adds the changes that a run has shown and the text does not tell, such as a property that notes that it was read: a
 * statement that changes a value is needed by whatever reads the value later.
 */
export function withRecordedChanges(graph: DataflowGraph, record: RunRecord | undefined): DataflowGraph {
  const changes = record === undefined ? new Map<number, ReadonlySet<string>>() : unforeseen(graph, record);
  if (changes.size === 0) return graph;
  const edges: Edge[] = [];
  const needs = new Map<string, Omit<Edge, 'to'>[]>();
  for (const [from, names] of changes) {
    for (const name of names) {
      const edge = {
        from,
        kind: 'mutation',
        via: name,
        certainty: 'must',
        reason: reasonFor(graph, from, name),
      } as const;
      const { readers, survives } = laterReaders(graph, name, from);
      edges.push(...readers.map((to) => ({ ...edge, to })));
      if (survives) needs.set(name, [...(needs.get(name) ?? []), edge]);
    }
  }
  const steps = graph.steps.map((step): Step => {
    const names = changes.get(step.index);
    return names === undefined ? step : { ...step, mutates: [...step.mutates, ...names] };
  });
  const final = Object.entries(graph.final).map(([name, value]) => {
    return [name, { ...value, needs: [...value.needs, ...(needs.get(name) ?? [])] }] as const;
  });
  return {
    ...graph,
    steps,
    edges: [...graph.edges, ...edges].sort((one, other) => one.to - other.to || one.from - other.from),
    final: Object.fromEntries(final),
  };
}

/** Names that each step changed, by two fingerprints that differ, and that the analysis does not know to change there. */
function unforeseen(graph: DataflowGraph, record: RunRecord): ReadonlyMap<number, ReadonlySet<string>> {
  const steps = new Map(graph.steps.map((step) => [step.id, step]));
  const before = new Map<string, string | null>();
  const found = new Map<number, ReadonlySet<string>>();
  for (const { id, values, changed } of record.steps) {
    const step = steps.get(id);
    const names = changed.filter((name) => {
      const [last, now] = [before.get(name), Object.hasOwn(values, name) ? values[name]?.fingerprint : null];
      return last && now && last !== now && step && !isForeseen(step, name);
    });
    if (step && names.length > 0) found.set(step.index, new Set(names));
    for (const name of changed) before.delete(name);
    for (const [name, facts] of Object.entries(values)) before.set(name, facts.fingerprint);
  }
  return found;
}

function isForeseen(step: Step, name: string): boolean {
  return step.mutates.includes(name) || step.binds.some((binding) => binding.name === name);
}

/** Steps after `from` that read a name before it is bound anew, and whether its value lasts to the end. */
function laterReaders(graph: DataflowGraph, name: string, from: number) {
  const readers: number[] = [];
  for (const step of graph.steps.slice(from + 1)) {
    if (step.reads.includes(name) || step.mutates.includes(name)) readers.push(step.index);
    if (step.binds.some((binding) => binding.name === name && binding.certainty === 'must'))
      return { readers, survives: false };
  }
  return { readers, survives: true };
}

function reasonFor(graph: DataflowGraph, from: number, name: string): string {
  return `cell ${graph.steps[from]?.cell} changed \`${name}\` when the notebook ran`;
}
