import type { Expr } from '../syntax/index.ts';
import { storeAttribute } from './attributes.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { type AbstractObject, ELEMENTS, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate, fieldOf, readState } from './objects.ts';
import { bindName } from './scopes.ts';
import type { Machine } from './state.ts';
import { isContainer, storeSubscript } from './subscripts.ts';

/** Assigns a value to a target: a name, attribute, item, or a pattern of them. */
export function bindTarget(machine: Machine, scope: Scope, target: Expr, value: Value): void {
  switch (target.type) {
    case 'Name':
      bindName(machine, scope, target.id, value);
      return;
    case 'Attribute':
      storeAttribute(machine, evaluate(machine, scope, target.value), target.attr, value);
      return;
    case 'Subscript':
      storeSubscript(machine, scope, target, value);
      return;
    case 'Starred':
      bindTarget(machine, scope, target.value, value);
      return;
    case 'Tuple':
    case 'List':
      unpack(machine, scope, target, value);
      return;
    default:
      evaluate(machine, scope, target);
  }
}

function unpack(
  machine: Machine,
  scope: Scope,
  target: Extract<Expr, { type: 'Tuple' | 'List' }>,
  value: Value,
): void {
  const starred = target.elts.some((element) => element.type === 'Starred');
  const known =
    !starred && [...value].every((object) => isContainer(object) && object.type !== 'builtins.dict');
  const everything = known ? value : consume(machine, value, target);
  target.elts.forEach((element, at) => {
    if (element.type === 'Starred') {
      const rest = allocate(machine, element, 'data', 'builtins.list');
      addToField(machine, rest, ELEMENTS, everything);
      bindTarget(machine, scope, element.value, one(rest));
      return;
    }
    const part = known ? union(...[...value].map((object) => position(machine, object, at))) : everything;
    bindTarget(machine, scope, element, part);
  });
}

function position(machine: Machine, object: AbstractObject, at: number): Value {
  readState(machine, object);
  return union(fieldOf(object, String(at)), fieldOf(object, ELEMENTS));
}
