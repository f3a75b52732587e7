import type { Expr, Node, Pattern } from './ast.ts';

/** Trees never change, and every phase asks for the same children. */
const childrenOf = new WeakMap<Node, readonly Node[]>();

/** The nodes directly below a node, in the order of the source text. */
export function childNodes(node: Node): readonly Node[] {
  const known = childrenOf.get(node);
  if (known !== undefined) return known;
  const children: Node[] = [];
  const values: readonly unknown[] = Object.values(node);
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) addNodes(children, value);
    else if (isNode(value)) children.push(value);
  }
  if (!isSorted(children)) children.sort((one, other) => one.start - other.start);
  childrenOf.set(node, children);
  return children;
}

function addNodes(children: Node[], values: readonly unknown[]): void {
  for (const value of values) if (isNode(value)) children.push(value);
}

function isSorted(nodes: readonly Node[]): boolean {
  let last = -1;
  for (const { start } of nodes) {
    if (start < last) return false;
    last = start;
  }
  return true;
}

/** Visits a node and all below it, parents first; where `visit` answers `false`, the inside is left out. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  if (visit(node) === false) return;
  for (const child of childNodes(node)) walk(child, visit);
}

/** The names that an assignment to a target binds: `a, (b, *c)` gives `a`, `b`, `c`; attributes and items bind none. */
export function bindingsOfTarget(target: Expr): readonly string[] {
  switch (target.type) {
    case 'Name':
      return [target.id];
    case 'Starred':
      return bindingsOfTarget(target.value);
    case 'Tuple':
    case 'List':
      return target.elts.flatMap(bindingsOfTarget);
    default:
      return [];
  }
}

/** The names that a pattern binds, in order. */
export function bindingsOfPattern(pattern: Pattern): readonly string[] {
  const names: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'MatchMapping' && node.rest !== null) names.push(node.rest);
    if ((node.type === 'MatchAs' || node.type === 'MatchStar') && node.name !== null) names.push(node.name);
  });
  return names;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
