import type { DataflowGraph, Slice, Step } from './types.ts';

/** Why a statement is in a slice, or why not. */
export interface Explanation {
  readonly step: Step;
  readonly kept: boolean;
  readonly reason: string;
}

/** Gives one sentence for every statement, in execution order. */
export function explainSlice(
  graph: DataflowGraph,
  slice: Slice,
  names: readonly string[],
): readonly Explanation[] {
  const kept = new Set(slice.steps);
  const wanted = names.map((name) => `\`${name}\``).join(', ');
  return graph.steps.map((step) => {
    const edge = slice.because[step.index];
    if (!kept.has(step.index)) return { step, kept: false, reason: dropReason(graph, step, kept, wanted) };
    if (!edge) return { step, kept: true, reason: 'it was asked for' };
    const reader = graph.steps[edge.to];
    const by = reader ? `cell ${reader.cell}, which ${wanted} needs` : wanted;
    return {
      step,
      kept: true,
      reason: `${edge.reason}, read by ${by}${edge.certainty === 'may' ? ' (may)' : ''}${leftInside(graph, slice, step)}`,
    };
  });
}

/** How much of a loop or branch is left out. */
function leftInside({ parts = [] }: DataflowGraph, { left }: Slice, { index }: Step): string {
  const inside = parts.filter((part) => part.step === index && left.has(part.node)).length;
  if (inside === 0) return '';
  return inside === 1 ? '; 1 statement inside is left out' : `; ${inside} statements inside are left out`;
}

function dropReason(graph: DataflowGraph, step: Step, kept: ReadonlySet<number>, wanted: string): string {
  const bound = step.binds.map((binding) => `\`${binding.name}\``);
  const changed = step.mutates
    .filter((name) => !step.binds.some((binding) => binding.name === name))
    .map((name) => `\`${name}\``);
  if (bound.length === 0 && changed.length === 0)
    return 'it only shows or computes something that nothing keeps';
  const used = graph.edges.filter((edge) => edge.from === step.index);
  const needed = used.some((edge) => kept.has(edge.to));
  if (needed) return `its effects are not among those that ${wanted} needs`;
  const what = [...bound, ...changed].join(', ');
  if (used.length === 0) return `nothing reads ${what} afterwards`;
  const last = used.at(-1);
  const reader = last ? graph.steps[last.to] : undefined;
  return `${what} is read only by statements that ${wanted} does not need${reader ? `, such as cell ${reader.cell}` : ''}`;
}
