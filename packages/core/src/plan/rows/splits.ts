import type { Step } from '../../dataflow/index.ts';

/** What `train, test = train_test_split(df)` says once all rows stay: `df` for `train` and for `test`; `null` for others. */
export function sourcesOfSplit(step: Step): ReadonlyMap<string, string> | null {
  const { node } = step.statement;
  if (node.type !== 'Assign' || node.value.type !== 'Call') return null;
  const { func, args } = node.value;
  const name = func.type === 'Name' ? func.id : func.type === 'Attribute' ? func.attr : '';
  const [target] = node.targets;
  if (name !== 'train_test_split' || target?.type !== 'Tuple') return null;
  const pairs = target.elts.flatMap((element, at): [string, string][] => {
    const from = args[at >> 1];
    return element.type === 'Name' && from?.type === 'Name' ? [[element.id, from.id]] : [];
  });
  return pairs.length === target.elts.length ? new Map(pairs) : null;
}
