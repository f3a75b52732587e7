import type { Attribute, Expr, Subscript } from '../../syntax/index.ts';
import { alignValues, evaluate } from './evaluate.ts';
import { blocked, leaveOut, type Machine, obstacleAt, pickRows } from './machine.ts';
import {
  allColumns,
  columnOf,
  type Frame,
  joinTraces,
  type Locator,
  mapFrame,
  NO_TRACE,
  type RowSet,
  rowsOf,
  type Series,
  traceOf,
  type Value,
  type Whole,
  whole,
} from './values.ts';

/** Constants of modules that are one value. */
const CONSTANTS = /^((numpy|math)\.(nan|NaN|inf|pi|e)|pandas\.(NA|NaT))$/;

/** `df.months`, `df.index`, `column.str`, `column.dt.hour`, `df.loc`. */
export function evaluateAttribute(machine: Machine, node: Attribute): Value {
  if (node.value.type === 'Name' && CONSTANTS.test(`${machine.imports.get(node.value.id)}.${node.attr}`))
    return whole(NO_TRACE, 'builtins.float');
  const of = evaluate(machine, node.value);
  if (of.kind === 'frame') return attributeOfFrame(machine, node, of);
  if (of.kind === 'cell') return of;
  if (of.kind === 'series') return attributeOfSeries(machine, node, of);
  if (of.kind === 'whole') return whole(of.trace, attributeType(machine, of.type, node.attr));
  if (of.kind === 'groups') return { ...of, chosen: [node.attr] };
  return blocked(machine, node, `it is not known what \`${node.attr}\` does with rows`, [of]);
}

function attributeType(machine: Machine, owner: string | null, name: string): string | null {
  const spec =
    owner === null
      ? undefined
      : (machine.libraries.attribute(owner, name) ?? machine.libraries.otherAttribute(owner, name));
  return spec?.returns ?? null;
}

function attributeOfFrame(machine: Machine, node: Attribute, of: Frame): Value {
  const { attr } = node;
  if (attr === 'loc' || attr === 'iloc' || attr === 'at') return { kind: 'locator', by: attr, of };
  if (attr === 'index') return labelsOf(machine, node, of);
  if (attr === 'columns' || attr === 'dtypes') return whole();
  if (attr === 'values')
    return { kind: 'series', rows: of.rows, trace: allColumns(of), type: 'numpy.ndarray' };
  if (machine.libraries.attribute('pandas.DataFrame', attr) === undefined)
    return { kind: 'series', rows: of.rows, trace: columnOf(of, attr), type: 'pandas.Series' };
  return blocked(machine, node, `\`${attr}\` looks at all rows`, [of]);
}

/** The labels of rows; where a request has none, the statement that reads them stands in the way. */
function labelsOf(machine: Machine, node: Attribute, { index, rows }: Frame): Value {
  const { labels } = rows.source;
  const isMissing = index.obstacle !== null && index.obstacle.reason === labels?.reason;
  const trace = isMissing ? { ...index, obstacle: obstacleAt(machine, node, index.obstacle.reason) } : index;
  return { kind: 'series', rows, trace, type: 'pandas.Index' };
}

function attributeOfSeries(machine: Machine, node: Attribute, of: Series): Value {
  const { attr } = node;
  if (attr === 'dtype' || attr === 'name') return whole();
  if (attr === 'loc' || attr === 'iloc' || attr === 'at') return { kind: 'locator', by: attr, of };
  const owner = of.type ?? '';
  const isIndexPart =
    owner === 'pandas.Index' &&
    /^(hour|minute|second|day|month|year|quarter|dayofweek|day_of_week|weekday|dayofyear|day_of_year|date|time|values|days_in_month)$/.test(
      attr,
    );
  const fact = isIndexPart ? 'cell' : machine.libraries.rowsOfMember(owner, attr)?.rows;
  if (fact === 'cell') return { ...of, type: attributeType(machine, owner, attr) ?? 'numpy.ndarray' };
  return blocked(machine, node, `\`${attr}\` looks at all rows`, [of]);
}

/** `df["spend"]`, `df[["a", "b"]]`, `df[mask]`, `p[:, 1]`, `df.loc[mask, "a"]`. */
export function evaluateSubscript(machine: Machine, node: Subscript): Value {
  const of = evaluate(machine, node.value);
  const key = evaluate(machine, node.slice);
  switch (of.kind) {
    case 'frame':
      return subscriptOfFrame(machine, node, of, key);
    case 'series':
      return subscriptOfSeries(machine, node, of, key);
    case 'cell':
      return alignValues(machine, node, [of, key]);
    case 'locator':
      return located(machine, node, of, key);
    case 'groups':
      return { ...of, chosen: key.kind === 'whole' ? (key.texts ?? null) : null };
    case 'items':
      return blocked(machine, node, 'it is not known which element this is', [of]);
    default:
      return subscriptOfWhole(machine, node, of, key);
  }
}

/** Something without rows at a place that a row names: a look-up. */
function subscriptOfWhole(machine: Machine, node: Subscript, of: Whole, key: Value): Value {
  if (rowsOf(key) !== null)
    return key.kind === 'cell'
      ? alignValues(machine, node, [of, key])
      : blocked(machine, node, 'rows choose among other values', [of, key]);
  return whole(joinTraces(of.trace, traceOf(key)), elementType(machine, of.type));
}

function elementType(machine: Machine, type: string | null): string | null {
  return type === null ? null : (machine.libraries.classSpec(type)?.element ?? null);
}

function subscriptOfFrame(machine: Machine, node: Subscript, of: Frame, key: Value): Value {
  if (key.kind === 'series') return select(machine, node, of, key);
  if (node.slice.type === 'Slice') return choose(machine, node, of, 'a slice takes rows by their place');
  if (key.kind !== 'whole')
    return blocked(machine, node, 'it is not known what is taken from the table', [of, key]);
  const isOne = node.slice.type === 'Constant' || key.type === 'builtins.str';
  if (key.texts === undefined)
    return {
      kind: 'series',
      rows: of.rows,
      trace: joinTraces(allColumns(of), key.trace),
      type: 'pandas.Series',
    };
  if (isOne) {
    const trace = columnOf(of, key.texts[0] ?? '');
    return { kind: 'series', rows: of.rows, trace: joinTraces(trace, key.trace), type: 'pandas.Series' };
  }
  return pickColumns(of, key.texts, key.trace);
}

/** A table of some columns. */
function pickColumns(of: Frame, names: readonly string[], extra = NO_TRACE): Frame {
  const columns = new Map(names.map((name) => [name, joinTraces(columnOf(of, name), extra)]));
  return { ...of, columns, rest: { source: null, trace: NO_TRACE }, bare: null };
}

function subscriptOfSeries(machine: Machine, node: Subscript, of: Series, key: Value): Value {
  if (key.kind === 'series') {
    const rows =
      rowsOf(key) === of.rows && of.type === 'pandas.Series'
        ? pickRows(machine, node, of.rows, 'filter', key.trace, 'rows are left out')
        : null;
    if (rows === null) return blocked(machine, node, 'rows choose among rows', [of, key]);
    leaveOut(machine, node.value.end, node.end);
    return { ...of, rows };
  }
  const isColumns =
    node.slice.type === 'Tuple' && isAllRows(node.slice.elts[0]) && node.slice.elts.length === 2;
  if (of.type === 'numpy.ndarray' && isColumns) return { ...of, trace: joinTraces(of.trace, traceOf(key)) };
  if (of.type === 'pandas.StringMethods') return { ...of, type: 'pandas.Series' };
  return blocked(machine, node, 'a row is taken by its place or label', [of, key]);
}

function isAllRows(node: Expr | undefined): boolean {
  return node?.type === 'Slice' && node.lower === null && node.upper === null && node.step === null;
}

/** `df[mask]`: the rows that the mask admits, unchanged. */
function select(machine: Machine, node: Subscript, of: Frame, mask: Series): Value {
  if (mask.rows !== of.rows || mask.type === 'builtins.list')
    return blocked(machine, node, 'values of different rows come together', [of, mask]);
  const rows = pickRows(machine, node, of.rows, 'filter', mask.trace, 'rows are left out');
  leaveOut(machine, node.value.end, node.end);
  return selected(machine, node.value, of, rows);
}

/** The same table with fewer rows, or in another order. */
export function selected(machine: Machine, receiver: Expr, of: Frame, rows: RowSet): Frame {
  const bare = machine.depth > 0 ? null : receiver.type === 'Name' ? receiver.id : of.bare;
  return { ...of, columns: new Map(of.columns), rows, bare };
}

function choose(machine: Machine, node: Subscript, of: Frame, reason: string): Frame {
  const rows = pickRows(machine, node, of.rows, 'choice', NO_TRACE, reason);
  leaveOut(machine, node.value.end, node.end);
  return selected(machine, node.value, of, rows);
}

/** `df.loc[mask]`, `df.loc[mask, "a"]`, `df.iloc[:5]`; one column of all rows, or rows by a mask or place. */
function located(machine: Machine, node: Subscript, { by, of }: Locator, key: Value): Value {
  if (of.kind === 'series' || node.value.type !== 'Attribute')
    return blocked(machine, node, 'a row is taken by its place or label', [of, key]);
  const [rowKey, columnKey] =
    node.slice.type === 'Tuple' && node.slice.elts.length === 2 ? node.slice.elts : [node.slice, undefined];
  const table = rowKey ? locateRows(machine, node, by, of, rowKey) : null;
  if (table === null || (by === 'iloc' && columnKey !== undefined))
    return blocked(machine, node, 'a row is taken by its place or label', [of, key]);
  if (columnKey === undefined) return table;
  const names = evaluate(machine, columnKey);
  if (isAllRows(columnKey)) return table;
  if (names.kind !== 'whole' || !names.texts)
    return mapFrame(table, (trace) => joinTraces(trace, allColumns(of), traceOf(names)));
  if (columnKey.type !== 'Constant') return pickColumns(table, names.texts, names.trace);
  return {
    kind: 'series',
    rows: table.rows,
    trace: columnOf(table, names.texts[0] ?? ''),
    type: 'pandas.Series',
  };
}

/** Takes rows; the text then says the same of all rows. */
function locateRows(
  machine: Machine,
  node: Subscript,
  by: Locator['by'],
  of: Frame,
  rowKey: Expr,
): Frame | null {
  if (node.value.type !== 'Attribute') return null;
  if (isAllRows(rowKey)) return of;
  const mask = evaluate(machine, rowKey);
  const isMask = mask.kind === 'series' && mask.rows === of.rows;
  if (!isMask && rowKey.type !== 'Slice') return null;
  if (!isMask && rowsOf(mask) !== null) return null;
  const rows = isMask
    ? pickRows(machine, node, of.rows, 'filter', mask.trace, 'rows are left out')
    : pickRows(machine, node, of.rows, 'choice', traceOf(mask), `\`${by}\` takes rows by their place`);
  if (node.slice.type === 'Tuple') leaveOut(machine, rowKey.start, rowKey.end, ':');
  else leaveOut(machine, node.value.value.end, node.end);
  return selected(machine, node.value.value, of, rows);
}
