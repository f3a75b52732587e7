import type { Expr } from '../syntax/index.ts';
import { patchModule } from './attributes.ts';
import { holdsObjects, passCells, storeCells } from './cells.ts';
import { callDunders } from './classes.ts';
import { lookup, type Scope } from './environment.ts';
import { constantKey, evaluate } from './expressions.ts';
import {
  type AbstractObject,
  ELEMENTS,
  KEYS,
  NOTHING,
  one,
  reachable,
  rootReceivers,
  union,
  type Value,
} from './heap.ts';
import { isListLike, isMask, locatedType } from './located.ts';
import {
  addToField,
  allocate,
  changeByStore,
  changeDeep,
  changeState,
  external,
  fieldOf,
  readDeep,
  readState,
  scalar,
  store,
} from './objects.ts';
import { OPERATOR_METHODS } from './operators.ts';
import { ifPlain } from './plain-data.ts';
import { readModuleName } from './scopes.ts';
import { namespaceItem } from './special-calls.ts';
import type { Machine } from './state.ts';

type Subscript = Extract<Expr, { type: 'Subscript' }>;

/** Reads `value[key]`. */
export function loadSubscript(machine: Machine, scope: Scope, node: Subscript): Value {
  const named = namespaceItem(machine, scope, node.value, node.slice, null);
  if (named !== null) return named;
  const shown = shownNumber(machine, node);
  if (shown !== null) return readModuleName(machine, `_${shown}`);
  const value = evaluate(machine, scope, node.value);
  const key = keyOf(machine, scope, node);
  return union(...[...value].map((object) => element(machine, object, node, key)));
}

/** Evaluates a key; finding it may run methods of its class (`__hash__`, `__eq__`, `__index__`). */
function keyOf(machine: Machine, scope: Scope, node: Subscript): Value {
  const key = evaluate(machine, scope, node.slice);
  readDeep(machine, key);
  for (const object of reachable(key))
    if (object.kind === 'instance') callDunders(machine, object, OPERATOR_METHODS, [key], node.slice);
  return key;
}

/** `Out[3]` is what cell 3 has shown, unless the notebook binds `Out` itself. */
function shownNumber(machine: Machine, node: Subscript): string | null {
  if (node.value.type !== 'Name' || node.value.id !== 'Out' || node.slice.type !== 'Constant') return null;
  if (node.slice.kind !== 'int' || lookup(machine.moduleScope.environment, 'Out')) return null;
  return node.slice.text;
}

function element(machine: Machine, object: AbstractObject, node: Subscript, key: Value): Value {
  readState(machine, object);
  const field = constantKey(node.slice);
  if (object.kind === 'instance' || object.kind === 'class') {
    return union(
      callDunders(machine, object, ['__getitem__', '__missing__', '__class_getitem__'], [key], node),
      fieldOf(object, ELEMENTS),
    );
  }
  if (object.kind === 'external') return externalElement(machine, object, node);
  if (object.kind === 'scalar')
    return scalar(machine, object.type === 'builtins.str' ? 'builtins.str' : null);
  if (isContainer(object)) return containerElement(machine, object, node, field);
  if (object.kind === 'opaque' && object.type === null) return one(object);
  if (object.kind === 'bound') return receiversOf(machine, object, node);
  return dataElement(machine, object, node, key);
}

/** A part of what a module has; `numpy.c_[x, y]` makes an array. */
function externalElement(machine: Machine, object: AbstractObject, node: Subscript): Value {
  const member = machine.libraries.member(object.type ?? '');
  const owner = member?.kind === 'attribute' ? member.spec.returns : undefined;
  const type = owner === undefined ? undefined : machine.libraries.classSpec(owner)?.subscript?.returns;
  return type === undefined
    ? one(external(machine, `${object.type}[]`))
    : one(allocate(machine, node, 'data', type, {}, object));
}

/** Containers of which the analysis follows the elements one by one. */
const CONTAINERS = new Set([
  'builtins.list',
  'builtins.tuple',
  'builtins.dict',
  'builtins.set',
  'builtins.frozenset',
  'collections.deque',
  'collections.defaultdict',
  'collections.OrderedDict',
  'collections.Counter',
]);

export function isContainer(object: AbstractObject): boolean {
  return object.kind === 'data' && object.type !== null && CONTAINERS.has(object.type);
}

function containerElement(
  machine: Machine,
  object: AbstractObject,
  node: Subscript,
  field: string | null,
): Value {
  if (node.slice.type === 'Slice') {
    const copy = allocate(machine, node, 'data', object.type, {}, object);
    addToField(machine, copy, ELEMENTS, elementsOf(object));
    return one(copy);
  }
  if (object.type === 'collections.defaultdict') changeState(machine, object);
  const held = field === null ? elementsOf(object) : union(fieldOf(object, field), fieldOf(object, ELEMENTS));
  return held.size > 0 ? held : unseenElement(machine, object, node);
}

/** An element of a container that code made which is not seen: a part of it, which may change. */
export function unseenElement(machine: Machine, object: AbstractObject, node: object): Value {
  const part = allocate(machine, node, 'opaque', null, {}, object);
  addToField(machine, part, ELEMENTS, one(object));
  return one(part);
}

/** What an attribute of something is that is not known to be a method: of code, a part, such as the values of its defaults. */
export function receiversOf(machine: Machine, object: AbstractObject, node: object): Value {
  const receivers = rootReceivers(one(object));
  const isCode = (receiver: AbstractObject) => receiver.kind === 'function' || receiver.kind === 'class';
  return union(
    ...[...receivers].map((receiver) =>
      isCode(receiver) ? unseenElement(machine, receiver, node) : one(receiver),
    ),
  );
}

/** Everything that a container may hold. */
export function elementsOf(object: AbstractObject): Value {
  let found: Value = NOTHING;
  for (const [name, value] of object.fields) if (name !== KEYS) found = union(found, value);
  return found;
}

/** A part of a library object: a copy where the kind of index copies, else a view. */
function dataElement(machine: Machine, object: AbstractObject, node: Subscript, key: Value): Value {
  if (holdsObjects(object)) return unseenElement(machine, object, node);
  const type = elementType(machine, object, node, key);
  if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
  const part = allocate(machine, node, 'opaque', type, {}, object);
  if (!copies(object, node.slice, key)) addToField(machine, part, ELEMENTS, one(object));
  else passCells(machine, one(part), one(object));
  return one(part);
}

function elementType(machine: Machine, object: AbstractObject, node: Subscript, key: Value): string | null {
  if (object.type === null) return null;
  const located = locatedType(machine, object, node.slice, key);
  if (located !== undefined) return located;
  const spec = machine.libraries.classSpec(object.type);
  const stated = spec?.subscript?.returns;
  if (stated !== undefined) return stated.includes('.') ? stated : `builtins.${stated}`;
  if (isMask(node.slice) || node.slice.type === 'Slice') return object.type;
  return ifPlain(machine, object, spec?.element ?? null);
}

/** Fancy and Boolean indexing copy, in NumPy and pandas. */
function copies(object: AbstractObject, index: Expr, key: Value): boolean {
  return isTableOrArray(object) && (index.type === 'List' || isMask(index) || isListLike(key));
}

/** Stores to, or deletes, `target[key]`. */
export function storeSubscript(machine: Machine, scope: Scope, node: Subscript, value: Value): void {
  if (namespaceItem(machine, scope, node.value, node.slice, value) !== null) return;
  const target = evaluate(machine, scope, node.value);
  const key = keyOf(machine, scope, node);
  const field = constantKey(node.slice) ?? ELEMENTS;
  for (const object of target) {
    if (object.kind === 'external') {
      patchModule(machine, object, ELEMENTS, value);
    } else if (object.kind === 'instance' || object.kind === 'class') {
      callDunders(machine, object, ['__setitem__', '__delitem__'], [key, value], node);
      changeByStore(machine, object);
      addToField(machine, object, ELEMENTS, value);
    } else if (isContainer(object)) {
      changeByStore(machine, object);
      addToField(
        machine,
        object,
        node.slice.type === 'Slice' ? ELEMENTS : field,
        node.slice.type === 'Slice' ? union(value, ...[...value].map(elementsOf)) : value,
      );
      addToField(machine, object, KEYS, key);
    } else {
      changeDeep(machine, one(object));
      changeByStore(machine, object);
      readDeep(machine, value);
      // Tables and arrays take over the numbers, not the object that held them.
      if (isTableOrArray(object)) storeCells(machine, object, value);
      else store(machine, object, ELEMENTS, value);
    }
  }
}

/** Types of which every value is an array of NumPy, a table of pandas, or a number. */
const ARRAYS = new Set(['numpy.ndarray', 'numpy.Numbers', 'numpy.Result']);

function isTableOrArray(object: AbstractObject): boolean {
  const { type } = object;
  return type !== null && (ARRAYS.has(type) || type.startsWith('pandas.'));
}
