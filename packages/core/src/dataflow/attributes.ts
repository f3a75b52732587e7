import type { AttributeSpec } from '../libraries/index.ts';
import { callDunders, classMember, instanceMember, memberOfClass, superMember } from './classes.ts';
import { compact } from './compact.ts';
import { callFunction } from './functions.ts';
import { type AbstractObject, ELEMENTS, NOTHING, one, rootReceivers, union, type Value } from './heap.ts';
import { memberOf } from './module-state.ts';
import {
  addToField,
  allocate,
  changeByStore,
  changeDeep,
  external,
  fieldOf,
  readState,
  scalar,
  store,
} from './objects.ts';
import { ifPlain } from './plain-data.ts';
import { attach, readResource, resourceKey, writeResource } from './resources.ts';
import { type Machine, need, updatedByStep } from './state.ts';

/** Reads `value.name`; methods come out bound to their receiver. */
export function loadAttribute(machine: Machine, value: Value, name: string, node: object): Value {
  return compact(union(...[...compact(value)].map((object) => attributeOf(machine, object, name, node))));
}

function attributeOf(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  switch (object.kind) {
    case 'external':
      return moduleMember(machine, object, name);
    case 'instance':
      return instanceMember(machine, object, name, node);
    case 'class':
      readState(machine, object);
      return memberOfClass(machine, object, name, node) ?? opaquePart(machine, object, name, node);
    case 'scalar':
      return scalarMember(machine, object, name, node);
    case 'bound':
      if (object.type === 'super') return superMember(machine, object, name, node);
      // An attribute of an attribute of something unknown is a part of the same.
      return object.bound && object.bound.callee.size === 0
        ? loadAttribute(machine, rootReceivers(one(object)), name, node)
        : opaquePart(machine, object, name, node);
    default:
      return dataMember(machine, object, name, node);
  }
}

/** The member of a module or library class: submodules that other statements import count, and so do patches. */
function moduleMember(machine: Machine, owner: AbstractObject, name: string): Value {
  const qualified = `${owner.type}.${name}`;
  readPatches(machine, owner);
  const imported = machine.imports.get(qualified);
  if (imported) need(machine, imported, 'data', qualified);
  const patched = fieldOf(owner, name);
  const member = machine.libraries.member(qualified);
  if (member?.kind === 'attribute' && member.spec.resource) {
    const { resource } = member.spec;
    const key = resourceKey(resource, packageOf(qualified));
    readResource(machine, resource, key);
    return union(patched, machine.resourceObjects.get(key) ?? NOTHING, one(external(machine, qualified)));
  }
  return union(patched, memberOf(machine, qualified));
}

function scalarMember(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  const spec = object.type ? machine.libraries.attribute(object.type, name) : undefined;
  if (spec?.returns) return scalar(machine, spec.returns);
  return boundMethod(machine, object, name, node);
}

function dataMember(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  readState(machine, object);
  const held = fieldOf(object, name);
  if (object.type !== null) {
    const { libraries } = machine;
    if (libraries.method(object.type, name)) return union(held, boundMethod(machine, object, name, node));
    const spec = libraries.attribute(object.type, name) ?? otherAttribute(machine, object, name);
    if (spec) {
      if (spec.resource)
        readResource(machine, spec.resource, resourceKey(spec.resource, packageOf(object.type)));
      const type = spec.clones ? typeOfHeld(machine, object, spec.clones) : (spec.returns ?? null);
      if (type !== null && libraries.isImmutable(type)) return union(held, scalar(machine, type));
      const part = allocate(machine, node, 'opaque', type, {}, object);
      if (spec.fresh !== true) addToField(machine, part, ELEMENTS, one(object));
      // What was stored is reached through the part: `df.columns = names` makes an index of a list.
      return type === null ? union(held, one(part)) : one(part);
    }
  }
  return union(held, opaquePart(machine, object, name, node));
}

/** The one class derived from `base` of which an object holds instances; `null` when there are several. */
function typeOfHeld(machine: Machine, owner: AbstractObject, base: string): string | null {
  const types = new Set<string>();
  for (const field of owner.fields.values()) {
    for (const { type } of field) {
      if (type !== null && machine.libraries.isSubclass(type, base)) types.add(type);
    }
  }
  const [only] = types;
  return types.size === 1 && only !== undefined ? only : null;
}

/** `df.price` is a column, unless a package that is not known may have registered an accessor of that name. */
function otherAttribute(machine: Machine, owner: AbstractObject, name: string): AttributeSpec | undefined {
  const spec = machine.libraries.otherAttribute(owner.type ?? '', name);
  if (spec === undefined || ifPlain(machine, owner, spec.returns ?? null) === null) return undefined;
  for (const module of machine.imports.keys()) {
    if (!machine.libraries.knows(packageOf(module))) return undefined;
  }
  return spec;
}

/** An attribute of which nothing is known: a part of the object, or a method bound to it. */
function opaquePart(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  const parts = object.kind === 'opaque' ? one(object) : NOTHING;
  return union(boundMethod(machine, object, name, node), parts);
}

/** A method that is taken from its receiver but not called yet. */
function boundMethod(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  const bound = { receiver: one(object), method: name, callee: NOTHING };
  return one(allocate(machine, node, 'bound', null, { bound }, object));
}

/** Stores to `target.name`. */
export function storeAttribute(machine: Machine, target: Value, name: string, value: Value): void {
  for (const object of compact(target)) {
    if (object.kind === 'external') {
      patchModule(machine, object, name, value);
    } else if (object.kind === 'instance' && !hasSetter(machine, object, name, value)) {
      changeByStore(machine, object);
      store(machine, object, name, value);
    } else {
      changeDeep(machine, one(object));
      changeByStore(machine, object);
      store(machine, object, name, value);
    }
  }
}

/** Calls a property's setter, or `__setattr__`: whatever a class of the notebook makes of the store. */
function hasSetter(machine: Machine, object: AbstractObject, name: string, value: Value): boolean {
  let found = false;
  for (const owner of object.instanceOf ?? NOTHING) {
    for (const hook of [`${name}.setter`, '__setattr__', '__delattr__', name]) {
      for (const member of classMember(machine, owner, hook, owner) ?? NOTHING) {
        const isHook = hook !== name || member.kind === 'instance' || member.kind === 'opaque';
        if (!isHook) continue;
        found = true;
        if (member.kind === 'function')
          callFunction(machine, member, { receiver: one(object), positional: [value, value] }, owner);
        else if (member.kind === 'instance')
          callDunders(machine, member, ['__set__', '__delete__'], [one(object), value], owner);
        else changeDeep(machine, union(one(member), one(object), value));
      }
    }
  }
  if (found) changeDeep(machine, one(object));
  return false;
}

/** Notes a change of a library module, which everything of its package may depend on. */
export function patchModule(machine: Machine, module: AbstractObject, name: string, value: Value): void {
  const qualified = `${module.type}.${name}`;
  const member = machine.libraries.member(qualified) ?? machine.libraries.member(module.type ?? '');
  if (member?.kind === 'attribute' && member.spec.resource) {
    const { resource } = member.spec;
    const key = resourceKey(resource, packageOf(qualified));
    // Attached first: from now on the resource is this object, which whoever uses it reads and changes.
    if (name !== ELEMENTS) attach(machine, key, value, false);
    writeResource(machine, resource, 'change', key);
    return;
  }
  const key = `module ${packageOf(qualified)}`;
  const before = machine.resources.get(key) ?? null;
  need(machine, before, 'mutation', key);
  machine.resources.set(key, updatedByStep(machine, before));
  addToField(machine, module, name, value);
}

/** Reads what the program has changed in a library's package. */
export function readPatches(machine: Machine, member: AbstractObject): void {
  if (member.type === null) return;
  need(machine, machine.resources.get(`module ${packageOf(member.type)}`) ?? null, 'mutation', member.type);
}

export function packageOf(qualified: string): string {
  const end = qualified.indexOf('.');
  return end < 0 ? qualified : qualified.slice(0, end);
}
