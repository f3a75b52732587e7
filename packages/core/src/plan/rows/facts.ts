import type { RowFact } from '../../libraries/index.ts';
import type { Call } from '../../syntax/index.ts';
import type { Given } from './calls.ts';
import { alignValues } from './evaluate.ts';
import { capturedBy } from './functions.ts';
import { blocked, leaveOut, type Machine, noteExecuted, obstacleAt, pickRows } from './machine.ts';
import { selected } from './parts.ts';
import {
  allColumns,
  columnOf,
  type Frame,
  joinTraces,
  mapFrame,
  NO_TRACE,
  rowsOf,
  type Trace,
  traceOf,
  uniformFrame,
  type Value,
} from './values.ts';

/** What a call with rows gives, by what its library says of it. */
export function applyFact(machine: Machine, fact: RowFact, given: Given, type: string | null): Value {
  const { node, name, receiver } = given;
  const all = [...(receiver ? [receiver] : []), ...given.values, ...given.keywords.values()];
  switch (fact) {
    case 'cell':
      return cellByCell(machine, given, all, type);
    case 'each':
      return rowByRow(machine, given, all, type);
    case 'filter':
    case 'choice':
      return pick(machine, given, fact);
    case 'order':
      return blocked(machine, node, `\`${name}\` depends on the order of the rows`, all, type);
    default:
      return blocked(machine, node, `\`${name}\` looks at all rows`, all, type);
  }
}

/** Only the receiver, or the first argument of a function, has rows. */
function cellByCell(machine: Machine, given: Given, all: readonly Value[], type: string | null): Value {
  const [main, ...others] = all;
  if (main === undefined || others.some((value) => rowsOf(value) !== null))
    return blocked(machine, given.node, `\`${given.name}\` compares rows with other rows`, all, type);
  const trace = joinTraces(...others.map((other) => traceOfArgument(machine, other)));
  const added = (own: Trace) => joinTraces(own, trace);
  if (main.kind === 'frame') {
    for (const name of columnsNamed(given.node)) noteExecuted(machine, columnOf(main, name));
    return mapFrame(main, added);
  }
  if (main.kind !== 'series') return alignValues(machine, given.node, all);
  if (type === 'pandas.DataFrame') return uniformFrame(main.rows, added(main.trace), NO_TRACE);
  return { ...main, trace: added(main.trace), type: type ?? main.type };
}

/** Columns that an argument names: `astype({"a": int})` fails where one is missing. */
function columnsNamed({ args, keywords }: Call): readonly string[] {
  const dicts = [...args, ...keywords.map(({ value }) => value)].flatMap((value) =>
    value.type === 'Dict' ? value.keys : [],
  );
  return dicts.flatMap((key) => (key?.type === 'Constant' && key.value !== undefined ? [key.value] : []));
}

/** What an argument brings in; of a function also what it reads. */
function traceOfArgument(machine: Machine, value: Value): Trace {
  if (value.kind !== 'whole' || value.callable === undefined) return traceOf(value);
  return joinTraces(value.trace, capturedBy(machine, value.callable));
}

/** A receiver without rows, and what stands in a display: `np.select(conditions, ["a", "b"])`. */
function isPlainArgument({ node, receiver, values }: Given, value: Value): boolean {
  if (value.kind !== 'whole') return false;
  const written = node.args[values.indexOf(value)];
  const isDisplay = written?.type === 'List' || written?.type === 'Tuple';
  return value === receiver || (receiver === null && isDisplay);
}

function rowByRow(machine: Machine, given: Given, all: readonly Value[], type: string | null): Value {
  const flat = all.flatMap((value) =>
    value.kind === 'items' ? value.items : isPlainArgument(given, value) ? [] : [value],
  );
  const aligned = alignValues(machine, given.node, flat);
  if (aligned.kind === 'whole' || aligned.kind === 'cell') return aligned;
  const trace = joinTraces(traceOf(aligned), ...all.map((value) => traceOfArgument(machine, value)));
  const rows = rowsOf(aligned);
  if (rows === null) return aligned;
  const [main] = all;
  if (type === 'pandas.DataFrame')
    return uniformFrame(rows, trace, main?.kind === 'frame' ? main.index : NO_TRACE);
  return { kind: 'series', rows, trace, type: type?.includes(', ') ? null : type };
}

/** The receiver with fewer rows, or in another order; the text does without it. */
function pick(machine: Machine, given: Given, how: 'filter' | 'choice'): Value {
  const { node, name, receiver } = given;
  if (
    receiver === null ||
    (receiver.kind !== 'frame' && receiver.kind !== 'series') ||
    node.func.type !== 'Attribute'
  )
    return blocked(machine, node, `\`${name}\` takes some of the rows`, [
      ...given.values,
      ...(receiver ? [receiver] : []),
    ]);
  const reason = how === 'filter' ? 'rows are left out' : `\`${name}\` chooses among the rows`;
  const mask = receiver.kind === 'frame' ? maskOf(given, receiver) : receiver.trace;
  const rows = pickRows(machine, node, receiver.rows, how, mask, reason);
  leaveOut(machine, node.func.value.end, node.end);
  if (receiver.kind === 'series') return { ...receiver, rows };
  const result = selected(machine, node.func.value, receiver, rows);
  if (name === 'reset_index')
    result.index = { ...NO_TRACE, obstacle: obstacleAt(machine, node, 'rows are numbered anew') };
  return result;
}

/** Columns that a filter looks at: those of `subset`, else all. */
function maskOf({ node, name, keywords, values }: Given, frame: Frame): Trace {
  const subset = keywords.get('subset');
  if (name === 'dropna' && subset?.kind === 'whole' && subset.texts)
    return joinTraces(...subset.texts.map((column) => columnOf(frame, column)));
  const [condition] = values;
  const names = name === 'query' && condition?.kind === 'whole' ? namesInQuery(node) : null;
  return names ? joinTraces(...names.map((column) => columnOf(frame, column))) : allColumns(frame);
}

/** Column names in a query without calls and outside names; `null` where it may name anything. */
function namesInQuery(node: Call): readonly string[] | null {
  const [condition] = node.args;
  const text = condition?.type === 'Constant' ? condition.value : undefined;
  if (text === undefined || /[@`()]/.test(text)) return null;
  const bare = text.replace(/'[^']*'|"[^"]*"/g, ' ');
  return [...bare.matchAll(/[A-Za-z_]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !/^(and|or|not|in|True|False|None)$/.test(name));
}
