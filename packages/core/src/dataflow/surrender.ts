import { outerNames } from '../syntax/index.ts';
import { lookup, type Scope } from './environment.ts';
import { touchFile } from './files.ts';
import {
  type AbstractObject,
  type Code,
  ELEMENTS,
  isMutable,
  one,
  pushAll,
  pushParts,
  union,
  type Value,
} from './heap.ts';
import { addToField, allocate, changeAll } from './objects.ts';
import { readResource, writeResource } from './resources.ts';
import { readName, rebindPerhaps } from './scopes.ts';
import type { Machine } from './state.ts';

type Definition = Parameters<typeof outerNames>[0];

/** What the current part of a step has assumed the worst of. */
export interface Surrender {
  /** Stands for everything that was reached. */
  readonly result: AbstractObject;
  readonly reached: ReadonlySet<AbstractObject>;
  /** Definitions whose names were read, by the scopes that they stand in. */
  readonly visited: ReadonlyMap<Scope, ReadonlySet<Definition>>;
  /** `Machine.epoch` when all of that had been assumed. */
  readonly epoch: number;
}

/** Assumes the worst of a function of the notebook that costs too much to follow. */
export function surrender(machine: Machine, code: Code, frame: Scope): Value {
  const given = union(...[...frame.environment.bindings.values()].map((binding) => binding.value));
  return assumeWorst(machine, `\`${code.name}\``, given, code);
}

/** Assumes the worst of all code in `given`, called with any of it. */
export function surrenderCalls(machine: Machine, name: string, given: Value): Value {
  return assumeWorst(machine, name, given, null);
}

/**
 * The code, and all that it can reach, reads and changes every name that it mentions and every resource, and may keep anything in
 * anything. What it gives back is one object for all such code of a step.
 */
function assumeWorst(machine: Machine, name: string, given: Value, followed: Code | null): Value {
  machine.step.doubts.add(`calls of ${name} nest too deeply to be followed`);
  const known = machine.surrendered;
  if (known?.epoch === machine.epoch && covers(known, given, followed)) return one(known.result);
  const result = known?.result ?? allocate(machine, machine.step, 'opaque', null, {}, 'surrendered');
  const { reached, visited, rebound } = everythingNamed(machine, followed, union(given, one(result)));
  addToField(machine, result, ELEMENTS, reached);
  for (const [scope, bound] of rebound) rebindPerhaps(machine, scope, bound, one(result));
  for (const object of reached)
    if (isMutable(object) && object !== result) addToField(machine, object, ELEMENTS, one(result));
  changeAll(machine, reached);
  for (const resource of RESOURCES) {
    readResource(machine, resource);
    writeResource(machine, resource, 'change');
  }
  touchFile(machine, null, 'change');
  machine.surrendered = { result, reached, visited, epoch: machine.epoch };
  return one(result);
}

const RESOURCES = ['random.python', 'random.numpy', 'random.torch', 'environment', 'figure'] as const;

function covers({ reached, visited }: Surrender, given: Value, followed: Code | null): boolean {
  if (followed !== null && visited.get(followed.scope)?.has(followed.node) !== true) return false;
  for (const object of given) if (!reached.has(object)) return false;
  return true;
}

interface Reached extends Pick<Surrender, 'visited'> {
  readonly reached: Set<AbstractObject>;
  readonly rebound: readonly (readonly [Scope, string])[];
}

/** The values of all names that code, and whatever code is reached from them, mentions; and the outer names that it may rebind. */
function everythingNamed(machine: Machine, followed: Code | null, given: Value): Reached {
  const visited = new Map<Scope, Set<Definition>>();
  const reached = new Set<AbstractObject>();
  const rebound: (readonly [Scope, string])[] = [];
  const pending: AbstractObject[] = [...given];
  const visit = (node: Definition, scope: Scope): void => {
    const inScope = visited.get(scope) ?? new Set();
    visited.set(scope, inScope);
    if (inScope.has(node)) return;
    inScope.add(node);
    const { read, bound } = outerNames(node);
    for (const name of bound) rebound.push([scope, name]);
    for (const name of read)
      if (isBound(machine, scope, name)) pushAll(readName(machine, scope, name), pending);
  };
  if (followed !== null) visit(followed.node, followed.scope);
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (reached.has(object)) continue;
    reached.add(object);
    pushParts(object, pending);
    if (object.code) visit(object.code.node, object.code.scope);
    if (object.classInfo) visit(object.classInfo.node, machine.moduleScope);
  }
  return { reached, visited, rebound };
}

/** Code that was not followed may not even run: a name that is not there yet is no mistake of the notebook. */
function isBound(machine: Machine, scope: Scope, name: string): boolean {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const binding = lookup(at.environment, name);
    if (binding && binding.unbound !== 'deleted') return true;
  }
  return machine.wild !== null;
}
