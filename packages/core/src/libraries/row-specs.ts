import { each } from './each.ts';
import type { RowFact, RowSpec } from './types.ts';

/** Makes row facts from lists of paths: `{ cell: 'Series.abs Series.clip' }`, with those that depend on an argument. */
export function rowSpecs(
  lists: Readonly<Partial<Record<RowFact, string>>>,
  conditional: Readonly<Record<string, RowSpec>> = {},
): Readonly<Record<string, RowSpec>> {
  const plain = FACTS.map((rows) => (lists[rows] === undefined ? {} : each({ rows }, lists[rows])));
  return Object.assign({}, ...plain, conditional);
}

const FACTS: readonly RowFact[] = ['cell', 'each', 'filter', 'choice', 'order', 'all'];
