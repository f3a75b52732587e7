import type { ValueFacts } from '../record/index.ts';
import { type Binding, lookup } from './environment.ts';
import { type AbstractObject, ELEMENTS, one, type Value } from './heap.ts';
import { addToField, allocate, scalar } from './objects.ts';
import type { Machine } from './state.ts';

/** Gives the values that a statement has bound the types that a run has seen, where the code does not tell them. */
export function takeTypes(machine: Machine, node: object, seen: Readonly<Record<string, ValueFacts>>): void {
  const { environment } = machine.moduleScope;
  for (const name of machine.step.binds.keys()) {
    const type = seen[name] && qualified(seen[name].type.name);
    const binding = lookup(environment, name);
    if (type === undefined || binding === undefined || !isUnknown(binding)) continue;
    const value = typed(machine, node, name, type, binding.value);
    if (value !== null) environment.bindings.set(name, { ...binding, value });
  }
}

function isUnknown({ value }: Binding): boolean {
  return value.size > 0 && [...value].every((object) => object.kind === 'opaque' && object.type === null);
}

/** An object of the type that may still share parts with what it was made from; `null` when the type says nothing. */
function typed(machine: Machine, node: object, name: string, type: string, value: Value): Value | null {
  if (machine.libraries.isImmutable(type)) return scalar(machine, type);
  if (machine.libraries.classSpec(type) === undefined || CONTAINERS.test(type)) return null;
  const made: AbstractObject = allocate(machine, node, 'opaque', type, {}, `recorded ${name}`);
  addToField(machine, made, ELEMENTS, value);
  return one(made);
}

/** Containers are followed element by element: their type alone would hide what they hold. */
const CONTAINERS = /^(builtins|collections)\./;

function qualified(name: string): string {
  return name.includes('.') ? name : `builtins.${name}`;
}
