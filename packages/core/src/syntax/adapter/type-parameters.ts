import type { TypeParam } from '../ast.ts';
import { annotation } from './annotations.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, childrenBut, fail, identifierName } from './conversion.ts';

/** Converts `[T, U: bound, *Ts, **P]` behind the name of a function, class or type alias. */
export function convertTypeParameters(
  conversion: Conversion,
  node: ConcreteNode | undefined,
): readonly TypeParam[] {
  if (!node) return [];
  const parameters: TypeParam[] = [];
  for (const each of childrenBut(node, '[', ']', ',')) {
    const parameter = convertTypeParameter(conversion, child(each, 0));
    if (!parameter) continue;
    if (parameters.some((other) => other.name === parameter.name)) {
      fail(conversion, each, `duplicate type parameter \`${parameter.name}\``);
    }
    parameters.push(parameter);
  }
  return parameters;
}

function convertTypeParameter(conversion: Conversion, node: ConcreteNode): TypeParam | null {
  const span = { start: node.start, end: node.end };
  if (node.type === 'identifier') {
    return {
      type: 'TypeVar',
      name: identifierName(conversion, node),
      bound: null,
      default_value: null,
      ...span,
    };
  }
  const name = node.type === 'constrained_type' ? child(child(node, 0), 0) : child(node, 1);
  if (name.type === 'identifier' && node.type === 'constrained_type') {
    const bound = annotation(conversion, child(node, 2));
    return { type: 'TypeVar', name: identifierName(conversion, name), bound, default_value: null, ...span };
  }
  const isSplat = ['splat_type', 'list_splat', 'list_splat_pattern'].includes(node.type);
  if (name.type === 'identifier' && isSplat) {
    const type = child(node, 0).type === '**' ? 'ParamSpec' : 'TypeVarTuple';
    return { type, name: identifierName(conversion, name), default_value: null, ...span };
  }
  fail(conversion, node, 'invalid type parameter');
  return null;
}
