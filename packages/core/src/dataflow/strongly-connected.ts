/**
 * Gives the groups of nodes that reach each other, of all that is reached from `roots`; a node that no other one reaches back is
 * a group of its own. Tarjan's algorithm, without recursion: chains may be long.
 */
export function stronglyConnected<Node>(
  roots: Iterable<Node>,
  pushNext: (node: Node, into: Node[]) => void,
): Node[][] {
  const groups: Node[][] = [];
  const found = new Map<Node, Visit>();
  const open: Node[] = [];
  const path: Frame<Node>[] = [];
  const enter = (node: Node): void => {
    const visit: Visit = { order: found.size, lowest: found.size, isOpen: true };
    const next: Node[] = [];
    pushNext(node, next);
    found.set(node, visit);
    open.push(node);
    path.push({ node, visit, next });
  };
  for (const root of roots) {
    if (found.has(root)) continue;
    enter(root);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { node, visit, next } = frame;
      const other = next.pop();
      if (other !== undefined) {
        const known = found.get(other);
        if (known === undefined) enter(other);
        else if (known.isOpen) visit.lowest = Math.min(visit.lowest, known.order);
        continue;
      }
      path.pop();
      const outer = path.at(-1)?.visit;
      if (outer) outer.lowest = Math.min(outer.lowest, visit.lowest);
      if (visit.lowest === visit.order) groups.push(closed(open, node, found));
    }
  }
  return groups;
}

interface Visit {
  readonly order: number;
  /** The first node that is known to be reached back. */
  lowest: number;
  /** Its group is not complete yet. */
  isOpen: boolean;
}

interface Frame<Node> {
  readonly node: Node;
  readonly visit: Visit;
  readonly next: Node[];
}

/** Takes the group that was entered by `first` off the open nodes. */
function closed<Node>(open: Node[], first: Node, found: ReadonlyMap<Node, Visit>): Node[] {
  const group = open.splice(open.lastIndexOf(first));
  for (const node of group) {
    const visit = found.get(node);
    if (visit) visit.isOpen = false;
  }
  return group;
}
