import type { CallSpec } from '../libraries/index.ts';
import { packageOf, readPatches } from './attributes.ts';
import { callBuiltin } from './builtin-calls.ts';
import { allArguments, type CallArguments } from './calls.ts';
import { keepCells, noteObjects } from './cells.ts';
import { noteWeakReferences } from './finalizers.ts';
import { type AbstractObject, isMutable, one, reachable, union, type Value } from './heap.ts';
import { moduleState } from './module-state.ts';
import { addToField, scalar } from './objects.ts';
import { readResource, resourceKey } from './resources.ts';
import { runAnything } from './special-calls.ts';
import { applySpec } from './specs.ts';
import type { Machine } from './state.ts';
import { callUnknown } from './unknown-calls.ts';

/** Calls a function or class of a library, by its qualified name. */
export function callExternal(
  machine: Machine,
  object: AbstractObject,
  given: CallArguments,
  node: object,
): Value {
  const name = object.type ?? '?';
  readPatches(machine, object);
  if (object.version || object.fields.size > 0) {
    // The program has stored something into it: it is no longer the library's.
    return callUnknown(machine, one(object), given, node, `\`${name}\` was changed by the program`);
  }
  if (name.startsWith('?.') && machine.ranText) {
    machine.step.doubts.add(`\`${name.slice(2)}\` may be defined by text that runs as code`);
    return runAnything(machine, allArguments(given), node);
  }
  return callBuiltin(machine, name, given, node) ?? callSpecified(machine, name, given, node);
}

/** Calls a function or class by what its library's spec says of it. */
export function callSpecified(machine: Machine, name: string, given: CallArguments, node: object): Value {
  const spec = specOf(machine, name);
  if (spec === undefined) {
    const made = callUnknown(
      machine,
      moduleState(machine, name),
      given,
      node,
      `the effects of \`${name}\` are not known`,
    );
    if (packageOf(name) === 'weakref') noteWeakReferences(machine, made);
    return made;
  }
  readResource(machine, 'options', resourceKey('options', packageOf(name)));
  const result = applySpec(machine, spec, name, given, node);
  noteObjects(machine, result, given);
  if (machine.libraries.member(name)?.kind === 'class') {
    keepKeywords(machine, result, given);
    keepCells(machine, name, result, allArguments(given));
  }
  return result;
}

/**
 * An object keeps what its constructor was given by keyword: an estimator its `random_state`. `step__random_state` is kept by
 * what the object holds.
 */
function keepKeywords(machine: Machine, keepers: Value, given: CallArguments): void {
  for (const [name, value] of given.keywords ?? []) {
    const at = name.lastIndexOf('__');
    const owners = at > 0 ? reachable(keepers) : keepers;
    for (const owner of owners) {
      if (isMutable(owner)) addToField(machine, owner, at > 0 ? name.slice(at + 2) : name, value);
    }
  }
}

function specOf(machine: Machine, name: string): CallSpec | undefined {
  const member = machine.libraries.member(name);
  if (member?.kind === 'function') return member.spec;
  if (
    member?.kind === 'class' &&
    member.spec.constructor !== undefined &&
    member.spec.constructor !== Object
  ) {
    return { returns: member.name, isNew: true, ...member.spec.constructor };
  }
  // `pd.Timestamp.now`, `datetime.fromisoformat`: a method of a class, called on the class.
  const at = name.lastIndexOf('.');
  const owner = machine.libraries.member(name.slice(0, at));
  return owner?.kind === 'class' ? machine.libraries.method(owner.name, name.slice(at + 1)) : undefined;
}

/** Calls a method of a library object. */
export function callLibraryMethod(
  machine: Machine,
  receiver: AbstractObject,
  name: string,
  given: CallArguments,
  node: object,
): Value {
  const spec = receiver.type === null ? undefined : machine.libraries.method(receiver.type, name);
  if (spec === undefined || receiver.type === null) {
    const owner = receiver.type ?? 'an object of unknown type';
    // A value of a known immutable class has no such method: it is not the receiver.
    if (receiver.kind === 'scalar') return scalar(machine, null);
    return callUnknown(
      machine,
      one(receiver),
      given,
      node,
      `what \`${name}\` of \`${owner}\` changes is not known`,
      name,
    );
  }
  const library = packageOf(receiver.type);
  readResource(machine, 'options', resourceKey('options', library));
  if (spec.keepsKeywords) keepKeywords(machine, one(receiver), given);
  return union(applySpec(machine, spec, `${receiver.type}.${name}`, given, node));
}
