import type { Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut } from './conversion.ts';
import { BITWISE_OR, expression, NAMED_EXPRESSION, starredExpression } from './expressions.ts';

export function convertList(conversion: Conversion, node: ConcreteNode): Expr {
  return { type: 'List', elts: elements(conversion, node), start: node.start, end: node.end };
}

export function convertTuple(conversion: Conversion, node: ConcreteNode): Expr {
  return { type: 'Tuple', elts: elements(conversion, node), start: node.start, end: node.end };
}

export function convertSet(conversion: Conversion, node: ConcreteNode): Expr {
  return { type: 'Set', elts: elements(conversion, node), start: node.start, end: node.end };
}

export function convertDictionary(conversion: Conversion, node: ConcreteNode): Expr {
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  for (const each of childrenBut(node, '{', '}', ',')) {
    const isSplat = each.type === 'dictionary_splat';
    keys.push(isSplat ? null : expression(conversion, child(each, 0)));
    values.push(
      isSplat ? expression(conversion, child(each, 1), BITWISE_OR) : expression(conversion, child(each, 2)),
    );
  }
  return { type: 'Dict', keys, values, start: node.start, end: node.end };
}

function elements(conversion: Conversion, node: ConcreteNode): readonly Expr[] {
  return childrenBut(node, '[', ']', '(', ')', '{', '}', ',').map((each) =>
    starredExpression(conversion, each, NAMED_EXPRESSION),
  );
}
