import type { Expr, Keyword } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut, fail, identifierName } from './conversion.ts';
import { EXPRESSION, expression, NAMED_EXPRESSION, PRIMARY, starredExpression } from './expressions.ts';
import { starredOperand } from './starred.ts';
import { convertSubscript } from './subscripts.ts';

export interface CallArguments {
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

export function convertCall(conversion: Conversion, node: ConcreteNode): Expr {
  const func = expression(conversion, child(node, 0), PRIMARY);
  const list = child(node, 1);
  const span = { start: node.start, end: node.end };
  if (list.type === 'generator_expression') {
    return { type: 'Call', func, args: [expression(conversion, list)], keywords: [], ...span };
  }
  if (conversion.text.charAt(list.start) === '[') return convertAsSubscript(conversion, node);
  return { type: 'Call', func, ...convertArguments(conversion, list), ...span };
}

/** A subscript that was written as a call for the grammar's sake, see `recovery/annotation-subscripts.ts`. */
function convertAsSubscript(conversion: Conversion, node: ConcreteNode): Expr {
  const list = child(node, 1);
  const brackets = { ...child(list, 0), type: '[' };
  const children = [child(node, 0), brackets, ...list.children.slice(1)];
  return convertSubscript(conversion, { ...node, type: 'subscript', children });
}

/** Converts an argument list with its parentheses and checks the order of its parts. */
export function convertArguments(conversion: Conversion, list: ConcreteNode): CallArguments {
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let hasMapping = false;
  if (child(list, 1).type === ',')
    fail(conversion, child(list, 1), 'an argument is missing before the comma');
  for (const each of childrenBut(list, '(', ')', ',')) {
    const span = { start: each.start, end: each.end };
    if (each.type === 'dictionary_splat') {
      keywords.push({ type: 'keyword', arg: null, value: expression(conversion, child(each, 1)), ...span });
      hasMapping = true;
    } else if (each.type === 'keyword_argument') {
      const arg = identifierName(conversion, child(each, 0));
      const repeated = keywords.some((keyword) => keyword.arg === arg);
      if (repeated) fail(conversion, each, `keyword argument \`${arg}\` is repeated`);
      keywords.push({ type: 'keyword', arg, value: expression(conversion, child(each, 2)), ...span });
    } else if (starredOperand(each)) {
      if (hasMapping) fail(conversion, each, 'iterable unpacking follows keyword unpacking');
      args.push(starredExpression(conversion, each, EXPRESSION, EXPRESSION));
    } else {
      if (keywords.length > 0) fail(conversion, each, 'positional argument follows keyword argument');
      args.push(expression(conversion, each, NAMED_EXPRESSION));
    }
  }
  return { args, keywords };
}

/** The grammar lets `await` bind looser than `**`; CPython lets it bind tighter. */
export function convertAwait(conversion: Conversion, node: ConcreteNode): Expr {
  const operand = child(node, 1);
  const span = { start: node.start, end: node.end };
  if (operand.type === 'binary_operator' && child(operand, 1).type === '**') {
    const base = child(operand, 0);
    const value = expression(conversion, base, PRIMARY);
    const left: Expr = { type: 'Await', value, start: node.start, end: base.end };
    return { type: 'BinOp', left, op: 'Pow', right: expression(conversion, child(operand, 2)), ...span };
  }
  return { type: 'Await', value: expression(conversion, operand, PRIMARY), ...span };
}
