import { packageOf } from './attributes.ts';
import { NOTHING, one, union, type Value } from './heap.ts';
import { allocate, external } from './objects.ts';
import { attach, attached } from './resources.ts';
import type { Machine } from './state.ts';

/**
 * Gives the member of a module by its qualified name. What has no spec may be data that the program changes like any other:
 * it comes with the state that it belongs to.
 */
export function memberOf(machine: Machine, qualifiedName: string): Value {
  return union(one(external(machine, qualifiedName)), moduleState(machine, qualifiedName));
}

/**
 * The state behind a member of a module without a spec, as one object: of a package of which nothing is known all its data,
 * registries, connections and caches; of another package that member alone.
 */
export function moduleState(machine: Machine, qualifiedName: string): Value {
  const name = qualifiedName.replace(/^\.+/, '');
  const library = packageOf(name);
  if (library === '?') return NOTHING;
  const isKnown = machine.libraries.knows(library);
  if (isKnown && hasSpec(machine, name)) return NOTHING;
  const owner = isKnown ? name : library;
  const known = attached(machine, `state ${owner}`);
  if (known.size > 0) return known;
  const state = allocate(machine, external(machine, owner), 'opaque', null, {}, 'state');
  // It was there before the notebook: the statement that meets it first did not make it.
  state.version = null;
  attach(machine, `state ${owner}`, one(state), true);
  return one(state);
}

function hasSpec({ libraries, imports }: Machine, name: string): boolean {
  return libraries.member(name) !== undefined || imports.has(name) || libraries.isModule(name);
}
