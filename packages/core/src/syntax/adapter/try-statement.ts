import type { ExceptHandler, Expr, Stmt } from '../ast.ts';
import { splitAlias } from './aliased.ts';
import { convertElse } from './compound-statements.ts';
import { type ConcreteNode, lastTokenEnd } from './concrete-node.ts';
import {
  type Conversion,
  childOfType,
  childrenBut,
  fail,
  failedExpression,
  identifierName,
} from './conversion.ts';
import { expression } from './expressions.ts';
import { block } from './statements.ts';

export function convertTry(conversion: Conversion, node: ConcreteNode): Stmt {
  const clauses = node.children.filter((each) => each.type === 'except_clause');
  const isStar = clauses.some((clause) => childOfType(clause, '*') !== undefined);
  const body = block(conversion, childOfType(node, 'block'), node);
  const handlers = clauses.map((clause) => convertHandler(conversion, clause, isStar));
  const orelse = convertElse(conversion, node);
  const last = childOfType(node, 'finally_clause');
  const finalbody = last ? block(conversion, childOfType(last, 'block'), last) : [];
  checkClauses(conversion, node, handlers, orelse.length > 0, last !== undefined);
  const end = lastTokenEnd(node);
  return { type: isStar ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, start: node.start, end };
}

function checkClauses(
  conversion: Conversion,
  node: ConcreteNode,
  handlers: readonly ExceptHandler[],
  hasElse: boolean,
  hasFinally: boolean,
): void {
  if (handlers.length === 0 && !hasFinally) fail(conversion, node, '`try` needs `except` or `finally`');
  if (handlers.length === 0 && hasElse) fail(conversion, node, '`else` after `try` needs `except`');
  const bare = handlers.findIndex((handler) => handler.exception === null);
  const handler = handlers[bare];
  if (handler && bare < handlers.length - 1)
    fail(conversion, handler, '`except:` without a type must come last');
}

function convertHandler(conversion: Conversion, node: ConcreteNode, isStar: boolean): ExceptHandler {
  const hasStar = childOfType(node, '*') !== undefined;
  if (isStar && !hasStar) fail(conversion, node, '`except` and `except*` cannot be mixed');
  const inner = childrenBut(node, 'except', '*', ':', 'block');
  const { exception, name } = convertCaught(conversion, inner);
  if (hasStar && !exception) fail(conversion, node, '`except*` needs a type');
  const body = block(conversion, childOfType(node, 'block'), node);
  return { type: 'ExceptHandler', exception, name, body, start: node.start, end: lastTokenEnd(node) };
}

interface Caught {
  readonly exception: Expr | null;
  readonly name: string | null;
}

/** Reads what stands between `except` and the colon. */
function convertCaught(conversion: Conversion, inner: readonly ConcreteNode[]): Caught {
  const [first] = inner;
  if (!first) return { exception: null, name: null };
  if (inner.length === 1) {
    const { value, alias } = splitAlias(first);
    return { exception: expression(conversion, value), name: alias ? aliasName(conversion, alias) : null };
  }
  if (inner[1]?.type === 'as') {
    const alias = inner[2];
    const name = alias ? aliasName(conversion, alias) : null;
    return { exception: expression(conversion, first), name };
  }
  return { exception: convertSeveral(conversion, inner), name: null };
}

/** Since Python 3.14 `except A, B:` means both; before version 3 it named the exception. */
function convertSeveral(conversion: Conversion, inner: readonly ConcreteNode[]): Expr {
  const span = { start: inner.at(0)?.start ?? 0, end: inner.at(-1)?.end ?? 0 };
  const types = inner.filter((each) => each.type !== ',');
  const second = types[1];
  const isName =
    second?.type === 'identifier' && /^[a-z_]/.test(conversion.text.slice(second.start, second.end));
  if (types.length === 2 && isName) {
    return failedExpression(
      conversion,
      span,
      '`except Type, name` is Python 2; Python 3 writes `as`',
      'S002',
    );
  }
  return { type: 'Tuple', elts: types.map((each) => expression(conversion, each)), ...span };
}

function aliasName(conversion: Conversion, node: ConcreteNode): string {
  if (node.type !== 'identifier') fail(conversion, node, 'an exception must be bound to a name');
  return identifierName(conversion, node);
}
