import type { Step } from '../../dataflow/index.ts';
import { allLibraries, createLibraryIndex, type LibraryIndex } from '../../libraries/index.ts';
import type { RunRecord } from '../../record/index.ts';
import type { TextEdit } from '../../text/index.ts';
import { importTable } from '../callees.ts';
import type { DraftStages } from '../draft.ts';
import { recordedFacts, typeOf } from '../facts.ts';
import type { Flow } from '../flow.ts';
import { type Machine, moduleScope, newSource, obstacleAt } from './machine.ts';
import { splitParts } from './splits.ts';
import { overwrite, runStatement } from './statements.ts';
import {
  type Frame,
  joinTraces,
  type Load,
  mapFrame,
  NO_TRACE,
  type Source,
  type Trace,
  type Value,
  whole,
  withStep,
} from './values.ts';

export interface RowsOptions {
  readonly flow: Flow;
  readonly draft: DraftStages;
  readonly record: RunRecord | undefined;
  /** Tables that rows begin with anew, by the step after which they do. */
  readonly restarts?: ReadonlyMap<number, ReadonlySet<string>>;
  /** Only this stage; the tables that it takes are the sources. */
  readonly stage?: number;
}

/** What every value of a notebook is made of, row by row. */
export interface TracedRows {
  /** Values of the module's names once a step has run; tables as they were then. */
  readonly after: ReadonlyMap<Step, ReadonlyMap<string, Value>>;
  /** What takes selections of rows out of the text of a statement. */
  readonly edits: ReadonlyMap<Step, readonly TextEdit[]>;
  readonly sources: readonly Source[];
}

let index: LibraryIndex | undefined;

/** Walks the kept statements of a notebook, or of one stage. */
export function traceRows(options: RowsOptions): TracedRows {
  const { flow, draft, record, restarts = new Map() } = options;
  const stageOf = new Map(
    draft.stages.flatMap((stage) => stage.core.map((step) => [step, stage.number] as const)),
  );
  const [firstStep] = flow.kept;
  const after = new Map<Step, ReadonlyMap<string, Value>>();
  const edits = new Map<Step, TextEdit[]>();
  if (firstStep === undefined) return { after, edits, sources: [] };
  index ??= createLibraryIndex(allLibraries);
  const machine: Machine = {
    flow,
    record,
    libraries: index,
    imports: importTable(flow.graph),
    scopes: [new Map()],
    step: firstStep,
    loadOf: loader(draft, stageOf),
    edits,
    sources: [],
    depth: 0,
    executed: NO_TRACE,
    changed: new Set(),
    isStage: options.stage !== undefined,
  };
  const only = options.stage === undefined ? undefined : draft.stages[options.stage];
  const first = only?.core[0];
  if (only && first) giveInputs(machine, only.inputs, first);
  for (const step of flow.kept) {
    const number = stageOf.get(step);
    if (only && number !== undefined && number !== only.number) continue;
    machine.step = step;
    machine.executed = NO_TRACE;
    machine.changed.clear();
    runStatement(machine, step.statement.node);
    settle(machine, step, restarts.get(step.index) ?? new Set());
    if (number !== undefined) after.set(step, snapshot(moduleScope(machine)));
  }
  return { after, edits, sources: machine.sources };
}

/** Tables that a stage takes are where its rows begin. */
function giveInputs(machine: Machine, inputs: DraftStages['stages'][number]['inputs'], first: Step): void {
  machine.step = first;
  for (const { variable, step } of inputs) {
    const facts = recordedFacts(machine.record, variable, step);
    const type = typeOf(machine.flow, machine.record, variable, step)?.name;
    const isTable = type === 'pandas.DataFrame';
    const value = isTable
      ? frameOf(newSource(machine, variable, facts?.columns ?? null, null, false))
      : whole(NO_TRACE, type ?? null);
    moduleScope(machine).set(variable, value);
  }
}

/** A table with the rows and columns of a source. */
function frameOf(source: Source): Frame {
  const rows = { source, picked: 'all', masks: NO_TRACE, chosen: null, hidden: null } as const;
  return {
    kind: 'frame',
    rows,
    columns: new Map(),
    rest: { source, trace: NO_TRACE },
    index: { ...NO_TRACE, obstacle: source.labels },
    bare: null,
  };
}

/** Tables that come out of something without rows, or that rows begin with anew, are sources; what acts outside is no row's own. */
function settle(machine: Machine, step: Step, restarts: ReadonlySet<string>): void {
  const scope = moduleScope(machine);
  // Which rows a split draws is no part of what becomes of a row.
  const isSplit = splitParts(step) !== null;
  const impure = isSplit ? null : impurity(machine, step);
  const why = isSplit ? null : (impure ?? stateChange(machine, step));
  blockUnknownChanges(machine, step);
  if (!isSplit) spreadExecuted(machine, step);
  for (const name of new Set([...step.binds.map((binding) => binding.name), ...step.mutates, ...restarts])) {
    const value = scope.get(name);
    if (value === undefined) continue;
    const type =
      typeOf(machine.flow, machine.record, name, step)?.name ?? (value.kind === 'whole' ? value.type : null);
    const isTable = value.kind === 'whole' && value.callable === undefined && type === 'pandas.DataFrame';
    if (isTable || restarts.has(name)) {
      const origin = value.kind === 'whole' ? value.trace.obstacle : null;
      const facts = recordedFacts(machine.record, name, step);
      scope.set(name, frameOf(newSource(machine, name, facts?.columns ?? null, origin, !machine.isStage)));
    } else if (value.kind === 'whole') {
      const trace = impure && !value.trace.obstacle ? { ...value.trace, obstacle: impure } : value.trace;
      scope.set(name, {
        ...value,
        type: value.type ?? type ?? null,
        trace: value.callable ? value.trace : withStep(trace, step),
      });
    } else if (why && value.kind === 'series') {
      scope.set(name, { ...value, trace: { ...value.trace, obstacle: value.trace.obstacle ?? why } });
    } else if (why && value.kind === 'frame') {
      for (const [column, trace] of value.columns)
        if (trace.steps.has(step)) value.columns.set(column, { ...trace, obstacle: trace.obstacle ?? why });
    }
  }
}

/** A table that the statement may change in a way that was not followed. */
function blockUnknownChanges(machine: Machine, step: Step): void {
  const bound = new Set(step.binds.map(({ name }) => name));
  for (const name of step.mutates) {
    const value = moduleScope(machine).get(name);
    if (value?.kind !== 'frame' || bound.has(name) || machine.changed.has(value)) continue;
    const why = obstacleAt(machine, step.statement.node, `it is not known what happens to \`${name}\` here`);
    overwrite(
      machine,
      value,
      mapFrame(value, (trace) => withStep({ ...trace, obstacle: trace.obstacle ?? why }, step)),
    );
  }
}

/** Whichever of its values is wanted, a statement runs as a whole. */
function spreadExecuted(machine: Machine, step: Step): void {
  const { executed } = machine;
  const spread = (trace: Trace) => (trace.steps.has(step) ? joinTraces(trace, executed) : trace);
  const scope = moduleScope(machine);
  for (const name of new Set([...step.binds.map((binding) => binding.name), ...step.mutates])) {
    const value = scope.get(name);
    if (value?.kind === 'frame') {
      for (const [column, trace] of value.columns) value.columns.set(column, spread(trace));
      value.rest = { ...value.rest, trace: spread(value.rest.trace) };
    } else if (value?.kind === 'series') scope.set(name, { ...value, trace: spread(value.trace) });
  }
}

/** Why what a row gives may depend on the rows before it: the statement changes something that it also uses. */
function stateChange(machine: Machine, step: Step) {
  const changed = step.mutates.find((name) => {
    const value = moduleScope(machine).get(name);
    return value?.kind === 'whole' && value.callable === undefined;
  });
  return changed === undefined
    ? null
    : obstacleAt(machine, step.statement.node, `\`${changed}\` changes while rows are gone through`);
}

const OUTSIDE = /^(random\.|files|clock|system-random|network|database|process|stdin|environment)/;

/** Why a statement may give something else when it runs again. */
function impurity(machine: Machine, step: Step) {
  const { resourceReads, resourceWrites, doubts, files } = step;
  const found = [...resourceReads, ...resourceWrites].find((resource) => OUTSIDE.test(resource));
  if (files.length > 0) return obstacleAt(machine, step.statement.node, 'a file is used');
  if (found !== undefined) return obstacleAt(machine, step.statement.node, `\`${found}\` is used`);
  return doubts[0] === undefined ? null : obstacleAt(machine, step.statement.node, doubts[0]);
}

/** What a name that was made in a stage, or came into it, is loaded from. */
function loader(draft: DraftStages, stageOf: ReadonlyMap<Step, number>): Machine['loadOf'] {
  const loads = new Map<string, Load>();
  return (name, step) => {
    const number = stageOf.get(step);
    const stage = number === undefined ? undefined : draft.stages[number];
    if (stage === undefined) return null;
    const changed = stage.core.some(
      (each) =>
        each.index < step.index &&
        (each.mutates.includes(name) || each.binds.some((binding) => binding.name === name)),
    );
    const given = changed ? undefined : stage.inputs.find(({ variable }) => variable === name);
    const made = stage.outputs.find(
      ({ variable, step: last }) => variable === name && last.index < step.index,
    );
    const dataset = given ?? made;
    if (dataset === undefined) return null;
    const key = `${stage.number}:${name}`;
    const load = loads.get(key) ?? { stage: stage.number, name, dataset };
    loads.set(key, load);
    return load;
  };
}

function snapshot(scope: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map(
    [...scope].map(([name, value]) => [
      name,
      value.kind === 'frame' ? { ...value, columns: new Map(value.columns) } : value,
    ]),
  );
}
