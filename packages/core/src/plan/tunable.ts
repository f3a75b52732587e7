import type { Step } from '../dataflow/index.ts';
import { type Expr, type Keyword, walk } from '../syntax/index.ts';
import { calleesOf, type ImportTable } from './callees.ts';
import { type Literal, literalOf } from './literals.ts';
import type { Parameter } from './types.ts';

/** A literal in the code that a person would tune. */
export interface TunableLiteral {
  readonly expression: Expr;
  readonly literal: Literal;
  /** Name of the keyword: `n_estimators`. */
  readonly keyword: string;
  /** What is called: `RandomForestClassifier`. */
  readonly callee: string;
}

/** Functions whose number arguments are settings. */
const FUNCTIONS =
  /^(train_test_split|cross_val_score|cross_validate|make_(classification|regression|blobs|moons|circles)|default_rng|GaussianBlur|seed|manual_seed|fit)$/;

/** Packages whose classes are configured by numbers. */
const PACKAGES =
  /^(sklearn|xgboost|lightgbm|catboost|statsmodels|torch|keras|tensorflow|imblearn|prophet|numpy\.random)(\.|$)/;

const NEVER = new Set([
  'n_jobs',
  'verbose',
  'verbosity',
  'num_workers',
  'copy',
  'axis',
  'dim',
  'device',
  'thread_count',
]);

/** Finds number arguments of estimators, splits and seeds; bodies of functions are left alone. */
export function findTunableLiterals(step: Step, imports: ImportTable): readonly TunableLiteral[] {
  const inBodies = new Set<Expr>();
  walk(step.statement.node, (node) => {
    if (
      node.type === 'FunctionDef' ||
      node.type === 'ClassDef' ||
      node.type === 'Lambda' ||
      node.type === 'AsyncFunctionDef'
    ) {
      walk(node, (inner) => inner.type === 'Call' && inBodies.add(inner));
    }
  });
  return calleesOf(step.statement.node, imports).flatMap(({ call, path, method }) => {
    if (inBodies.has(call)) return [];
    const isClass = /^[A-Z]/.test(method) && PACKAGES.test(path);
    if (!isClass && !FUNCTIONS.test(method)) return [];
    const named = call.keywords.flatMap((keyword) => fromKeyword(keyword, method));
    return [...fromSeed(call.args, method), ...named];
  });
}

function fromKeyword(keyword: Keyword, callee: string): readonly TunableLiteral[] {
  if (keyword.arg === null || NEVER.has(keyword.arg)) return [];
  const literal = literalOf(keyword.value);
  if (literal === null || (literal.type !== 'int' && literal.type !== 'float')) return [];
  return [{ expression: keyword.value, literal, keyword: keyword.arg, callee }];
}

function fromSeed(args: readonly Expr[], callee: string): readonly TunableLiteral[] {
  const [first] = args;
  if (!first || !/^(seed|manual_seed|default_rng|RandomState)$/.test(callee)) return [];
  const literal = literalOf(first);
  return literal?.type === 'int' ? [{ expression: first, literal, keyword: 'seed', callee }] : [];
}

type Bounds = NonNullable<Parameter['bounds']>;

const BOUNDS: Readonly<Record<string, Bounds>> = {
  random_state: { ge: 0, lt: 2 ** 32 },
  n_estimators: { ge: 1 },
  n_splits: { ge: 2 },
  n_neighbors: { ge: 1 },
  n_clusters: { ge: 1 },
  C: { gt: 0 },
  max_iter: { ge: 0 },
};

/** Bounds that scikit-learn states for an argument. */
export function boundsOf(keyword: string, literal: Literal): Bounds | undefined {
  if ((keyword === 'test_size' || keyword === 'train_size') && literal.type === 'float')
    return { gt: 0, lt: 1 };
  return Object.hasOwn(BOUNDS, keyword) && literal.type !== 'none' ? BOUNDS[keyword] : undefined;
}
