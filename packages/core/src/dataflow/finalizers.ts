import { callDunders, classMember } from './classes.ts';
import { touchFile } from './files.ts';
import { type AbstractObject, NOTHING, reachable, union, type Value } from './heap.ts';
import { changeState } from './objects.ts';
import { attach, attached } from './resources.ts';
import type { Machine } from './state.ts';

/** Notes that the notebook has something that acts when its last reference goes: a file that flushes, a class with `__del__`. */
export function expectFinalizers(machine: Machine): void {
  machine.dropped ??= NOTHING;
}

const WEAK_REFERENCES = 'weak references';

/** Notes that a value changes when what it refers to is let go of. */
export function noteWeakReferences(machine: Machine, made: Value): void {
  expectFinalizers(machine);
  attach(machine, WEAK_REFERENCES, made, false);
}

/** Notes that a name lets go of its value. */
export function dropValue(machine: Machine, value: Value): void {
  if (machine.dropped !== null) machine.dropped = union(machine.dropped, value);
}

/** Runs, at the end of a step, whatever may act because the step lets go of it. */
export function finalize(machine: Machine, node: object): void {
  if (machine.dropped === null) return;
  const candidates = union(machine.dropped, new Set(machine.step.mutated.keys()));
  if (machine.dropped.size > 0)
    for (const reference of attached(machine, WEAK_REFERENCES)) changeState(machine, reference);
  machine.dropped = NOTHING;
  for (const object of reachable(candidates)) {
    if (object.file && object.closed !== true) touchFile(machine, object.file.path, 'change');
    if (hasFinalizer(machine, object, node)) callDunders(machine, object, ['__del__'], [], node);
  }
}

export function hasFinalizer(machine: Machine, object: AbstractObject, node: object): boolean {
  for (const owner of object.instanceOf ?? NOTHING) {
    if (owner.kind === 'class' && classMember(machine, owner, '__del__', node) !== null) return true;
  }
  return false;
}
