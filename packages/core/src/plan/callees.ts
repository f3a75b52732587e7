import type { DataflowGraph } from '../dataflow/index.ts';
import type { Call, Expr, Node } from '../syntax/index.ts';
import { boundName } from './name-kinds.ts';
import { nodesOf } from './tree.ts';

/** A call with what it names. */
export interface Callee {
  readonly call: Call;
  /** `sklearn.metrics.r2_score` when the root is an import, else as written: `model.fit`. */
  readonly path: string;
  /** Last part of the path: `fit`. */
  readonly method: string;
  /** The name before the first dot when it is no import: `model`. */
  readonly receiver: string | null;
}

/** What each imported name stands for: `pd` → `pandas`. */
export type ImportTable = ReadonlyMap<string, string>;

/** Graphs and trees never change, and every rule of the plan asks for the same ones. */
const tables = new WeakMap<DataflowGraph, ImportTable>();
const calleesBelow = new WeakMap<ImportTable, WeakMap<Node, readonly Callee[]>>();

/** Collects the imports of a notebook; later ones win. */
export function importTable(graph: DataflowGraph): ImportTable {
  const known = tables.get(graph);
  if (known !== undefined) return known;
  const table = findImports(graph);
  tables.set(graph, table);
  return table;
}

function findImports(graph: DataflowGraph): ImportTable {
  const table = new Map<string, string>();
  for (const step of graph.steps) {
    nodesOf(step.statement.node).forEach((node) => {
      if (node.type !== 'Import' && node.type !== 'ImportFrom') return;
      for (const alias of node.names) {
        const bound = boundName(alias.name, alias.asname, node.type);
        const origin =
          node.type === 'ImportFrom'
            ? `${node.module ?? ''}.${alias.name}`
            : alias.asname
              ? alias.name
              : bound;
        table.set(bound, origin);
      }
    });
  }
  return table;
}

/** Every call below a node, outer calls first. */
export function calleesOf(node: Node, imports: ImportTable): readonly Callee[] {
  const below = calleesBelow.get(imports) ?? new WeakMap<Node, readonly Callee[]>();
  calleesBelow.set(imports, below);
  const known = below.get(node);
  if (known !== undefined) return known;
  const found = findCallees(node, imports);
  below.set(node, found);
  return found;
}

function findCallees(node: Node, imports: ImportTable): readonly Callee[] {
  const found: Callee[] = [];
  nodesOf(node).forEach((call) => {
    const written = call.type === 'Call' ? dottedName(call.func) : null;
    if (call.type !== 'Call' || written === null) return;
    const dot = written.indexOf('.');
    const root = dot < 0 ? written : written.slice(0, dot);
    const origin = imports.get(root);
    const path = origin === undefined ? written : `${origin}${written.slice(root.length)}`;
    const method = path.slice(path.lastIndexOf('.') + 1);
    found.push({ call, path, method, receiver: origin === undefined && dot >= 0 ? root : null });
  });
  return found;
}

/** `a.b(c).d` gives `a.b.d`: the names on the way to the function that is called. */
function dottedName(node: Expr): string | null {
  switch (node.type) {
    case 'Name':
      return node.id;
    case 'Attribute': {
      const inner = dottedName(node.value);
      return inner === null ? node.attr : `${inner}.${node.attr}`;
    }
    case 'Call':
      return dottedName(node.func);
    case 'Subscript':
      return dottedName(node.value);
    default:
      return null;
  }
}
