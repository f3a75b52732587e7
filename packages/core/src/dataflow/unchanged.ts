import type { RecordedStep } from '../record/index.ts';
import { type AbstractObject, pushParts, reachable, type Value } from './heap.ts';
import type { Machine } from './state.ts';

/**
 * What a step finds that a run has shown unchanged by it cannot speak for: all that is reached by other ways than through data
 * of names that were looked at before and after. To be asked before the step.
 */
export function findUnseen(machine: Machine, seen: RecordedStep): Value {
  const unchanged = new Set(seen.unchanged);
  const start: AbstractObject[] = [];
  for (const [name, { value }] of machine.moduleScope.environment.bindings) {
    if (!unchanged.has(name)) start.push(...value);
    // What code holds is no part of how a value looks: its defaults, its closure, the state of its class.
    else for (const object of reachable(value)) if (isCode(object)) pushParts(object, start);
  }
  for (const value of machine.resourceObjects.values()) start.push(...value);
  for (const module of machine.externals.values())
    for (const field of module.fields.values()) start.push(...field);
  return reachable(new Set(start));
}

function isCode({ kind }: AbstractObject): boolean {
  return kind === 'function' || kind === 'class' || kind === 'generator' || kind === 'bound';
}

/** Takes back what the current step was feared to change and a run has shown unchanged; a store that was seen is no fear. */
export function takeBackFears(machine: Machine, seen: RecordedStep, unseen: Value): void {
  const { mutated, stored, first } = machine.step;
  const looked = namedAlone(machine, seen);
  for (const [object, before] of mutated) {
    const isFear = before !== null && before.writer < first && !stored.has(object);
    if (isFear && (looked.has(object) || !unseen.has(object))) object.version = before;
  }
}

/** The objects that names which were looked at surely stand for. */
function namedAlone(machine: Machine, { unchanged = [] }: RecordedStep): Value {
  const found = new Set<AbstractObject>();
  for (const name of unchanged) {
    const binding = machine.moduleScope.environment.bindings.get(name);
    const [object, ...others] = binding?.value ?? [];
    if (object === undefined || others.length > 0 || binding?.unbound !== 'no') continue;
    if (object.single && (object.kind === 'data' || object.kind === 'instance')) found.add(object);
  }
  return found;
}
