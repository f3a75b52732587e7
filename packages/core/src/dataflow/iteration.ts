import { callDunders } from './classes.ts';
import { compact } from './compact.ts';
import { elementsOfView, isView } from './dict-views.ts';
import { runGenerator } from './functions.ts';
import {
  type AbstractObject,
  ELEMENTS,
  isMapping,
  KEYS,
  NOTHING,
  one,
  rootReceivers,
  union,
  type Value,
} from './heap.ts';
import {
  addToField,
  allocate,
  changeState,
  fieldOf,
  partsOfOpaque,
  readDeep,
  readState,
  scalar,
} from './objects.ts';
import { ifPlain, plainPart } from './plain-data.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer, receiversOf, unseenElement } from './subscripts.ts';
import { callReachable } from './unknown-calls.ts';

/** Goes through a value (`for`, `*x`, `in`, `await`): gives its elements; what is used up by it, changes. */
export function consume(
  machine: Machine,
  value: Value,
  node: object,
  part: 'items' | 'keys' | 'values' = 'items',
): Value {
  return compact(union(...[...compact(value)].map((object) => elements(machine, object, node, part))));
}

function elements(
  machine: Machine,
  object: AbstractObject,
  node: object,
  part: 'items' | 'keys' | 'values',
): Value {
  readState(machine, object);
  if (isView(object)) return elementsOfView(machine, object, node);
  if (isContainer(object)) {
    if (isMapping(object) && part !== 'values') return fieldOf(object, KEYS);
    const held = elementsOf(object);
    return held.size > 0 || isMapping(object) ? held : unseenElement(machine, object, node);
  }
  switch (object.kind) {
    case 'scalar':
      return scalar(machine, object.type === 'builtins.str' ? 'builtins.str' : null);
    case 'generator':
      changeState(machine, object);
      runGenerator(machine, object);
      return fieldOf(object, ELEMENTS);
    case 'instance': {
      const made = callDunders(
        machine,
        object,
        [
          '__iter__',
          '__next__',
          '__getitem__',
          '__len__',
          '__contains__',
          '__await__',
          '__aiter__',
          '__anext__',
        ],
        [],
        node,
      );
      const inner = [...rootReceivers(made)].filter((result) => result.kind !== 'instance');
      return union(made, fieldOf(object, ELEMENTS), consume(machine, new Set(inner), node));
    }
    case 'external':
    case 'function':
    case 'class':
      return NOTHING;
    case 'bound':
      return consume(machine, receiversOf(machine, object, node), node, part);
    default:
      return libraryElements(machine, object, node);
  }
}

/** What `zip` and `enumerate` give of values that going through does not use up, which are kept by position. */
export const PAIRS = 'builtins.zip';

function libraryElements(machine: Machine, object: AbstractObject, node: object): Value {
  const spec = object.type === null ? undefined : machine.libraries.classSpec(object.type);
  if (object.kind === 'data' && object.type === PAIRS) {
    changeState(machine, object);
    const pair = allocate(machine, node, 'data', 'builtins.tuple', {}, object);
    for (const [at, values] of object.fields) addToField(machine, pair, at, consume(machine, values, node));
    return one(pair);
  }
  if (spec && (spec.consumable !== true || spec.iterate)) {
    if (spec.immutable) return scalar(machine, null);
    if (spec.consumable) changeState(machine, object);
    const type = ifPlain(machine, object, spec.iterate?.returns ?? plainPart(machine, object));
    if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
    if (object.type === 'pandas.DataFrame') return scalar(machine, 'builtins.str');
    if (object.type === 'pandas.Index') return scalar(machine, null);
    readDeep(machine, one(object));
    const view = allocate(machine, node, 'opaque', type, {}, object);
    addToField(machine, view, ELEMENTS, one(object));
    // Plain values are reached through the view; an object of the notebook's classes must be seen itself.
    return type === null ? union(one(view), elementsOf(object)) : one(view);
  }
  // An iterator, or something unknown: it may be used up, and may compute its elements by calling what it holds.
  const parts = partsOfOpaque(object);
  for (const part of parts) {
    if (part === object || isUsedUp(machine, part)) changeState(machine, part);
    else if (part.kind === 'generator') consume(machine, one(part), node);
    else readState(machine, part);
    if (part.kind === 'data' && part.file) changeState(machine, part);
  }
  callReachable(machine, one(object), [one(object), parts], node);
  return object.kind === 'opaque' ? one(object) : union(fieldOf(object, ELEMENTS), one(object));
}

/** Whether going through an object, or through what was made from it, takes something out of it. */
function isUsedUp(machine: Machine, object: AbstractObject): boolean {
  if (object.kind === 'opaque') return true;
  if (object.kind !== 'data') return false;
  return object.type === null || machine.libraries.classSpec(object.type)?.consumable === true;
}
