import { type AbstractObject, isMutable, pushAll, pushParts } from './heap.ts';
import { allBindings } from './scopes.ts';
import type { Machine } from './state.ts';

/** What holds of the names of the notebook at one point. */
export interface NameFacts {
  /** Names that reach a changed object. */
  readonly touched: readonly string[];
  /** Groups of names that reach one mutable object; only groups of two and more. */
  readonly groups: readonly (readonly string[])[];
}

/** Two and more names that reach an object, as a list that grows at its end: objects with the same names share one. */
export interface Reachers {
  readonly name: string;
  readonly before: Reachers | null;
  /** The same names and the one that was added last. */
  after: Reachers | null;
}

/** Follows every name to all that it reaches, once. */
export function relateNames(machine: Machine, changed: ReadonlySet<AbstractObject>): NameFacts {
  const met: AbstractObject[] = [];
  const touched: string[] = [];
  const pending: AbstractObject[] = [];
  const alone = new Map<string, Reachers>();
  let current = '';
  let isTouched = false;
  const meet = (object: AbstractObject): void => {
    if (isLeaf(object)) return;
    const { reachers } = object;
    if (object.metAmong !== met) {
      met.push(object);
      object.metAmong = met;
      object.reachers = current;
    } else if (reachers === null || typeof reachers === 'string') {
      if (reachers === null || reachers === current) return;
      object.reachers = extended(listOf(reachers, alone), current);
    } else {
      if (reachers.name === current) return;
      object.reachers = extended(reachers, current);
    }
    if (changed.has(object)) isTouched = true;
    pushParts(object, pending);
  };
  allBindings(machine).forEach((binding, name) => {
    current = name;
    isTouched = false;
    if (binding.value.size === 1) binding.value.forEach(meet);
    else pushAll(binding.value, pending);
    for (let object = pending.pop(); object !== undefined; object = pending.pop()) meet(object);
    if (isTouched) touched.push(name);
  });
  return { touched, groups: groupsOf(met) };
}

/** The list of one name, made when another one joins it. */
function listOf(name: string, alone: Map<string, Reachers>): Reachers {
  const known = alone.get(name) ?? { name, before: null, after: null };
  alone.set(name, known);
  return known;
}

/** Modules, numbers and texts are neither changed nor hold anything. */
function isLeaf(object: AbstractObject): boolean {
  return !isMutable(object) && object.fields.size === 0;
}

function extended(reachers: Reachers, name: string): Reachers {
  if (reachers.after?.name !== name) reachers.after = { name, before: reachers, after: null };
  return reachers.after;
}

function groupsOf(met: readonly AbstractObject[]): string[][] {
  const groups = new Set<Reachers>();
  met.forEach(({ reachers, kind }) => {
    if (reachers === null || typeof reachers === 'string' || kind === 'function' || kind === 'class') return;
    if (kind !== 'scalar' && kind !== 'external') groups.add(reachers);
  });
  return [...groups].map(namesOf);
}

function namesOf(group: Reachers): string[] {
  const names: string[] = [];
  for (let at: Reachers | null = group; at !== null; at = at.before) names.push(at.name);
  return names.reverse();
}
