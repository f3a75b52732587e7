import type { Expr, Stmt } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut, fail, identifierName } from './conversion.ts';
import { expression, expressionList, starredExpression } from './expressions.ts';
import { expressionTarget } from './targets.ts';

/** `print >>x, y` is an expression in Python 3 as well; every other form without parentheses is Python 2. */
export function convertPrint(conversion: Conversion, node: ConcreteNode): Stmt | null {
  const chevron = child(node, 1);
  if (chevron.type !== 'chevron') {
    fail(conversion, node, '`print` without parentheses is Python 2', 'S002');
    return null;
  }
  const word = child(node, 0);
  const left: Expr = { type: 'Name', id: 'print', start: word.start, end: word.end };
  const right = expression(conversion, child(chevron, 1));
  const first: Expr = { type: 'BinOp', left, op: 'RShift', right, start: word.start, end: chevron.end };
  const span = { start: node.start, end: node.end };
  if (node.children.length === 2) return { type: 'Expr', value: first, ...span };
  const rest = node.children.slice(2).filter((each) => each.type !== ',');
  const elts = [first, ...rest.map((each) => starredExpression(conversion, each))];
  return { type: 'Expr', value: { type: 'Tuple', elts, ...span }, ...span };
}

export function convertReturn(conversion: Conversion, node: ConcreteNode): Stmt {
  const value = node.children.length > 1 ? expressionList(conversion, child(node, 1)) : null;
  return { type: 'Return', value, start: node.start, end: node.end };
}

export function convertDelete(conversion: Conversion, node: ConcreteNode): Stmt {
  const operand = child(node, 1);
  const nodes = operand.type === 'expression_list' ? childrenBut(operand, ',') : [operand];
  const targets = nodes.map((each) => expressionTarget(conversion, each, 'delete'));
  return { type: 'Delete', targets, start: node.start, end: node.end };
}

export function convertRaise(conversion: Conversion, node: ConcreteNode): Stmt {
  const operand = node.children.length > 1 ? child(node, 1) : null;
  const span = { start: node.start, end: node.end };
  if (operand?.type === 'expression_list') {
    fail(conversion, operand, '`raise` with a comma is Python 2', 'S002');
    return { type: 'Pass', ...span };
  }
  if (operand?.type === 'from') {
    fail(conversion, node, '`raise from` needs an exception before `from`');
    return { type: 'Pass', ...span };
  }
  const exc = operand ? expression(conversion, operand) : null;
  const cause = node.children.length > 3 ? expression(conversion, child(node, 3)) : null;
  return { type: 'Raise', exc, cause, ...span };
}

export function convertAssert(conversion: Conversion, node: ConcreteNode): Stmt {
  const [test, msg, ...more] = childrenBut(node, ',').slice(1);
  if (!test || more.length > 0) fail(conversion, node, '`assert` takes a condition and at most one message');
  return {
    type: 'Assert',
    test: expression(conversion, test ?? node),
    msg: msg ? expression(conversion, msg) : null,
    start: node.start,
    end: node.end,
  };
}

export function convertWordStatement(_: Conversion, node: ConcreteNode): Stmt {
  const span = { start: node.start, end: node.end };
  if (node.type === 'break_statement') return { type: 'Break', ...span };
  if (node.type === 'continue_statement') return { type: 'Continue', ...span };
  return { type: 'Pass', ...span };
}

export function convertScopeDeclaration(conversion: Conversion, node: ConcreteNode): Stmt {
  const names = childrenBut(node, ',')
    .slice(1)
    .map((name) => identifierName(conversion, name));
  const type = node.type === 'global_statement' ? 'Global' : 'Nonlocal';
  return { type, names, start: node.start, end: node.end };
}
