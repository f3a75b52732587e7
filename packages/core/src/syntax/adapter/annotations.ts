import type { Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, failedExpression, identifierName } from './conversion.ts';
import { expression, NAMED_EXPRESSION, starredExpression } from './expressions.ts';
import { joinOperands } from './operators.ts';
import { indexOf } from './subscripts.ts';

/** Converts an annotation: the grammar has nodes of its own for types, CPython has ordinary expressions. */
export function annotation(conversion: Conversion, node: ConcreteNode): Expr {
  const type = node.type === 'type' ? child(node, 0) : node;
  const span = { start: type.start, end: type.end };
  switch (type.type) {
    case 'generic_type': {
      const name = child(type, 0);
      const value: Expr = {
        type: 'Name',
        id: identifierName(conversion, name),
        start: name.start,
        end: name.end,
      };
      const indices = child(type, 1).children.slice(1, -1);
      const slice = indexOf(indices, (index) => annotationIndex(conversion, index));
      return { type: 'Subscript', value, slice, ...span };
    }
    case 'union_type':
      return convertUnion(conversion, type);
    case 'member_type': {
      const value = annotation(conversion, child(type, 0));
      return { type: 'Attribute', value, attr: identifierName(conversion, child(type, 2)), ...span };
    }
    case 'splat_type':
      if (child(type, 0).type === '**') return failedExpression(conversion, type, '`**` cannot stand here');
      return { type: 'Starred', value: expression(conversion, child(type, 1)), ...span };
    case 'constrained_type':
      return failedExpression(conversion, type, 'an annotation has no bound');
    default:
      return starredExpression(conversion, type);
  }
}

/** The grammar nests `A[x] | B | C` to either side; CPython nests it to the left. */
function convertUnion(conversion: Conversion, node: ConcreteNode): Expr {
  const [first, ...others] = unionMembers(node).map((member) => ({
    expr: annotation(conversion, member),
    start: member.start,
    end: member.end,
  }));
  if (!first) return failedExpression(conversion, node, 'an empty union');
  return others.reduce((left, right) => joinOperands(left, 'BitOr', right), first).expr;
}

function unionMembers(node: ConcreteNode): readonly ConcreteNode[] {
  if (node.type === 'type') return unionMembers(child(node, 0));
  const isUnion = node.type === 'binary_operator' && child(node, 1).type === '|';
  if (!isUnion && node.type !== 'union_type') return [node];
  return [...unionMembers(child(node, 0)), ...unionMembers(child(node, 2))];
}

/** In a subscript, what the grammar takes for a bound is a slice. */
function annotationIndex(conversion: Conversion, node: ConcreteNode): Expr {
  const type = node.type === 'type' ? child(node, 0) : node;
  if (type.type === 'named_expression') return expression(conversion, type, NAMED_EXPRESSION);
  if (type.type !== 'constrained_type') return annotation(conversion, node);
  const lower = annotation(conversion, child(type, 0));
  const rest = child(type, 2);
  const inner = rest.type === 'type' ? child(rest, 0) : rest;
  const span = { start: type.start, end: type.end };
  if (inner.type === 'constrained_type') {
    const upper = annotation(conversion, child(inner, 0));
    return { type: 'Slice', lower, upper, step: annotation(conversion, child(inner, 2)), ...span };
  }
  return { type: 'Slice', lower, upper: annotation(conversion, rest), step: null, ...span };
}
