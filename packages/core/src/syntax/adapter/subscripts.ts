import type { Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, identifierName } from './conversion.ts';
import { expression, NAMED_EXPRESSION, PRIMARY, starredExpression } from './expressions.ts';

export function convertAttribute(conversion: Conversion, node: ConcreteNode): Expr {
  const value = expression(conversion, child(node, 0), PRIMARY);
  return {
    type: 'Attribute',
    value,
    attr: identifierName(conversion, child(node, 2)),
    start: node.start,
    end: node.end,
  };
}

export function convertSubscript(conversion: Conversion, node: ConcreteNode): Expr {
  const value = expression(conversion, child(node, 0), PRIMARY);
  const indices = node.children.slice(2, -1);
  const convert = (index: ConcreteNode) => convertIndex(conversion, index);
  return {
    type: 'Subscript',
    value,
    slice: indexOf(indices, convert),
    start: node.start,
    end: node.end,
  };
}

/** One index stands for itself; with a comma, or starred, it is a tuple without parentheses. */
export function indexOf(indices: readonly ConcreteNode[], convert: (index: ConcreteNode) => Expr): Expr {
  const elts = indices.filter((each) => each.type !== ',').map(convert);
  const [only] = elts;
  if (only && indices.length === 1 && only.type !== 'Starred') return only;
  return { type: 'Tuple', elts, start: indices.at(0)?.start ?? 0, end: indices.at(-1)?.end ?? 0 };
}

function convertIndex(conversion: Conversion, node: ConcreteNode): Expr {
  if (node.type !== 'slice') return starredExpression(conversion, node, NAMED_EXPRESSION);
  const bounds: (Expr | null)[] = [null];
  for (const each of node.children) {
    if (each.type === ':') bounds.push(null);
    else bounds[bounds.length - 1] = expression(conversion, each);
  }
  const [lower = null, upper = null, step = null] = bounds;
  return { type: 'Slice', lower, upper, step, start: node.start, end: node.end };
}
