import { childNodes, type Node, type TopStatement } from '../syntax/index.ts';

const CODE = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);

const BRANCHES = new Set(['If', 'While', 'Try', 'TryStar', 'Match', 'Break', 'Continue']);

/** Whether a part of the code may be passed over; of expressions only one that calls something counts. */
function hasBranch(node: Node): boolean {
  return someNode(
    node,
    (inner) => BRANCHES.has(inner.type) || guardedParts(inner).some((part) => someNode(part, isCall)),
  );
}

/** Expressions that are evaluated only when others are true. */
function guardedParts(node: Node): readonly Node[] {
  switch (node.type) {
    case 'IfExp':
      return [node.body, node.orelse];
    case 'BoolOp':
      return node.values.slice(1);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return node.generators.some(({ ifs }) => ifs.length > 0) ? [node.elt] : [];
    case 'DictComp':
      return node.generators.some(({ ifs }) => ifs.length > 0) ? [node.key, node.value] : [];
    default:
      return [];
  }
}

function isCall(node: Node): boolean {
  return node.type === 'Call' || node.type === 'Await' || node.type === 'NamedExpr';
}

/** Whether code holds a function or class with branches. */
export function holdsBranches(node: Node): boolean {
  return someNode(node, (inner) => CODE.has(inner.type) && hasBranch(inner));
}

/**
 * Whether every line of a statement, and of what it calls, ran when it was recorded. `branching` are the names of what holds
 * branches.
 */
export function isStraight(
  {
    statement,
    reads,
    mentions,
  }: { statement: TopStatement; reads: Iterable<string>; mentions: Iterable<string> },
  branching: ReadonlySet<string>,
): boolean {
  if (hasBranch(statement.node) || someNode(statement.node, runsText)) return false;
  return ![...reads, ...mentions].some((name) => branching.has(name));
}

function runsText(node: Node): boolean {
  return node.type === 'Call' && node.func.type === 'Name' && /^(eval|exec|input)$/.test(node.func.id);
}

/** Whether a node, or any inside it, is such. */
function someNode(node: Node, isSuch: (node: Node) => boolean): boolean {
  return isSuch(node) || childNodes(node).some((child) => someNode(child, isSuch));
}
