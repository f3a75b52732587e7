import type { Expr, FunctionDef, Lambda, Node } from '../../syntax/index.ts';
import { mentionedNames } from '../mentions.ts';
import { nodesOf } from '../tree.ts';
import { alignValues, evaluate, lookUp } from './evaluate.ts';
import { blocked, type Machine, obstacleAt } from './machine.ts';
import { runStatements } from './statements.ts';
import {
  allColumns,
  columnOf,
  type Frame,
  joinTraces,
  NO_TRACE,
  rowsOf,
  type Trace,
  traceOf,
  type Value,
  whole,
} from './values.ts';

const DEEPEST = 6;

/** What the names that a function reads from outside are made of where it is used; rows among them stand in the way. */
export function capturedBy(
  machine: Machine,
  node: FunctionDef | Lambda,
  seen: ReadonlySet<Node> = new Set(),
): Trace {
  const inside = new Set([...seen, node]);
  const parameters = new Set(node.type === 'Lambda' ? node.args.args.map(({ arg }) => arg) : []);
  const traces = [...mentionedNames(node)].flatMap((name): Trace[] => {
    if (parameters.has(name)) return [];
    const value = lookUp(machine, name);
    const trace = traceOf(value);
    if (value.kind === 'whole' && value.callable !== undefined)
      return inside.has(value.callable) ? [trace] : [trace, capturedBy(machine, value.callable, inside)];
    if (rowsOf(value) === null) return [trace];
    const reason = `a function reads all of \`${name}\``;
    return [{ ...trace, obstacle: trace.obstacle ?? obstacleAt(machine, node, reason) }];
  });
  return joinTraces(...traces);
}

/** Walks the body of a notebook's function with its arguments. */
export function callFunction(
  machine: Machine,
  callable: FunctionDef | Lambda,
  call: Expr & { type: 'Call' },
  values: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  const { args } = callable;
  const given = [...values, ...keywords.values()];
  const withRows = given.filter((value) => rowsOf(value) !== null);
  const captured = callable.type === 'FunctionDef' ? NO_TRACE : capturedBy(machine, callable);
  if (withRows.every(({ kind }) => kind === 'cell'))
    return alignValues(machine, call, [...given, whole(joinTraces(captured, definedBy(machine, callable)))]);
  const names = [...args.posonlyargs, ...args.args].map(({ arg }) => arg);
  const isPlain =
    args.vararg === null && args.kwarg === null && values.length <= names.length && machine.depth < DEEPEST;
  if (!isPlain) return blocked(machine, call, 'a function is called in a way that is not followed', given);
  const scope = new Map<string, Value>();
  const defaults = names.slice(names.length - args.defaults.length);
  for (const [at, value] of args.defaults.entries()) scope.set(defaults[at] ?? '', evaluate(machine, value));
  names.forEach((name, at) => {
    const value = values[at] ?? keywords.get(name);
    if (value) scope.set(name, value);
  });
  for (const [name, value] of keywords) scope.set(name, value);
  machine.scopes.push(scope);
  machine.depth += 1;
  const result =
    callable.type === 'Lambda' ? evaluate(machine, callable.body) : runStatements(machine, callable.body);
  machine.depth -= 1;
  machine.scopes.pop();
  return result ?? whole();
}

function definedBy(machine: Machine, callable: FunctionDef | Lambda): Trace {
  return callable.type === 'FunctionDef' ? capturedBy(machine, callable) : NO_TRACE;
}

/** What a function of one row makes of a table: of the columns that it names, or of all where it uses the row otherwise. */
export function traceOfRowFunction(machine: Machine, callable: FunctionDef | Lambda, frame: Frame): Trace {
  const captured = capturedBy(machine, callable);
  const [parameter] = callable.args.args;
  const body: readonly Node[] = callable.type === 'Lambda' ? [callable.body] : callable.body;
  const nodes = body.flatMap((node) => [...nodesOf(node)]);
  const used = nodes.flatMap((node): readonly (string | null)[] => {
    if (node.type === 'Subscript' && isName(node.value, parameter?.arg))
      return [node.slice.type === 'Constant' ? (node.slice.value ?? null) : null];
    return [];
  });
  const mentions = nodes.filter((node) => isName(node, parameter?.arg)).length;
  if (used.length < mentions || used.includes(null)) return joinTraces(captured, allColumns(frame));
  return joinTraces(captured, ...used.flatMap((name) => (name === null ? [] : [columnOf(frame, name)])));
}

function isName(node: Node, name: string | undefined): boolean {
  return node.type === 'Name' && node.id === name;
}
