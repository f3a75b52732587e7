import type { Expr, Stmt } from '../syntax/index.ts';
import { executeAugmented } from './augmented.ts';
import { createClass } from './classes.ts';
import { executeFor, executeIf, executeMatch, executeTry, executeWhile, executeWith } from './compound.ts';
import { defineClass, defineFunction } from './definitions.ts';
import { deleteTarget } from './deletions.ts';
import type { Scope } from './environment.ts';
import { evaluate, evaluateTested } from './expressions.ts';
import { union } from './heap.ts';
import { executeImport, executeImportFrom } from './imports.ts';
import { changeDeep } from './objects.ts';
import { enterPart, partFor } from './parts.ts';
import { type Machine, raise } from './state.ts';
import { bindTarget } from './targets.ts';

/** How a block ends: it goes on, or it leaves the function, the loop, or by an exception. */
export type Ending = 'falls through' | 'leaves' | 'jumps';

/** Interprets a block of statements; what stands behind a jump is interpreted too, which only adds. */
export function execute(machine: Machine, scope: Scope, body: readonly Stmt[]): Ending {
  let ending: Ending = 'falls through';
  for (const statement of body) {
    const ended = executeStatement(machine, scope, statement);
    if (ended !== 'falls through' && ending === 'falls through') ending = ended;
  }
  return ending;
}

function executeStatement(machine: Machine, scope: Scope, node: Stmt): Ending {
  const part = partFor(machine, node);
  if (part === null) return executeNode(machine, scope, node);
  const outer = enterPart(machine, part);
  const ending = executeNode(machine, scope, node);
  enterPart(machine, outer);
  return ending;
}

function executeNode(machine: Machine, scope: Scope, node: Stmt): Ending {
  switch (node.type) {
    case 'If':
      return executeIf(machine, scope, node);
    case 'For':
    case 'AsyncFor':
      return executeFor(machine, scope, node);
    case 'While':
      return executeWhile(machine, scope, node);
    case 'With':
    case 'AsyncWith':
      return executeWith(machine, scope, node);
    case 'Try':
    case 'TryStar':
      return executeTry(machine, scope, node);
    case 'Match':
      return executeMatch(machine, scope, node);
    case 'Break':
    case 'Continue':
      noteExit(machine, scope);
      return 'jumps';
    case 'Return':
      executeReturn(machine, scope, node.value);
      return 'leaves';
    case 'Raise':
      for (const part of [node.exc, node.cause]) if (part) raise(machine, evaluate(machine, scope, part));
      return 'leaves';
    default:
      executeSimple(machine, scope, node);
      return 'falls through';
  }
}

/** Keeps the bindings as they are at a `break` or `continue`, down to those around the loop. */
function noteExit({ jumps }: Machine, scope: Scope): void {
  if (jumps === null) return;
  const bindings: Scope['environment']['bindings'] = new Map();
  for (let at: Scope['environment'] | null = scope.environment; at && at !== jumps.outside; at = at.outer) {
    for (const [name, binding] of at.bindings) if (!bindings.has(name)) bindings.set(name, binding);
  }
  jumps.exits.push({ outer: jumps.outside, bindings });
}

function executeReturn(machine: Machine, scope: Scope, node: Expr | null): void {
  if (node === null) return;
  const value = evaluate(machine, scope, node);
  const activation = machine.calls.at(-1);
  if (activation) activation.returns = union(activation.returns, value);
}

function executeSimple(machine: Machine, scope: Scope, node: Stmt): void {
  switch (node.type) {
    case 'Expr':
      evaluate(machine, scope, node.value);
      return;
    case 'Assign': {
      const value = evaluate(machine, scope, node.value);
      for (const target of node.targets) bindTarget(machine, scope, target, value);
      return;
    }
    case 'AnnAssign':
      evaluate(machine, scope, node.annotation);
      if (node.value) bindTarget(machine, scope, node.target, evaluate(machine, scope, node.value));
      return;
    case 'AugAssign':
      executeAugmented(machine, scope, node);
      return;
    case 'Delete':
      for (const target of node.targets) deleteTarget(machine, scope, target);
      return;
    case 'Import':
      executeImport(machine, scope, node);
      return;
    case 'ImportFrom':
      executeImportFrom(machine, scope, node);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      defineFunction(machine, scope, node);
      return;
    case 'ClassDef':
      defineClass(machine, scope, node, createClass(machine, scope, node));
      return;
    case 'Assert':
      evaluateTested(machine, scope, node.test);
      if (node.msg) raise(machine, evaluate(machine, scope, node.msg));
      return;
    case 'TypeAlias':
      bindTarget(machine, scope, node.name, evaluate(machine, scope, node.value));
      return;
    default:
      changeDeep(machine, new Set());
  }
}
