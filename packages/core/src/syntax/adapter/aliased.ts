import type { ConcreteNode } from './concrete-node.ts';
import { child } from './conversion.ts';

/** An expression with the target behind its `as`. */
export interface Aliased {
  readonly value: ConcreteNode;
  readonly alias: ConcreteNode | null;
}

/**
 * Takes `value as alias` apart. In `a if b else c as d` and `lambda: a as b` the grammar lets `as` bind to the last
 * part alone; the value is put together again here.
 */
export function splitAlias(node: ConcreteNode): Aliased {
  if (node.type === 'as_pattern') return { value: child(node, 0), alias: child(child(node, 2), 0) };
  if (node.type !== 'conditional_expression' && node.type !== 'lambda') return { value: node, alias: null };
  const { value, alias } = splitAlias(child(node, -1));
  return { value: { ...node, end: value.end, children: [...node.children.slice(0, -1), value] }, alias };
}
