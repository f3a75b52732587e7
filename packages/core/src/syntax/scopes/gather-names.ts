import type { Comprehension, Expr, Node, Stmt } from '../ast.ts';
import { bindingsOfTarget, childNodes } from '../walk.ts';
import { type Block, flagsOf, type Gathering, mangle, openBlock } from './block.ts';
import { gatherClass, gatherFunction, gatherLambda, gatherTypeAlias } from './gather-definitions.ts';
import type { ScopeKind, ScopeNode } from './scope.ts';

/** Gathers the names of a text block by block, in the order in which CPython's `symtable.c` visits. */
export function gatherNames(body: readonly Stmt[]): Gathering {
  const module = openBlock('module', null, null, null);
  const hasFutureAnnotations = body.some(isFutureAnnotations);
  const gathering: Gathering = { module, current: module, hasFutureAnnotations, problems: [] };
  for (const each of body) visit(gathering, each);
  return gathering;
}

function isFutureAnnotations(node: Stmt): boolean {
  return (
    node.type === 'ImportFrom' &&
    node.module === '__future__' &&
    node.names.some((alias) => alias.name === 'annotations')
  );
}

/** Visits the inside of a new block. */
export function within(
  gathering: Gathering,
  kind: ScopeKind,
  node: ScopeNode,
  mangling: string | null,
  visitInside: () => void,
): void {
  const outer = gathering.current;
  gathering.current = openBlock(kind, node, outer, mangling);
  visitInside();
  gathering.current = outer;
}

export function visitAll(gathering: Gathering, nodes: readonly (Node | null)[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node) visit(gathering, node);
  }
}

/** Binds a name in the current block. */
export function bind(gathering: Gathering, name: string): void {
  const flags = flagsOf(gathering.current, name);
  flags.isLocal = true;
  if (gathering.current.isIterating) flags.isIterated = true;
}

function visit(gathering: Gathering, node: Node): void {
  switch (node.type) {
    case 'Name':
      read(gathering, node.id);
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      gatherFunction(gathering, node);
      break;
    case 'ClassDef':
      gatherClass(gathering, node);
      break;
    case 'Lambda':
      gatherLambda(gathering, node);
      break;
    case 'TypeAlias':
      gatherTypeAlias(gathering, node);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      visitComprehension(gathering, node, [node.elt], node.generators);
      break;
    case 'DictComp':
      visitComprehension(gathering, node, [node.key, node.value], node.generators);
      break;
    case 'NamedExpr':
      visitNamed(gathering, node);
      break;
    case 'Global':
    case 'Nonlocal':
      declare(gathering, node);
      break;
    case 'Import':
    case 'ImportFrom':
      visitImport(gathering, node);
      break;
    default:
      visitBinding(gathering, node);
  }
}

/** Visits the nodes that bind names among their fields; all others only pass on. */
function visitBinding(gathering: Gathering, node: Node): void {
  switch (node.type) {
    case 'Assign':
      visitTargets(gathering, node.targets);
      visit(gathering, node.value);
      break;
    case 'AugAssign':
      visitTarget(gathering, node.target);
      if (node.target.type === 'Name') flagsOf(gathering.current, node.target.id).isUpdated = true;
      visit(gathering, node.value);
      break;
    case 'AnnAssign':
      visitAnnotated(gathering, node);
      break;
    case 'Delete':
      visitDelete(gathering, node.targets);
      break;
    case 'For':
    case 'AsyncFor':
      visitTarget(gathering, node.target);
      visit(gathering, node.iter);
      visitAll(gathering, [...node.body, ...node.orelse]);
      break;
    case 'withitem':
      visit(gathering, node.context_expr);
      if (node.optional_vars) visitTarget(gathering, node.optional_vars);
      break;
    case 'ExceptHandler':
      if (node.name !== null) bind(gathering, node.name);
      visitAll(gathering, childNodes(node));
      break;
    case 'MatchAs':
    case 'MatchStar':
      if (node.name !== null) bind(gathering, node.name);
      visitAll(gathering, childNodes(node));
      break;
    case 'MatchMapping':
      if (node.rest !== null) bind(gathering, node.rest);
      visitAll(gathering, childNodes(node));
      break;
    case 'Try':
    case 'TryStar':
      visitAll(gathering, [...node.body, ...node.orelse, ...node.handlers, ...node.finalbody]);
      break;
    case 'IfExp':
      visitAll(gathering, [node.test, node.body, node.orelse]);
      break;
    case 'Dict':
      visitAll(gathering, [...node.keys, ...node.values]);
      break;
    case 'Call':
      visit(gathering, node.func);
      visitAll(gathering, node.args);
      visitAll(gathering, node.keywords);
      break;
    default:
      visitAll(gathering, childNodes(node));
  }
}

function read(gathering: Gathering, name: string): void {
  const block = gathering.current;
  flagsOf(block, name).isReferenced = true;
  // A method that says `super` refers to its class: CPython adds the name.
  const isFunction = block.kind === 'function' || block.kind === 'lambda' || block.kind === 'comprehension';
  if (name === 'super' && isFunction) flagsOf(block, '__class__').isReferenced = true;
}

function visitTargets(gathering: Gathering, targets: readonly Expr[]): void {
  targets.forEach((target) => {
    visitTarget(gathering, target);
  });
}

function visitTarget(gathering: Gathering, target: Expr): void {
  switch (target.type) {
    case 'Name':
      bind(gathering, target.id);
      break;
    case 'Starred':
      visitTarget(gathering, target.value);
      break;
    case 'Tuple':
    case 'List':
      visitTargets(gathering, target.elts);
      break;
    default:
      visit(gathering, target);
  }
}

function visitDelete(gathering: Gathering, targets: readonly Expr[]): void {
  for (const target of targets) {
    visitTarget(gathering, target);
    for (const name of bindingsOfTarget(target)) flagsOf(gathering.current, name).isUpdated = true;
  }
}

function visitAnnotated(gathering: Gathering, node: Extract<Stmt, { type: 'AnnAssign' }>): void {
  const { target } = node;
  if (target.type === 'Name') {
    const flags = flagsOf(gathering.current, target.id);
    if ((flags.isGlobal || flags.isNonlocal) && gathering.current.kind !== 'module' && node.simple === 1) {
      const word = flags.isGlobal ? 'global' : 'nonlocal';
      problem(gathering, target, `annotated name \`${target.id}\` cannot be ${word}`);
    }
    if (node.simple === 1) flags.isAnnotated = true;
    if (node.simple === 1 || node.value) flags.isLocal = true;
  } else {
    visit(gathering, target);
  }
  if (!gathering.hasFutureAnnotations) visit(gathering, node.annotation);
  if (node.value) visit(gathering, node.value);
}

function visitImport(gathering: Gathering, node: Extract<Stmt, { type: 'Import' | 'ImportFrom' }>): void {
  for (const alias of node.names) {
    if (alias.name === '*') {
      if (gathering.current.kind !== 'module')
        problem(gathering, node, '`import *` is allowed only at module level');
      continue;
    }
    const bound = alias.asname ?? (node.type === 'Import' ? alias.name.split('.', 1)[0] : alias.name);
    flagsOf(gathering.current, bound ?? alias.name).isImported = true;
  }
}

function declare(gathering: Gathering, node: Extract<Stmt, { type: 'Global' | 'Nonlocal' }>): void {
  const word = node.type === 'Global' ? 'global' : 'nonlocal';
  const block = gathering.current;
  for (const name of node.names) {
    const flags = flagsOf(block, name);
    if (flags.isParameter) problem(gathering, node, `\`${name}\` is a parameter and ${word}`);
    else if (flags.isReferenced)
      problem(gathering, node, `\`${name}\` is used before its ${word} declaration`);
    else if (flags.isAnnotated) problem(gathering, node, `annotated name \`${name}\` cannot be ${word}`);
    else if (flags.isLocal)
      problem(gathering, node, `\`${name}\` is assigned before its ${word} declaration`);
    if (node.type === 'Nonlocal') {
      flags.isNonlocal = true;
      block.nonlocals.set(mangle(block.mangling, name), node);
    } else {
      flags.isGlobal = true;
      flagsOfGlobal(gathering, block, name);
    }
  }
}

/** A name that any block declares global is global in the module too. */
function flagsOfGlobal(gathering: Gathering, block: Block, name: string): void {
  flagsOf(gathering.module, mangle(block.mangling, name)).isGlobal = true;
}

/** The first iterable belongs to the scope around, all else to the comprehension's own. */
function visitComprehension(
  gathering: Gathering,
  node: Extract<Expr, { type: 'ListComp' | 'SetComp' | 'GeneratorExp' | 'DictComp' }>,
  elements: readonly Expr[],
  generators: readonly Comprehension[],
): void {
  const [first, ...others] = generators;
  if (!first) return;
  visitIterable(gathering, first.iter);
  within(gathering, 'comprehension', node, gathering.current.mangling, () => {
    visitIterationTarget(gathering, first.target);
    visitAll(gathering, first.ifs);
    for (const other of others) {
      visitIterationTarget(gathering, other.target);
      visitIterable(gathering, other.iter);
      visitAll(gathering, other.ifs);
    }
    visitAll(gathering, elements);
  });
}

function visitIterationTarget(gathering: Gathering, target: Expr): void {
  gathering.current.isIterating = true;
  visitTarget(gathering, target);
  gathering.current.isIterating = false;
}

function visitIterable(gathering: Gathering, iter: Expr): void {
  const block = gathering.current;
  block.iterables++;
  visit(gathering, iter);
  block.iterables--;
}

function visitNamed(gathering: Gathering, node: Extract<Expr, { type: 'NamedExpr' }>): void {
  const { current } = gathering;
  const name = node.target.id;
  if (current.iterables > 0) {
    problem(gathering, node, 'an assignment expression cannot stand in the iterable of a comprehension');
  }
  if (current.kind === 'comprehension') extendScope(gathering, node, name);
  visit(gathering, node.value);
  bind(gathering, name);
}

/** `:=` in a comprehension binds in the function or module around it (PEP 572). */
function extendScope(gathering: Gathering, node: Node, name: string): void {
  const { current } = gathering;
  for (let block: Block | null = current; block; block = block.parent) {
    if (block.kind === 'comprehension') {
      if (block.names.get(mangle(block.mangling, name))?.isIterated) {
        problem(gathering, node, `\`:=\` cannot rebind the iteration variable \`${name}\``);
        return;
      }
      continue;
    }
    if (block.kind === 'function' || block.kind === 'lambda') {
      const flags = flagsOf(block, name);
      if (flags.isGlobal) flagsOf(current, name).isGlobal = true;
      else {
        flagsOf(current, name).isNonlocal = true;
        current.nonlocals.set(mangle(current.mangling, name), node);
      }
      flags.isLocal = true;
      return;
    }
    if (block.kind === 'module') {
      flagsOf(current, name).isGlobal = true;
      flagsOf(block, name).isGlobal = true;
      return;
    }
    problem(gathering, node, '`:=` in a comprehension cannot stand in the body of a class');
    return;
  }
}

function problem(
  gathering: Gathering,
  node: { readonly start: number; readonly end: number },
  message: string,
): void {
  gathering.problems.push({ code: 'S001', start: node.start, end: node.end, message });
}
