import type { ConcreteNode } from './concrete-node.ts';
import { child } from './conversion.ts';

/** Node types whose first child is their leftmost operand. */
const LEFT_OPEN = new Set(['call', 'attribute', 'subscript', 'binary_operator', 'comparison_operator']);

/**
 * The operand of `*operand`, `null` where the node is not starred. The grammar lets the star of `[*f(x)]` bind tighter
 * than the call; the operand is put together again here.
 */
export function starredOperand(node: ConcreteNode): ConcreteNode | null {
  if (node.type === 'list_splat' || node.type === 'list_splat_pattern') return child(node, 1);
  if (!LEFT_OPEN.has(node.type)) return null;
  const first = child(node, 0);
  const operand = starredOperand(first);
  return operand && { ...node, start: operand.start, children: [operand, ...node.children.slice(1)] };
}
