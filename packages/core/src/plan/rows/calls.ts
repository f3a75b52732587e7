import type { CallSpec, RowFact, RowSpec } from '../../libraries/index.ts';
import type { Call, Expr } from '../../syntax/index.ts';
import { alignValues, evaluate } from './evaluate.ts';
import { applyFact } from './facts.ts';
import { callFunction, traceOfRowFunction } from './functions.ts';
import { callOnGroups } from './groups.ts';
import {
  blocked,
  leaveOut,
  type Machine,
  moduleScope,
  noteExecuted,
  obstacleAt,
  pickRows,
} from './machine.ts';
import {
  type Frame,
  joinTraces,
  mapFrame,
  NO_TRACE,
  rowsOf,
  type Trace,
  traceOf,
  type Value,
  whole,
} from './values.ts';

/** A call with what it is given. */
export interface Given {
  readonly node: Call;
  /** The name of the method or function, for messages. */
  readonly name: string;
  /** What stands before the dot; `null` for a function. */
  readonly receiver: Value | null;
  readonly values: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** What a call gives, row by row. */
export function evaluateCall(machine: Machine, node: Call): Value {
  const path = pathOf(machine, node.func);
  if (path !== null) return callLibrary(machine, path, givenTo(machine, node, path, null));
  if (node.func.type === 'Attribute') {
    const receiver = evaluate(machine, node.func.value);
    return callMethod(machine, givenTo(machine, node, node.func.attr, receiver));
  }
  const callee = evaluate(machine, node.func);
  const given = givenTo(machine, node, node.func.type === 'Name' ? node.func.id : 'this', null);
  if (callee.kind === 'whole' && callee.callable)
    return withTrace(
      callFunction(machine, callee.callable, node, given.values, given.keywords),
      callee.trace,
    );
  return callUnknown(machine, given, callee);
}

function withTrace(value: Value, trace: Trace): Value {
  if (value.kind === 'frame') return mapFrame(value, (own) => joinTraces(own, trace));
  if (value.kind === 'items' || value.kind === 'locator' || value.kind === 'groups') return value;
  return { ...value, trace: joinTraces(value.trace, trace) };
}

function givenTo(machine: Machine, node: Call, path: string, receiver: Value | null): Given {
  const name = path.split('.').at(-1) ?? path;
  const values = node.args.map((argument) =>
    evaluate(machine, argument.type === 'Starred' ? argument.value : argument),
  );
  const keywords = new Map(
    node.keywords.map(({ arg, value }) => [arg ?? '**', evaluate(machine, value)] as const),
  );
  return { node, name, receiver, values, keywords };
}

/** `numpy.log1p`, `builtins.len`: the library path that an expression names; `null` where it starts with a value. */
function pathOf(machine: Machine, node: Expr): string | null {
  if (node.type === 'Attribute') {
    const before = pathOf(machine, node.value);
    return before === null ? null : `${before}.${node.attr}`;
  }
  if (node.type !== 'Name' || machine.scopes.slice(1).some((scope) => scope.has(node.id))) return null;
  if (moduleScope(machine).has(node.id)) return null;
  return machine.imports.get(node.id) ?? `builtins.${node.id}`;
}

function callLibrary(machine: Machine, path: string, given: Given): Value {
  const { node, name, values, keywords } = given;
  const all = [...values, ...keywords.values()];
  const type = resultType(machine, path);
  if (all.every((value) => rowsOf(value) === null)) return whole(joinTraces(...all.map(traceOf)), type);
  if (path.startsWith('builtins.')) return callBuiltin(machine, given);
  if (/(^|\.)train_test_split$/.test(path)) return splitRows(machine, given);
  if (path === 'pandas.DataFrame') return makeFrame(machine, given);
  if (path === 'pandas.Series') return blocked(machine, node, 'new rows are numbered', all, path);
  const withRows = all.filter((value) => rowsOf(value) !== null);
  if (withRows.every(({ kind }) => kind === 'cell')) return alignValues(machine, node, all);
  const spec = machine.libraries.rowsOfFunction(path);
  if (spec === undefined)
    return blocked(machine, node, `it is not known whether \`${name}\` works row by row`, all, type);
  return applyFact(machine, factOf(spec, given), given, type);
}

function resultType(machine: Machine, path: string): string | null {
  const member = machine.libraries.member(path);
  if (member?.kind === 'class') return member.name;
  return member?.kind === 'function' ? (member.spec.returns ?? null) : null;
}

/** Builtins that keep one element a row. */
function callBuiltin(machine: Machine, given: Given): Value {
  const { node, name, values } = given;
  const all = [...values, ...given.keywords.values()];
  const withRows = all.filter((value) => rowsOf(value) !== null);
  if (withRows.every(({ kind }) => kind === 'cell')) return alignValues(machine, node, all);
  const [first] = values;
  if (name === 'zip') return { kind: 'items', items: values, keys: null };
  if (name === 'list' && first?.kind === 'series') return { ...first, type: 'builtins.list' };
  if (name === 'abs' && first) return alignValues(machine, node, [first]);
  if (name === 'len' || name === 'print') return blocked(machine, node, '`len` counts the rows', all);
  return blocked(machine, node, `\`${name}\` looks at all rows`, all);
}

/** `train_test_split(a, b)`: each argument twice, with fewer rows. */
function splitRows(machine: Machine, given: Given): Value {
  const { node, values } = given;
  const parts = values.map((value) => {
    const rows = rowsOf(value);
    if (rows === null || (value.kind !== 'frame' && value.kind !== 'series'))
      return blocked(machine, node, '`train_test_split` takes rows apart', [value]);
    const picked = pickRows(machine, node, rows, 'choice', NO_TRACE, '`train_test_split` draws rows');
    return value.kind === 'frame'
      ? { ...value, columns: new Map(value.columns), rows: picked, bare: null }
      : { ...value, rows: picked };
  });
  // Arguments with the same rows have the same rows afterwards.
  const sets = new Map(values.map((value, at) => [rowsOf(value), rowsOf(parts[at] ?? value)] as const));
  const aligned = parts.map((part, at) =>
    part.kind === 'whole' ? part : { ...part, rows: sets.get(rowsOf(values[at] ?? part)) ?? part.rows },
  );
  const items = aligned.flatMap((part) => [
    part,
    part.kind === 'frame' ? { ...part, columns: new Map(part.columns) } : part,
  ]);
  return { kind: 'items', items, keys: null };
}

/** `pd.DataFrame({"actual": a, "forecast": b})` of columns side by side. */
function makeFrame(machine: Machine, given: Given): Value {
  const { node, values, keywords } = given;
  const [data] = values;
  const index = keywords.get('index');
  if (data?.kind === 'frame' && keywords.size === 0) return data;
  if (data?.kind !== 'items' || data.keys === null)
    return blocked(machine, node, 'it is not known which rows a new table has', [
      ...values,
      ...keywords.values(),
    ]);
  const aligned = alignValues(machine, node, [...data.items, ...(index ? [index] : [])]);
  if (aligned.kind !== 'series' && aligned.kind !== 'frame') return aligned;
  const rows = aligned.rows;
  // The text of the statement can do with the answer alone; any other column comes with its neighbours.
  const all = joinTraces(...data.items.map(traceOf));
  const columns = new Map(
    data.keys.map((key, at) => {
      const own = traceOf(data.items[at] ?? whole());
      return [key, own.predicted ? own : { ...all, predicted: null }];
    }),
  );
  const labels = index
    ? traceOf(index)
    : { ...NO_TRACE, obstacle: obstacleAt(machine, node, 'new rows are numbered') };
  return { kind: 'frame', rows, columns, rest: { source: null, trace: NO_TRACE }, index: labels, bare: null };
}

function callMethod(machine: Machine, given: Given): Value {
  const { node, name, receiver } = given;
  if (receiver === null) return whole();
  const all = [receiver, ...given.values, ...given.keywords.values()];
  if (receiver.kind === 'whole') return callOnWhole(machine, given, receiver.type);
  if (receiver.kind === 'groups') return callOnGroups(machine, given, receiver);
  if (receiver.kind === 'cell') return alignValues(machine, node, all);
  if (receiver.kind !== 'frame' && receiver.kind !== 'series')
    return blocked(machine, node, `it is not known whether \`${name}\` works row by row`, all);
  const owner = receiver.kind === 'frame' ? 'pandas.DataFrame' : receiver.type;
  const special = receiver.kind === 'frame' ? callOnFrame(machine, given, receiver) : null;
  if (special !== null) return special;
  const rowSpec = owner === null ? undefined : machine.libraries.rowsOfMember(owner, name);
  const call = owner === null ? undefined : machine.libraries.method(owner, name);
  if (rowSpec === undefined)
    return blocked(
      machine,
      node,
      `it is not known whether \`${name}\` works row by row`,
      all,
      typeFor(call, receiver),
    );
  return applyFact(machine, factOf(rowSpec, given), given, typeFor(call, receiver));
}

function typeFor(spec: CallSpec | undefined, receiver: Value): string | null {
  const type = spec?.returns ?? null;
  if (type !== 'pandas.NDFrame' && type !== 'pandas.Located') return type;
  return receiver.kind === 'frame' ? 'pandas.DataFrame' : 'pandas.Series';
}

/** Methods whose arguments say which columns they are about, or that call back. */
function callOnFrame(machine: Machine, given: Given, receiver: Frame): Value | null {
  const { node, name, values, keywords } = given;
  const [first] = values;
  if (name === 'groupby') {
    const by = first ?? keywords.get('by');
    return {
      kind: 'groups',
      of: receiver,
      keys: by?.kind === 'whole' ? (by.texts ?? null) : null,
      chosen: null,
    };
  }
  if (name === 'pipe' && first?.kind === 'whole' && first.callable)
    return callFunction(machine, first.callable, node, [receiver, ...values.slice(1)], keywords);
  if (name === 'apply' && first?.kind === 'whole' && first.callable && isAlongRows(node))
    return {
      kind: 'series',
      rows: receiver.rows,
      trace: joinTraces(traceOfRowFunction(machine, first.callable, receiver), first.trace),
      type: 'pandas.Series',
    };
  if (name === 'assign') return assign(machine, given, receiver);
  if (name === 'rename' && keywords.has('columns')) return renameColumns(machine, node, receiver);
  if (name === 'drop') return dropColumns(machine, given, receiver);
  if (name === 'set_index' && first?.kind === 'whole' && first.texts?.length === 1) {
    const [label = ''] = first.texts;
    return {
      ...receiver,
      columns: new Map(receiver.columns),
      index: traceOf({
        kind: 'series',
        rows: receiver.rows,
        trace: columnTrace(receiver, label),
        type: null,
      }),
      bare: null,
    };
  }
  return null;
}

function columnTrace(frame: Frame, name: string): Trace {
  const value = frame.columns.get(name);
  if (value) return value;
  const { source, trace } = frame.rest;
  return source ? { ...trace, columns: new Set([...trace.columns, `${source.id}:${name}`]) } : trace;
}

function isAlongRows(node: Call): boolean {
  const axis = node.keywords.find(({ arg }) => arg === 'axis')?.value ?? node.args[1];
  return axis?.type === 'Constant' && /^(1|["']columns["'])$/.test(axis.text);
}

/** Each new column by itself, in order; a function is given the table. */
function assign(machine: Machine, given: Given, receiver: Frame): Value {
  const made: Frame = { ...receiver, columns: new Map(receiver.columns), bare: null };
  for (const [name, value] of given.keywords) {
    const result =
      value.kind === 'whole' && value.callable
        ? callFunction(machine, value.callable, given.node, [made], new Map())
        : value;
    const rows = rowsOf(result);
    if (name === '**' || (rows !== null && rows !== receiver.rows))
      return blocked(machine, given.node, 'values of different rows come together', [receiver, result]);
    noteExecuted(machine, traceOf(result));
    made.columns.set(name, traceOf(result));
  }
  return made;
}

function renameColumns(machine: Machine, node: Call, receiver: Frame): Value {
  const dict = node.keywords.find(({ arg }) => arg === 'columns')?.value;
  const isLiteral =
    dict?.type === 'Dict' &&
    [...dict.keys, ...dict.values].every((each) => each?.type === 'Constant' && each.value !== undefined);
  if (!isLiteral || dict.type !== 'Dict')
    return blocked(machine, node, 'it is not known which columns are renamed', [receiver]);
  const renamed = new Map(receiver.columns);
  dict.keys.forEach((key, at) => {
    const value = dict.values[at];
    if (key?.type !== 'Constant' || value?.type !== 'Constant') return;
    renamed.delete(key.value ?? '');
    renamed.set(value.value ?? '', columnTrace(receiver, key.value ?? ''));
  });
  return { ...receiver, columns: renamed, bare: null };
}

/** `drop(columns=[…])` and `drop(…, axis=1)`; the text does without it, because a request may lack the column. */
function dropColumns(machine: Machine, given: Given, receiver: Frame): Value | null {
  const { node, values, keywords } = given;
  const columns = keywords.get('columns') ?? (isAlongRows(node) ? values[0] : undefined);
  if (columns === undefined) return null;
  if (columns.kind !== 'whole' || columns.texts === undefined)
    return blocked(machine, node, 'it is not known which columns are dropped', [receiver]);
  const last = [...node.args, ...node.keywords].reduce((end, argument) => Math.max(end, argument.end), 0);
  if (!keywords.has('errors')) leaveOut(machine, last, last, ', errors="ignore"');
  return pickRemaining(receiver, columns.texts);
}

/** A table without some columns: those of its source that are known stay by name. */
function pickRemaining(of: Frame, dropped: readonly string[]): Frame {
  const { source, trace } = of.rest;
  const names = [...(source?.columns ?? []).map(({ name }) => name), ...of.columns.keys()].filter(
    (name) => !dropped.includes(name),
  );
  const columns = new Map(names.map((name) => [name, columnTrace(of, name)]));
  const isKnown = source === null || source.columns !== null;
  return {
    ...of,
    columns,
    rest: isKnown ? { source: null, trace: source === null ? trace : NO_TRACE } : of.rest,
    bare: null,
  };
}

const ASKS = new Set(['predict', 'predict_proba', 'predict_log_proba', 'decision_function', 'score_samples']);
const LEARNS = /^(fit|fit_transform|fit_predict|partial_fit|train)$/;

/** A method of something without rows: a fitted model, a vectoriser, a pattern. */
function callOnWhole(machine: Machine, given: Given, owner: string | null): Value {
  const { node, name, receiver, values, keywords } = given;
  const own = receiver ?? whole();
  const all = [own, ...values, ...keywords.values()];
  const withRows = all.filter((value) => rowsOf(value) !== null);
  if (withRows.length === 0)
    return whole(
      joinTraces(...all.map(traceOf)),
      owner === null ? null : (machine.libraries.method(owner, name)?.returns ?? null),
    );
  if (withRows.every(({ kind }) => kind === 'cell')) return alignValues(machine, node, all);
  if (LEARNS.test(name))
    return blocked(machine, node, `\`${name}\` learns from all rows`, all, name === 'fit' ? owner : null);
  const spec = owner === null ? undefined : machine.libraries.rowsOfMember(owner, name);
  if (spec === undefined)
    return blocked(machine, node, `it is not known whether \`${name}\` works row by row`, all);
  const fact = factOf(spec, given);
  const result = applyFact(machine, fact, given, 'numpy.ndarray');
  if (!ASKS.has(name) || fact !== 'each' || result.kind !== 'series') return result;
  return { ...result, trace: { ...result.trace, predicted: result.trace.predicted ?? node } };
}

function callUnknown(machine: Machine, given: Given, callee: Value): Value {
  const all = [callee, ...given.values, ...given.keywords.values()];
  if (all.every((value) => rowsOf(value) === null || value.kind === 'cell'))
    return alignValues(machine, given.node, all);
  return blocked(machine, given.node, `it is not known whether \`${given.name}\` works row by row`, all);
}

/** The fact that holds for the arguments as they are written; of one that may hold the worse. */
function factOf(spec: RowSpec, { node }: Given): RowFact {
  let fact = spec.rows;
  for (const { argument, is, rows } of spec.when ?? []) {
    const [position = '', keyword] = argument.split(':');
    const written =
      node.keywords.find(({ arg }) => keyword !== undefined && arg === keyword)?.value ??
      (position === '' ? undefined : node.args[Number(position)]);
    if (written === undefined) continue;
    if (is === '*' || (written.type === 'Constant' && written.text === is)) fact = rows;
    else if (is !== '*' && written.type !== 'Constant' && WORSE.indexOf(rows) > WORSE.indexOf(fact))
      fact = mentions(written, is) ? rows : fact;
  }
  return fact;
}

const WORSE: readonly RowFact[] = ['cell', 'each', 'filter', 'choice', 'order', 'all'];

/** A name may stand for anything, a display only for what is written in it. */
function mentions(written: Expr, is: string): boolean {
  if (written.type === 'Dict') return written.values.some((value) => mentions(value, is));
  if (written.type === 'Constant') return written.text === is;
  return written.type !== 'Attribute' && !(written.type === 'Name' && PLAIN_TYPE.test(written.id));
}

const PLAIN_TYPE = /^(int|float|str|bool)$/;
