import { type DataflowGraph, type Edge, holdsBranches, isStraight, type Step } from '../dataflow/index.ts';
import type { RecordedStep, RunRecord } from '../record/index.ts';
import { calleesOf, importTable } from './callees.ts';

/**
 * Takes back doubts that a run has settled: what a statement was feared to change, and did not.
 * Only statements without a branch of the notebook's own, there or in what they call, are judged by one run; a branch that
 * was not taken then may be taken with other parameters.
 */
export function withoutRefutedDoubts(
  graph: DataflowGraph,
  record: RunRecord | undefined,
  mode: 'pipeline' | 'replay' = 'pipeline',
): DataflowGraph {
  if (!record) return graph;
  const recorded = new Map(record.steps.map((step) => [step.id, step]));
  const branching = branchingNames(graph);
  const seen = new Map<number, RecordedStep>();
  for (const step of graph.steps) {
    const known = recorded.get(step.id);
    const isSettled = mode === 'replay' || isStraight(step, branching);
    if (known && !known.error && isSettled) seen.set(step.index, known);
  }
  const steps = graph.steps.map((step) => settle(step, seen.get(step.index)));
  const refuting = { steps, fresh: freshFigures(graph) };
  const edges = graph.edges.filter((edge) => !isRefuted(edge, steps[edge.to], edge.to, refuting, seen));
  const final = Object.entries(graph.final).map(([name, value]) => {
    const end = {
      reads: [name, ...value.reads],
      mentions: [],
      resourceReads: [],
      resourceWrites: [],
      doubts: [],
    };
    const needs = value.needs.filter((edge) => !isRefuted(edge, end, graph.steps.length, refuting, seen));
    return [name, { ...value, needs }] as const;
  });
  return { ...graph, steps, edges, final: Object.fromEntries(final) };
}

/**
 * The graph that a slice of one run is made from: without the resources that a run has shown not to be used. What it has shown
 * of objects, the analysis was told. A replay gives the values of that run and of no other: statements with branches are
 * judged by it too.
 */
export function graphOfRun(
  graph: DataflowGraph,
  record: RunRecord,
  mode: 'pipeline' | 'replay',
): DataflowGraph {
  const settled = withoutRefutedDoubts(graph, record, mode);
  const isSettled = ({ kind, mixed }: Pick<Edge, 'kind' | 'mixed'>) => kind === 'resource' && mixed !== true;
  const left = new Set(settled.edges);
  const edges = graph.edges.filter((edge) => left.has(edge) || !isSettled(edge));
  const final = Object.entries(graph.final).map(([name, value]) => {
    const needs = new Set(settled.final[name]?.needs);
    return [name, { ...value, needs: value.needs.filter((need) => needs.has(need) || !isSettled(need)) }];
  });
  return { ...settled, edges, final: Object.fromEntries(final) };
}

/** Names bound to functions and classes that have branches, or to values that may hold such. */
function branchingNames(graph: DataflowGraph): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of graph.steps) {
    if (holdsBranches(step.statement.node)) for (const { name } of step.binds) names.add(name);
  }
  return names;
}

const GENERATORS: Readonly<Record<string, string>> = {
  'random.python': 'python',
  'random.numpy': 'numpy',
  'random.torch': 'torch',
};

function settle(step: Step, seen: RecordedStep | undefined): Step {
  if (!seen) return step;
  const changed = new Set(seen.changed);
  const drawn = (resource: string) => {
    const generator = GENERATORS[resource];
    return generator === undefined || seen.randomDraws.includes(generator);
  };
  // Of a call that nothing is known of it is only feared that it writes files.
  const isFear = step.doubts.length > 0 && step.files.length === 0 && seen.filesWritten.length === 0;
  return {
    ...step,
    mutates: step.mutates.filter((name) => changed.has(name)),
    resourceReads: step.resourceReads.filter(drawn),
    resourceWrites: step.resourceWrites.filter(
      (resource) => drawn(resource) && !(resource === 'files' && isFear),
    ),
  };
}

/** Steps may be joined by one edge that stands for several dependences: all of them have to be refuted. */
function isRefuted(
  edge: Omit<Edge, 'to'>,
  to: Reader | undefined,
  place: number,
  graph: Refuting,
  recorded: ReadonlyMap<number, RecordedStep>,
): boolean {
  const [from, seen] = [graph.steps[edge.from], recorded.get(edge.from)];
  if (!seen || !from || !to || (edge.kind !== 'resource' && edge.kind !== 'mutation')) return false;
  const reached = new Set([...to.reads, ...to.mentions]);
  const gives = [...seen.changed, ...from.binds.map(({ name }) => name)];
  if (gives.some((name) => reached.has(name))) return false;
  const used = new Set<string>([...to.resourceReads, ...to.resourceWrites]);
  return from.resourceWrites.every((resource) => {
    if (!used.has(resource) || resource === 'stdout') return true;
    if (resource === 'figure') return beginsFigure(graph.fresh, edge.from, place);
    return resource === 'environment' && from.doubts.length > 0 && to.doubts.length > 0;
  });
}

type Reader = Pick<Step, 'reads' | 'mentions' | 'resourceReads' | 'resourceWrites' | 'doubts'>;

interface Refuting {
  readonly steps: readonly Step[];
  /** Steps that begin a new figure. */
  readonly fresh: readonly number[];
}

/** Whether a new figure is begun after one step, and at the latest by another. */
function beginsFigure(fresh: readonly number[], from: number, to: number): boolean {
  return fresh.some((index) => from < index && index <= to);
}

/** Steps that begin a figure of their own; none where the notebook goes back to earlier figures. */
function freshFigures(graph: DataflowGraph): readonly number[] {
  const imports = importTable(graph);
  const fresh: number[] = [];
  for (const { index, statement } of graph.steps) {
    for (const { call, path } of calleesOf(statement.node, imports)) {
      if (/^matplotlib\.pyplot\.(close|sca|clf|cla|fignum_exists|get_fignums)$/.test(path)) return [];
      const begins = /^matplotlib\.pyplot\.(figure|subplots)$/.test(path);
      const named = path.endsWith('.figure') ? call.args.length > 0 : false;
      if (!begins) continue;
      if (named || call.keywords.some(({ arg }) => arg === 'num' || arg === null)) return [];
      if (statement.node.type === 'Assign' || statement.node.type === 'Expr') fresh.push(index);
    }
  }
  return fresh;
}
