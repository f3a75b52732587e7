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
  if (node.type === 'Starred' && !mayBeStarred)
    report(problems, node, 'a starred expression cannot stand here');
  targetsOf(node).forEach((target) => {
    checkTarget(problems, target);
  });
  if (boundNames(node).includes('__debug__')) report(problems, node, 'cannot assign to `__debug__`');
  const mayHoldStarred = UNPACKING.has(node.type) || node.type === 'arg';
  const children = childNodes(node);
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child) check(problems, child, mayHoldStarred);
  }
}

function report(problems: Problem[], { start, end }: Node, message: string): void {
  problems.push({ code: 'S001', start, end, message });
}

const UNPACKING: ReadonlySet<string> = new Set(['List', 'Tuple', 'Set', 'Call', 'ClassDef']);

/** What most nodes assign to and bind, made once: every node is asked. */
const NONE: readonly never[] = [];

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
      return node.optional_vars ? [node.optional_vars] : NONE;
    default:
      return NONE;
  }
}

function checkTarget(problems: Problem[], target: Expr): void {
  if (target.type !== 'Tuple' && target.type !== 'List') return;
  const starred = target.elts.filter((element) => element.type === 'Starred');
  const [, second] = starred;
  if (second) report(problems, second, 'a target has at most one starred name');
  for (const element of target.elts)
    checkTarget(problems, element.type === 'Starred' ? element.value : element);
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
      return NONE;
  }
}
