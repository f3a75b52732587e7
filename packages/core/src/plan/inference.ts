import type { ColumnFacts, RunRecord } from '../record/index.ts';
import type { DraftDataset } from './draft.ts';
import { recordedFacts } from './facts.ts';
import { type FoundParts, findParts } from './inference-parts.ts';
import { findInferencePath, type InferencePath } from './inference-path.ts';
import type { Inference, NoInference } from './inference-types.ts';
import type { NotebookPlan } from './plan-notebook.ts';
import { columnKey, columnOf, keepsLabels, type Obstacle } from './rows/index.ts';
import { placeOf } from './rows/place.ts';
import type { PlannedModule, PlannedStage } from './types.ts';

/** What an inference is made from besides the notebook's own plan: what has been written of it. */
export interface WrittenParts {
  readonly package: string;
  readonly stages: readonly PlannedStage[];
  readonly modules: readonly PlannedModule[];
}

/** Whether a notebook asks a model at all, as far as its text tells. */
export function asksModel({ flow }: NotebookPlan): boolean {
  return flow.graph.module.cells.some(({ cell }) =>
    /\.(predict\w*|decision_function|score_samples)\b/.test(cell.python.text),
  );
}

/** Finds how one row becomes a prediction, or says why it does not. */
export function findInference(
  plan: NotebookPlan,
  record: RunRecord | undefined,
  written: WrittenParts,
): Inference | NoInference {
  const path = findInferencePath(plan.flow, plan.draft, record);
  if ('reason' in path) return refused(plan, path.reason, path.obstacle);
  const { columns: known } = path.source;
  if (known === null)
    return refused(
      plan,
      `it is not known which columns \`${path.source.name}\` has`,
      null,
      'Build with `--record`.',
    );
  const columns = path.columns.flatMap((name) => known.find((column) => column.name === name) ?? []);
  const odd = columns.find(({ dtype }) => !isKnownType(dtype));
  if (odd)
    return refused(
      plan,
      `the column \`${odd.name}\` has the type \`${odd.dtype}\`, which JSON does not have`,
      null,
    );
  if (columns.length === 0) return refused(plan, 'the prediction depends on no column', null);
  const type = answerType(path, record);
  if (type === null)
    return refused(plan, 'the prediction is no single value a row', null, 'Build with `--record`.');
  const parts = findParts(plan, path, record, written);
  if ('reason' in parts) return refused(plan, parts.reason, null, parts.hint);
  return describe(plan, path, parts, columns, type, record);
}

function describe(
  plan: NotebookPlan,
  path: InferencePath,
  parts: FoundParts,
  columns: readonly ColumnFacts[],
  type: Inference['answer']['type'],
  record: RunRecord | undefined,
): Inference {
  const { prediction, source } = path;
  const datasets = [...plan.datasets];
  const rows = datasets.find(([draft]) => holdsRows(path, draft));
  const isLabelled = prediction.value.kind === 'frame' && keepsLabels(prediction.value);
  const made = datasets.find(
    ([draft]) => draft.variable === prediction.name && draft.step.index >= prediction.step.index,
  );
  return {
    rows: {
      name: source.name,
      cell: source.step.cell,
      columns,
      count: recordedFacts(record, source.name, source.step)?.shape?.[0] ?? 0,
      dataset: rows?.[1].name ?? null,
    },
    answer: {
      name: prediction.column ?? prediction.name,
      variable: prediction.name,
      column: prediction.column,
      cell: prediction.step.cell,
      type,
      dataset: isLabelled ? (made?.[1].name ?? null) : null,
    },
    parts: parts.parts,
    leavesOut: parts.leavesOut,
    loads: parts.loads,
    parameters: parts.parameters,
    obstacles: path.obstacles.map((obstacle) => ({
      reason: obstacle.reason,
      location: placeOf(plan.graph, obstacle),
    })),
  };
}

/** Whether a stage stores rows of the source as they are, perhaps not all of them. */
function holdsRows({ rows, source, columns }: InferencePath, { variable, step }: DraftDataset): boolean {
  const value = rows.after.get(step)?.get(variable);
  if (value?.kind !== 'frame' || value.rows.source !== source || !keepsLabels(value)) return false;
  return columns.every((name) => {
    const trace = columnOf(value, name);
    return trace.steps.size === 0 && trace.columns.size === 1 && trace.columns.has(columnKey(source, name));
  });
}

/** Numbers, truth values, texts and times without a zone. */
function isKnownType(dtype: string): boolean {
  return /^(u?int(8|16|32|64)|float(32|64)|bool|str|string|object|datetime64\[(ns|us|ms|s)\])$/.test(dtype);
}

function answerType(
  { prediction }: InferencePath,
  record: RunRecord | undefined,
): Inference['answer']['type'] | null {
  const facts = recordedFacts(record, prediction.name, prediction.step);
  if (prediction.column === null && facts?.shape?.length !== 1) return null;
  const dtype =
    prediction.column === null
      ? scalarName(facts?.type.arguments?.[0]?.name)
      : facts?.columns?.find(({ name }) => name === prediction.column)?.dtype;
  if (dtype === undefined) return null;
  if (/^float/.test(dtype)) return 'float';
  if (/^u?int/.test(dtype)) return 'int';
  if (/^bool/.test(dtype)) return 'bool';
  return /^(str|string|object)/.test(dtype) ? 'str' : null;
}

function scalarName(name: string | undefined): string | undefined {
  return name?.replace(/^numpy\./, '').replace(/_$/, '');
}

function refused(
  plan: NotebookPlan,
  reason: string,
  obstacle: Obstacle | null,
  hint: string | null = null,
): NoInference {
  return { reason, location: obstacle ? placeOf(plan.graph, obstacle) : null, hint };
}
