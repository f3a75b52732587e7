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
export interface Reachers {
  /** The objects that were met with them: lists that were made for another step are over. */
  readonly round: readonly AbstractObject[];
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
  let alone: Reachers;
  let isTouched = false;
  const meet = (object: AbstractObject): void => {
    if (isLeaf(object)) return;
    const known = object.reachers?.round === met ? object.reachers : null;
    if (known?.name === alone.name) return;
    if (known === null) met.push(object);
    object.reachers = known === null ? alone : extended(known, alone.name);
    if (changed.has(object)) isTouched = true;
    pushParts(object, pending);
  };
  allBindings(machine).forEach(({ value }, name) => {
    if (value.size === 0) return;
    alone = { round: met, name, before: null, after: null };
    isTouched = false;
    if (value.size === 1) value.forEach(meet);
    else pending.push(...value);
    for (let object = pending.pop(); object !== undefined; object = pending.pop()) meet(object);
    if (isTouched) touched.push(name);
  });
  return { touched, groups: groupsOf(met) };
}

/** Modules, numbers and texts are neither changed nor hold anything. */
function isLeaf(object: AbstractObject): boolean {
  return !isMutable(object) && object.fields.size === 0;
}

function extended(reachers: Reachers, name: string): Reachers {
  if (reachers.after?.name !== name)
    reachers.after = { round: reachers.round, name, before: reachers, after: null };
  return reachers.after;
}

function groupsOf(met: readonly AbstractObject[]): string[][] {
  const groups = new Set<Reachers>();
  met.forEach(({ reachers, kind }) => {
    if (!reachers?.before || kind === 'function' || kind === 'class') return;
    if (kind !== 'scalar' && kind !== 'external') groups.add(reachers);
  });
  return [...groups].map(namesOf);
}

function namesOf(group: Reachers): string[] {
  const names: string[] = [];
  for (let at: Reachers | null = group; at !== null; at = at.before) names.push(at.name);
  return names.reverse();
}
