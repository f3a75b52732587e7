import { type AbstractObject, ELEMENTS, KEYS, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate, fieldOf, readState } from './objects.ts';
import type { Machine } from './state.ts';
import { elementsOf } from './subscripts.ts';

type Part = 'keys' | 'values' | 'items';

const TYPES: Readonly<Record<string, Part>> = {
  'builtins.dict_keys': 'keys',
  'builtins.dict_values': 'values',
  'builtins.dict_items': 'items',
};
/** Field that holds the mapping behind a view. */
const MAPPING = '#mapping';

/** Makes `mapping.keys()`: it shows what the mapping holds whenever it is looked at. */
export function createView(machine: Machine, mapping: AbstractObject, node: object, part: Part): Value {
  const made = allocate(machine, node, 'data', `builtins.dict_${part}`, {}, mapping);
  addToField(machine, made, MAPPING, one(mapping));
  return one(made);
}

export function isView(object: AbstractObject): boolean {
  return object.type !== null && object.type in TYPES;
}

/** What going through a view gives. */
export function elementsOfView(machine: Machine, view: AbstractObject, node: object): Value {
  const part = TYPES[view.type ?? ''];
  const found: Value[] = [];
  for (const mapping of fieldOf(view, MAPPING)) {
    readState(machine, mapping);
    if (part === 'keys') found.push(fieldOf(mapping, KEYS));
    else if (part === 'values') found.push(elementsOf(mapping));
    else found.push(pairOf(machine, mapping, node));
  }
  return union(...found);
}

/** A key with its value, as `items` gives them. */
export function pairOf(machine: Machine, mapping: AbstractObject, node: object): Value {
  const pair = allocate(machine, node, 'data', 'builtins.tuple', {}, mapping);
  addToField(machine, pair, '0', fieldOf(mapping, KEYS));
  addToField(machine, pair, '1', elementsOf(mapping));
  return one(pair);
}

/** The set that an operator makes of views: `one.keys() & other.keys()`. */
export function combineViews(machine: Machine, operands: readonly Value[], node: object): Value {
  const made = allocate(machine, node, 'data', 'builtins.set');
  for (const operand of operands) addToField(machine, made, ELEMENTS, consume(machine, operand, node));
  return one(made);
}
