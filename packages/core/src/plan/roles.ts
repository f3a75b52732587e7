import type { Step } from '../dataflow/index.ts';
import { calleesOf, type ImportTable } from './callees.ts';
import { TRANSFORMERS } from './facts.ts';
import { onlyAsks } from './files.ts';
import { nodesOf } from './tree.ts';

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

/** Names that are given an object which prepares data, as `scaler = StandardScaler()`, and nothing else. */
export function findTransformers(steps: readonly Step[], imports: ImportTable): ReadonlySet<string> {
  const found = new Set<string>();
  const others = new Set<string>();
  for (const step of steps) {
    nodesOf(step.statement.node).forEach((node) => {
      if (node.type !== 'Assign') return;
      const [callee] = node.value.type === 'Call' ? calleesOf(node.value, imports) : [];
      for (const target of node.targets) {
        if (target.type !== 'Name') continue;
        (callee && TRANSFORMERS.test(callee.path) ? found : others).add(target.id);
      }
    });
  }
  for (const name of others) found.delete(name);
  return found;
}

/** Reads the role of a statement off the calls that it makes; `compute` where they tell nothing. */
export function roleOf(step: Step, imports: ImportTable, transformers: ReadonlySet<string>): Role {
  const roles = new Set<Role>();
  if (step.files.some((use) => use.mode === 'read' && !onlyAsks(use))) roles.add('load');
  if (step.files.some((use) => use.mode === 'write')) {
    roles.add(step.files.some((use) => use.via.endsWith('savefig')) ? 'plot' : 'export');
  }
  for (const { path, method, receiver } of calleesOf(step.statement.node, imports)) {
    const role = roleOfCall(path, method);
    if (role) roles.add(receiver !== null && transformers.has(receiver) ? 'features' : role);
  }
  if (isTrainingLoop(step)) roles.add('train');
  if (roles.size === 0 && storesColumn(step)) return 'features';
  return PRIORITY.find((role) => roles.has(role)) ?? 'compute';
}

function roleOfCall(path: string, method: string): Role | undefined {
  if (/^sklearn\.metrics\./.test(path)) return 'evaluate';
  if (/^sklearn\.datasets\.(load|fetch|make)_/.test(path) || /\.(read_\w+|load_dataset)$/.test(path))
    return 'load';
  if (TRANSFORMERS.test(path)) return 'features';
  if (/^(matplotlib|seaborn)\./.test(path)) return 'plot';
  if (method.startsWith('read_')) return 'load';
  return Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
}

/** `for epoch in range(epochs):` trains, whatever it calls. */
function isTrainingLoop({ statement: { node } }: Step): boolean {
  return node.type === 'For' && node.target.type === 'Name' && /^epochs?$/i.test(node.target.id);
}

function storesColumn(step: Step): boolean {
  const { node } = step.statement;
  return node.type === 'Assign' && node.targets.some((target) => target.type === 'Subscript');
}
