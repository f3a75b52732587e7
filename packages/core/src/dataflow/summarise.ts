import type { Scope } from './environment.ts';
import { type AbstractObject, ELEMENTS, pushAll, pushParts, union, type Value } from './heap.ts';
import type { Machine } from './state.ts';
import { stronglyConnected } from './strongly-connected.ts';
import { updated } from './versions.ts';

/** From so many on, unknown objects that reach each other are made one. */
const MANY_ALIKE = 32;
/** So many new objects are awaited before the heap is looked at again, or half as many as there are. */
const MANY_NEW = 64;

/** What has become one object, by what it was. */
type Replaced = Map<AbstractObject, AbstractObject>;

/**
 * Makes one object of the unknown ones that reach each other: each of them stands for all that it reaches, so that they stand for
 * the same. What is reached only through them is a part of that one, too, unless it is code. To be called between steps: then
 * nothing but the machine holds objects.
 */
export function summariseUnknown(machine: Machine): void {
  if (machine.nextObject < machine.nextSummary) return;
  const roots = rootsOf(machine);
  const groups = stronglyConnected(roots, pushParts);
  const large = groups.filter((group) => group.filter(isUnknown).length >= MANY_ALIKE);
  if (large.length > 0) {
    const live = groups.flat();
    const exposed = reachedOtherwise(
      [...roots, ...live.filter((object) => !isPassive(object))],
      new Set(large.flatMap((group) => group.filter(isUnknown))),
    );
    const replaced: Replaced = new Map();
    for (const group of large) mergeGroup(group, exposed, replaced);
    rewrite(machine, live, replaced);
    machine.epoch += 1;
  }
  machine.nextSummary = machine.nextObject + Math.max(MANY_NEW, groups.length / 2);
}

function rootsOf(machine: Machine): AbstractObject[] {
  const roots: AbstractObject[] = [];
  for (const binding of machine.moduleScope.environment.bindings.values()) pushAll(binding.value, roots);
  for (const value of machine.resourceObjects.values()) pushAll(value, roots);
  for (const module of machine.externals.values()) if (module.fields.size > 0) roots.push(module);
  return roots;
}

/** Something unknown, or a method of such a thing. */
function isUnknown({ kind, type, bound, file }: AbstractObject): boolean {
  if (kind === 'opaque') return type === null && file === undefined;
  if (kind !== 'bound' || bound === undefined || bound.callee.size > 0 || bound.receiver.size === 0)
    return false;
  return [...bound.receiver].every((receiver) => receiver.kind === 'opaque' && receiver.type === null);
}

/** Whether an object is nothing but what it holds. */
function isPassive(object: AbstractObject): boolean {
  if (object.file !== undefined) return false;
  return object.kind === 'data' || object.kind === 'opaque' || isUnknown(object);
}

/** What is reached from `start` by ways that do not lead through `unknown` objects. */
function reachedOtherwise(
  start: readonly AbstractObject[],
  unknown: ReadonlySet<AbstractObject>,
): ReadonlySet<AbstractObject> {
  const found = new Set<AbstractObject>();
  const pending = [...start];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (found.has(object) || unknown.has(object)) continue;
    found.add(object);
    pushParts(object, pending);
  }
  return found;
}

function mergeGroup(
  group: readonly AbstractObject[],
  exposed: ReadonlySet<AbstractObject>,
  replaced: Replaced,
): void {
  const merged = group.filter((object) => isUnknown(object) || (isPassive(object) && !exposed.has(object)));
  const whole = merged.find(({ kind, type }) => kind === 'opaque' && type === null);
  if (whole === undefined) return;
  const versions = merged.map(({ version }) => version);
  const newest = Math.max(...versions.map((version) => version?.writer ?? 0));
  whole.version = updated(newest, versions);
  whole.single = false;
  const fields = new Map<string, Value>();
  const add = (name: string, value: Value): void => {
    fields.set(name, union(fields.get(name) ?? new Set(), value));
  };
  for (const object of merged) {
    for (const [name, value] of object.fields) add(object.kind === 'opaque' ? name : ELEMENTS, value);
    if (object.bound) add(ELEMENTS, object.bound.receiver);
    replaced.set(object, whole);
  }
  whole.fields.clear();
  for (const [name, value] of fields) whole.fields.set(name, value);
}

/** Lets everything that lives refer to what has become one. */
function rewrite(machine: Machine, live: readonly AbstractObject[], replaced: Replaced): void {
  const known = new Map<Value, Value>();
  const replace = (value: Value): Value => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const isChanged = [...value].some((object) => replaced.has(object));
    const now = isChanged ? new Set([...value].map((object) => replaced.get(object) ?? object)) : value;
    known.set(value, now);
    return now;
  };
  const scopes = new Set<Scope>([machine.moduleScope]);
  rewriteBindings(machine.moduleScope, replace);
  for (const [key, value] of machine.resourceObjects) machine.resourceObjects.set(key, replace(value));
  if (machine.dropped) machine.dropped = replace(machine.dropped);
  for (const object of live) {
    if ((replaced.get(object) ?? object) !== object) continue;
    rewriteParts(object, replace);
    for (const start of [object.code?.scope, object.frame]) {
      for (let at = start ?? null; at !== null && !scopes.has(at); at = at.parent) {
        scopes.add(at);
        rewriteBindings(at, replace);
      }
    }
  }
}

function rewriteBindings(scope: Scope, replace: (value: Value) => Value): void {
  for (let at: Scope['environment'] | null = scope.environment; at !== null; at = at.outer) {
    for (const [name, binding] of at.bindings) {
      const value = replace(binding.value);
      if (value !== binding.value) at.bindings.set(name, { ...binding, value });
    }
  }
}

function rewriteParts(object: AbstractObject, replace: (value: Value) => Value): void {
  const { fields, bound, classInfo, code } = object;
  for (const [name, value] of fields) fields.set(name, replace(value));
  if (object.instanceOf) object.instanceOf = replace(object.instanceOf);
  if (bound) {
    bound.receiver = replace(bound.receiver);
    bound.callee = replace(bound.callee);
  }
  if (classInfo) {
    classInfo.bases = replace(classInfo.bases);
    classInfo.metaclasses = replace(classInfo.metaclasses);
  }
  if (code === undefined) return;
  code.defaults.forEach((value, at) => {
    code.defaults[at] = replace(value);
  });
  code.keywordDefaults.forEach((value, at) => {
    code.keywordDefaults[at] = value && replace(value);
  });
}
