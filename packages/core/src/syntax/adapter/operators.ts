import type { CompareOperator, Expr, Operator, UnaryOperator } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, fail, identifierName } from './conversion.ts';
import { BITWISE_OR, DISJUNCTION, EXPRESSION, expression } from './expressions.ts';
import { convertParameters, noParameters } from './parameters.ts';

export const BINARY_OPERATORS: Readonly<Record<string, Operator>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mult',
  '@': 'MatMult',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Pow',
  '<<': 'LShift',
  '>>': 'RShift',
  '|': 'BitOr',
  '^': 'BitXor',
  '&': 'BitAnd',
  '//': 'FloorDiv',
};
const UNARY_OPERATORS: Readonly<Record<string, UnaryOperator>> = { '-': 'USub', '+': 'UAdd', '~': 'Invert' };
const COMPARE_OPERATORS: Readonly<Record<string, CompareOperator>> = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<>': 'NotEq',
  '<': 'Lt',
  '<=': 'LtE',
  '>': 'Gt',
  '>=': 'GtE',
  is: 'Is',
  'is not': 'IsNot',
  in: 'In',
  'not in': 'NotIn',
};

export function convertBinary(conversion: Conversion, node: ConcreteNode): Expr {
  if (isAndOrXor(node)) return convertAndXor(conversion, node);
  const left = expression(conversion, child(node, 0), BITWISE_OR);
  const op = BINARY_OPERATORS[child(node, 1).type] ?? 'Add';
  const right = expression(conversion, child(node, 2), BITWISE_OR);
  return { type: 'BinOp', left, op, right, start: node.start, end: node.end };
}

function isAndOrXor(node: ConcreteNode): boolean {
  const operator = child(node, 1).type;
  return node.type === 'binary_operator' && (operator === '&' || operator === '^');
}

/** The grammar lets `^` bind tighter than `&`, Python the other way round; a chain of both is built anew. */
function convertAndXor(conversion: Conversion, node: ConcreteNode): Expr {
  const groups: ConcreteNode[][] = [[]];
  const flatten = (each: ConcreteNode): void => {
    if (!isAndOrXor(each)) {
      groups.at(-1)?.push(each);
      return;
    }
    flatten(child(each, 0));
    if (child(each, 1).type === '^') groups.push([]);
    flatten(child(each, 2));
  };
  flatten(node);
  const terms = groups.map((group) => {
    const operands = group.map((each) => operandOf(conversion, each));
    return operands.reduce((left, right) => joinOperands(left, 'BitAnd', right));
  });
  return terms.reduce((left, right) => joinOperands(left, 'BitXor', right)).expr;
}

/** An expression with the span of its text, parentheses included. */
export interface Operand {
  readonly expr: Expr;
  readonly start: number;
  readonly end: number;
}

function operandOf(conversion: Conversion, node: ConcreteNode): Operand {
  return { expr: expression(conversion, node, BITWISE_OR), start: node.start, end: node.end };
}

export function joinOperands(left: Operand, op: Operator, right: Operand): Operand {
  const span = { start: left.start, end: right.end };
  return { expr: { type: 'BinOp', left: left.expr, op, right: right.expr, ...span }, ...span };
}

export function convertUnary(conversion: Conversion, node: ConcreteNode): Expr {
  const op = UNARY_OPERATORS[child(node, 0).type] ?? 'USub';
  const operand = expression(conversion, child(node, 1), BITWISE_OR);
  return { type: 'UnaryOp', op, operand, start: node.start, end: node.end };
}

export function convertNot(conversion: Conversion, node: ConcreteNode): Expr {
  const operand = expression(conversion, child(node, 1), DISJUNCTION);
  return { type: 'UnaryOp', op: 'Not', operand, start: node.start, end: node.end };
}

/** The grammar nests `a and b and c` to the left; CPython makes one node of it. */
export function convertBoolean(conversion: Conversion, node: ConcreteNode): Expr {
  const word = child(node, 1).type;
  const operands: ConcreteNode[] = [];
  let rest = node;
  while (rest.type === 'boolean_operator' && child(rest, 1).type === word) {
    operands.push(child(rest, 2));
    rest = child(rest, 0);
  }
  operands.push(rest);
  const values = operands.reverse().map((operand) => expression(conversion, operand, DISJUNCTION));
  return { type: 'BoolOp', op: word === 'and' ? 'And' : 'Or', values, start: node.start, end: node.end };
}

export function convertComparison(conversion: Conversion, node: ConcreteNode): Expr {
  const left = expression(conversion, child(node, 0), BITWISE_OR);
  const ops: CompareOperator[] = [];
  const comparators: Expr[] = [];
  for (const each of node.children.slice(1)) {
    const op = COMPARE_OPERATORS[each.type];
    if (op === undefined) {
      comparators.push(expression(conversion, each, BITWISE_OR));
      continue;
    }
    if (each.type === '<>') fail(conversion, each, '`<>` is Python 2; Python 3 writes `!=`', 'S002');
    ops.push(op);
  }
  return { type: 'Compare', left, ops, comparators, start: node.start, end: node.end };
}

export function convertConditional(conversion: Conversion, node: ConcreteNode): Expr {
  const body = expression(conversion, child(node, 0), DISJUNCTION);
  const test = expression(conversion, child(node, 2), DISJUNCTION);
  const orelse = expression(conversion, child(node, 4), EXPRESSION);
  return { type: 'IfExp', body, test, orelse, start: node.start, end: node.end };
}

export function convertNamed(conversion: Conversion, node: ConcreteNode): Expr {
  const name = child(node, 0);
  const value = expression(conversion, child(node, 2));
  const target = {
    type: 'Name',
    id: identifierName(conversion, name),
    start: name.start,
    end: name.end,
  } as const;
  return { type: 'NamedExpr', target, value, start: node.start, end: node.end };
}

export function convertLambda(conversion: Conversion, node: ConcreteNode): Expr {
  const parameters = child(node, 1);
  const hasParameters = parameters.type === 'lambda_parameters';
  const args = hasParameters ? convertParameters(conversion, parameters, 'lambda') : noParameters(node.start);
  const body = expression(conversion, child(node, -1));
  return { type: 'Lambda', args, body, start: node.start, end: node.end };
}
