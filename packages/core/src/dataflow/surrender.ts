import type { Scope } from './environment.ts';
import { lookup } from './environment.ts';
import { touchFile } from './files.ts';
import { declaredNames, namesIn } from './function-syntax.ts';
import { type AbstractObject, type Code, ELEMENTS, one, reachable, union, type Value } from './heap.ts';
import { addToField, allocate, changeDeep } from './objects.ts';
import { readResource, writeResource } from './resources.ts';
import { bindModuleName, readModuleName } from './scopes.ts';
import type { Machine } from './state.ts';

/** Assumes the worst of a function of the notebook that costs too much to follow. */
export function surrender(machine: Machine, code: Code, frame: Scope): Value {
  const given = union(...[...frame.environment.bindings.values()].map((binding) => binding.value));
  return assumeWorst(machine, code.node, `\`${code.name}\``, given, [[code.body, frame]]);
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
  bodies: readonly (readonly [Code['body'], Scope])[],
): Value {
  machine.step.doubts.add(`calls of ${name} nest too deeply to be followed`);
  const result = allocate(machine, machine.step, 'opaque', null, {}, 'surrendered');
  const epoch = machine.surrendered.get(key);
  if (epoch === machine.epoch && reachableAll(result, given)) return one(result);
  addToField(machine, result, ELEMENTS, everythingNamed(machine, bodies, given));
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

/** The values of all names that code, and whatever code is reached from them, mentions; it may rebind the global ones. */
function everythingNamed(
  machine: Machine,
  start: readonly (readonly [Code['body'], Scope])[],
  given: Value,
): Value {
  const bodies = new Set<Code['body']>();
  const seen = new Set<AbstractObject>();
  const globals = new Set<string>();
  const pending: Value[] = [given];
  const visit = (body: Code['body'], scope: Scope): void => {
    if (bodies.has(body)) return;
    bodies.add(body);
    for (const name of declaredNames(body).globals) globals.add(name);
    for (const name of namesIn(body)) {
      const local = scope.kind === 'module' ? undefined : lookup(scope.environment, name);
      pending.push(local?.value ?? readModuleName(machine, name));
    }
  };
  for (const [body, scope] of start) visit(body, scope);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const object of reachable(next)) {
      if (seen.has(object)) continue;
      seen.add(object);
      if (object.code) visit(object.code.body, object.code.scope);
      if (object.classInfo) visit(object.classInfo.node.body, machine.moduleScope);
    }
  }
  for (const name of globals) bindModuleName(machine, name, seen, 'value', false);
  return seen;
}
