import type { Given } from './calls.ts';
import { blocked, type Machine, obstacleAt } from './machine.ts';
import { allColumns, columnOf, type Groups, joinTraces, traceOf, type Value, whole } from './values.ts';

/** Methods that give one row for each row, made from the rows of its group. */
const KEEPS_ROWS = new Set(
  'transform diff shift cumsum cumprod cummax cummin cumcount ffill bfill rank pct_change fillna'.split(' '),
);

/** `df.groupby("key")["x"].transform(…)`: each row depends on those of its group, which stay together when keys do. */
export function callOnGroups(machine: Machine, given: Given, groups: Groups): Value {
  const { node, name } = given;
  const { of, keys, chosen } = groups;
  const others = [...given.values, ...given.keywords.values()];
  if (!KEEPS_ROWS.has(name) || keys === null)
    return blocked(machine, node, `\`${name}\` looks at all rows of a group`, [of, ...others]);
  const columns =
    chosen === null ? allColumns(of) : joinTraces(...chosen.map((column) => columnOf(of, column)));
  const trace = joinTraces(columns, ...keys.map((key) => columnOf(of, key)), ...others.map(traceOf));
  const why = obstacleAt(machine, node, `\`${name}\` looks at all rows of a group`, keys);
  const full = { ...trace, obstacle: trace.obstacle ?? why };
  return chosen?.length === 1
    ? { kind: 'series', rows: of.rows, trace: full, type: 'pandas.Series' }
    : whole(full);
}
