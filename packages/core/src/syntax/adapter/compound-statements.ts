import type { Stmt, WithItem } from '../ast.ts';
import { splitAlias } from './aliased.ts';
import { type ConcreteNode, lastTokenEnd } from './concrete-node.ts';
import { type Conversion, child, childOfType, childrenBut, fail } from './conversion.ts';
import { expression, expressionList, NAMED_EXPRESSION } from './expressions.ts';
import { block } from './statements.ts';
import { expressionTarget, target } from './targets.ts';

/** Converts `if`; each `elif` becomes an `If` in the `orelse` of the one before, from its keyword to the end of the chain. */
export function convertIf(conversion: Conversion, node: ConcreteNode): Stmt {
  const end = lastTokenEnd(node);
  const clauses = node.children.filter((each) => each.type === 'elif_clause');
  let orelse = convertElse(conversion, node);
  for (const clause of clauses.reverse()) orelse = [convertBranch(conversion, clause, orelse, end)];
  return convertBranch(conversion, node, orelse, end);
}

function convertBranch(
  conversion: Conversion,
  node: ConcreteNode,
  orelse: readonly Stmt[],
  end: number,
): Stmt {
  const test = expression(conversion, child(node, 1), NAMED_EXPRESSION);
  const body = block(conversion, childOfType(node, 'block'), node);
  return { type: 'If', test, body, orelse, start: node.start, end };
}

/** The statements of the `else` clause, none where there is no clause. */
export function convertElse(conversion: Conversion, node: ConcreteNode): readonly Stmt[] {
  const clause = childOfType(node, 'else_clause');
  return clause ? block(conversion, childOfType(clause, 'block'), clause) : [];
}

export function convertWhile(conversion: Conversion, node: ConcreteNode): Stmt {
  const test = expression(conversion, child(node, 1), NAMED_EXPRESSION);
  const body = block(conversion, childOfType(node, 'block'), node);
  const orelse = convertElse(conversion, node);
  return { type: 'While', test, body, orelse, start: node.start, end: lastTokenEnd(node) };
}

export function convertFor(conversion: Conversion, node: ConcreteNode): Stmt {
  const isAsync = child(node, 0).type === 'async';
  const offset = isAsync ? 1 : 0;
  const left = target(conversion, child(node, offset + 1));
  if (left.type === 'Starred') fail(conversion, left, 'a starred target needs a list or tuple');
  const source = child(node, offset + 3);
  if (source.type === 'yield') fail(conversion, source, '`yield` needs parentheses here');
  const iter = expressionList(conversion, source);
  const body = block(conversion, childOfType(node, 'block'), node);
  const orelse = convertElse(conversion, node);
  const end = lastTokenEnd(node);
  return { type: isAsync ? 'AsyncFor' : 'For', target: left, iter, body, orelse, start: node.start, end };
}

export function convertWith(conversion: Conversion, node: ConcreteNode): Stmt {
  const isAsync = child(node, 0).type === 'async';
  const clause = childOfType(node, 'with_clause') ?? node;
  const items = withItemNodes(clause).map((item) => convertItem(conversion, item));
  if (child(clause, 0).type !== '(' && child(clause, -1).type === ',') {
    fail(conversion, clause, 'trailing comma in `with`');
  }
  const body = block(conversion, childOfType(node, 'block'), node);
  const end = lastTokenEnd(node);
  return { type: isAsync ? 'AsyncWith' : 'With', items, body, start: node.start, end };
}

const ONLY_IN_TUPLE = new Set(['list_splat', 'named_expression', 'yield']);

/** Parentheses around all items are no tuple, wherever CPython can read them as items. */
function withItemNodes(clause: ConcreteNode): readonly ConcreteNode[] {
  const items = childrenBut(clause, '(', ')', ',').map((item) => child(item, 0));
  const [only] = items;
  if (child(clause, 0).type === '(') {
    const isTuple = items.some((item) => ONLY_IN_TUPLE.has(item.type));
    return isTuple ? [{ ...clause, type: 'tuple', children: items }] : items;
  }
  if (!only || items.length > 1) return items;
  if (only.type === 'parenthesized_expression' && child(only, 1).type === 'as_pattern')
    return [child(only, 1)];
  if (only.type !== 'tuple') return items;
  const elements = childrenBut(only, '(', ')', ',');
  const isOnlyTuple = elements.some((each) =>
    ['list_splat', 'named_expression', 'yield'].includes(each.type),
  );
  return isOnlyTuple || elements.length === 0 ? items : elements;
}

function convertItem(conversion: Conversion, node: ConcreteNode): WithItem {
  const span = { start: node.start, end: node.end };
  const { value, alias } = splitAlias(node);
  const context_expr = expression(conversion, value);
  const optional_vars = alias ? expressionTarget(conversion, alias, 'assign to') : null;
  return { type: 'withitem', context_expr, optional_vars, ...span };
}
