import type { Step } from '../../dataflow/index.ts';
import type { Expr } from '../../syntax/index.ts';

/** A name that a statement with several targets binds, and the expression that it stands for once all rows stay. */
export interface SplitPart {
  readonly name: string;
  readonly from: Expr;
}

/**
 * Takes `train, test = train_test_split(df)` and `train, test = df[:100], df[100:]` apart: what each name is once no row is left
 * out; `null` for any other statement.
 */
export function splitParts({ statement: { node } }: Step): readonly SplitPart[] | null {
  const target = node.type === 'Assign' && node.targets.length === 1 ? node.targets[0] : undefined;
  if (node.type !== 'Assign' || target?.type !== 'Tuple') return null;
  const sources = sourcesOf(node.value, target.elts.length);
  const parts = target.elts.flatMap((element, at): SplitPart[] => {
    const from = sources[at];
    return element.type === 'Name' && from ? [{ name: element.id, from }] : [];
  });
  return parts.length === target.elts.length ? parts : null;
}

function sourcesOf(value: Expr, count: number): readonly Expr[] {
  if (value.type === 'Tuple') return value.elts.length === count ? value.elts : [];
  if (value.type !== 'Call') return [];
  const { func, args } = value;
  const name = func.type === 'Name' ? func.id : func.type === 'Attribute' ? func.attr : '';
  return name === 'train_test_split' ? args.flatMap((argument) => [argument, argument]) : [];
}
