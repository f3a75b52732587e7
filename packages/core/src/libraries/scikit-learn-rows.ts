import { rowSpecs } from './row-specs.ts';
import type { RowSpec } from './types.ts';

/** What a fitted estimator gives for a row depends on that row and on what was learnt. */
export const SCIKIT_LEARN_ROWS: Readonly<Record<string, RowSpec>> = rowSpecs({
  each: `
    *.predict *.predict_proba *.predict_log_proba *.decision_function *.score_samples *.transform *.inverse_transform
    *.apply
  `,
  choice: `model_selection.train_test_split`,
  all: `*.fit *.fit_transform *.fit_predict *.partial_fit *.score *.kneighbors`,
});
