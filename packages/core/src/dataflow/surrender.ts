import type { Scope } from './environment.ts';
import { lookup } from './environment.ts';
import { touchFile } from './files.ts';
import { declaredNames, namesIn } from './function-syntax.ts';
import { type AbstractObject, type Code, ELEMENTS, one, reachable, union, type Value } from './heap.ts';
import { addToField, allocate, changeDeep } from './objects.ts';
import { readResource, writeResource } from './resources.ts';
import { bindModuleName, readModuleName } from './scopes.ts';
import type { Machine } from './state.ts';

/**
 * Assumes the worst of a function that costs too much to follow: it, and all code that it can reach, reads and changes every name
 * that it mentions and every resource. Gives what it may return.
 */
export function surrender(machine: Machine, code: Code, frame: Scope): Value {
  machine.step.doubts.add(`calls of \`${code.name}\` nest too deeply to be followed`);
  const before = machine.surrendered.get(code.node);
  if (before?.epoch === machine.epoch) return before.result;
  const [known] = before?.result ?? [];
  const result = known ?? allocate(machine, code.node, 'opaque', null, {}, 'surrendered');
  const given = union(...[...frame.environment.bindings.values()].map((binding) => binding.value));
  const all = everythingNamed(machine, code, frame, given);
  addToField(machine, result, ELEMENTS, all);
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
  machine.surrendered.set(code.node, { epoch: machine.epoch, result: one(result) });
  return one(result);
}

/** The values of all names that a function, and whatever code is reached from them, mentions; it may rebind the global ones. */
function everythingNamed(machine: Machine, code: Code, frame: Scope, given: Value): Value {
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
  visit(code.body, frame);
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
