import type { Expr, Operator, Stmt } from '../ast.ts';
import { annotation } from './annotations.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, excerpt, fail } from './conversion.ts';
import { convertYield, expressionList, openTuple, starredExpression } from './expressions.ts';
import { BINARY_OPERATORS } from './operators.ts';
import { target } from './targets.ts';

/** Converts an expression that stands alone, or an assignment of any kind. */
export function convertExpressionStatement(conversion: Conversion, node: ConcreteNode): Stmt {
  const only = child(node, 0);
  const span = { start: node.start, end: node.end };
  if (only.type === 'assignment') return convertAssignment(conversion, only);
  if (only.type === 'augmented_assignment') return convertAugmented(conversion, only);
  if (only.type === 'yield') return { type: 'Expr', value: convertYield(conversion, only), ...span };
  const hasComma = node.children.length > 1;
  const value = hasComma ? openTuple(conversion, node.children, span) : starredExpression(conversion, only);
  return { type: 'Expr', value, ...span };
}

/** The grammar nests `a = b = c` to the right; CPython has one node with two targets. */
function convertAssignment(conversion: Conversion, node: ConcreteNode): Stmt {
  const span = { start: node.start, end: node.end };
  if (child(node, 1).type === ':') return convertAnnotated(conversion, node);
  const targets: Expr[] = [];
  let rest = node;
  while (rest.type === 'assignment' && child(rest, 1).type === '=') {
    targets.push(assignmentTarget(conversion, child(rest, 0)));
    rest = child(rest, 2);
  }
  if (rest.type === 'assignment' || rest.type === 'augmented_assignment') {
    fail(conversion, rest, `\`${excerpt(conversion, rest)}\` cannot be assigned`);
    return { type: 'Pass', ...span };
  }
  return { type: 'Assign', targets, value: expressionList(conversion, rest), ...span };
}

function assignmentTarget(conversion: Conversion, node: ConcreteNode): Expr {
  const converted = target(conversion, node);
  if (converted.type === 'Starred') fail(conversion, node, 'a starred target needs a list or tuple');
  return converted;
}

function convertAnnotated(conversion: Conversion, node: ConcreteNode): Stmt {
  const left = child(node, 0);
  const value = node.children.length > 3 ? child(node, 4) : null;
  const converted = singleTarget(conversion, left);
  if (value && (value.type === 'assignment' || value.type === 'augmented_assignment')) {
    fail(conversion, value, 'only one target can be annotated');
    return { type: 'Pass', start: node.start, end: node.end };
  }
  return {
    type: 'AnnAssign',
    target: converted,
    annotation: annotation(conversion, child(node, 2)),
    value: value ? expressionList(conversion, value) : null,
    simple: left.type === 'identifier' ? 1 : 0,
    start: node.start,
    end: node.end,
  };
}

function convertAugmented(conversion: Conversion, node: ConcreteNode): Stmt {
  const right = child(node, 2);
  const op: Operator = BINARY_OPERATORS[child(node, 1).type.slice(0, -1)] ?? 'Add';
  const converted = singleTarget(conversion, child(node, 0));
  if (right.type === 'assignment' || right.type === 'augmented_assignment') {
    fail(conversion, right, `\`${excerpt(conversion, right)}\` cannot be assigned`);
    return { type: 'Pass', start: node.start, end: node.end };
  }
  const value = expressionList(conversion, right);
  return { type: 'AugAssign', target: converted, op, value, start: node.start, end: node.end };
}

/** A target of `+=` or of an annotation: a name, an attribute or a subscript. */
function singleTarget(conversion: Conversion, node: ConcreteNode): Expr {
  const converted = target(conversion, node);
  if (converted.type !== 'Name' && converted.type !== 'Attribute' && converted.type !== 'Subscript') {
    fail(conversion, node, `\`${excerpt(conversion, node)}\` is no single target`);
  }
  return converted;
}
