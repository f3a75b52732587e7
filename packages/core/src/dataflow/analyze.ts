import type { LibraryIndex } from '../libraries/index.ts';
import type { RecordedStep, RunRecord } from '../record/index.ts';
import type { Module, ParsedCell, TopStatement } from '../syntax/index.ts';
import { attempt } from './attempts.ts';
import { finalize } from './finalizers.ts';
import { buildGraph } from './graph.ts';
import { NOTHING } from './heap.ts';
import { historyNames, recordDisplay } from './history.ts';
import { mayUseHistory } from './history-text.ts';
import { cellNumbers, executedCells, stopOf } from './order.ts';
import { findParts } from './parts.ts';
import { takeTypes } from './recorded-types.ts';
import { join } from './scopes.ts';
import { snapshotStep } from './snapshot.ts';
import { createMachine, type Machine, type OpenStep } from './state.ts';
import { execute } from './statements.ts';
import { holdsBranches, isStraight } from './straight.ts';
import { summariseUnknown } from './summarise.ts';
import type { DataflowGraph, Step } from './types.ts';
import { findUnseen, takeBackFears } from './unchanged.ts';

export interface AnalyzeOptions {
  readonly libraries: LibraryIndex;
  /** Default: top to bottom. */
  readonly order?: 'top-to-bottom' | 'executed';
  /** A run of the notebook: types of values that the code does not tell are taken from it. */
  readonly record?: RunRecord;
  /**
   * What else of the run is believed: that it did not change what it was feared to change. A replay gives the values of that run
   * and of no other; for a pipeline, statements with branches say nothing, there or in what they call.
   */
  readonly believe?: 'pipeline' | 'replay';
  /** Work out `Step.sharing` and `Step.mutates`, which planning needs and slicing does not. */
  readonly sharing?: boolean;
  /** Divide loops and branches, so that slices may leave out statements inside them. */
  readonly parts?: boolean;
}

/**
 * Finds what every statement of a notebook reads, changes and binds, and so which statements each one needs. Interprets the
 * statements once, in order, over abstract objects; what is not known is assumed to be the worst.
 */
export function analyze(module: Module, options: AnalyzeOptions): DataflowGraph {
  const order = options.order ?? 'top-to-bottom';
  const cells = order === 'executed' ? executedCells(module) : module.cells;
  const steps: Step[] = [];
  const open: OpenStep[] = [];
  let parts = 0;
  const history = historyNames(module);
  const numbers = cellNumbers(module);
  const recorded = new Map(options.record?.steps.map((seen) => [seen.id, seen]));
  const branching = new Set<string>();
  let machine: Machine | null = null;
  for (const cell of cells) {
    const stop = stopOf(cell);
    const statements = stop?.kind === 'at' ? cell.statements.slice(0, stop.statement + 1) : cell.statements;
    const first = open.length;
    statements.forEach((statement, at) => {
      const last = at === statements.length - 1;
      // What IPython keeps of a cell, and where one was left, is known of whole statements only.
      const divided = options.parts === true && stop === null && !mayUseHistory(cell.cell.python.text);
      const step = openStep(open.length, cell, statement, last, findParts(statement.node, parts, divided));
      parts += step.parts.size;
      const ready = beginStep(machine, options.libraries, step);
      machine = ready;
      if (stop?.kind === 'somewhere')
        for (let before = first; before < step.index; before++) needControl(step, open[before]);
      const raises = stop !== null && (stop.kind === 'somewhere' || last);
      const number = history.size > 0 && step.displays ? numbers.get(cell.cell.key) : undefined;
      const interpret = () => interpretStep(ready, cell, statement, raises, number);
      const seen = recorded.get(statement.id);
      if (seen) interpretSeen(ready, seen, options.believe, branching, interpret);
      else interpret();
      open.push(step);
      steps.push(snapshotStep(ready, step, raises, options.sharing ?? false));
    });
  }
  return buildGraph(module, order, steps, open, machine, options.parts ?? false);
}

/** Interprets a step that a run has seen, with as much of what was seen as is believed. */
function interpretSeen(
  machine: Machine,
  seen: RecordedStep,
  believe: AnalyzeOptions['believe'],
  branching: Set<string>,
  interpret: () => void,
): void {
  const { step } = machine;
  const { node } = step.statement;
  const hasLooked = believe !== undefined && seen.error === undefined && (seen.unchanged ?? []).length > 0;
  const unseen = hasLooked ? findUnseen(machine, seen) : null;
  interpret();
  takeTypes(machine, node, seen.values);
  if (holdsBranches(node)) for (const name of step.binds.keys()) branching.add(name);
  const isBelieved = believe === 'replay' || isStraight(step, branching);
  if (unseen && isBelieved) takeBackFears(machine, seen, unseen);
}

function beginStep(machine: Machine | null, libraries: LibraryIndex, step: OpenStep): Machine {
  const ready = machine ?? createMachine(libraries, step);
  ready.step = step;
  ready.sites.clear();
  ready.derived.clear();
  ready.handed.clear();
  ready.surrendered = null;
  ready.raised = NOTHING;
  ready.work = 0;
  summariseUnknown(ready);
  return ready;
}

/** In a cell that raised somewhere, a statement ran only if those before it did not raise. */
function needControl(step: OpenStep, before: OpenStep | undefined): void {
  if (before)
    step.part.needs.set(before.first, { kind: 'control', via: 'raise', certainty: 'may', mixed: false });
}

function interpretStep(
  machine: Machine,
  cell: ParsedCell,
  statement: TopStatement,
  raises: boolean,
  number: number | undefined,
): void {
  const { moduleScope } = machine;
  const { node } = statement;
  const run = (): void => {
    if (number !== undefined && node.type === 'Expr')
      recordDisplay(machine, cell, statement, node.value, number);
    else execute(machine, moduleScope, [node]);
    finalize(machine, node);
  };
  if (!raises) {
    run();
    return;
  }
  // It may have been left at any point: what it binds, it may not have bound.
  const { done, partial } = attempt(machine, moduleScope, run);
  join(machine, moduleScope, [done, partial]);
}

function openStep(
  index: number,
  cell: ParsedCell,
  statement: TopStatement,
  last: boolean,
  parts: ReturnType<typeof findParts>,
): OpenStep {
  const [root] = parts;
  return {
    index,
    id: statement.id,
    cell: cell.cell.index,
    statement,
    parts: new Map(parts.map((part) => [part.node, part])),
    first: root.number,
    part: root,
    indivisible: false,
    reads: new Set(),
    mentions: new Set(),
    binds: new Map(),
    mutated: new Map(),
    stored: new Set(),
    resourceReads: new Set(),
    resourceWrites: new Set(),
    files: [],
    undefinedNames: new Set(),
    doubts: new Set(),
    displays: last && statement.node.type === 'Expr',
  };
}
