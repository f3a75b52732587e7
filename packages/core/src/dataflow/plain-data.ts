import { type AbstractObject, one, reachable } from './heap.ts';
import type { Machine } from './state.ts';

/** Types that may only be claimed of parts that no code of the notebook has filled. */
const PLAIN = new Set(['builtins.Plain', 'pandas.Located']);

/**
 * The type of what a column or array holds, where nothing that it reaches is an object of the notebook's classes or of
 * unknown type: then libraries have filled it with plain values.
 */
export function plainPart(machine: Machine, object: AbstractObject): string | null {
  const spec = object.type === null ? undefined : machine.libraries.classSpec(object.type);
  return spec?.element === 'builtins.Plain' ? ifPlain(machine, object, spec.element) : null;
}

/** A type that a spec states of a part of an object, unless it takes plain values for granted and there may be others. */
export function ifPlain(machine: Machine, object: AbstractObject, type: string | null): string | null {
  if (type === null || !PLAIN.has(type)) return type;
  for (const part of reachable(one(object))) {
    if (part.kind === 'scalar') continue;
    if (part.kind !== 'data' && part.kind !== 'opaque') return null;
    if (part.type === null || machine.libraries.classSpec(part.type) === undefined) return null;
  }
  return type;
}
