import { outerNames } from '../syntax/index.ts';
import type { Scope } from './environment.ts';
import { lookup } from './environment.ts';
import { touchFile } from './files.ts';
import {
  type AbstractObject,
  type Code,
  ELEMENTS,
  one,
  pushAll,
  pushParts,
  reachable,
  union,
  type Value,
} from './heap.ts';
import { addToField, allocate, changeDeep } from './objects.ts';
import { readResource, writeResource } from './resources.ts';
import { readName, rebindPerhaps } from './scopes.ts';
import type { Machine } from './state.ts';

type Definition = Parameters<typeof outerNames>[0];

/** Assumes the worst of a function of the notebook that costs too much to follow. */
export function surrender(machine: Machine, code: Code, frame: Scope): Value {
  const given = union(...[...frame.environment.bindings.values()].map((binding) => binding.value));
  return assumeWorst(machine, code.node, `\`${code.name}\``, given, [[code.node, frame]]);
}

/** Assumes the worst of all code in `given`, called with any of it. */
export function surrenderCalls(machine: Machine, key: object, name: string, given: Value): Value {
  return assumeWorst(machine, key, name, given, []);
}

/**
 * The code, and all that it can reach, reads and changes every name that it mentions and every resource. What it gives back is
 * one object for all such code of a step: it stands for everything that was reached.
 */
function assumeWorst(
  machine: Machine,
  key: object,
  name: string,
  given: Value,
  followed: readonly (readonly [Definition, Scope])[],
): Value {
  machine.step.doubts.add(`calls of ${name} nest too deeply to be followed`);
  const result = allocate(machine, machine.step, 'opaque', null, {}, 'surrendered');
  const epoch = machine.surrendered.get(key);
  if (epoch === machine.epoch && reachableAll(result, given)) return one(result);
  addToField(machine, result, ELEMENTS, everythingNamed(machine, followed, given));
  changeDeep(machine, one(result));
  for (const resource of [
    'random.python',
    'random.numpy',
    'random.torch',
    'environment',
    'figure',
  ] as const) {
    readResource(machine, resource);
    writeResource(machine, resource, 'change');
  }
  touchFile(machine, null, 'change');
  machine.surrendered.set(key, machine.epoch);
  return one(result);
}

function reachableAll(result: AbstractObject, given: Value): boolean {
  const known = reachable(one(result));
  return [...given].every((object) => known.has(object));
}

/** The values of all names that code, and whatever code is reached from them, mentions; it may rebind the outer ones. */
function everythingNamed(
  machine: Machine,
  start: readonly (readonly [Definition, Scope])[],
  given: Value,
): Value {
  const visited = new Set<Definition>();
  const seen = new Set<AbstractObject>();
  const rebound: (readonly [Scope, string])[] = [];
  const pending: AbstractObject[] = [...given];
  const visit = (node: Definition, scope: Scope): void => {
    if (visited.has(node)) return;
    visited.add(node);
    const { read, bound } = outerNames(node);
    for (const name of bound) rebound.push([scope, name]);
    for (const name of read)
      if (isBound(machine, scope, name)) pushAll(readName(machine, scope, name), pending);
  };
  for (const [node, scope] of start) visit(node, scope);
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    pushParts(object, pending);
    if (object.code) visit(object.code.node, object.code.scope);
    if (object.classInfo) visit(object.classInfo.node, machine.moduleScope);
  }
  for (const [scope, name] of rebound) rebindPerhaps(machine, scope, name, seen);
  return seen;
}

/** Code that was not followed may not even run: a name that is not there yet is no mistake of the notebook. */
function isBound(machine: Machine, scope: Scope, name: string): boolean {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const binding = lookup(at.environment, name);
    if (binding && binding.unbound !== 'deleted') return true;
  }
  return machine.wild !== null;
}
