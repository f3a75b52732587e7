import type { Expr, Stmt } from '../ast.ts';
import { gatherNames } from './gather-names.ts';
import { resolveNames } from './resolve-names.ts';
import type { Scope, ScopeNode, ScopeTree } from './scope.ts';

/**
 * Resolves every name of a text to the scope it belongs to, equal to CPython's `symtable`. The statements are taken as
 * the body of a module.
 */
export function scopesOf(body: readonly Stmt[]): ScopeTree {
  const { module, problems } = gatherNames(body);
  return resolveNames(module, problems);
}

/**
 * Gives the names that a statement or expression, taken as part of a module's top level, reads from the module: its
 * own and those of the functions inside it, names of builtins included, sorted. `x += 1` and `del x` read `x`.
 */
export function freeNames(node: Stmt | Expr): readonly string[] {
  const names = new Set<string>();
  collectReads(scopesOf([asStatement(node)]).module, names);
  return [...names].sort();
}

function collectReads(scope: Scope, names: Set<string>): void {
  for (const symbol of scope.symbols.values()) {
    const isOfModule = scope.kind === 'module' || symbol.residence.startsWith('global');
    if (isOfModule && (symbol.isReferenced || symbol.isUpdated)) names.add(symbol.name);
  }
  for (const child of scope.children) collectReads(child, names);
}

/**
 * Gives the names that the body of a function, class or comprehension, and the code inside it, reads from outside itself, and those that it
 * binds there by `global` or `nonlocal`. Decorators, defaults and bases belong to the code around it.
 */
export function outerNames(node: Extract<ScopeNode, Stmt | Expr>): OuterNames {
  const known = outerNamesOf.get(node);
  if (known !== undefined) return known;
  const found = findOuterNames(node);
  outerNamesOf.set(node, found);
  return found;
}

interface OuterNames {
  readonly read: ReadonlySet<string>;
  readonly bound: ReadonlySet<string>;
}

/** Syntax never changes, and functions are asked again whenever something may call them. */
const outerNamesOf = new WeakMap<object, OuterNames>();

function findOuterNames(node: Extract<ScopeNode, Stmt | Expr>): OuterNames {
  const scope = scopesOf([asStatement(node)]).byNode.get(node);
  const read = new Set<string>();
  const bound = new Set<string>();
  const visit = ({ symbols, children }: Scope, inside: ReadonlySet<string>): void => {
    for (const symbol of symbols.values()) {
      const { name, residence } = symbol;
      if (!residence.startsWith('global') && (residence !== 'free' || inside.has(name))) continue;
      if (symbol.isReferenced || symbol.isUpdated) read.add(name);
      if (symbol.isAssigned || symbol.isImported || symbol.isUpdated) bound.add(name);
    }
    const cells = [...symbols.values()].filter(({ residence }) => residence === 'cell');
    const known = new Set([...inside, ...cells.map(({ name }) => name)]);
    for (const child of children) visit(child, known);
  };
  if (scope) visit(scope, new Set());
  return { read, bound };
}

const STATEMENTS = new Set<string>([
  'FunctionDef',
  'AsyncFunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Assign',
  'TypeAlias',
  'AugAssign',
  'AnnAssign',
  'For',
  'AsyncFor',
  'While',
  'If',
  'With',
  'AsyncWith',
  'Match',
  'Raise',
  'Try',
  'TryStar',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Expr',
  'Pass',
  'Break',
  'Continue',
] satisfies Stmt['type'][]);

function isStatement(node: Stmt | Expr): node is Stmt {
  return STATEMENTS.has(node.type);
}

function asStatement(node: Stmt | Expr): Stmt {
  return isStatement(node) ? node : { type: 'Expr', value: node, start: node.start, end: node.end };
}
