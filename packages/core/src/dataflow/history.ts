import {
  childNodes,
  type Expr,
  type Module,
  type Node,
  type ParsedCell,
  type TopStatement,
} from '../syntax/index.ts';
import { lookup } from './environment.ts';
import { evaluate } from './expressions.ts';
import type { Value } from './heap.ts';
import { bindModuleName } from './scopes.ts';
import type { Machine } from './state.ts';

const HISTORY = /^(_{1,3}|_\d+|Out)$/;

/** The history variables that a notebook reads: `_`, `__`, `_3`, `Out`; none where it binds `_` itself. */
export function historyNames(module: Module): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'Name' && HISTORY.test(node.id)) found.add(node.id);
    for (const child of childNodes(node)) visit(child);
  };
  for (const { cell, statements } of module.cells) {
    // Most notebooks use none: look before walking.
    if (!/\b_\d*\b|\b__\b|\b___\b|\bOut\b/.test(cell.python.text)) continue;
    for (const { node } of statements) visit(node);
  }
  return found;
}

/** Whether a displayed expression ends in `;`, which keeps it out of the history. */
function isQuiet({ cell }: ParsedCell, { node }: TopStatement): boolean {
  return /^\s*;/.test(cell.python.text.slice(node.end));
}

/** Interprets the expression that a cell shows and binds the names under which IPython keeps it. */
export function recordDisplay(
  machine: Machine,
  cell: ParsedCell,
  statement: TopStatement,
  expression: Expr,
  number: number,
): void {
  const value = evaluate(machine, machine.moduleScope, expression);
  if (isQuiet(cell, statement) || isNone(value)) return;
  const { environment } = machine.moduleScope;
  bindModuleName(machine, `_${number}`, value, 'value', true);
  // Once a notebook has bound `_` itself, IPython leaves it alone.
  const current = lookup(environment, '_')?.version?.writer;
  if (current !== undefined && !machine.shown.has(current)) return;
  machine.shown.add(machine.step.part.number);
  const sure = isSomething(value);
  for (const [name, older] of [
    ['___', '__'],
    ['__', '_'],
  ] as const) {
    const binding = lookup(environment, older);
    if (binding) environment.bindings.set(name, binding);
  }
  bindModuleName(machine, '_', value, 'value', sure);
}

function isNone(value: Value): boolean {
  return (
    value.size > 0 &&
    [...value].every((object) => object.kind === 'scalar' && object.type === 'builtins.NoneType')
  );
}

function isSomething(value: Value): boolean {
  return [...value].every((object) => object.type !== null && object.type !== 'builtins.NoneType');
}
