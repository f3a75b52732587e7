import type { Expr, Node, Stmt } from '../../syntax/index.ts';
import { bindingsOfTarget } from '../../syntax/index.ts';
import { mentionedNames } from '../mentions.ts';
import { bindingNames } from '../tree.ts';
import { alignValues, evaluate, lookUp } from './evaluate.ts';
import { blocked, leaveOut, type Machine, moduleScope, noteExecuted } from './machine.ts';
import { storeAt } from './stores.ts';
import {
  columnOf,
  type Frame,
  joinTraces,
  mapFrame,
  NO_TRACE,
  rowsOf,
  traceOf,
  type Value,
  whole,
  withStep,
} from './values.ts';

/** Walks statements of a function; gives what it returns, `null` where it ends without. */
export function runStatements(machine: Machine, body: readonly Stmt[]): Value | null {
  for (const statement of body) {
    if (statement.type === 'Return')
      return statement.value === null ? whole() : evaluate(machine, statement.value);
    runStatement(machine, statement);
  }
  return null;
}

/** Walks one statement. */
export function runStatement(machine: Machine, node: Stmt): void {
  switch (node.type) {
    case 'Assign': {
      const value = evaluate(machine, node.value);
      for (const target of node.targets) bindTarget(machine, target, value, node);
      return;
    }
    case 'AnnAssign':
      if (node.value) bindTarget(machine, node.target, evaluate(machine, node.value), node);
      return;
    case 'AugAssign':
      bindTarget(
        machine,
        node.target,
        alignValues(machine, node.value, [evaluate(machine, node.target), evaluate(machine, node.value)]),
        node,
      );
      return;
    case 'Expr':
      runExpression(machine, node.value);
      return;
    case 'FunctionDef':
      scopeOf(machine).set(node.name, {
        ...whole(machine.depth === 0 ? withStep(NO_TRACE, machine.step) : NO_TRACE),
        callable: node,
      });
      return;
    case 'For':
      runLoop(machine, node);
      return;
    case 'Delete':
      for (const target of node.targets) deleteTarget(machine, target);
      return;
    case 'Import':
    case 'ImportFrom':
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
      return;
    default:
      spoil(machine, node);
  }
}

function scopeOf(machine: Machine): Map<string, Value> {
  return machine.scopes.at(-1) ?? moduleScope(machine);
}

/** Gives a target its value; at module level the statement is part of what the value is made of. */
export function bindTarget(machine: Machine, target: Expr, value: Value, node: Node): void {
  if (target.type === 'Name') {
    scopeOf(machine).set(target.id, machine.depth === 0 ? ownedBy(machine, target.id, value) : value);
  } else if (target.type === 'Tuple' || target.type === 'List') {
    target.elts.forEach((part, at) => {
      const items = value.kind === 'items' && value.keys === null ? value.items : null;
      const item =
        items?.[at] ??
        (rowsOf(value) === null || value.kind === 'cell'
          ? untyped(value)
          : blocked(machine, node, 'it is not known which element this is', [value]));
      bindTarget(machine, part, item, node);
    });
  } else storeAt(machine, target, value);
}

function untyped(value: Value): Value {
  return value.kind === 'whole' ? whole(value.trace) : value;
}

/** The value with the statement that binds it; `df = df.dropna()` has nothing left to do. */
function ownedBy(machine: Machine, name: string, value: Value): Value {
  const { step } = machine;
  switch (value.kind) {
    case 'frame': {
      if (value.bare === name) return { ...value, bare: null };
      if (value.bare !== null) copyOf(machine, step.statement.node);
      const made = mapFrame(value, (trace) => withStep(trace, step));
      made.index = withStep(value.index, step);
      return made;
    }
    case 'series':
    case 'cell':
    case 'whole':
      noteExecuted(machine, value.trace);
      return { ...value, trace: withStep(value.trace, step) };
    case 'items':
      return { ...value, items: value.items.map((item) => ownedBy(machine, name, item)) };
    case 'locator':
    case 'groups':
      return blocked(machine, step.statement.node, 'a part of a table is kept under a name', [value]);
  }
}

/** All rows under another name are a table of their own, as some of them were. */
function copyOf(machine: Machine, node: Stmt): void {
  if (node.type !== 'Assign') return;
  const edits = machine.edits.get(machine.step) ?? [];
  const made = node.value.type === 'Tuple' ? node.value.elts : [node.value];
  for (const { end } of made)
    if (edits.some(({ span }) => span.end === end && span.start < end))
      leaveOut(machine, end, end, '.copy()');
}

/** A call for its effect: in place, or on a model. */
function runExpression(machine: Machine, node: Expr): void {
  const value = evaluate(machine, node);
  if (node.type !== 'Call' || node.func.type !== 'Attribute' || node.func.value.type !== 'Name') return;
  const name = node.func.value.id;
  const known = lookUp(machine, name);
  const isInPlace = node.keywords.some(
    ({ arg, value: written }) => arg === 'inplace' && written.type === 'Constant' && written.text === 'True',
  );
  if (isInPlace && known.kind === 'frame' && value.kind === 'frame') {
    const isSelection = value.bare === name;
    overwrite(
      machine,
      known,
      isSelection ? value : mapFrame(value, (trace) => withStep(trace, machine.step)),
    );
  } else if (known.kind === 'whole' && machine.step.mutates.includes(name)) changeWhole(machine, name, value);
  else if (known.kind === 'frame' && machine.step.mutates.includes(name)) {
    const why = blocked(machine, node, `it is not known what \`${node.func.attr}\` changes`, [known]);
    overwrite(
      machine,
      known,
      mapFrame(known, (trace) => joinTraces(trace, why.trace)),
    );
  }
}

/** Something without rows that a call changes: `model.fit(X, y)`. */
export function changeWhole(machine: Machine, name: string, by: Value): void {
  const scope = machine.scopes.findLast((each) => each.has(name));
  const known = scope?.get(name);
  if (known?.kind !== 'whole') return;
  const { texts: _, ...rest } = known;
  scope?.set(name, { ...rest, trace: withStep(joinTraces(known.trace, traceOf(by)), machine.step) });
}

/** A table changes in place under all its names. */
export function overwrite(machine: Machine, frame: Frame, made: Frame): void {
  machine.changed.add(frame);
  frame.rows = made.rows;
  frame.rest = made.rest;
  frame.index = made.index;
  const columns = [...made.columns];
  frame.columns.clear();
  for (const [name, trace] of columns) frame.columns.set(name, trace);
}

/** A loop over something without rows: what it does once more changes no more than what it did twice. */
function runLoop(machine: Machine, node: Extract<Stmt, { type: 'For' }>): void {
  const over = evaluate(machine, node.iter);
  if (rowsOf(over) !== null || node.orelse.length > 0) {
    spoil(machine, node);
    return;
  }
  for (let round = 0; round < 2; round++) {
    bindTarget(machine, node.target, whole(traceOf(over)), node);
    for (const statement of node.body) runStatement(machine, statement);
  }
}

function deleteTarget(machine: Machine, target: Expr): void {
  if (target.type === 'Name') scopeOf(machine).delete(target.id);
  if (target.type !== 'Subscript') return;
  const of = evaluate(machine, target.value);
  if (of.kind === 'frame' && target.slice.type === 'Constant') {
    machine.changed.add(of);
    noteExecuted(machine, columnOf(of, target.slice.value ?? ''));
    of.columns.delete(target.slice.value ?? '');
  } else spoil(machine, machine.step.statement.node);
}

/** A statement that is not followed: what it binds or changes is made of all that it names. */
function spoil(machine: Machine, node: Stmt): void {
  const named = [...mentionedNames(node)].map((name) => lookUp(machine, name));
  const touchesRows = named.some((value) => rowsOf(value) !== null);
  const reason = 'a statement is not followed row by row';
  const value = touchesRows
    ? blocked(machine, node, reason, named)
    : whole(joinTraces(...named.map(traceOf)));
  const own = whole(withStep(value.trace, machine.step));
  const bound = [...bindingNames([node]), ...bindingsIn(node)];
  for (const name of new Set([...bound, ...(machine.depth === 0 ? machine.step.mutates : [])])) {
    const known = lookUp(machine, name);
    if (known.kind === 'frame')
      overwrite(
        machine,
        known,
        mapFrame(known, (trace) => joinTraces(trace, own.trace)),
      );
    scopeOf(machine).set(name, known.kind === 'frame' ? known : own);
  }
}

function bindingsIn(node: Stmt): readonly string[] {
  return node.type === 'For' ? bindingsOfTarget(node.target) : [];
}
