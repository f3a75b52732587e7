import type { Expr, Node, Pattern } from './ast.ts';

/** Trees never change, and every phase asks for the same children. */
const childrenOf = new WeakMap<Node, readonly Node[]>();

const NO_NODES: readonly never[] = [];

/** The nodes directly below a node, in the order of the source text. */
export function childNodes(node: Node): readonly Node[] {
  // Every second node is one of these.
  if (node.type === 'Name' || node.type === 'Constant') return NO_NODES;
  const known = childrenOf.get(node);
  if (known !== undefined) return known;
  const children: Node[] = [];
  Object.values(node).forEach(addNode, children);
  if (!isSorted(children)) children.sort((one, other) => one.start - other.start);
  childrenOf.set(node, children);
  return children;
}

function addNode(this: Node[], value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) value.forEach(addNode, this);
  else if (isNode(value)) this.push(value);
}

function isSorted(nodes: readonly Node[]): boolean {
  let last = -1;
  return nodes.every(({ start }) => {
    const follows = start >= last;
    last = start;
    return follows;
  });
}

/** Visits a node and all below it, parents first; where `visit` answers `false`, the inside is left out. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  if (visit(node) === false) return;
  childNodes(node).forEach((child) => {
    walk(child, visit);
  });
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

function isNode(value: object): value is Node {
  return 'type' in value;
}
