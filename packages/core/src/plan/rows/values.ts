import type { Step } from '../../dataflow/index.ts';
import type { ColumnFacts } from '../../record/index.ts';
import type { Expr, FunctionDef, Lambda } from '../../syntax/index.ts';
import type { Span } from '../../text/index.ts';
import type { DraftDataset } from '../draft.ts';

/** Why a value is not made row by row, and where. */
export interface Obstacle {
  readonly step: Step;
  readonly span: Span;
  /** The rest of a sentence that begins with the place: "`mean` looks at all rows". */
  readonly reason: string;
  /** Columns within whose equal values it does work. */
  readonly groups: readonly string[] | null;
}

/** A table that rows begin with: what a statement gives a name, or what a stage takes. */
export interface Source {
  readonly id: number;
  readonly name: string;
  /** The statement that makes it. */
  readonly step: Step;
  /** Its columns, where a run was recorded. */
  readonly columns: readonly ColumnFacts[] | null;
  /** Why its rows are not rows of a table before it; `null` where they come from outside. */
  readonly origin: Obstacle | null;
  /** The labels of its rows, which a request does not have; `null` where the whole table is at hand. */
  readonly labels: Obstacle | null;
}

/** A value without rows that a stage stores and that is loaded instead of made again. */
export interface Load {
  readonly stage: number;
  readonly name: string;
  readonly dataset: DraftDataset;
}

/** What a value is made of. */
export interface Trace {
  /** Columns of sources, as `columnKey` writes them. */
  readonly columns: ReadonlySet<string>;
  /** Statements that have to run. */
  readonly steps: ReadonlySet<Step>;
  readonly loads: ReadonlySet<Load>;
  readonly obstacle: Obstacle | null;
  /** The call that asks a fitted model, where one does. */
  readonly predicted: Expr | null;
}

/** Rows that belong together: values of one set are aligned. */
export interface RowSet {
  readonly source: Source;
  /** How the rows differ from those of the source. */
  readonly picked: 'all' | 'filter' | 'choice';
  /** What filters look at. */
  readonly masks: Trace;
  /** Where rows are chosen by more than a look at each. */
  readonly chosen: Obstacle | null;
  /** Rows are left out inside a function, which the statement that calls it cannot avoid. */
  readonly hidden: Obstacle | null;
}

/** A table: what each column is made of. */
export interface Frame {
  readonly kind: 'frame';
  rows: RowSet;
  readonly columns: Map<string, Trace>;
  /** Columns that have no entry: those of a source, or made of `trace`. */
  rest: { readonly source: Source | null; readonly trace: Trace };
  index: Trace;
  /** The name of which it is a selection and nothing else. */
  bare: string | null;
}

/** One value, or a fixed number of them, a row: a column, an array, a list. */
export interface Series {
  readonly kind: 'series';
  readonly rows: RowSet;
  readonly trace: Trace;
  readonly type: string | null;
}

/** What one row holds, inside a comprehension. */
interface Cell {
  readonly kind: 'cell';
  readonly rows: RowSet;
  readonly trace: Trace;
}

/** A value without rows; with an obstacle it was made from rows. */
export interface Whole {
  readonly kind: 'whole';
  readonly trace: Trace;
  readonly type: string | null;
  /** A function of the notebook. */
  readonly callable?: FunctionDef | Lambda;
  /** A text, or the texts of a list, where they are known. */
  readonly texts?: readonly string[];
}

/** A display with rows among its elements. */
interface Items {
  readonly kind: 'items';
  readonly items: readonly Value[];
  /** Constant keys, of a dict. */
  readonly keys: readonly string[] | null;
}

/** `df.loc`, `df.iloc`. */
export interface Locator {
  readonly kind: 'locator';
  readonly by: 'loc' | 'iloc' | 'at';
  readonly of: Frame | Series;
}

/** `df.groupby(…)`, and a column of it. */
export interface Groups {
  readonly kind: 'groups';
  readonly of: Frame;
  readonly keys: readonly string[] | null;
  readonly chosen: readonly string[] | null;
}

export type Value = Frame | Series | Cell | Whole | Items | Locator | Groups;

const NONE: ReadonlySet<never> = new Set<never>();

export const NO_TRACE: Trace = { columns: NONE, steps: NONE, loads: NONE, obstacle: null, predicted: null };

/** Names a column of a source. */
export function columnKey(source: Source, column: string): string {
  return `${source.id}:${column}`;
}

/** Made of all of these; the first obstacle stands for all. */
export function joinTraces(...traces: readonly Trace[]): Trace {
  const found = traces.filter((trace) => trace !== NO_TRACE);
  const [first = NO_TRACE, ...others] = found;
  if (others.every((other) => other === first)) return first;
  return {
    columns: unite(found.map(({ columns }) => columns)),
    steps: unite(found.map(({ steps }) => steps)),
    loads: unite(found.map(({ loads }) => loads)),
    obstacle: found.find(({ obstacle }) => obstacle !== null)?.obstacle ?? null,
    predicted: found.find(({ predicted }) => predicted !== null)?.predicted ?? null,
  };
}

function unite<T>(sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  const [first = new Set<T>(), ...others] = sets.filter((set) => set.size > 0);
  return others.every((other) => other === first)
    ? first
    : new Set([first, ...others].flatMap((set) => [...set]));
}

/** The trace with a statement that has to run. */
export function withStep(trace: Trace, step: Step): Trace {
  return trace.steps.has(step) ? trace : { ...trace, steps: new Set([...trace.steps, step]) };
}

/** What a column of a table is made of. */
export function columnOf(frame: Frame, name: string): Trace {
  const known = frame.columns.get(name);
  if (known) return known;
  const { source, trace } = frame.rest;
  return source ? { ...trace, columns: new Set([...trace.columns, columnKey(source, name)]) } : trace;
}

/** What all columns of a table together are made of. */
export function allColumns(frame: Frame): Trace {
  const { source, trace } = frame.rest;
  const own = (source?.columns ?? []).map(({ name }) => name).filter((name) => !frame.columns.has(name));
  return joinTraces(trace, ...own.map((name) => columnOf(frame, name)), ...frame.columns.values());
}

/** What a value, all of it, is made of. */
export function traceOf(value: Value): Trace {
  switch (value.kind) {
    case 'frame':
      return allColumns(value);
    case 'items':
      return joinTraces(...value.items.map(traceOf));
    case 'locator':
    case 'groups':
      return traceOf(value.of);
    default:
      return value.trace;
  }
}

/** The rows that a value has; `null` where it has none. */
export function rowsOf(value: Value): RowSet | null {
  switch (value.kind) {
    case 'whole':
      return null;
    case 'items':
      return value.items.map(rowsOf).find((rows) => rows !== null) ?? null;
    case 'locator':
    case 'groups':
      return rowsOf(value.of);
    default:
      return value.rows;
  }
}

/** A value without rows. */
export function whole(trace: Trace = NO_TRACE, type: string | null = null): Whole {
  return { kind: 'whole', trace, type };
}

/** The table with something more in every column. */
export function mapFrame(frame: Frame, change: (trace: Trace) => Trace): Frame {
  return {
    ...frame,
    columns: new Map([...frame.columns].map(([name, trace]) => [name, change(trace)])),
    rest: { ...frame.rest, trace: change(frame.rest.trace) },
    bare: null,
  };
}

/** A table all of whose columns are made of the same. */
export function uniformFrame(rows: RowSet, trace: Trace, index: Trace): Frame {
  return { kind: 'frame', rows, columns: new Map(), rest: { source: null, trace }, index, bare: null };
}

const SCALAR =
  /^((builtins\.)?(int|float|str|bool|none|complex|NoneType)|numpy\.(u?int\d+|float\d+|bool_?|str_|datetime64|timedelta64)|pandas\.(Scalar|Timestamp|Timedelta|Period|DateOffset)|datetime\.\w+|decimal\.Decimal)$/;

/** Whether a value without rows is one value, the same for each row: a list or array would be given out by place. */
export function isScalar(value: Value): boolean {
  return value.kind === 'whole' && SCALAR.test(value.type ?? '');
}

/** Whether the rows of a table have the labels that they have in its source. */
export function keepsLabels({ index, rows }: Frame): boolean {
  return index.columns.size === 0 && index.obstacle?.reason === rows.source.labels?.reason;
}
