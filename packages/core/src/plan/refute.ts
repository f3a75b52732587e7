import type { DataflowGraph, Edge, Step } from '../dataflow/index.ts';
import type { RecordedStep, RunRecord } from '../record/index.ts';
import type { Node } from '../syntax/index.ts';
import { calleesOf, importTable } from './callees.ts';
import { nodesOf } from './tree.ts';

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
 * The graph that a slice of one run is made from. A replay gives the values of that run and of no other: statements with
 * branches are judged by it too.
 */
export function graphOfRun(
  graph: DataflowGraph,
  record: RunRecord,
  mode: 'pipeline' | 'replay',
): DataflowGraph {
  const settled = withoutRefutedDoubts(graph, record, mode);
  const changes = new Map(record.steps.map((step) => [step.id, new Set(step.changed)]));
  const remains = (name: string, { from, kind }: { readonly from: number; readonly kind: string }) => {
    const step = settled.steps[from];
    const before = graph.steps[from];
    // Settled: what it was feared to change, and did not, is gone from the step.
    const isSettled = step !== undefined && before !== undefined && step !== before;
    if (kind !== 'mutation' || !isSettled) return true;
    const isBound = step.binds.some((binding) => binding.name === name);
    return isBound || (changes.get(step.id)?.has(name) ?? true);
  };
  const final = Object.fromEntries(
    Object.entries(settled.final).map(([name, value]) => [
      name,
      { ...value, needs: value.needs.filter((need) => remains(name, need)) },
    ]),
  );
  return { ...settled, final };
}

/** Names bound to functions and classes that have branches, or to values that may hold such. */
function branchingNames(graph: DataflowGraph): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of graph.steps) {
    const holdsCode = [...nodesOf(step.statement.node)].some(
      (node) => CODE.has(node.type) && hasBranch(node),
    );
    if (holdsCode) for (const { name } of step.binds) names.add(name);
  }
  return names;
}

const CODE = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);

const BRANCHES = new Set(['If', 'While', 'Try', 'TryStar', 'Match', 'Break', 'Continue']);

/** Whether a part of the code may be passed over; of expressions only one that calls something counts. */
function hasBranch(node: Node): boolean {
  return [...nodesOf(node)].some(
    (inner) =>
      BRANCHES.has(inner.type) || guardedParts(inner).some((part) => [...nodesOf(part)].some(isCall)),
  );
}

/** Expressions that are evaluated only when others are true. */
function guardedParts(node: Node): readonly Node[] {
  switch (node.type) {
    case 'IfExp':
      return [node.body, node.orelse];
    case 'BoolOp':
      return node.values.slice(1);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return node.generators.some(({ ifs }) => ifs.length > 0) ? [node.elt] : [];
    case 'DictComp':
      return node.generators.some(({ ifs }) => ifs.length > 0) ? [node.key, node.value] : [];
    default:
      return [];
  }
}

function isCall(node: Node): boolean {
  return node.type === 'Call' || node.type === 'Await' || node.type === 'NamedExpr';
}

/** Every line of such a statement ran when it was recorded. */
function isStraight(step: Step, branching: ReadonlySet<string>): boolean {
  if (hasBranch(step.statement.node)) return false;
  const runsText = [...nodesOf(step.statement.node)].some(
    (node) => node.type === 'Call' && node.func.type === 'Name' && /^(eval|exec|input)$/.test(node.func.id),
  );
  return !runsText && ![...step.reads, ...step.mentions].some((name) => branching.has(name));
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
