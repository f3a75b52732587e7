import type { Stmt } from '../ast.ts';
import { annotation } from './annotations.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, fail } from './conversion.ts';
import { expression, expressionList } from './expressions.ts';
import { convertTypeParameters } from './type-parameters.ts';

/** Converts `type X[T] = …`, and the assignment `type(x).y = …`, which the grammar takes for the same. */
export function convertTypeAlias(conversion: Conversion, node: ConcreteNode): Stmt {
  const left = child(child(node, 1), 0);
  const span = { start: node.start, end: node.end };
  const target = asCallOfType(child(node, 0), left);
  const right = child(child(node, 3), 0);
  if (target) {
    const targets = [expression(conversion, target)];
    return { type: 'Assign', targets, value: expressionList(conversion, right), ...span };
  }
  const isGeneric = left.type === 'generic_type';
  const name = expression(conversion, isGeneric ? child(left, 0) : left);
  if (name.type !== 'Name') fail(conversion, left, 'the name of a type alias must be an identifier');
  const type_params = convertTypeParameters(conversion, isGeneric ? child(left, 1) : undefined);
  return { type: 'TypeAlias', name, type_params, value: annotation(conversion, child(node, 3)), ...span };
}

/** Reads `(x).y` behind `type` as `type(x).y`, `[x].y` as `type[x].y`; `null` where it is neither. */
function asCallOfType(word: ConcreteNode, node: ConcreteNode): ConcreteNode | null {
  if (node.type === 'attribute' || node.type === 'subscript' || node.type === 'call') {
    const base = asCallOfType(word, child(node, 0));
    return base && { ...node, start: word.start, children: [base, ...node.children.slice(1)] };
  }
  const type = { ...word, type: 'identifier' };
  if (node.type === 'parenthesized_expression' || node.type === 'tuple') {
    return { ...node, type: 'call', start: word.start, children: [type, { ...node, type: 'argument_list' }] };
  }
  if (node.type === 'list') {
    return { ...node, type: 'subscript', start: word.start, children: [type, ...node.children] };
  }
  return null;
}
