import type { Step } from '../dataflow/index.ts';
import type { Codec, RunRecord, TypeFacts, ValueFacts } from '../record/index.ts';
import type { Flow } from './flow.ts';
import { bindingOf } from './name-kinds.ts';

/** What the record saw of a variable after a step. */
export function recordedFacts(
  record: RunRecord | undefined,
  name: string,
  step: Step,
): ValueFacts | undefined {
  if (!record) return undefined;
  const asked = Object.hasOwn(record.values, step.id) ? record.values[step.id] : undefined;
  if (asked && Object.hasOwn(asked, name)) return asked[name];
  const recorded = record.steps.findLast((candidate) => candidate.id === step.id);
  return recorded && Object.hasOwn(recorded.values, name) ? recorded.values[name] : undefined;
}

/** The codec that was seen to keep the value; joblib where nothing was recorded, because it keeps most. */
export function codecOf(facts: ValueFacts | undefined): Codec {
  return facts?.codec ?? 'joblib';
}

/** Type of the object that a name had last before a step that left it as it was; what a container holds may have changed. */
function typeBefore(record: RunRecord | undefined, name: string, step: Step): TypeFacts | null {
  const steps = record?.steps ?? [];
  const at = steps.findLastIndex(({ id }) => id === step.id);
  const known = steps.slice(0, at).findLast(({ values }) => Object.hasOwn(values, name))?.values[name]?.type;
  if (!known || step.binds.some((binding) => binding.name === name)) return null;
  return known.name.includes('.') && !known.name.startsWith('collections.') ? known : { name: known.name };
}

/** Type of a variable after a step: recorded, else what the text tells. */
export function typeOf(
  flow: Flow,
  record: RunRecord | undefined,
  name: string,
  step: Step,
): TypeFacts | null {
  const facts = recordedFacts(record, name, step);
  if (facts) return facts.type;
  const before = typeBefore(record, name, step);
  if (before) return before;
  const binder = flow.uses.binders.get(name)?.findLast((candidate) => candidate.index <= step.index);
  return (binder ? bindingOf(binder, name)?.type : undefined) ?? null;
}

/** `386 x 9` for tables and arrays, `386 values` for columns. */
export function shapeOf(facts: ValueFacts | undefined): string | null {
  const [length, ...more] = facts?.shape ?? [];
  if (length === undefined) return null;
  const values = length === 1 ? '1 value' : `${length} values`;
  return more.length === 0 ? values : [length, ...more].join(' x ');
}

/** Whether a type is that of a model which learns from data. */
export function isModel(type: TypeFacts | null | undefined): boolean {
  const name = type?.name ?? '';
  return (
    /^(sklearn|xgboost|lightgbm|catboost|statsmodels|torch|keras|prophet)\./.test(name) &&
    !/^(sklearn\.(metrics|utils|datasets|model_selection\._split)|torch\.(Tensor|utils))\b/.test(name)
  );
}

/** Modules of scikit-learn whose classes change data and predict nothing. */
export const TRANSFORMERS =
  /^sklearn\.(preprocessing|feature_\w+|decomposition|impute|compose|random_projection)\b/;

/** Whether a type is that of a model which predicts: scalers, encoders and vectorizers only prepare data. */
export function isPredictor(type: string): boolean {
  return isModel({ name: type }) && !TRANSFORMERS.test(type);
}
