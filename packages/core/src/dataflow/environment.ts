import { type AbstractObject, union, type Value } from './heap.ts';
import { overwritten, updated, type Version, writtenByAll } from './versions.ts';

/** What a name is bound to, and by which statements. */
export interface Binding {
  readonly value: Value;
  /** Writers of the name; `null` in functions, whose names live within one step. */
  readonly version: Version | null;
  /** The name may be, or (`deleted`) is, unbound. */
  readonly unbound: 'no' | 'maybe' | 'deleted';
}

/** Bindings, with those of the enclosing branch behind them. */
export interface Environment {
  readonly outer: Environment | null;
  readonly bindings: Map<string, Binding>;
}

/** A namespace: a module's, a function call's, a class body's or a comprehension's. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly parent: Scope | null;
  environment: Environment;
  /** Stands for the variables that inner functions rebind by `nonlocal`: their state outlives the call. */
  cells: AbstractObject | null;
  /** Names declared `global`, and `nonlocal`. */
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

export function createScope(
  kind: Scope['kind'],
  parent: Scope | null,
  globals: ReadonlySet<string> = new Set(),
  nonlocals: ReadonlySet<string> = new Set(),
): Scope {
  return { kind, parent, environment: { outer: null, bindings: new Map() }, cells: null, globals, nonlocals };
}

export function lookup(environment: Environment, name: string): Binding | undefined {
  for (let at: Environment | null = environment; at !== null; at = at.outer) {
    const binding = at.bindings.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** Runs `body` on bindings of its own and gives them back; the scope stays as it was. */
export function inBranch(scope: Scope, body: () => void): Environment {
  const outer = scope.environment;
  const branch: Environment = { outer, bindings: new Map() };
  scope.environment = branch;
  body();
  scope.environment = outer;
  return branch;
}

/** The part of a step that branches stand in, and the first part of its step: parts are numbered in order. */
interface Place {
  readonly part: number;
  readonly first: number;
}

/**
 * Joins branches of which exactly one ran into the scope's bindings. `place` is where they stand; a branch that changes nothing
 * is one with empty bindings.
 */
export function joinBranches(scope: Scope, branches: readonly Environment[], place: Place): void {
  const [first] = branches;
  if (first === undefined) return;
  const names = new Set(branches.flatMap((branch) => [...branch.bindings.keys()]));
  for (const name of names) {
    const before = lookup(scope.environment, name);
    const after = branches.map((branch) => branch.bindings.get(name) ?? before);
    scope.environment.bindings.set(name, joined(after, before, place, scope.kind === 'module'));
  }
}

function joined(
  after: readonly (Binding | undefined)[],
  before: Binding | undefined,
  place: Place,
  versioned: boolean,
): Binding {
  const value = union(...after.map((binding) => binding?.value ?? new Set<never>()));
  const everyDeleted = after.every((binding) => binding?.unbound === 'deleted');
  const everyBound = after.every((binding) => binding?.unbound === 'no');
  return {
    value,
    version: versioned ? joinedVersion(after, before, place) : null,
    unbound: everyBound ? 'no' : everyDeleted ? 'deleted' : 'maybe',
  };
}

function joinedVersion(
  after: readonly (Binding | undefined)[],
  before: Binding | undefined,
  { part, first }: Place,
): Version {
  const versions = after.flatMap((binding) => binding?.version ?? []);
  const isWritten = (version: Version) => version.writer >= first && version.certainty === 'must';
  if (versions.length < after.length || !versions.every(isWritten))
    return updated(part, [...versions, before?.version ?? null]);
  return versions.every(({ writer }) => writer === part) ? overwritten(part) : writtenByAll(part, versions);
}
