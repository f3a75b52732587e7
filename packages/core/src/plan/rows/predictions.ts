import type { Step } from '../../dataflow/index.ts';
import type { DraftStages } from '../draft.ts';
import type { TracedRows } from './trace-rows.ts';
import { rowsOf, type Trace, type Value } from './values.ts';

/** A value for each row that a fitted model gave. */
export interface Prediction {
  readonly step: Step;
  readonly stage: number;
  readonly name: string;
  /** Column of the table `name`; `null` where `name` is the values themselves. */
  readonly column: string | null;
  readonly value: Value;
  readonly trace: Trace;
  /** A stage stores it. */
  readonly isStored: boolean;
}

/** The predictions that statements give a name or a column, in order; what is made of an earlier one is none. */
export function findPredictions(rows: TracedRows, draft: DraftStages): readonly Prediction[] {
  const seen = new Set<unknown>();
  const found: Prediction[] = [];
  for (const stage of draft.stages) {
    for (const step of stage.core) {
      for (const [name, value] of rows.after.get(step) ?? []) {
        if (rowsOf(value) === null) continue;
        const isStored = stage.outputs.some((output) => output.variable === name);
        for (const [column, trace] of tracesOf(value)) {
          if (trace.predicted === null || seen.has(trace.predicted) || !isOf(trace, step)) continue;
          seen.add(trace.predicted);
          found.push({ step, stage: stage.number, name, column, value, trace, isStored });
        }
      }
    }
  }
  return found;
}

function isOf(trace: Trace, step: Step): boolean {
  return trace.steps.has(step);
}

function tracesOf(value: Value): readonly (readonly [string | null, Trace])[] {
  if (value.kind === 'frame') return [...value.columns];
  return value.kind === 'series' ? [[null, value.trace]] : [];
}
