import { type AbstractObject, pushLastingParts, type Value } from './heap.ts';

/** Values of more objects than this are made smaller where that loses nothing. */
const MANY = 8;

/** What an opaque object of a value that was made smaller reaches: it is in the value, too, and stays so. */
const covered = new WeakMap<Value, ReadonlySet<AbstractObject>>();
const smaller = new WeakMap<Value, Value>();

/** Leaves out what an opaque object among the others reaches: it stands for all of that. */
export function compact(value: Value): Value {
  if (value.size <= MANY || covered.has(value)) return value;
  const known = smaller.get(value);
  if (known !== undefined) return known;
  const made = withoutCovered(value, null);
  smaller.set(value, made);
  return made;
}

/** Adds to the value of a field of `holder`; gives the very value when it stands for all of `more` already. */
export function compactUnion(value: Value, more: Value, holder: AbstractObject): Value {
  if (more === value || more.size === 0) return value;
  if (value.size === 0 && more.size <= MANY && !covered.has(more)) return more;
  const known = covered.get(value);
  const news = [...more].filter((object) => !value.has(object) && !known?.has(object));
  if (news.length === 0) return value;
  const all = new Set([...value, ...news]);
  return all.size <= MANY ? all : withoutCovered(all, holder);
}

/** What is only reached through the holder would lose its own support. */
function withoutCovered(value: Value, holder: AbstractObject | null): Value {
  const reached = new Set<AbstractObject>();
  const kept: AbstractObject[] = [];
  for (const object of value) {
    if (object.kind !== 'opaque' || object.type !== null || reached.has(object)) continue;
    kept.push(object);
    cover(object, reached, holder);
  }
  if (kept.length === 0) return value;
  const made = new Set([...kept, ...[...value].filter((object) => !reached.has(object))]);
  covered.set(made, reached);
  return made;
}

/** Adds what an object reaches for good. */
function cover(start: AbstractObject, reached: Set<AbstractObject>, holder: AbstractObject | null): void {
  const pending = [start];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (reached.has(object)) continue;
    reached.add(object);
    if (object === holder) continue;
    pushLastingParts(object, pending);
  }
}
