import type { RowFact, RowSpec } from './types.ts';

/** Makes row facts from lists of paths: `{ cell: 'Series.abs Series.clip' }`, with those that depend on an argument. */
export function rowSpecs(
  lists: Readonly<Partial<Record<RowFact, string>>>,
  conditional: Readonly<Record<string, RowSpec>> = {},
): Readonly<Record<string, RowSpec>> {
  const plain = FACTS.flatMap((rows) =>
    (lists[rows] ?? '')
      .split(/\s+/)
      .filter((path) => path !== '')
      .map((path) => [path, { rows }] as const),
  );
  return { ...Object.fromEntries(plain), ...conditional };
}

const FACTS: readonly RowFact[] = ['cell', 'each', 'filter', 'choice', 'order', 'all'];
