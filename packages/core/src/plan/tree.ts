import {
  type Arguments,
  bindingsOfTarget,
  childNodes,
  type Node,
  type Pattern,
  type Stmt,
} from '../syntax/index.ts';

/** Trees never change, and every rule of the plan looks at the same statements. */
const nodesBelow = new WeakMap<Node, readonly Node[]>();

/** Every node of a tree, parents first. */
export function nodesOf(node: Node): readonly Node[] {
  const known = nodesBelow.get(node);
  if (known !== undefined) return known;
  const nodes: Node[] = [];
  collect.call(nodes, node);
  nodesBelow.set(node, nodes);
  return nodes;
}

function collect(this: Node[], node: Node): void {
  this.push(node);
  childNodes(node).forEach(collect, this);
}

/** Local names of a function: its parameters and what its body binds, less what it declares global or nonlocal. */
export function functionLocals(args: Arguments, body: readonly Stmt[]): ReadonlySet<string> {
  const parameters = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
  const names = new Set(bindingNames(body));
  for (const parameter of parameters) if (parameter) names.add(parameter.arg);
  for (const name of declaredNames(body)) names.delete(name);
  return names;
}

/** Names that `global` and `nonlocal` statements of a body name, inner functions left out. */
function declaredNames(body: readonly Stmt[]): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'Global' || statement.type === 'Nonlocal') return statement.names;
    return isScope(statement) ? [] : declaredNames(childNodes(statement).flatMap(statementsIn));
  });
}

/** Names that statements bind in their own scope, inner functions and classes left out. */
export function bindingNames(body: readonly Stmt[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of body) addBindings(statement, names);
  return names;
}

function statementsIn(node: Node): readonly Stmt[] {
  if (node.type === 'ExceptHandler' || node.type === 'match_case') return node.body;
  return isStatement(node) ? [node] : [];
}

function isScope(node: Node): boolean {
  return node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'ClassDef';
}

function addBindings(node: Node, names: Set<string>): void {
  switch (node.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      names.add(node.name);
      return;
    case 'Lambda':
      return;
    case 'Assign':
      for (const target of node.targets) for (const name of bindingsOfTarget(target)) names.add(name);
      break;
    case 'Delete':
      for (const target of node.targets) for (const name of bindingsOfTarget(target)) names.add(name);
      return;
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
    case 'AsyncFor':
    case 'NamedExpr':
      for (const name of bindingsOfTarget(node.target)) names.add(name);
      break;
    case 'withitem':
      if (node.optional_vars) for (const name of bindingsOfTarget(node.optional_vars)) names.add(name);
      break;
    case 'ExceptHandler':
      if (node.name) names.add(node.name);
      break;
    case 'alias':
      names.add(node.asname ?? node.name.split('.')[0] ?? node.name);
      return;
    default:
      addPatternBinding(node, names);
  }
  childNodes(node).forEach((child) => {
    addBindings(child, names);
  });
}

function addPatternBinding(node: Node, names: Set<string>): void {
  if (!isPattern(node)) return;
  if (node.type === 'MatchAs' || node.type === 'MatchStar') {
    if (node.name) names.add(node.name);
  } else if (node.type === 'MatchMapping' && node.rest) names.add(node.rest);
}

function isPattern(node: Node): node is Pattern {
  return node.type.startsWith('Match') && node.type !== 'Match';
}

const STATEMENTS = new Set(
  (
    'FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If ' +
    'With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue'
  ).split(' '),
);

function isStatement(node: Node): node is Stmt {
  return STATEMENTS.has(node.type);
}
