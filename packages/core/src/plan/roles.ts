import type { Step } from '../dataflow/index.ts';
import { calleesOf, type ImportTable } from './callees.ts';

/** What a part of a notebook is for. */
export type Role =
  | 'load'
  | 'clean'
  | 'features'
  | 'split'
  | 'train'
  | 'predict'
  | 'evaluate'
  | 'plot'
  | 'export'
  | 'compute';

const METHODS: Readonly<Record<string, Role>> = {
  train_test_split: 'split',
  fit: 'train',
  fit_predict: 'train',
  partial_fit: 'train',
  backward: 'train',
  predict: 'predict',
  predict_proba: 'predict',
  decision_function: 'predict',
  forecast: 'predict',
  score: 'evaluate',
  cross_val_score: 'evaluate',
  cross_validate: 'evaluate',
  transform: 'features',
  fit_transform: 'features',
  get_dummies: 'features',
  dropna: 'clean',
  fillna: 'clean',
  drop_duplicates: 'clean',
  rename: 'clean',
  replace: 'clean',
  to_datetime: 'clean',
  to_numeric: 'clean',
  astype: 'clean',
  interpolate: 'clean',
  clip: 'clean',
  savefig: 'plot',
  plot: 'plot',
  hist: 'plot',
  scatter: 'plot',
  dump: 'export',
};

/** Roles that decide when a statement has several. */
const PRIORITY: readonly Role[] = [
  'export',
  'train',
  'split',
  'evaluate',
  'predict',
  'load',
  'plot',
  'features',
  'clean',
];

/** Reads the role of a statement off the calls that it makes; `compute` where they tell nothing. */
export function roleOf(step: Step, imports: ImportTable): Role {
  const roles = new Set<Role>();
  if (step.files.some((use) => use.mode === 'read')) roles.add('load');
  if (step.files.some((use) => use.mode === 'write')) {
    roles.add(step.files.some((use) => use.via.endsWith('savefig')) ? 'plot' : 'export');
  }
  for (const callee of calleesOf(step.statement.node, imports)) {
    const role = roleOfCall(callee.path, callee.method);
    if (role) roles.add(role);
  }
  if (roles.size === 0 && storesColumn(step)) return 'features';
  return PRIORITY.find((role) => roles.has(role)) ?? 'compute';
}

function roleOfCall(path: string, method: string): Role | undefined {
  if (/^sklearn\.metrics\./.test(path)) return 'evaluate';
  if (/^sklearn\.datasets\.(load|fetch|make)_/.test(path) || /\.(read_\w+|load_dataset)$/.test(path))
    return 'load';
  if (/^sklearn\.(preprocessing|feature_\w+|decomposition|impute|compose)\./.test(path)) return 'features';
  if (/^(matplotlib|seaborn)\./.test(path)) return 'plot';
  if (method.startsWith('read_')) return 'load';
  return Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
}

function storesColumn(step: Step): boolean {
  const { node } = step.statement;
  return node.type === 'Assign' && node.targets.some((target) => target.type === 'Subscript');
}
