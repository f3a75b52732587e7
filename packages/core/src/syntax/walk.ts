import type { Expr, Node, Pattern } from './ast.ts';

/** The nodes directly below a node, in the order of the source text. */
export function childNodes(node: Node): readonly Node[] {
  const children: Node[] = [];
  let isSorted = true;
  const add = (value: unknown) => {
    if (!isNode(value)) return;
    const last = children.at(-1);
    if (last && last.start > value.start) isSorted = false;
    children.push(value);
  };
  const values: readonly unknown[] = Object.values(node);
  for (const value of values) {
    if (Array.isArray(value)) for (const each of value) add(each);
    else add(value);
  }
  return isSorted ? children : children.sort((one, other) => one.start - other.start);
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
