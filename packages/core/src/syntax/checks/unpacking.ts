import type { Problem } from '../adapter/conversion.ts';
import type { Expr, Node, Stmt } from '../ast.ts';
import { childNodes } from '../walk.ts';

/** Checks where `*` may stand, how many of them a target may have, and that no constant is bound. */
export function checkUnpacking(statement: Stmt): readonly Problem[] {
  const problems: Problem[] = [];
  check(problems, statement, false);
  return problems;
}

function check(problems: Problem[], node: Node, mayBeStarred: boolean): void {
  const report = (place: Node, message: string) =>
    problems.push({ code: 'S001', start: place.start, end: place.end, message });
  if (node.type === 'Starred' && !mayBeStarred) report(node, 'a starred expression cannot stand here');
  for (const target of targetsOf(node)) checkTarget(target, report);
  for (const name of boundNames(node)) {
    if (name === '__debug__') report(node, 'cannot assign to `__debug__`');
  }
  const starredChildren = UNPACKING.has(node.type);
  for (const child of childNodes(node)) {
    const isVariadic = node.type === 'arg';
    check(problems, child, starredChildren || isVariadic);
  }
}

const UNPACKING: ReadonlySet<string> = new Set(['List', 'Tuple', 'Set', 'Call', 'ClassDef']);

/** The expressions that a node assigns to. */
function targetsOf(node: Node): readonly Expr[] {
  switch (node.type) {
    case 'Assign':
      return node.targets;
    case 'For':
    case 'AsyncFor':
    case 'comprehension':
      return [node.target];
    case 'withitem':
      return node.optional_vars ? [node.optional_vars] : [];
    default:
      return [];
  }
}

function checkTarget(target: Expr, report: (place: Node, message: string) => void): void {
  if (target.type !== 'Tuple' && target.type !== 'List') return;
  const starred = target.elts.filter((element) => element.type === 'Starred');
  const [, second] = starred;
  if (second) report(second, 'a target has at most one starred name');
  for (const element of target.elts)
    checkTarget(element.type === 'Starred' ? element.value : element, report);
}

function boundNames(node: Node): readonly (string | null)[] {
  switch (node.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [node.name];
    case 'Assign':
    case 'Delete':
      return node.targets.map((target) => (target.type === 'Name' ? target.id : null));
    case 'AugAssign':
    case 'AnnAssign':
    case 'NamedExpr':
      return node.target.type === 'Name' ? [node.target.id] : [];
    case 'arg':
    case 'keyword':
      return [node.arg];
    case 'alias':
      return [node.asname ?? node.name];
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
      return [node.name];
    default:
      return [];
  }
}
