import { allArguments, type CallArguments, callValue } from './calls.ts';
import { callDunders } from './classes.ts';
import { createView, pairOf } from './dict-views.ts';
import { type AbstractObject, ELEMENTS, KEYS, NOTHING, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate, changeState, fieldOf, readDeep, readState, scalar } from './objects.ts';
import { OPERATOR_METHODS } from './operators.ts';
import type { Machine } from './state.ts';
import { elementsOf } from './subscripts.ts';

/** What a method of a builtin container does. */
interface ContainerMethod {
  readonly changes?: boolean;
  /** What it takes in: its arguments, or their elements. */
  readonly takes?: 'arguments' | 'elements' | 'last argument' | 'mapping';
  /** What it gives: an element, a container of the same kind, a live view, key and value, nothing with identity. */
  readonly gives: 'element' | 'copy' | 'values' | 'keys' | 'items' | 'pair' | 'pairs' | 'scalar' | 'none';
  /** Compares or hashes elements, which may run methods of their classes. */
  readonly compares?: boolean;
}

const METHODS: Readonly<Record<string, ContainerMethod>> = {
  append: { changes: true, takes: 'arguments', gives: 'none' },
  appendleft: { changes: true, takes: 'arguments', gives: 'none' },
  add: { changes: true, takes: 'arguments', gives: 'none', compares: true },
  insert: { changes: true, takes: 'last argument', gives: 'none' },
  extend: { changes: true, takes: 'elements', gives: 'none' },
  extendleft: { changes: true, takes: 'elements', gives: 'none' },
  update: { changes: true, takes: 'mapping', gives: 'none', compares: true },
  subtract: { changes: true, takes: 'mapping', gives: 'none', compares: true },
  difference_update: { changes: true, takes: 'elements', gives: 'none', compares: true },
  intersection_update: { changes: true, takes: 'elements', gives: 'none', compares: true },
  symmetric_difference_update: { changes: true, takes: 'elements', gives: 'none', compares: true },
  setdefault: { changes: true, takes: 'last argument', gives: 'element', compares: true },
  pop: { changes: true, takes: 'last argument', gives: 'element', compares: true },
  popleft: { changes: true, gives: 'element' },
  popitem: { changes: true, gives: 'pair' },
  remove: { changes: true, gives: 'none', compares: true },
  discard: { changes: true, gives: 'none', compares: true },
  clear: { changes: true, gives: 'none' },
  sort: { changes: true, gives: 'none', compares: true },
  reverse: { changes: true, gives: 'none' },
  rotate: { changes: true, gives: 'none' },
  move_to_end: { changes: true, gives: 'none', compares: true },
  get: { takes: 'arguments', gives: 'element', compares: true },
  copy: { gives: 'copy' },
  union: { takes: 'elements', gives: 'copy', compares: true },
  intersection: { takes: 'elements', gives: 'copy', compares: true },
  difference: { takes: 'elements', gives: 'copy', compares: true },
  symmetric_difference: { takes: 'elements', gives: 'copy', compares: true },
  values: { gives: 'values' },
  keys: { gives: 'keys' },
  items: { gives: 'items' },
  most_common: { gives: 'pairs' },
  elements: { gives: 'keys' },
  index: { gives: 'scalar', compares: true },
  count: { gives: 'scalar', compares: true },
  issubset: { takes: 'elements', gives: 'scalar', compares: true },
  issuperset: { takes: 'elements', gives: 'scalar', compares: true },
  isdisjoint: { takes: 'elements', gives: 'scalar', compares: true },
};

/** Calls a method of a list, dict, set, tuple or deque; `null` when it has no such method. */
export function callContainerMethod(
  machine: Machine,
  object: AbstractObject,
  name: string,
  given: CallArguments,
  node: object,
): Value | null {
  const method = METHODS[name];
  if (method === undefined) return null;
  readState(machine, object);
  const taken = takenIn(machine, method, given, node);
  if (method.compares)
    compareElements(machine, union(elementsOf(object), fieldOf(object, KEYS), taken), node);
  for (const key of given.keywords?.get('key') ?? []) {
    callValue(machine, one(key), { positional: [elementsOf(object)] }, node);
  }
  if (method.changes) changeState(machine, object);
  if (method.changes && method.takes && name !== 'pop') keep(machine, object, name, method, given, taken);
  return gift(machine, object, method, taken, node);
}

function takenIn(machine: Machine, method: ContainerMethod, given: CallArguments, node: object): Value {
  switch (method.takes) {
    case 'arguments':
      return union(...given.positional, given.rest ?? NOTHING);
    case 'last argument':
      return union(
        given.positional.at(-1) ?? NOTHING,
        given.rest ?? NOTHING,
        given.keywords?.get('default') ?? NOTHING,
      );
    case 'elements':
      return union(...given.positional.map((value) => consume(machine, value, node)));
    case 'mapping': {
      const items = given.positional.flatMap((value) => [
        consume(machine, value, node),
        consume(machine, value, node, 'values'),
      ]);
      return union(...items, ...(given.keywords?.values() ?? []), given.keywordRest ?? NOTHING);
    }
    default:
      readDeep(machine, allArguments({ ...given, receiver: NOTHING }));
      return NOTHING;
  }
}

function keep(
  machine: Machine,
  object: AbstractObject,
  name: string,
  method: ContainerMethod,
  given: CallArguments,
  taken: Value,
): void {
  addToField(machine, object, ELEMENTS, taken);
  if (method.takes === 'mapping') {
    addToField(machine, object, KEYS, taken);
    for (const value of taken)
      for (const inner of value.fields.values()) addToField(machine, object, ELEMENTS, inner);
  }
  if (name === 'setdefault') addToField(machine, object, KEYS, given.positional[0] ?? NOTHING);
}

function gift(
  machine: Machine,
  object: AbstractObject,
  method: ContainerMethod,
  taken: Value,
  node: object,
): Value {
  switch (method.gives) {
    case 'element':
      return union(elementsOf(object), taken);
    case 'keys':
    case 'values':
    case 'items':
      return createView(machine, object, node, method.gives);
    case 'pair':
      return pairOf(machine, object, node);
    case 'pairs': {
      const list = allocate(machine, node, 'data', 'builtins.list', {}, object);
      addToField(machine, list, ELEMENTS, pairOf(machine, object, node));
      return one(list);
    }
    case 'copy': {
      const copy = allocate(machine, node, 'data', object.type, {}, object);
      addToField(machine, copy, ELEMENTS, union(elementsOf(object), taken));
      addToField(machine, copy, KEYS, fieldOf(object, KEYS));
      return one(copy);
    }
    default:
      return scalar(machine, method.gives === 'none' ? 'builtins.NoneType' : 'builtins.int');
  }
}

function compareElements(machine: Machine, elements: Value, node: object): void {
  for (const element of elements) {
    if (element.kind === 'instance') callDunders(machine, element, OPERATOR_METHODS, [elements], node);
  }
}
