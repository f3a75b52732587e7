import type { Expr, Stmt } from '../ast.ts';
import { annotation } from './annotations.ts';
import { convertArguments } from './calls.ts';
import { type ConcreteNode, lastTokenEnd } from './concrete-node.ts';
import { type Conversion, child, childOfType, fail, identifierName } from './conversion.ts';
import { expression, NAMED_EXPRESSION } from './expressions.ts';
import { convertParameters, noParameters } from './parameters.ts';
import { block } from './statements.ts';
import { convertTypeParameters } from './type-parameters.ts';

export function convertDecorated(conversion: Conversion, node: ConcreteNode): Stmt {
  const decorators = node.children
    .filter((each) => each.type === 'decorator')
    .map((each) => expression(conversion, child(each, 1), NAMED_EXPRESSION));
  return define(conversion, child(node, -1), decorators);
}

export function convertDefinition(conversion: Conversion, node: ConcreteNode): Stmt {
  return define(conversion, node, []);
}

/** CPython begins a definition at `def` or `class`; its decorators stand before. */
function define(conversion: Conversion, node: ConcreteNode, decorator_list: readonly Expr[]): Stmt {
  return node.type === 'class_definition'
    ? defineClass(conversion, node, decorator_list)
    : defineFunction(conversion, node, decorator_list);
}

function defineFunction(conversion: Conversion, node: ConcreteNode, decorator_list: readonly Expr[]): Stmt {
  const isAsync = child(node, 0).type === 'async';
  const name = childOfType(node, 'identifier') ?? node;
  const parameters = childOfType(node, 'parameters');
  const returns = childOfType(node, 'type');
  if (returns && child(returns, 0).type === 'list_splat')
    fail(conversion, returns, 'a return type cannot be starred');
  return {
    type: isAsync ? 'AsyncFunctionDef' : 'FunctionDef',
    decorator_list,
    name: identifierName(conversion, name),
    nameSpan: { start: name.start, end: name.end },
    type_params: convertTypeParameters(conversion, childOfType(node, 'type_parameter')),
    args: parameters ? convertParameters(conversion, parameters, 'def') : noParameters(node.start),
    returns: returns ? annotation(conversion, returns) : null,
    body: block(conversion, childOfType(node, 'block'), node),
    start: node.start,
    end: lastTokenEnd(node),
  };
}

function defineClass(conversion: Conversion, node: ConcreteNode, decorator_list: readonly Expr[]): Stmt {
  const name = childOfType(node, 'identifier') ?? node;
  const list = childOfType(node, 'argument_list');
  const { args, keywords } = list ? convertArguments(conversion, list) : { args: [], keywords: [] };
  return {
    type: 'ClassDef',
    decorator_list,
    name: identifierName(conversion, name),
    nameSpan: { start: name.start, end: name.end },
    type_params: convertTypeParameters(conversion, childOfType(node, 'type_parameter')),
    bases: args,
    keywords,
    body: block(conversion, childOfType(node, 'block'), node),
    start: node.start,
    end: lastTokenEnd(node),
  };
}
