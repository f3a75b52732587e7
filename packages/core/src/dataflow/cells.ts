import { allArguments, type CallArguments } from './calls.ts';
import { type AbstractObject, ELEMENTS, NOTHING, reachable, union, type Value } from './heap.ts';
import { addToField } from './objects.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer } from './subscripts.ts';

/** How many levels of a constructor's argument are the table itself; what lies below are its cells. */
const LEVELS: Readonly<Record<string, number>> = { 'pandas.Series': 1, 'pandas.DataFrame': 2 };

/** A table takes over numbers, but its cells are the very lists, dicts and instances that it is made of. */
export function keepCells(machine: Machine, type: string, made: Value, given: Value): void {
  const levels = LEVELS[type];
  if (levels === undefined) return;
  let cells = given;
  for (let level = 0; level < levels; level++) cells = inside(cells);
  keep(machine, made, cells);
}

/** Field of an array that holds objects as they are. */
const OBJECTS = '#objects';

/** `np.empty(3, dtype=object)` makes an array of references. */
export function noteObjects(machine: Machine, made: Value, given: CallArguments): void {
  const type = given.node?.keywords.find(({ arg }) => arg === 'dtype')?.value;
  const isObject =
    (type?.type === 'Name' && type.id === 'object') ||
    (type?.type === 'Constant' && (type.value === 'object' || type.value === 'O'));
  if (!isObject) return;
  for (const array of made) {
    if (array.kind === 'scalar') continue;
    addToField(machine, array, OBJECTS, made);
    addToField(machine, array, ELEMENTS, allArguments(given));
  }
}

export function holdsObjects(object: AbstractObject): boolean {
  return object.fields.has(OBJECTS);
}

/** Stores the elements of `value` as the cells of a column or of rows. */
export function storeCells(machine: Machine, table: AbstractObject, value: Value): void {
  if (holdsObjects(table)) addToField(machine, table, ELEMENTS, value);
  keep(machine, new Set([table]), union(inside(value), onlyCells(value, ['instance'])));
  passCells(machine, new Set([table]), value);
}

function keep(machine: Machine, tables: Value, values: Value): void {
  const cells = onlyCells(values, ['instance', 'data']);
  for (const table of tables) if (table.kind !== 'scalar') addToField(machine, table, ELEMENTS, cells);
}

/** Objects that are cells as they are: numbers and texts are copied, arrays and tables are taken apart. */
function onlyCells(value: Value, kinds: readonly AbstractObject['kind'][]): Value {
  return new Set(
    [...value].filter(
      (object) => kinds.includes(object.kind) && (object.kind === 'instance' || isContainer(object)),
    ),
  );
}

function inside(value: Value): Value {
  return union(...[...value].map((object) => (isContainer(object) ? elementsOf(object) : NOTHING)));
}

function isTable(object: AbstractObject): boolean {
  return (
    (object.kind === 'data' || object.kind === 'opaque') && (object.type?.startsWith('pandas.') ?? false)
  );
}

/** What is made of tables has the same lists, dicts and instances in its cells. */
export function passCells(machine: Machine, made: Value, given: Value): void {
  const tables = [...made].filter(isTable);
  if (tables.length === 0) return;
  const sources = [...reachable(given)].filter(isTable);
  const cells = onlyCells(union(...sources.map(elementsOf)), ['instance', 'data']);
  if (cells.size > 0) for (const table of tables) addToField(machine, table, ELEMENTS, cells);
}
