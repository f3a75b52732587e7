import type { Step } from '../../dataflow/index.ts';
import type { LibraryIndex } from '../../libraries/index.ts';
import type { RunRecord } from '../../record/index.ts';
import type { Node } from '../../syntax/index.ts';
import type { TextEdit } from '../../text/index.ts';
import type { ImportTable } from '../callees.ts';
import type { Flow } from '../flow.ts';
import {
  type Frame,
  joinTraces,
  type Load,
  type Obstacle,
  type RowSet,
  type Source,
  type Trace,
  traceOf,
  type Value,
  type Whole,
  whole,
} from './values.ts';

/** The state of one walk over the statements of a notebook. */
export interface Machine {
  readonly flow: Flow;
  readonly record: RunRecord | undefined;
  readonly libraries: LibraryIndex;
  readonly imports: ImportTable;
  /** Innermost scope last; the first is the module's. */
  readonly scopes: Map<string, Value>[];
  /** The statement of the notebook that is being walked. */
  step: Step;
  /** What a stage stores that has this name at this point, to load instead of making it again. */
  readonly loadOf: (name: string, step: Step) => Load | null;
  /** What takes selections of rows out of a statement. */
  readonly edits: Map<Step, TextEdit[]>;
  /** Only one stage is walked, whose tables are at hand. */
  readonly isStage: boolean;
  readonly sources: Source[];
  /** Functions of the notebook that are being walked. */
  depth: number;
  /** What the statement reads to give any of its values: it runs as a whole. */
  executed: Trace;
  /** Tables that the statement is known to change. */
  readonly changed: Set<Frame>;
}

/** The module's scope. */
export function moduleScope(machine: Machine): Map<string, Value> {
  const [scope] = machine.scopes;
  return scope ?? new Map();
}

/** Why something stands in the way, at a node of the statement that is being walked. */
export function obstacleAt(
  machine: Machine,
  node: Node,
  reason: string,
  groups: Obstacle['groups'] = null,
): Obstacle {
  const { start, end } = machine.depth > 0 ? machine.step.statement.node : node;
  return { step: machine.step, span: { start, end }, reason, groups };
}

/** A value of which nothing is known row by row. */
export function blocked(
  machine: Machine,
  node: Node,
  reason: string,
  values: readonly Value[],
  type: string | null = null,
): Whole {
  const trace = joinTraces(...values.map(traceOf));
  return whole({ ...trace, obstacle: trace.obstacle ?? obstacleAt(machine, node, reason) }, type);
}

/** A new source of rows; `isAsked` where its rows come one by one. */
export function newSource(
  machine: Machine,
  name: string,
  columns: Source['columns'],
  origin: Obstacle | null,
  isAsked: boolean,
): Source {
  const labels = isAsked
    ? obstacleAt(machine, machine.step.statement.node, `the labels of the rows of \`${name}\` are no column`)
    : null;
  const source = { id: machine.sources.length, name, step: machine.step, columns, origin, labels };
  machine.sources.push(source);
  return source;
}

/** Rows of a set, fewer or in another order. */
export function pickRows(
  machine: Machine,
  node: Node,
  rows: RowSet,
  how: 'filter' | 'choice',
  mask: Trace,
  reason: string,
): RowSet {
  const why = obstacleAt(machine, node, reason);
  return {
    source: rows.source,
    picked: how === 'choice' || rows.picked === 'choice' ? 'choice' : 'filter',
    masks: joinTraces(rows.masks, mask),
    chosen: rows.chosen ?? (how === 'choice' ? why : null),
    hidden: rows.hidden ?? (machine.depth > 0 ? why : null),
  };
}

/** Lets the text of the statement do without a part; code of functions is shared and stays. */
export function leaveOut(machine: Machine, start: number, end: number, text = ''): void {
  const edits = machine.edits.get(machine.step) ?? [];
  const isKnown = edits.some(({ span }) => span.start === start && span.end === end);
  if (machine.depth > 0 || isKnown) return;
  edits.push({ span: { start, end }, text });
  machine.edits.set(machine.step, edits);
}

/** Notes what the statement needs to run, whichever of its values is wanted. */
export function noteExecuted(machine: Machine, trace: Trace): void {
  machine.executed = joinTraces(machine.executed, { ...trace, obstacle: null, predicted: null });
}
