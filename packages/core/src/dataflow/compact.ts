import { type AbstractObject, ELEMENTS, pushLastingParts, type Value } from './heap.ts';

/** Values of more objects than this are made smaller where that loses nothing. */
const MANY = 8;

const smaller = new WeakMap<Value, Value>();

/** Leaves out what an unknown object among the others holds: it stands for all of that. */
export function compact(value: Value): Value {
  if (value.size <= MANY) return value;
  const before = smaller.get(value);
  if (before !== undefined) return before;
  const made = withoutReached(value);
  smaller.set(value, made);
  smaller.set(made, made);
  return made;
}

/** Adds to the value of a field of `holder`; gives the very value when it stands for all of `more` already. */
export function compactUnion(value: Value, more: Value, holder: AbstractObject): Value {
  if (more === value || more.size === 0) return value;
  if (value.size === 0 && more.size <= MANY) return more;
  const news: AbstractObject[] = [];
  for (const object of more) if (!value.has(object)) news.push(object);
  if (news.length === 0) return value;
  if (value.size + news.length <= MANY) return new Set([...value, ...news]);
  const keepers = [...value].filter((object) => isUnknown(object) && object !== holder);
  const others = news.filter((object) => !keepers.some((keeper) => holds(keeper, object)));
  return others.length === 0 ? value : withoutHeld(new Set([...value, ...others]), holder);
}

/** Leaves out what an unknown object of the value reaches. */
function withoutReached(value: Value): Value {
  const kept: AbstractObject[] = [];
  const reached: ReadonlySet<AbstractObject>[] = [];
  const isReached = (object: AbstractObject): boolean => reached.some((known) => known.has(object));
  for (const object of value) {
    if (!isUnknown(object) || isReached(object)) continue;
    kept.push(object);
    reached.push(reachedFrom(object));
  }
  return kept.length === 0 ? value : new Set([...kept, ...[...value].filter((object) => !isReached(object))]);
}

interface Known {
  readonly elements: Value | undefined;
  readonly reached: ReadonlySet<AbstractObject>;
}

/** What an unknown object was found to reach when it held those elements. What it reached once, it reaches for good. */
const known = new WeakMap<AbstractObject, Known>();

function reachedFrom(start: AbstractObject): ReadonlySet<AbstractObject> {
  const elements = start.fields.get(ELEMENTS);
  const before = known.get(start);
  if (before !== undefined && before.elements === elements) return before.reached;
  const reached = new Set<AbstractObject>();
  const pending = [start];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (reached.has(object)) continue;
    reached.add(object);
    pushLastingParts(object, pending);
  }
  known.set(start, { elements, reached });
  return reached;
}

/**
 * Leaves out what another object of the value holds itself, so that it is reached through that one. The holder of the value does
 * not count: what is only reached through it would lose its own support.
 */
function withoutHeld(value: Value, holder: AbstractObject): Value {
  const kept = new Set(value);
  for (const object of value) {
    if (!isUnknown(object) || object === holder || !kept.has(object)) continue;
    for (const field of object.fields.values()) {
      const [few, others] = field.size < kept.size ? [field, kept] : [kept, field];
      for (const held of few) if (held !== object && others.has(held)) kept.delete(held);
    }
  }
  return kept.size < value.size ? kept : value;
}

function holds(keeper: AbstractObject, object: AbstractObject): boolean {
  for (const field of keeper.fields.values()) if (field.has(object)) return true;
  return false;
}

function isUnknown({ kind, type }: AbstractObject): boolean {
  return kind === 'opaque' && type === null;
}
