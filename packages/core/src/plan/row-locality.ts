import type { Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import type { DraftStage, DraftStages } from './draft.ts';
import type { Flow } from './flow.ts';
import type { InferencePath } from './inference-path.ts';
import type { StageRows } from './inference-types.ts';
import type { NotebookPlan } from './plan-notebook.ts';
import {
  keepsLabels,
  type Obstacle,
  type RowSet,
  rowsOf,
  type Trace,
  traceOf,
  traceRows,
  type Value,
} from './rows/index.ts';
import { placeOf } from './rows/place.ts';

/** How a stage depends on the rows that it is given. */
export type RowLocality =
  /** Each row of what it gives depends on one row of `table`, and on values without rows. */
  | { readonly kind: 'row'; readonly table: string; readonly filters: boolean }
  /** Each row depends on the rows with equal values in `keys`. */
  | {
      readonly kind: 'group';
      readonly table: string;
      readonly keys: readonly string[];
      readonly filters: boolean;
    }
  | { readonly kind: 'whole'; readonly reason: string; readonly obstacle: Obstacle | null };

/** Says whether a stage can run on parts of its table, one by one. */
export function rowLocality(
  flow: Flow,
  draft: DraftStages,
  stage: DraftStage,
  record: RunRecord | undefined,
): RowLocality {
  const outside = stage.core.find((step) => step.files.length > 0);
  if (outside) return whole('it reads or writes a file', obstacleOf(outside, 'a file is used'));
  if (stage.outputs.length === 0) return whole('it gives no table', null);
  const rows = traceRows({ flow, draft, record, stage: stage.number });
  const last = stage.core.at(-1);
  const values = last ? rows.after.get(last) : undefined;
  const obstacles: Obstacle[] = [];
  const tables = new Set<string>();
  let filters = false;
  for (const { variable } of stage.outputs) {
    const value = values?.get(variable);
    const found = value ? check(value) : { reason: `\`${variable}\` has no rows` };
    if ('reason' in found) return whole(found.reason, found.obstacle ?? null);
    if (
      !stage.inputs.some(
        (input) =>
          input.variable === found.rows.source.name && found.rows.source.origin === null && found.isGiven,
      )
    )
      return whole(
        found.rows.source.origin?.reason ?? `\`${variable}\` is a new table`,
        found.rows.source.origin,
      );
    tables.add(found.rows.source.name);
    filters ||= found.rows.picked === 'filter';
    obstacles.push(...found.grouped);
  }
  const [table] = tables;
  if (table === undefined || tables.size > 1) return whole('rows of several tables come together', null);
  const [first] = obstacles;
  if (first === undefined) return { kind: 'row', table, filters };
  const same = obstacles.every(({ groups }) => groups?.join('\n') === first.groups?.join('\n'));
  return same && first.groups
    ? { kind: 'group', table, keys: first.groups, filters }
    : whole(first.reason, first);
}

/** The same as the plan has it. */
export function stageRows(
  plan: Pick<NotebookPlan, 'flow' | 'draft' | 'graph'>,
  stage: DraftStage,
  record: RunRecord | undefined,
): StageRows {
  const found = rowLocality(plan.flow, plan.draft, stage, record);
  if (found.kind === 'row') return { kind: 'row', argument: found.table };
  if (found.kind === 'group') return { kind: 'group', argument: found.table, keys: found.keys };
  return {
    kind: 'whole',
    reason: found.reason,
    location: found.obstacle ? placeOf(plan.graph, found.obstacle) : null,
  };
}

interface Checked {
  readonly rows: RowSet;
  readonly isGiven: boolean;
  /** Obstacles that vanish within a group. */
  readonly grouped: readonly Obstacle[];
}

/** Whether every row of a value depends on one row of a source, or on a group of rows. */
function check(value: Value): Checked | { readonly reason: string; readonly obstacle?: Obstacle } {
  const rows = rowsOf(value);
  const trace = value.kind === 'frame' ? everything(value) : traceOf(value);
  if (rows === null || (value.kind !== 'frame' && value.kind !== 'series'))
    return {
      reason: trace.obstacle?.reason ?? 'it has no rows',
      ...(trace.obstacle ? { obstacle: trace.obstacle } : {}),
    };
  const found = tracesOf(value, rows).flatMap(({ obstacle }) => obstacle ?? []);
  const chosen = rows.chosen;
  if (chosen) return { reason: chosen.reason, obstacle: chosen };
  const hard = found.find(({ groups }) => groups === null);
  if (hard) return { reason: hard.reason, obstacle: hard };
  return { rows, isGiven: value.kind === 'frame' || value.type === 'pandas.Series', grouped: found };
}

function everything(value: Extract<Value, { kind: 'frame' }>): Trace {
  return traceOf(value);
}

function tracesOf(value: Extract<Value, { kind: 'frame' | 'series' }>, rows: RowSet): readonly Trace[] {
  return value.kind === 'frame'
    ? [...value.columns.values(), value.rest.trace, value.index, rows.masks]
    : [value.trace, rows.masks];
}

function whole(reason: string, obstacle: Obstacle | null): RowLocality {
  return { kind: 'whole', reason, obstacle };
}

function obstacleOf(step: Step, reason: string): Obstacle {
  const { start, end } = step.statement.node;
  return { step, span: { start, end }, reason, groups: null };
}

/**
 * The locality of a stage that an inference can call as it is: it works row by row, keeps the labels of rows, and reads of
 * the source no column that the prediction does not need anyway. `null` for any other.
 */
export function wholeStageLocality(
  plan: NotebookPlan,
  path: InferencePath,
  stage: DraftStage,
  record: RunRecord | undefined,
): Extract<RowLocality, { kind: 'row' }> | null {
  const locality = rowLocality(plan.flow, plan.draft, stage, record);
  const startsLater = (stage.core[0]?.index ?? 0) > path.source.step.index;
  if (locality.kind !== 'row' || !startsLater || stage.core.some((step) => step.raises)) return null;
  if (locality.filters && path.prediction.column === null) return null;
  const last = stage.core.at(-1);
  const values = last ? path.rows.after.get(last) : undefined;
  const wanted = path.prediction.trace.columns;
  const isServed = stage.outputs.every(({ variable }) => {
    const value = values?.get(variable);
    if (value?.kind !== 'frame' || value.rows.source !== path.source || !keepsLabels(value)) return false;
    const made = [...value.columns.values(), value.rows.masks];
    return made.every((trace) => [...trace.columns].every((column) => wanted.has(column)));
  });
  return isServed ? locality : null;
}
