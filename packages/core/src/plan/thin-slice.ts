import type { DataflowGraph, Edge, Step } from '../dataflow/index.ts';
import type { Dataset } from './types.ts';

/** A stored value of the pipeline, and where in the notebook its variable has it. */
export interface StoredValue {
  readonly dataset: Dataset;
  readonly variable: string;
  /** Index of the step after which the variable has the value. */
  readonly at: number;
}

/** What a thin notebook executes: statements of the notebook, and stored values in place of what made them. */
export interface ThinSlice {
  /** Indices of steps, ascending. */
  readonly steps: readonly number[];
  /** In the order of `at`. */
  readonly loads: readonly StoredValue[];
}

/** What the slice is cut from. */
export interface ThinSource {
  readonly graph: DataflowGraph;
  readonly stored: readonly StoredValue[];
  /** Tells whether a step may stand in the thin notebook. */
  readonly mayStand: (step: Step) => boolean;
  /** Tells whether a file that a step writes is there when the pipeline has run. */
  readonly isWritten: (path: string, step: Step) => boolean;
}

/** Dependences that order what is seen, not what it is. */
const OF_ORDER = new Set(['stdout', 'logging', 'clock', 'stdin']);
/** Drawings end with their cell. */
const OF_CELL = new Set(['figure', 'figures']);

/**
 * Finds what the steps in `shown` need where stored values stand for all that made them. A step is given up where it needs
 * one that may not stand in the thin notebook; those that are given up are not among the result's steps.
 */
export function sliceThin(source: ThinSource, shown: readonly number[]): ThinSlice {
  const incoming = edgesByTarget(source.graph);
  const binders = findBinders(source.graph);
  const withheld = new Set<StoredValue>();
  for (;;) {
    const steps = new Set<number>();
    const loads = new Set<StoredValue>();
    for (const root of shown) {
      const found = closeOver(source, { incoming, binders, withheld }, root);
      if (found === null) continue;
      for (const step of found.steps) steps.add(step);
      for (const load of found.loads) loads.add(load);
    }
    const broken = findBroken(source.graph, steps, loads);
    if (broken.length === 0) {
      return {
        steps: [...steps].sort((one, other) => one - other),
        loads: [...loads].sort((one, other) => one.at - other.at),
      };
    }
    for (const load of broken) withheld.add(load);
  }
}

/** What is looked up while a closure is made. */
interface Tables {
  readonly incoming: readonly (readonly Edge[])[];
  readonly binders: ReadonlyMap<string, readonly Binder[]>;
  /** Stored values that may not be used. */
  readonly withheld: ReadonlySet<StoredValue>;
}

/** A step that binds a name, and whether to a value rather than to an import, a function or a class. */
interface Binder {
  readonly at: number;
  readonly isValue: boolean;
  /** It binds the name on every path. */
  readonly isSure: boolean;
}

/** Gives the steps and stored values that a step needs; `null` where one of the steps may not stand there. */
function closeOver(
  source: ThinSource,
  tables: Tables,
  root: number,
): { readonly steps: ReadonlySet<number>; readonly loads: ReadonlySet<StoredValue> } | null {
  const steps = new Set([root]);
  const loads = new Set<StoredValue>();
  const pending = [root];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const step = source.graph.steps[index];
    if (step === undefined || !source.mayStand(step)) return null;
    const edges = tables.incoming[index] ?? [];
    for (const edge of step.displays ? [...edges, ...changesShown(source.graph, tables, step)] : edges) {
      const found = standIns(source, tables, edge, step);
      for (const load of found ?? []) loads.add(load);
      if (found === null && isNeeded(source, edge) && !steps.has(edge.from)) {
        steps.add(edge.from);
        pending.push(edge.from);
      }
    }
  }
  return { steps, loads };
}

/** What a cell shows is read with all its parts, which the graph does not count as a need of the statement. */
function changesShown({ steps }: DataflowGraph, { binders }: Tables, shown: Step): readonly Edge[] {
  const changes = new Set<number>();
  const seen = new Set<string>();
  const collect = (name: string, before: number): void => {
    const key = `${name} ${before}`;
    if (seen.has(key)) return;
    seen.add(key);
    const bound = (binders.get(name) ?? []).findLast(({ at, isSure }) => isSure && at < before)?.at ?? -1;
    for (let at = bound + 1; at < before; at++) if (steps[at]?.mutates.includes(name)) changes.add(at);
    for (const read of steps[bound]?.reads ?? []) collect(read, bound);
  };
  for (const name of shown.reads) collect(name, shown.index);
  const edge = { to: shown.index, kind: 'mutation', via: '', certainty: 'may', reason: '' } as const;
  return [...changes].sort((one, other) => one - other).map((from) => ({ ...edge, from }));
}

/**
 * The stored values that stand for what an edge carries; `null` where it carries more. Whatever a step reads of an earlier one
 * it reads by a name: each of these is stored as it is after that step, or was made later of what is, or names a definition.
 */
function standIns(
  source: ThinSource,
  tables: Tables,
  { from, to, kind }: Edge,
  reader: Step,
): readonly StoredValue[] | null {
  if (kind !== 'data' && kind !== 'mutation' && kind !== 'alias') return null;
  const found: StoredValue[] = [];
  for (const name of reader.reads) {
    const covered = covering(source, tables, name, from, to);
    if (covered === null) return null;
    if (covered !== 'made later') found.push(...covered);
  }
  return found;
}

/** How a name, read at a step, is known to hold what an earlier step did to its value. */
function covering(
  source: ThinSource,
  tables: Tables,
  name: string,
  from: number,
  before: number,
): readonly StoredValue[] | 'made later' | null {
  const binders = (tables.binders.get(name) ?? []).filter(({ at }) => at < before);
  const last = binders.at(-1);
  if (last === undefined) return [];
  if (!last.isValue) return last.at === from ? null : [];
  const load = source.stored.findLast(({ variable, at }) => variable === name && at < before);
  if (load !== undefined && load.at >= from && load.at >= last.at && !tables.withheld.has(load))
    return [load];
  const made = binders.findLast(({ at, isSure }) => isSure && at > from);
  if (made === undefined || binders.some(({ at }) => at > made.at)) return null;
  const needsItself = tables.incoming[made.at]?.some((edge) => edge.from === from) ?? false;
  const reads = source.graph.steps[made.at]?.reads ?? [];
  const isMadeOfCovered = reads.every((read) => covering(source, tables, read, from, made.at) !== null);
  return needsItself || isMadeOfCovered ? 'made later' : null;
}

function findBinders({ steps }: DataflowGraph): ReadonlyMap<string, readonly Binder[]> {
  const binders = new Map<string, Binder[]>();
  for (const { index, binds } of steps) {
    for (const { name, kind, certainty } of binds) {
      const isValue = kind === 'value' || kind === 'delete';
      const binder = { at: index, isValue, isSure: certainty === 'must' };
      const known = binders.get(name);
      if (known) known.push(binder);
      else binders.set(name, [binder]);
    }
  }
  return binders;
}

function isNeeded({ graph, isWritten }: ThinSource, { from, to, via, kind }: Edge): boolean {
  if (kind !== 'resource') return true;
  if (OF_ORDER.has(via)) return false;
  const [maker, reader] = [graph.steps[from], graph.steps[to]];
  if (OF_CELL.has(via)) return maker?.cell === reader?.cell;
  return maker === undefined || !isWritten(via, maker);
}

/**
 * Finds stored values that would tear apart what is one object in the notebook: their maker stands in the thin notebook too,
 * or a step changes several names in place, of which some would be loaded and others not, or from different files.
 */
function findBroken(
  { steps }: DataflowGraph,
  taken: ReadonlySet<number>,
  loads: ReadonlySet<StoredValue>,
): readonly StoredValue[] {
  const broken = new Set<StoredValue>();
  for (const load of loads) if (taken.has(load.at)) broken.add(load);
  const sorted = [...loads].sort((one, other) => one.at - other.at);
  for (const index of taken) {
    const changed = steps[index]?.mutates ?? [];
    const origins = changed.map((name) =>
      sorted.findLast(({ variable, at }) => variable === name && at < index),
    );
    if (new Set(origins.map((origin) => origin?.dataset)).size > 1)
      for (const origin of origins) if (origin !== undefined) broken.add(origin);
  }
  return [...broken];
}

function edgesByTarget(graph: DataflowGraph): readonly (readonly Edge[])[] {
  const incoming: Edge[][] = graph.steps.map(() => []);
  for (const edge of graph.edges) incoming[edge.to]?.push(edge);
  return incoming;
}
