import { type AbstractObject, isMutable, pushParts } from './heap.ts';
import { allBindings } from './scopes.ts';
import type { Machine } from './state.ts';

/** What holds of the names of the notebook at one point. */
export interface NameFacts {
  /** Names that reach a changed object. */
  readonly touched: readonly string[];
  /** Groups of names that reach one mutable object; only groups of two and more. */
  readonly groups: readonly (readonly string[])[];
}

/** The names that reach an object, as a list that grows at its end: objects with the same names share one. */
interface Reachers {
  readonly name: string;
  readonly before: Reachers | null;
  /** The same names and the one that was added last. */
  after: Reachers | null;
}

/** Follows every name to all that it reaches, once. */
export function relateNames(machine: Machine, changed: ReadonlySet<AbstractObject>): NameFacts {
  const reachers = new Map<AbstractObject, Reachers>();
  const touched: string[] = [];
  const pending: AbstractObject[] = [];
  allBindings(machine).forEach((binding, name) => {
    binding.value.forEach(pushHolding, pending);
    if (pending.length === 0) return;
    const alone: Reachers = { name, before: null, after: null };
    let isTouched = false;
    for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
      if (isLeaf(object)) {
        if (changed.has(object)) isTouched = true;
        continue;
      }
      const known = reachers.get(object);
      if (known?.name === name) continue;
      reachers.set(object, known === undefined ? alone : extended(known, name));
      if (changed.has(object)) isTouched = true;
      pushParts(object, pending);
    }
    if (isTouched) touched.push(name);
  });
  return { touched, groups: groupsOf(reachers) };
}

function pushHolding(this: AbstractObject[], object: AbstractObject): void {
  if (!isLeaf(object)) this.push(object);
}

/** Modules, numbers and texts are neither changed nor hold anything. */
function isLeaf(object: AbstractObject): boolean {
  return !isMutable(object) && object.fields.size === 0;
}

function extended(reachers: Reachers, name: string): Reachers {
  if (reachers.after?.name !== name) reachers.after = { name, before: reachers, after: null };
  return reachers.after;
}

function groupsOf(reachers: ReadonlyMap<AbstractObject, Reachers>): string[][] {
  const groups = new Set<Reachers>();
  reachers.forEach((group, object) => {
    if (group.before !== null && isMutable(object) && object.kind !== 'function' && object.kind !== 'class')
      groups.add(group);
  });
  return [...groups].map(namesOf);
}

function namesOf(group: Reachers): string[] {
  const names: string[] = [];
  for (let at: Reachers | null = group; at !== null; at = at.before) names.push(at.name);
  return names.reverse();
}
