import type { Expr } from '../syntax/index.ts';
import { loadAttribute } from './attributes.ts';
import { evaluateCall } from './calls.ts';
import { evaluateComprehension } from './comprehensions.ts';
import { concatenated } from './constants.ts';
import type { Scope } from './environment.ts';
import { createFunction } from './functions.ts';
import { ELEMENTS, KEYS, NOTHING, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate, readDeep, scalar } from './objects.ts';
import { operate } from './operators.ts';
import { readAllOptions } from './resources.ts';
import { bindPerhaps, readName } from './scopes.ts';
import type { Machine } from './state.ts';
import { loadSubscript } from './subscripts.ts';

/** Interprets an expression: gives what it may evaluate to, and notes what it reads and changes. */
export function evaluate(machine: Machine, scope: Scope, node: Expr): Value {
  switch (node.type) {
    case 'Constant':
      return scalar(machine, constantType(node.kind), node.kind === 'str' ? node.value : undefined);
    case 'Name':
      return readName(machine, scope, node.id);
    case 'Attribute':
      return loadAttribute(machine, evaluate(machine, scope, node.value), node.attr, node);
    case 'Subscript':
      return loadSubscript(machine, scope, node);
    case 'Call':
      return evaluateCall(machine, scope, node);
    case 'BinOp':
    case 'UnaryOp':
    case 'Compare':
      return evaluateOperator(machine, scope, node);
    case 'BoolOp':
      return union(...node.values.map((value) => evaluateTested(machine, scope, value)));
    case 'IfExp': {
      evaluateTested(machine, scope, node.test);
      return union(evaluate(machine, scope, node.body), evaluate(machine, scope, node.orelse));
    }
    case 'NamedExpr': {
      const value = evaluate(machine, scope, node.value);
      bindPerhaps(machine, functionScope(scope), node.target.id, value);
      return value;
    }
    case 'Lambda':
      return createFunction(machine, scope, node, '<lambda>', [], 'none');
    case 'JoinedStr':
    case 'FormattedValue':
      return evaluateText(machine, scope, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return evaluateComprehension(machine, scope, node);
    case 'Starred':
      return consume(machine, evaluate(machine, scope, node.value), node);
    case 'Await':
      return consume(machine, evaluate(machine, scope, node.value), node);
    case 'Yield':
    case 'YieldFrom':
      return evaluateYield(machine, scope, node);
    default:
      return evaluateDisplay(machine, scope, node);
  }
}

type Display = Extract<Expr, { type: 'List' | 'Tuple' | 'Set' | 'Dict' | 'Slice' }>;

function evaluateDisplay(machine: Machine, scope: Scope, node: Display): Value {
  if (node.type === 'Slice') {
    for (const part of [node.lower, node.upper, node.step])
      if (part) operate(machine, [evaluate(machine, scope, part)], node);
    return scalar(machine, 'builtins.slice');
  }
  if (node.type === 'Dict') return evaluateDict(machine, scope, node);
  const made = allocate(machine, node, 'data', `builtins.${node.type.toLowerCase()}`);
  let position: number | null = 0;
  for (const element of node.elts) {
    const value = evaluate(machine, scope, element);
    if (element.type === 'Starred') position = null;
    const field: string = position === null || node.type === 'Set' ? ELEMENTS : String(position);
    addToField(machine, made, field, value);
    if (node.type === 'Set') operate(machine, [value], node);
    if (position !== null) position += 1;
  }
  return one(made);
}

function evaluateDict(machine: Machine, scope: Scope, node: Extract<Expr, { type: 'Dict' }>): Value {
  const made = allocate(machine, node, 'data', 'builtins.dict');
  node.values.forEach((valueNode, at) => {
    const keyNode = node.keys[at] ?? null;
    if (keyNode === null) {
      const mapping = evaluate(machine, scope, valueNode);
      addToField(machine, made, ELEMENTS, consume(machine, mapping, valueNode, 'values'));
      addToField(machine, made, KEYS, consume(machine, mapping, valueNode, 'keys'));
      return;
    }
    const key = evaluate(machine, scope, keyNode);
    operate(machine, [key], keyNode);
    addToField(machine, made, KEYS, key);
    addToField(machine, made, constantKey(keyNode) ?? ELEMENTS, evaluate(machine, scope, valueNode));
  });
  return one(made);
}

function evaluateOperator(
  machine: Machine,
  scope: Scope,
  node: Extract<Expr, { type: 'BinOp' | 'UnaryOp' | 'Compare' }>,
): Value {
  if (node.type === 'UnaryOp') {
    const operand = evaluate(machine, scope, node.operand);
    const value = operate(machine, [operand], node);
    return node.op === 'Not' ? scalar(machine, 'builtins.bool') : value;
  }
  if (node.type === 'BinOp') {
    const left = evaluate(machine, scope, node.left);
    const right = evaluate(machine, scope, node.right);
    return concatenated(machine, node.op, left, right) ?? operate(machine, [left, right], node);
  }
  const operands = [node.left, ...node.comparators].map((operand) => evaluate(machine, scope, operand));
  if (node.ops.every((op) => op === 'Is' || op === 'IsNot')) return scalar(machine, 'builtins.bool');
  if (node.ops.some((op) => op === 'In' || op === 'NotIn')) {
    for (const operand of operands) consume(machine, operand, node);
  }
  return operate(machine, operands, node);
}

/** Evaluates what is asked for its truth: user classes may answer through `__bool__` or `__len__`. */
export function evaluateTested(machine: Machine, scope: Scope, node: Expr): Value {
  const value = evaluate(machine, scope, node);
  operate(machine, [value], node);
  return value;
}

function evaluateText(
  machine: Machine,
  scope: Scope,
  node: Extract<Expr, { type: 'JoinedStr' | 'FormattedValue' }>,
): Value {
  if (node.type === 'FormattedValue') {
    const value = evaluate(machine, scope, node.value);
    if (node.format_spec) evaluate(machine, scope, node.format_spec);
    readDeep(machine, value);
    operate(machine, [value], node);
    readAllOptions(machine);
    return value;
  }
  let text: string | null = '';
  for (const part of node.values) {
    const [only, ...others] = evaluate(machine, scope, part);
    const known: string | undefined = others.length === 0 ? only?.constant : undefined;
    const plain = part.type === 'Constant' || (part.type === 'FormattedValue' && part.format_spec === null);
    text = text === null || known === undefined || !plain ? null : text + known;
  }
  return scalar(machine, 'builtins.str', text ?? undefined);
}

function evaluateYield(
  machine: Machine,
  scope: Scope,
  node: Extract<Expr, { type: 'Yield' | 'YieldFrom' }>,
): Value {
  const given = node.value ? evaluate(machine, scope, node.value) : NOTHING;
  const value = node.type === 'YieldFrom' ? consume(machine, given, node) : given;
  const activation = machine.calls.at(-1);
  if (activation) activation.yields = union(activation.yields, value);
  // What is sent in is not known to be anything that exists elsewhere, but for what was given out.
  return value;
}

/** The scope that a walrus binds in. */
function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent !== null) at = at.parent;
  return at;
}

/** The field of a constant key: `'name'` or a number. */
export function constantKey(node: Expr): string | null {
  if (node.type !== 'Constant') return null;
  if (node.kind === 'str') return node.value === undefined ? null : `'${node.value}`;
  return node.kind === 'int' && /^\d+$/.test(node.text) ? node.text : null;
}

function constantType(kind: string): string {
  return `builtins.${kind === 'none' ? 'NoneType' : kind}`;
}
