import type { Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut, excerpt, fail, failedExpression } from './conversion.ts';
import { expression } from './expressions.ts';

/** Converts what may be assigned to, in the grammar's own nodes for it; parentheses around one target vanish. */
export function target(conversion: Conversion, node: ConcreteNode): Expr {
  const span = { start: node.start, end: node.end };
  switch (node.type) {
    case 'pattern_list':
      return { type: 'Tuple', elts: targets(conversion, node.children), ...span };
    case 'list_pattern':
      return { type: 'List', elts: targets(conversion, node.children.slice(1, -1)), ...span };
    case 'tuple_pattern': {
      const inner = node.children.slice(1, -1);
      const [only] = inner;
      if (only && inner.length === 1) {
        if (only.type === 'list_splat_pattern')
          fail(conversion, only, 'a starred target needs a list or tuple');
        return target(conversion, only);
      }
      return { type: 'Tuple', elts: targets(conversion, inner), ...span };
    }
    case 'list_splat_pattern':
      return { type: 'Starred', value: target(conversion, child(node, 1)), ...span };
    case 'identifier':
    case 'attribute':
    case 'subscript':
      return expression(conversion, node);
    default:
      return failedExpression(conversion, node, `cannot assign to \`${excerpt(conversion, node)}\``);
  }
}

function targets(conversion: Conversion, nodes: readonly ConcreteNode[]): readonly Expr[] {
  return nodes.filter((each) => each.type !== ',').map((each) => target(conversion, each));
}

/** Converts what stands in the place of a target but was read as an expression: after `as`, after `del`. */
export function expressionTarget(conversion: Conversion, node: ConcreteNode, verb: string): Expr {
  switch (node.type) {
    case 'identifier':
    case 'attribute':
    case 'subscript':
      return expression(conversion, node);
    case 'list':
    case 'tuple': {
      const elts = childrenBut(node, '[', ']', '(', ')', ',').map((each) =>
        expressionTarget(conversion, each, verb),
      );
      return { type: node.type === 'list' ? 'List' : 'Tuple', elts, start: node.start, end: node.end };
    }
    case 'parenthesized_expression':
      return expressionTarget(conversion, child(node, 1), verb);
    case 'list_splat':
    case 'list_splat_pattern': {
      if (verb === 'delete') fail(conversion, node, 'cannot delete a starred expression');
      const value = expressionTarget(conversion, child(node, 1), verb);
      return { type: 'Starred', value, start: node.start, end: node.end };
    }
    default:
      return failedExpression(conversion, node, `cannot ${verb} \`${excerpt(conversion, node)}\``);
  }
}
