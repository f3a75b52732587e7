import type { Expr } from '../../syntax/index.ts';
import { evaluate } from './evaluate.ts';
import { blocked, type Machine, noteExecuted } from './machine.ts';
import { changeWhole, overwrite } from './statements.ts';
import {
  allColumns,
  columnOf,
  type Frame,
  isScalar,
  joinTraces,
  mapFrame,
  rowsOf,
  type Trace,
  traceOf,
  type Value,
  withStep,
} from './values.ts';

/** `df["x"] = …`, `df.loc[mask, "x"] = …`, `df.columns = […]`, `df.x = …`. */
export function storeAt(machine: Machine, target: Expr, value: Value): void {
  if (target.type !== 'Subscript' && target.type !== 'Attribute') return;
  const of = evaluate(machine, target.value);
  if (of.kind === 'frame') storeInFrame(machine, target, of, value);
  else if (of.kind === 'locator' && target.type === 'Subscript') storeLocated(machine, target, of.of, value);
  else changeRoot(machine, target, value);
}

function storeInFrame(
  machine: Machine,
  target: Extract<Expr, { type: 'Subscript' | 'Attribute' }>,
  of: Frame,
  value: Value,
): void {
  if (target.type === 'Attribute') {
    if (target.attr === 'columns') renameAll(machine, target, of, value);
    else if (target.attr === 'index') of.index = joinTraces(checked(machine, target, of, value));
    else of.columns.set(target.attr, checked(machine, target, of, value));
    return;
  }
  const key = evaluate(machine, target.slice);
  const trace = checked(machine, target, of, value);
  if (key.kind === 'whole' && key.texts) {
    for (const name of key.texts) of.columns.set(name, joinTraces(trace, key.trace));
    return;
  }
  // Any column, or some rows of all columns.
  const mask =
    key.kind === 'series' && key.rows !== of.rows
      ? blocked(machine, target, 'values of different rows come together', [key])
      : key;
  const more = joinTraces(trace, traceOf(mask));
  overwrite(
    machine,
    of,
    mapFrame(of, (known) => joinTraces(known, more)),
  );
}

/** What is stored, made by this statement; rows have to be those of the table. */
function checked(machine: Machine, target: Expr, of: Frame, value: Value): Trace {
  const rows = rowsOf(value);
  const fits = rows === null || (rows === of.rows && value.kind !== 'groups' && value.kind !== 'locator');
  const isByPlace = value.kind === 'whole' && !isScalar(value);
  const reason = isByPlace
    ? 'values are given to rows by their place'
    : 'values of different rows come together';
  const stored = fits && !isByPlace ? value : blocked(machine, target, reason, [value]);
  machine.changed.add(of);
  noteExecuted(machine, traceOf(stored));
  return withStep(traceOf(stored), machine.step);
}

function renameAll(machine: Machine, target: Expr, of: Frame, value: Value): void {
  const names = value.kind === 'whole' ? value.texts : undefined;
  const before = of.rest.source?.columns?.map(({ name }) => name);
  if (names && before && of.columns.size === 0 && names.length === before.length) {
    noteExecuted(machine, allColumns(of));
    machine.changed.add(of);
    const columns = names.map(
      (name, at) => [name, withStep(columnOf(of, before[at] ?? ''), machine.step)] as const,
    );
    for (const [name, trace] of columns) of.columns.set(name, trace);
    of.rest = { source: null, trace: of.rest.trace };
    return;
  }
  const why = blocked(machine, target, 'it is not known which columns are renamed', [of]);
  overwrite(
    machine,
    of,
    mapFrame(of, (trace) => joinTraces(trace, why.trace)),
  );
}

/** `df.loc[rows, "x"] = …`: the column as it was where the rows are others. */
function storeLocated(
  machine: Machine,
  target: Extract<Expr, { type: 'Subscript' }>,
  of: Value,
  value: Value,
): void {
  if (of.kind !== 'frame') {
    changeRoot(machine, target, value);
    return;
  }
  const [rowKey, columnKey] =
    target.slice.type === 'Tuple' && target.slice.elts.length === 2
      ? target.slice.elts
      : [target.slice, undefined];
  const mask = rowKey && rowKey.type !== 'Slice' ? evaluate(machine, rowKey) : null;
  const isAll = rowKey?.type === 'Slice' && rowKey.lower === null && rowKey.upper === null;
  const names = columnKey ? evaluate(machine, columnKey) : null;
  const isMask = mask?.kind === 'series' && mask.rows === of.rows;
  const isKnown = (isAll || isMask) && names?.kind === 'whole' && names.texts;
  const stored = checked(machine, target, of, value);
  if (!isKnown || names?.kind !== 'whole') {
    const why = blocked(machine, target, 'a row is changed by its place or label', [of, value]);
    overwrite(
      machine,
      of,
      mapFrame(of, (trace) => joinTraces(trace, withStep(why.trace, machine.step))),
    );
    return;
  }
  for (const name of names.texts ?? []) {
    const before = columnOf(of, name);
    of.columns.set(name, joinTraces(before, stored, mask ? traceOf(mask) : stored));
  }
}

/** An element or attribute of something without rows. */
function changeRoot(machine: Machine, target: Expr, value: Value): void {
  let root: Expr = target;
  while (root.type === 'Subscript' || root.type === 'Attribute' || root.type === 'Call')
    root = root.type === 'Call' ? root.func : root.value;
  if (root.type === 'Name') changeWhole(machine, root.id, value);
}
