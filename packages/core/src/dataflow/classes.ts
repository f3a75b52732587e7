import type { ClassDef } from '../syntax/index.ts';
import { type CallArguments, callValue } from './calls.ts';
import { createScope, type Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { expectFinalizers, hasFinalizer } from './finalizers.ts';
import { callFunction } from './functions.ts';
import { handOver } from './hand-over.ts';
import { type AbstractObject, ELEMENTS, NOTHING, one, union, type Value } from './heap.ts';
import { addToField, allocate, changeDeep, changeState, external, fieldOf, readState } from './objects.ts';
import type { Machine } from './state.ts';
import { execute } from './statements.ts';
import { callReachable } from './unknown-calls.ts';

/** Interprets a class statement: its body runs now, in a namespace of its own. */
export function createClass(machine: Machine, scope: Scope, node: ClassDef): Value {
  const bases = union(...node.bases.map((base) => evaluate(machine, scope, base)));
  const keywords = node.keywords.map((keyword) => evaluate(machine, scope, keyword.value));
  const body = createScope('class', scope);
  execute(machine, body, node.body);
  const metaclasses = metaclassesOf(bases, node.keywords, keywords);
  const decorated = node.decorator_list.length > 0;
  const classInfo = { name: node.name, node, bases, metaclasses, decorated };
  const made = allocate(machine, node, 'class', null, { classInfo });
  for (const [name, binding] of body.environment.bindings) {
    addToField(machine, made, name, binding.value);
    for (const member of binding.value) if (member.code) member.code.owner ??= made;
  }
  for (const base of bases) {
    readState(machine, base);
    const hook = classMember(machine, base, '__init_subclass__', node) ?? NOTHING;
    for (const method of hook)
      if (method.code) callFunction(machine, method, { receiver: one(made), positional: keywords }, node);
  }
  for (const metaclass of metaclasses) {
    if (metaclass.kind !== 'class') continue;
    const given = union(one(made), one(metaclass), ...keywords);
    callDunders(machine, metaclass, ['__prepare__', '__new__', '__init__'], [given], node);
  }
  for (const metaclass of keywords)
    changeDeep(machine, new Set([...metaclass].filter((object) => object.kind !== 'external')));
  return one(made);
}

function metaclassesOf(bases: Value, keywords: ClassDef['keywords'], values: readonly Value[]): Value {
  const own = values.filter((_, at) => keywords[at]?.arg === 'metaclass');
  const inherited = [...bases].map((base) => base.classInfo?.metaclasses ?? NOTHING);
  return union(...own, ...inherited);
}

/** Finds a member along the bases; `null` when no class of the notebook has it. */
export function classMember(
  machine: Machine,
  owner: AbstractObject,
  name: string,
  node: object,
): Value | null {
  readState(machine, owner);
  const own = fieldOf(owner, name);
  if (own.size > 0) return own;
  let found: Value | null = null;
  for (const base of owner.classInfo?.bases ?? NOTHING) {
    if (base.kind !== 'class' || base === owner) continue;
    const inherited = classMember(machine, base, name, node);
    if (inherited !== null) found = union(found ?? NOTHING, inherited);
  }
  return found;
}

/** Reads `instance.name`: own attribute, property, method bound to the instance. */
export function instanceMember(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  readState(machine, object);
  // Its dictionary is the instance, seen as a mapping.
  if (name === '__dict__') return one(object);
  const own = union(fieldOf(object, name), fieldOf(object, ELEMENTS));
  const found: Value[] = [own];
  let known = own.size > 0;
  for (const owner of object.instanceOf ?? NOTHING) {
    const members = classMember(machine, owner, name, node);
    if (members !== null) known = true;
    found.push(...[...(members ?? NOTHING)].map((member) => bindMember(machine, object, member, name, node)));
    const hooks = union(
      classMember(machine, owner, '__getattr__', node) ?? NOTHING,
      classMember(machine, owner, '__getattribute__', node) ?? NOTHING,
    );
    for (const hook of hooks) {
      if (!hook.code) continue;
      known = true;
      found.push(callFunction(machine, hook, { receiver: one(object), positional: [NOTHING] }, node));
    }
  }
  if (!known) found.push(inheritedFromLibrary(machine, object, name, node));
  return union(...found);
}

/** Reads `Class.name`; class methods come out bound to the class; `null` when no class of the notebook has it. */
export function memberOfClass(
  machine: Machine,
  owner: AbstractObject,
  name: string,
  node: object,
): Value | null {
  const members = classMember(machine, owner, name, node);
  if (members === null) return memberOfMetaclass(machine, owner, name, node);
  return union(
    ...[...members].map((member) =>
      member.code?.decorator === 'class' || member.kind === 'instance'
        ? bindMember(machine, owner, member, name, node)
        : one(member),
    ),
  );
}

function memberOfMetaclass(
  machine: Machine,
  owner: AbstractObject,
  name: string,
  node: object,
): Value | null {
  let found: Value | null = null;
  for (const metaclass of owner.classInfo?.metaclasses ?? NOTHING) {
    if (metaclass.kind !== 'class') continue;
    const members = classMember(machine, metaclass, name, node);
    for (const member of members ?? NOTHING)
      found = union(found ?? NOTHING, bindMember(machine, owner, member, name, node));
  }
  return found;
}

/** An attribute that no class of the notebook has: a library base class may give it, or `setattr`. */
function inheritedFromLibrary(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  const bound = { receiver: one(object), method: name, callee: NOTHING };
  return one(allocate(machine, node, 'bound', null, { bound }, object));
}

function bindMember(
  machine: Machine,
  object: AbstractObject,
  member: AbstractObject,
  name: string,
  node: object,
): Value {
  if (member.kind === 'instance') {
    const got = callDunders(machine, member, ['__get__'], [one(object), NOTHING], node);
    return union(one(member), got);
  }
  if (member.kind !== 'function')
    return member.kind === 'opaque'
      ? union(one(member), wrapped(machine, object, member, name, node))
      : one(member);
  if (member.code?.decorator === 'property') {
    return callFunction(machine, member, { receiver: one(object), positional: [] }, node);
  }
  if (member.code?.decorator === 'cached property') {
    const value = callFunction(machine, member, { receiver: one(object), positional: [] }, node);
    changeState(machine, object);
    addToField(machine, object, name, value);
    return value;
  }
  if (member.code?.decorator === 'static') return one(member);
  const takesClass = member.code?.decorator === 'class' && object.kind !== 'class';
  const receiver = takesClass ? (object.instanceOf ?? NOTHING) : one(object);
  const bound = { receiver, method: name, callee: one(member) };
  return one(allocate(machine, node, 'bound', null, { bound }, member));
}

/** A decorated method: reading it may run the method (`cached_property`), and calling it passes the receiver. */
function wrapped(
  machine: Machine,
  object: AbstractObject,
  member: AbstractObject,
  name: string,
  node: object,
): Value {
  const bound = { receiver: one(object), method: name, callee: one(member) };
  const results = callValue(machine, one(member), { receiver: one(object), positional: [one(object)] }, node);
  return union(one(allocate(machine, node, 'bound', null, { bound }, member)), results);
}

/** Reads `super().name`. */
export function superMember(machine: Machine, object: AbstractObject, name: string, node: object): Value {
  const receiver = object.bound?.receiver ?? NOTHING;
  let found: Value = NOTHING;
  for (const owner of object.instanceOf ?? NOTHING) {
    for (const base of owner.classInfo?.bases ?? NOTHING) {
      const members = classMember(machine, base, name, node) ?? NOTHING;
      for (const self of receiver)
        for (const member of members) found = union(found, bindMember(machine, self, member, name, node));
    }
  }
  if (found.size > 0) return found;
  const bound = { receiver, method: name, callee: NOTHING };
  return one(allocate(machine, node, 'bound', null, { bound }, object));
}

/** Calls a class of the notebook: makes an instance and runs what initialises it. */
export function instantiate(
  machine: Machine,
  owner: AbstractObject,
  given: CallArguments,
  node: object,
): Value {
  const made = allocate(machine, node, 'instance', null, { instanceOf: one(owner) });
  const everything = union(
    ...given.positional,
    given.rest ?? NOTHING,
    ...(given.keywords?.values() ?? []),
    given.keywordRest ?? NOTHING,
  );
  let results: Value = one(made);
  for (const metaclass of owner.classInfo?.metaclasses ?? NOTHING) {
    for (const method of classMember(machine, metaclass, '__call__', node) ?? NOTHING) {
      if (!method.code || isRunning(machine, method.code.node)) continue;
      results = union(results, callFunction(machine, method, { ...given, receiver: one(owner) }, node));
    }
  }
  let initialised = false;
  for (const name of ['__new__', '__init__', '__post_init__']) {
    for (const method of classMember(machine, owner, name, node) ?? NOTHING) {
      if (!method.code) continue;
      const receiver = name === '__new__' ? one(owner) : one(made);
      const result = callFunction(
        machine,
        method,
        { ...(name === '__post_init__' ? { positional: [] } : given), receiver },
        node,
      );
      if (name === '__new__') results = union(results, result);
      if (name === '__init__') initialised = true;
    }
  }
  if (!initialised || owner.classInfo?.decorated) storeFields(machine, owner, made, given, everything);
  if (hasLibraryBase(owner)) addToField(machine, made, ELEMENTS, everything);
  if (hasFinalizer(machine, made, node)) {
    // It may be gone again before the step ends.
    expectFinalizers(machine);
    callDunders(machine, made, ['__del__'], [], node);
  }
  return results;
}

/** A dataclass, named tuple or exception keeps its arguments under names that its annotations give. */
function storeFields(
  machine: Machine,
  owner: AbstractObject,
  made: AbstractObject,
  given: CallArguments,
  everything: Value,
): void {
  for (const [name, value] of given.keywords ?? []) addToField(machine, made, name, value);
  if (given.positional.length > 0 || given.rest || given.keywordRest)
    addToField(machine, made, ELEMENTS, everything);
  for (const [name, value] of owner.fields) {
    if ([...value].some((member) => member.code)) continue;
    addToField(machine, made, name, value);
    // `field(default_factory=…)` calls its argument for each instance.
    const factories = new Set([...value].filter(({ kind, type }) => kind === 'opaque' || type === null));
    if (factories.size > 0) addToField(machine, made, name, callReachable(machine, factories, [], owner));
  }
}

function hasLibraryBase(owner: AbstractObject): boolean {
  for (const base of owner.classInfo?.bases ?? NOTHING) {
    if (base.kind !== 'class' && base.type !== 'builtins.object') return true;
    if (base.kind === 'class' && base !== owner && hasLibraryBase(base)) return true;
  }
  return false;
}

/** Calls those of the methods that the object's class has; gives their results. */
export function callDunders(
  machine: Machine,
  object: AbstractObject,
  names: readonly string[],
  positional: readonly Value[],
  node: object,
  given?: CallArguments,
): Value {
  let result: Value = NOTHING;
  machine.conditional += 1;
  const owners =
    object.kind === 'class'
      ? union(one(object), classesIn(object.classInfo?.metaclasses ?? NOTHING))
      : (object.instanceOf ?? NOTHING);
  for (const owner of owners) {
    for (const name of names) {
      for (const method of classMember(machine, owner, name, node) ?? NOTHING) {
        result = union(result, callHook(machine, method, object, positional, node, given));
      }
    }
    if (hasLibraryBase(owner)) {
      changeState(machine, object);
      result = union(result, fieldOf(object, ELEMENTS));
    }
  }
  machine.conditional -= 1;
  return result;
}

function classesIn(value: Value): Value {
  return new Set([...value].filter((object) => object.kind === 'class'));
}

/** Whether a function is being interpreted: `super().__call__` of a metaclass makes the instance. */
function isRunning(machine: Machine, node: object): boolean {
  return machine.calls.some((call) => call.node === node);
}

function callHook(
  machine: Machine,
  method: AbstractObject,
  object: AbstractObject,
  positional: readonly Value[],
  node: object,
  given: CallArguments | undefined,
): Value {
  if (given) return callValue(machine, one(method), { ...given, receiver: one(object) }, node);
  return handOver(machine, method, union(one(object), ...positional), (values) =>
    callValue(machine, one(method), { receiver: one(object), positional: [], rest: values }, node),
  );
}

/** Every method of an object's classes. */
export function methodsOf(object: AbstractObject): readonly AbstractObject[] {
  const owners = [...(object.instanceOf ?? NOTHING)];
  const seen = new Set(owners);
  const methods: AbstractObject[] = [];
  for (let owner = owners.pop(); owner !== undefined; owner = owners.pop()) {
    for (const members of owner.fields.values())
      methods.push(...[...members].filter((member) => member.code));
    for (const base of owner.classInfo?.bases ?? NOTHING) {
      if (base.kind !== 'class' || seen.has(base)) continue;
      seen.add(base);
      owners.push(base);
    }
  }
  return methods;
}

/** The value of `super()` in a method. */
export function createSuper(
  machine: Machine,
  owner: AbstractObject | null,
  receiver: Value,
  node: object,
): Value {
  if (owner === null) return one(external(machine, 'builtins.object'));
  const bound = { receiver, method: '', callee: NOTHING };
  return one(allocate(machine, node, 'bound', 'super', { bound, instanceOf: one(owner) }));
}
