import { holdsObjects, passCells } from './cells.ts';
import { type AbstractObject, ELEMENTS, one, union, type Value } from './heap.ts';
import { addToField, allocate } from './objects.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer } from './subscripts.ts';

/** The list that a split into a train and a test set gives: two parts of every argument, each of its class. */
export function splitArguments(machine: Machine, positional: readonly Value[], node: object): Value {
  const list = allocate(machine, node, 'data', 'builtins.list');
  positional.forEach((value, argument) => {
    for (const at of [2 * argument, 2 * argument + 1]) {
      const parts = [...value].map((object) => partOf(machine, object, node, at));
      addToField(machine, list, String(at), union(...parts));
    }
  });
  return one(list);
}

/** Rows of tables and arrays are copied; what lists and cells hold is shared. */
function partOf(machine: Machine, object: AbstractObject, node: object, at: number): Value {
  const isKnown = object.type !== null && (object.kind === 'data' || object.kind === 'opaque');
  if (!isKnown || holdsObjects(object) || !(isContainer(object) || isTable(object))) {
    const part = allocate(machine, node, 'opaque', null, {}, at);
    addToField(machine, part, ELEMENTS, one(object));
    return one(part);
  }
  // What is split of a container that is no list is a list.
  const type = isContainer(object) ? 'builtins.list' : object.type;
  const part = allocate(machine, node, 'data', type, {}, `${type} ${at}`);
  if (isContainer(object)) addToField(machine, part, ELEMENTS, elementsOf(object));
  else passCells(machine, one(part), one(object));
  return one(part);
}

function isTable({ type }: AbstractObject): boolean {
  return (
    type !== null && /^(numpy\.ndarray|sklearn\.Matrix|pandas\.(DataFrame|Series)|scipy\.sparse\.)/.test(type)
  );
}
