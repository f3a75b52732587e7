import type { Expr, MatchMapping, Pattern } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut, excerpt, fail, identifierName } from './conversion.ts';
import { expression } from './expressions.ts';

/** Converts a `case_pattern`; `*rest` may stand only as an element of a sequence. */
export function pattern(
  conversion: Conversion,
  node: ConcreteNode,
  place: 'alone' | 'element' = 'alone',
): Pattern {
  const first = child(node, 0);
  if (first.type === 'as_pattern') return convertAs(conversion, first);
  if (first.type === 'splat_pattern') return convertStar(conversion, first, place);
  return simplePattern(conversion, node.children);
}

function convertAs(conversion: Conversion, node: ConcreteNode): Pattern {
  const inner = pattern(conversion, child(node, 0));
  const alias = child(node, 2);
  const name = identifierName(conversion, alias);
  if (name === '_') fail(conversion, alias, 'cannot use `_` as a target');
  if (inner.type === 'MatchAs' && inner.pattern !== null && child(child(node, 0), 0).type === 'as_pattern') {
    fail(conversion, node, '`as` cannot follow `as`');
  }
  return { type: 'MatchAs', pattern: inner, name, start: node.start, end: node.end };
}

function convertStar(conversion: Conversion, node: ConcreteNode, place: 'alone' | 'element'): Pattern {
  if (place === 'alone' || child(node, 0).type === '**') {
    fail(conversion, node, `\`${excerpt(conversion, node)}\` cannot stand here`);
  }
  return {
    type: 'MatchStar',
    name: captureName(conversion, child(node, 1)),
    start: node.start,
    end: node.end,
  };
}

/** Converts a pattern whose tokens the grammar has left in a row: `-` and a number, or one node. */
function simplePattern(conversion: Conversion, nodes: readonly ConcreteNode[]): Pattern {
  const [node] = nodes;
  const start = node?.start ?? 0;
  const end = nodes.at(-1)?.end ?? 0;
  if (!node) return { type: 'MatchAs', pattern: null, name: null, start, end };
  const span = { start, end };
  switch (node.type) {
    case 'true':
    case 'false':
    case 'none': {
      const value = ({ true: 'True', false: 'False', none: 'None' } as const)[node.type];
      return { type: 'MatchSingleton', value, ...span };
    }
    case '_':
      return { type: 'MatchAs', pattern: null, name: null, ...span };
    case 'dotted_name':
      if (node.children.length > 1)
        return { type: 'MatchValue', value: dottedExpression(conversion, node), ...span };
      return { type: 'MatchAs', pattern: null, name: captureName(conversion, child(node, 0)), ...span };
    case 'union_pattern':
      return { type: 'MatchOr', patterns: alternatives(conversion, node), ...span };
    case 'list_pattern':
    case 'tuple_pattern':
      return convertSequence(conversion, node);
    case 'dict_pattern':
      return convertMapping(conversion, node);
    case 'class_pattern':
      return convertClassPattern(conversion, node);
    case 'keyword_pattern':
      fail(conversion, node, 'a keyword pattern can stand only in a class pattern');
      return { type: 'MatchAs', pattern: null, name: null, ...span };
    default:
      return { type: 'MatchValue', value: literal(conversion, nodes), ...span };
  }
}

function captureName(conversion: Conversion, node: ConcreteNode): string | null {
  const name = identifierName(conversion, node);
  return name === '_' ? null : name;
}

function alternatives(conversion: Conversion, node: ConcreteNode): readonly Pattern[] {
  const groups: ConcreteNode[][] = [[]];
  for (const each of node.children) {
    if (each.type === '|') groups.push([]);
    else groups.at(-1)?.push(each);
  }
  return groups.map((group) => simplePattern(conversion, group));
}

function convertSequence(conversion: Conversion, node: ConcreteNode): Pattern {
  const inner = node.children.slice(1, -1);
  const [only] = inner;
  if (
    only &&
    inner.length === 1 &&
    node.type === 'tuple_pattern' &&
    child(only, 0).type !== 'splat_pattern'
  ) {
    return pattern(conversion, only);
  }
  const patterns = inner
    .filter((each) => each.type !== ',')
    .map((each) => pattern(conversion, each, 'element'));
  if (patterns.filter((each) => each.type === 'MatchStar').length > 1) {
    fail(conversion, node, 'a sequence pattern has at most one starred name');
  }
  return { type: 'MatchSequence', patterns, start: node.start, end: node.end };
}

function convertMapping(conversion: Conversion, node: ConcreteNode): MatchMapping {
  const keys: Expr[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  let key: ConcreteNode[] = [];
  let isComplete = false;
  for (const each of node.children.slice(1, -1)) {
    if (isComplete && each.type !== ',')
      fail(conversion, each, '`**rest` must come last in a mapping pattern');
    if (each.type === 'splat_pattern') {
      if (child(each, 0).type !== '**') fail(conversion, each, '`*` cannot stand in a mapping pattern');
      rest = captureName(conversion, child(each, 1));
      if (rest === null) fail(conversion, each, '`**_` is not allowed');
      isComplete = true;
    } else if (each.type === ':') {
      keys.push(mappingKey(conversion, key));
      key = [];
    } else if (each.type === 'case_pattern') {
      patterns.push(pattern(conversion, each));
    } else if (each.type !== ',') {
      key.push(each);
    }
  }
  return { type: 'MatchMapping', keys, patterns, rest, start: node.start, end: node.end };
}

function mappingKey(conversion: Conversion, nodes: readonly ConcreteNode[]): Expr {
  const [node] = nodes;
  if (node && ['true', 'false', 'none'].includes(node.type)) return expression(conversion, node);
  if (node?.type === 'dotted_name' && node.children.length > 1) return dottedExpression(conversion, node);
  return literal(conversion, nodes);
}

function convertClassPattern(conversion: Conversion, node: ConcreteNode): Pattern {
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  for (const each of childrenBut(node, '(', ')', ',').slice(1)) {
    const inner = child(each, 0);
    if (inner.type === 'keyword_pattern') {
      const attribute = identifierName(conversion, child(inner, 0));
      if (kwd_attrs.includes(attribute)) fail(conversion, inner, `attribute \`${attribute}\` is repeated`);
      kwd_attrs.push(attribute);
      kwd_patterns.push(simplePattern(conversion, inner.children.slice(2)));
    } else {
      if (kwd_attrs.length > 0) fail(conversion, each, 'positional patterns follow keyword patterns');
      patterns.push(pattern(conversion, each));
    }
  }
  const cls = dottedExpression(conversion, child(node, 0));
  return { type: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, start: node.start, end: node.end };
}

/** `a.b.c` as a chain of attributes. */
function dottedExpression(conversion: Conversion, node: ConcreteNode): Expr {
  const [first, ...rest] = childrenBut(node, '.');
  const start = node.start;
  let value: Expr = {
    type: 'Name',
    id: identifierName(conversion, first ?? node),
    start,
    end: first?.end ?? node.end,
  };
  for (const name of rest) {
    value = { type: 'Attribute', value, attr: identifierName(conversion, name), start, end: name.end };
  }
  return value;
}

/** A number with or without sign, a complex number, or a string that is not formatted. */
function literal(conversion: Conversion, nodes: readonly ConcreteNode[]): Expr {
  const [node] = nodes;
  const end = nodes.at(-1)?.end ?? 0;
  if (!node) return { type: 'Tuple', elts: [], start: 0, end };
  if (node.type === 'complex_pattern') return complexNumber(conversion, node);
  if (node.type === '-') {
    const operand = literal(conversion, nodes.slice(1));
    return { type: 'UnaryOp', op: 'USub', operand, start: node.start, end };
  }
  const value = expression(conversion, node);
  if (value.type !== 'Constant') fail(conversion, node, 'a pattern may hold only literals and dotted names');
  return value;
}

function complexNumber(conversion: Conversion, node: ConcreteNode): Expr {
  const sign = child(node, -2);
  const real = literal(conversion, node.children.slice(0, -2));
  const right = expression(conversion, child(node, -1));
  const isReal = real.type === 'UnaryOp' ? real.operand : real;
  if (
    right.type !== 'Constant' ||
    right.kind !== 'complex' ||
    (isReal.type === 'Constant' && isReal.kind === 'complex')
  ) {
    fail(conversion, node, 'a complex literal is a real and an imaginary number');
  }
  const op = sign.type === '-' ? 'Sub' : 'Add';
  return { type: 'BinOp', left: real, op, right, start: node.start, end: node.end };
}
