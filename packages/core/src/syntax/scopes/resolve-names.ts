import type { Problem } from '../adapter/conversion.ts';
import type { Block, Flags } from './block.ts';
import type { Residence, Scope, ScopeNode, ScopeSymbol } from './scope.ts';

/** What a block hands to the blocks inside it. */
interface Surroundings {
  /** Names bound by enclosing functions; `null` outside all of them, at module level. */
  readonly bound: ReadonlySet<string> | null;
  /** Names that an enclosing block has declared global. */
  readonly globals: ReadonlySet<string>;
  /** The class whose names a type parameter or alias sees. */
  readonly classBlock: Block | null;
}

interface Resolving {
  readonly byNode: Map<ScopeNode, Scope>;
  readonly problems: Problem[];
}

interface Resolved {
  readonly scope: Scope;
  readonly free: ReadonlySet<string>;
}

/** Decides where every name lives, as `analyze_block` of CPython's `symtable.c`; problems are added to the list. */
export function resolveNames(
  module: Block,
  problems: Problem[],
): { module: Scope; byNode: Map<ScopeNode, Scope> } {
  const resolving: Resolving = { byNode: new Map(), problems };
  const surroundings: Surroundings = { bound: null, globals: new Set(), classBlock: null };
  const { scope } = resolveBlock(resolving, module, surroundings);
  return { module: scope, byNode: resolving.byNode };
}

function resolveBlock(resolving: Resolving, block: Block, outer: Surroundings): Resolved {
  const bound = outer.bound ? new Set(outer.bound) : null;
  const globals = new Set(outer.globals);
  const residences = new Map<string, Residence>();
  const locals = new Set<string>();
  const free = new Set<string>();
  const innerBound = new Set(block.kind === 'class' ? outer.bound : undefined);
  const innerGlobals = new Set(block.kind === 'class' ? outer.globals : undefined);
  const classBlock = block.seesClass ? outer.classBlock : null;
  for (const [name, flags] of block.names) {
    const residence = residenceOf(resolving, block, name, flags, { bound, globals, classBlock });
    residences.set(name, residence);
    if (residence === 'local') locals.add(name);
    if (residence === 'local') globals.delete(name);
    if (residence === 'free') free.add(name);
    if (residence === 'global-explicit') {
      globals.add(name);
      bound?.delete(name);
    }
  }
  const isFunctionLike = block.kind !== 'class' && block.kind !== 'module';
  if (block.kind === 'class') {
    innerBound.add('__class__');
  } else {
    if (isFunctionLike) for (const name of locals) innerBound.add(name);
    for (const name of bound ?? []) innerBound.add(name);
    for (const name of globals) innerGlobals.add(name);
  }
  const children: Scope[] = [];
  const innerFree = new Set<string>();
  const inner = {
    bound: innerBound,
    globals: innerGlobals,
    classBlock: block.kind === 'class' ? block : classBlock,
  };
  for (const child of block.children) {
    const resolved = resolveBlock(resolving, child, inner);
    children.push(resolved.scope);
    for (const name of resolved.free) innerFree.add(name);
  }
  if (isFunctionLike) {
    for (const name of locals) if (innerFree.delete(name)) residences.set(name, 'cell');
  } else if (block.kind === 'class') {
    innerFree.delete('__class__');
  }
  const passed = [...innerFree].filter(
    (name) => !residences.has(name) && (bound === null || bound.has(name)),
  );
  for (const name of innerFree) free.add(name);
  const scope = makeScope(block, residences, passed, children);
  if (block.node && block.kind !== 'type-parameters') resolving.byNode.set(block.node, scope);
  return { scope, free };
}

function residenceOf(
  resolving: Resolving,
  block: Block,
  name: string,
  flags: Flags,
  outer: Surroundings,
): Residence {
  const place = block.nonlocals.get(name);
  const report = (message: string) => {
    if (place) resolving.problems.push({ code: 'S001', start: place.start, end: place.end, message });
  };
  if (flags.isGlobal) {
    if (flags.isNonlocal) report(`\`${name}\` is nonlocal and global`);
    return 'global-explicit';
  }
  if (flags.isNonlocal) {
    if (!outer.bound) report('`nonlocal` is not allowed at module level');
    else if (!outer.bound.has(name)) report(`no binding for nonlocal \`${name}\` found`);
    return 'free';
  }
  if (isBound(flags)) return 'local';
  if (outer.classBlock) {
    const seen = outer.classBlock.names.get(name);
    if (seen?.isGlobal) return 'global-explicit';
    if (seen && isBound(seen) && !seen.isNonlocal) return 'global-implicit';
  }
  return outer.bound?.has(name) ? 'free' : 'global-implicit';
}

function isBound(flags: Flags): boolean {
  return flags.isLocal || flags.isParameter || flags.isImported;
}

function makeScope(
  block: Block,
  residences: ReadonlyMap<string, Residence>,
  passed: readonly string[],
  children: readonly Scope[],
): Scope {
  const symbols = new Map<string, ScopeSymbol>();
  for (const [name, flags] of block.names) {
    symbols.set(name, toSymbol(name, residences.get(name) ?? 'global-implicit', flags));
  }
  for (const name of passed) symbols.set(name, toSymbol(name, 'free', null));
  const having = (test: (symbol: ScopeSymbol) => boolean) =>
    new Set([...symbols.values()].filter(test).map((symbol) => symbol.name));
  return {
    kind: block.kind,
    node: block.node,
    symbols,
    children,
    locals: having((symbol) => symbol.residence === 'local' || symbol.residence === 'cell'),
    cellvars: having((symbol) => symbol.residence === 'cell'),
    frees: having((symbol) => symbol.residence === 'free'),
    globals: having((symbol) => symbol.residence.startsWith('global')),
    boundGlobals: having(
      (symbol) => symbol.residence === 'global-explicit' && (symbol.isAssigned || symbol.isImported),
    ),
  };
}

function toSymbol(name: string, residence: Residence, flags: Flags | null): ScopeSymbol {
  return {
    name,
    residence,
    isParameter: flags?.isParameter ?? false,
    isReferenced: flags?.isReferenced ?? false,
    isAssigned: flags?.isLocal ?? false,
    isImported: flags?.isImported ?? false,
    isAnnotated: flags?.isAnnotated ?? false,
    isDeclaredGlobal: flags?.isGlobal ?? false,
    isDeclaredNonlocal: flags?.isNonlocal ?? false,
    isUpdated: flags?.isUpdated ?? false,
  };
}
