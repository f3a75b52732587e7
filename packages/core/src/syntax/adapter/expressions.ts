import type { Expr } from '../ast.ts';
import { convertAwait, convertCall } from './calls.ts';
import { convertDictionary, convertList, convertSet, convertTuple } from './collections.ts';
import { convertComprehension } from './comprehensions.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, excerpt, failedExpression, identifierName } from './conversion.ts';
import { convertNumber, convertWord } from './literals.ts';
import {
  convertBinary,
  convertBoolean,
  convertComparison,
  convertConditional,
  convertLambda,
  convertNamed,
  convertNot,
  convertUnary,
} from './operators.ts';
import { starredOperand } from './starred.ts';
import { convertConcatenation, convertString } from './strings.ts';
import { convertAttribute, convertSubscript } from './subscripts.ts';
import { target } from './targets.ts';

/** How loosely an expression may bind where it stands: CPython's grammar rules of the same meaning. */
export const PRIMARY = 0;
export const BITWISE_OR = 1;
export const DISJUNCTION = 2;
export const EXPRESSION = 3;
export const NAMED_EXPRESSION = 4;

type Convert = (conversion: Conversion, node: ConcreteNode) => Expr;

const CONVERTERS: Readonly<Record<string, readonly [binds: number, convert: Convert]>> = {
  identifier: [PRIMARY, convertName],
  attribute: [PRIMARY, convertAttribute],
  subscript: [PRIMARY, convertSubscript],
  call: [PRIMARY, convertCall],
  parenthesized_expression: [PRIMARY, convertParenthesized],
  string: [PRIMARY, convertString],
  concatenated_string: [PRIMARY, convertConcatenation],
  integer: [PRIMARY, convertNumber],
  float: [PRIMARY, convertNumber],
  true: [PRIMARY, convertWord],
  false: [PRIMARY, convertWord],
  none: [PRIMARY, convertWord],
  ellipsis: [PRIMARY, convertWord],
  list: [PRIMARY, convertList],
  tuple: [PRIMARY, convertTuple],
  set: [PRIMARY, convertSet],
  dictionary: [PRIMARY, convertDictionary],
  list_comprehension: [PRIMARY, convertComprehension],
  set_comprehension: [PRIMARY, convertComprehension],
  dictionary_comprehension: [PRIMARY, convertComprehension],
  generator_expression: [PRIMARY, convertComprehension],
  tuple_pattern: [PRIMARY, target],
  list_pattern: [PRIMARY, target],
  await: [BITWISE_OR, convertAwait],
  binary_operator: [BITWISE_OR, convertBinary],
  unary_operator: [BITWISE_OR, convertUnary],
  comparison_operator: [DISJUNCTION, convertComparison],
  not_operator: [DISJUNCTION, convertNot],
  boolean_operator: [DISJUNCTION, convertBoolean],
  conditional_expression: [EXPRESSION, convertConditional],
  lambda: [EXPRESSION, convertLambda],
  named_expression: [NAMED_EXPRESSION, convertNamed],
};

/** Converts an expression that may bind at most as loosely as `level`. */
export function expression(conversion: Conversion, node: ConcreteNode, level: number = EXPRESSION): Expr {
  if (node.type === 'conditional_expression' && child(node, 0).type === 'named_expression') {
    return expression(conversion, withNameOutside(node), level);
  }
  const entry = CONVERTERS[node.type];
  if (!entry) return notAnExpression(conversion, node);
  // To take a pair apart makes an iterator, and this is done for every expression.
  if (entry[0] > level) {
    return failedExpression(conversion, node, `\`${excerpt(conversion, node)}\` needs parentheses here`);
  }
  return entry[1](conversion, node);
}

/** The grammar lets `:=` bind tighter than `if … else`; Python the other way round. */
function withNameOutside(node: ConcreteNode): ConcreteNode {
  const named = child(node, 0);
  const value = child(named, 2);
  const conditional = { ...node, start: value.start, children: [value, ...node.children.slice(1)] };
  return { ...named, end: node.end, children: [...named.children.slice(0, 2), conditional] };
}

/** Converts an expression that may also be `*iterable`; `level` bounds it where it is not. */
export function starredExpression(
  conversion: Conversion,
  node: ConcreteNode,
  level: number = EXPRESSION,
  starredLevel: number = BITWISE_OR,
): Expr {
  const operand = starredOperand(node);
  if (!operand) return expression(conversion, node, level);
  const value = expression(conversion, operand, starredLevel);
  return { type: 'Starred', value, start: node.start, end: node.end };
}

/** Converts what may stand right of `=`, after `return` and after `in`: several expressions make a tuple. */
export function expressionList(conversion: Conversion, node: ConcreteNode): Expr {
  if (node.type === 'expression_list' || node.type === 'pattern_list') {
    return openTuple(conversion, node.children, node);
  }
  if (node.type === 'yield') return convertYield(conversion, node);
  return starredExpression(conversion, node);
}

/** Makes a tuple without parentheses of expressions with commas between. */
export function openTuple(
  conversion: Conversion,
  children: readonly ConcreteNode[],
  span: { readonly start: number; readonly end: number },
  level: number = EXPRESSION,
): Expr {
  const elts = children
    .filter((each) => each.type !== ',')
    .map((each) => starredExpression(conversion, each, level));
  return { type: 'Tuple', elts, start: span.start, end: span.end };
}

/** Converts `yield`, `yield value` and `yield from iterable`. */
export function convertYield(conversion: Conversion, node: ConcreteNode): Expr {
  const span = { start: node.start, end: node.end };
  const last = child(node, -1);
  if (node.children.length === 1) return { type: 'Yield', value: null, ...span };
  if (child(node, 1).type === 'from') {
    return { type: 'YieldFrom', value: expression(conversion, last), ...span };
  }
  return { type: 'Yield', value: expressionList(conversion, last), ...span };
}

function convertName(conversion: Conversion, node: ConcreteNode): Expr {
  return { type: 'Name', id: identifierName(conversion, node), start: node.start, end: node.end };
}

function convertParenthesized(conversion: Conversion, node: ConcreteNode): Expr {
  const inner = child(node, 1);
  if (inner.type === 'yield') return convertYield(conversion, inner);
  return expression(conversion, inner, NAMED_EXPRESSION);
}

function notAnExpression(conversion: Conversion, node: ConcreteNode): Expr {
  const text = excerpt(conversion, node);
  const isStarred = node.type === 'list_splat' || node.type === 'list_splat_pattern';
  return failedExpression(
    conversion,
    node,
    isStarred ? `\`${text}\` cannot stand here` : `\`${text}\` is not an expression`,
  );
}
