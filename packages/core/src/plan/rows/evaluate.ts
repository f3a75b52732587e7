import { childNodes, type Expr } from '../../syntax/index.ts';
import { evaluateCall } from './calls.ts';
import { evaluateComprehension } from './comprehensions.ts';
import { capturedBy } from './functions.ts';
import { blocked, type Machine, moduleScope } from './machine.ts';
import { evaluateAttribute, evaluateSubscript } from './parts.ts';
import { recordedTexts } from './recorded-texts.ts';
import {
  isScalar,
  joinTraces,
  mapFrame,
  NO_TRACE,
  rowsOf,
  type Series,
  traceOf,
  type Value,
  whole,
} from './values.ts';

/** What an expression is made of, row by row. */
export function evaluate(machine: Machine, node: Expr): Value {
  switch (node.type) {
    case 'Name':
      return lookUp(machine, node.id);
    case 'Constant':
      return node.kind === 'str' && node.value !== undefined
        ? { ...whole(NO_TRACE, 'builtins.str'), texts: [node.value] }
        : whole(NO_TRACE, `builtins.${node.kind}`);
    case 'Attribute':
      return evaluateAttribute(machine, node);
    case 'Subscript':
      return evaluateSubscript(machine, node);
    case 'Call':
      return evaluateCall(machine, node);
    case 'BinOp':
      return combine(machine, node, [node.left, node.right]);
    case 'UnaryOp':
      return combine(machine, node, [node.operand]);
    case 'Compare':
      return combine(machine, node, [node.left, ...node.comparators]);
    case 'List':
    case 'Tuple':
      return evaluateItems(machine, node.elts);
    case 'Dict':
      return evaluateDict(machine, node);
    case 'Lambda':
      return { ...whole(capturedBy(machine, node)), callable: node };
    case 'ListComp':
    case 'GeneratorExp':
    case 'SetComp':
    case 'DictComp':
      return evaluateComprehension(machine, node);
    default:
      return evaluateOther(machine, node);
  }
}

/** The value of a name; one that was made from rows is loaded where a stage stores it. */
export function lookUp(machine: Machine, name: string): Value {
  const inner = machine.scopes.slice(1).findLast((scope) => scope.has(name));
  if (inner) return inner.get(name) ?? whole();
  const value = moduleScope(machine).get(name);
  if (value === undefined) return whole();
  if (value.kind !== 'whole') return value;
  const load = machine.loadOf(name, machine.step);
  if (load === null) return value;
  const texts = value.texts ?? recordedTexts(load.dataset, machine.record);
  return { ...whole({ ...NO_TRACE, loads: new Set([load]) }, value.type), ...(texts ? { texts } : {}) };
}

/** An operation element by element: all rows have to be the same. */
function combine(machine: Machine, node: Expr, operands: readonly Expr[]): Value {
  return alignValues(
    machine,
    node,
    operands.map((operand) => evaluate(machine, operand)),
  );
}

/** Values side by side, row for row. */
export function alignValues(machine: Machine, node: Expr, values: readonly Value[]): Value {
  const withRows = values.filter((value) => rowsOf(value) !== null);
  const [first] = withRows;
  if (first === undefined)
    return whole(joinTraces(...values.map(traceOf)), values.every(isScalar) ? 'builtins.float' : null);
  if (!withRows.every((value) => rowsOf(value) === rowsOf(first)))
    return blocked(machine, node, 'values of different rows come together', values);
  if (withRows.some(({ kind }) => kind === 'groups' || kind === 'locator'))
    return blocked(machine, node, 'it is not known what this does with rows', values);
  // A table takes one value a column from a column-like one.
  const isByPlace = values.some(
    (value) =>
      value.kind === 'whole' &&
      !isScalar(value) &&
      first.kind !== 'cell' &&
      !(first.kind === 'frame' && value.type === 'pandas.Series'),
  );
  if (isByPlace) return blocked(machine, node, 'it is not known whether a value is one for all rows', values);
  const rows = rowsOf(first);
  const others = joinTraces(...values.filter((value) => value !== first).map(traceOf));
  if (first.kind === 'frame' && withRows.length === 1)
    return mapFrame(first, (trace) => joinTraces(trace, others));
  const trace = joinTraces(...values.map(traceOf));
  if (rows === null) return whole(trace);
  if (withRows.every(({ kind }) => kind === 'cell')) return { kind: 'cell', rows, trace };
  return { kind: 'series', rows, trace, type: typeOf(withRows) };
}

function typeOf(values: readonly Value[]): string | null {
  const series = values.filter((value): value is Series => value.kind === 'series');
  return series.find(({ type }) => type === 'pandas.Series')?.type ?? series[0]?.type ?? null;
}

function evaluateItems(machine: Machine, elements: readonly Expr[]): Value {
  const items = elements.map((element) => evaluate(machine, element));
  if (items.some((item) => rowsOf(item) !== null && item.kind !== 'cell'))
    return { kind: 'items', items, keys: null };
  const rows = items.map(rowsOf).find((each) => each !== null);
  const trace = joinTraces(...items.map(traceOf));
  if (rows) return { kind: 'cell', rows, trace };
  const texts = items.flatMap((item) =>
    item.kind === 'whole' && item.texts?.length === 1 ? item.texts : [],
  );
  const isKnown = elements.length > 0 && texts.length === elements.length;
  return { ...whole(trace, 'builtins.list'), ...(isKnown ? { texts } : {}) };
}

function evaluateDict(machine: Machine, node: Extract<Expr, { type: 'Dict' }>): Value {
  const items = node.values.map((value) => evaluate(machine, value));
  const keyed = node.keys.map((key) => (key === null ? whole() : evaluate(machine, key)));
  const keys = keyed.flatMap((key) => (key.kind === 'whole' && key.texts?.length === 1 ? key.texts : []));
  if (items.some((item) => rowsOf(item) !== null))
    return { kind: 'items', items, keys: keys.length === items.length ? keys : null };
  return whole(joinTraces(...[...items, ...keyed].map(traceOf)), 'builtins.dict');
}

/** What reads no rows stays without; what a row holds may be used in any way; a column may not. */
function evaluateOther(machine: Machine, node: Expr): Value {
  const values = childNodes(node).flatMap((child) => (isExpression(child) ? [evaluate(machine, child)] : []));
  const withRows = values.filter((value) => rowsOf(value) !== null);
  if (withRows.every(({ kind }) => kind === 'cell')) return alignValues(machine, node, values);
  return blocked(machine, node, 'it is not known what this does with rows', values);
}

const NO_EXPRESSIONS = new Set(['arguments', 'arg', 'keyword', 'alias', 'withitem', 'comprehension']);

function isExpression(node: ReturnType<typeof childNodes>[number]): node is Expr {
  return !NO_EXPRESSIONS.has(node.type);
}
