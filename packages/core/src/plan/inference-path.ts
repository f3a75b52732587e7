import type { Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import type { DraftStages } from './draft.ts';
import type { Flow } from './flow.ts';
import { type Obstacle, rowsOf, type Source, type TracedRows, traceRows } from './rows/index.ts';
import { findPredictions, type Prediction } from './rows/predictions.ts';

/** The way from one row of a table to its prediction. */
export interface InferencePath {
  readonly rows: TracedRows;
  readonly prediction: Prediction;
  readonly source: Source;
  /** Columns of the source that the prediction is made of, in their order. */
  readonly columns: readonly string[];
  /** What stands between the raw table and the source, first; empty where the source is raw. */
  readonly obstacles: readonly Obstacle[];
}

/** Why there is none. */
export interface NoPath {
  readonly reason: string;
  readonly obstacle: Obstacle | null;
}

const MOST_RESTARTS = 40;

/**
 * Finds the way from raw rows to the last prediction. Where a statement stands in the way because it looks at other rows, the
 * rows begin with the table that it makes.
 */
export function findInferencePath(
  flow: Flow,
  draft: DraftStages,
  record: RunRecord | undefined,
): InferencePath | NoPath {
  const restarts = new Map<number, Set<string>>();
  const obstacles: Obstacle[] = [];
  for (let round = 0; round < MOST_RESTARTS; round++) {
    const rows = traceRows({ flow, draft, record, restarts });
    const predictions = findPredictions(rows, draft);
    const prediction =
      predictions.findLast(({ isStored, column }) => isStored && column !== null) ?? predictions.at(-1);
    if (prediction === undefined)
      return { reason: 'no fitted model is asked about rows that it was not fitted to', obstacle: null };
    const rowSet = rowsOf(prediction.value);
    const obstacle = prediction.trace.obstacle ?? rowSet?.hidden ?? null;
    if (obstacle === null && rowSet) return pathOf(rows, prediction, rowSet.source, obstacles);
    if (
      obstacle === null ||
      obstacle.step === prediction.step ||
      !restartAfter(obstacle.step, rows, restarts)
    )
      return { reason: obstacle?.reason ?? 'it has no rows', obstacle };
    obstacles.push(obstacle);
  }
  return { reason: 'too many statements stand in the way', obstacle: obstacles[0] ?? null };
}

/** Lets rows begin with the tables that a statement makes or changes; whether there is one that did not begin there already. */
function restartAfter(step: Step, rows: TracedRows, restarts: Map<number, Set<string>>): boolean {
  const names = new Set([...step.binds.map(({ name }) => name), ...step.mutates]);
  const tables = [...(rows.after.get(step) ?? [])].flatMap(([name, value]) =>
    names.has(name) && value.kind === 'frame' ? [name] : [],
  );
  const known = restarts.get(step.index);
  if (tables.length === 0 || known !== undefined) return false;
  restarts.set(step.index, new Set(tables));
  return true;
}

function pathOf(
  rows: TracedRows,
  prediction: Prediction,
  source: Source,
  before: readonly Obstacle[],
): InferencePath | NoPath {
  const prefix = `${source.id}:`;
  const named = [...prediction.trace.columns];
  const other = named.find((key) => !key.startsWith(prefix));
  const obstacles = [...before, ...(source.origin ? [source.origin] : [])];
  if (other !== undefined)
    return { reason: 'rows of two tables come together', obstacle: obstacles[0] ?? null };
  const wanted = new Set(named.map((key) => key.slice(prefix.length)));
  const order = source.columns?.map(({ name }) => name).filter((name) => wanted.has(name)) ?? [...wanted];
  if (source.columns !== null && order.length < wanted.size)
    return { reason: `the table \`${source.name}\` lacks a column that is read`, obstacle: null };
  return { rows, prediction, source, columns: order, obstacles };
}
