import { type CallArguments, callValue } from './calls.ts';
import { callDunders } from './classes.ts';
import { type AbstractObject, isMutable, NOTHING, one, reachable, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { scalar } from './objects.ts';
import { OPERATOR_METHODS } from './operators.ts';
import type { Machine } from './state.ts';
import { isContainer } from './subscripts.ts';
import { callReachable } from './unknown-calls.ts';

/**
 * Runs code of the notebook that a library's call may run: callables it is given, methods of the notebook's classes. Gives what the
 * callables return: the result may hold it.
 */
export function runHooks(
  machine: Machine,
  called: Value,
  given: CallArguments,
  all: Value,
  node: object,
): Value {
  let results: Value = NOTHING;
  for (const object of all) {
    const isCode =
      object.kind === 'function' ||
      object.kind === 'class' ||
      (object.kind === 'bound' && (object.bound?.callee.size ?? 0) > 0);
    const mayBeCode =
      called.has(object) && (object.kind === 'bound' || (object.kind === 'opaque' && object.type === null));
    if (!isCode && !mayBeCode) continue;
    const others = new Set([...all].filter((other) => other !== object));
    const parts = union(
      others,
      ...[...others].map((other) => (isContainer(other) ? consume(machine, one(other), node) : NOTHING)),
    );
    machine.conditional += 1;
    const arguments_ = { positional: [], rest: union(parts, scalar(machine, null)) };
    const made = callValue(machine, one(object), arguments_, node);
    if (called.has(object)) results = union(results, new Set([...made].filter(isMutable)));
    machine.conditional -= 1;
  }
  for (const object of called) {
    // An estimator calls the functions and the steps that it was made with.
    if (object.kind === 'data' || object.kind === 'opaque')
      results = union(results, callReachable(machine, heldBy(object), [all], node));
  }
  for (const object of reachable(all)) {
    if (object.kind === 'instance') callDunders(machine, object, OPERATOR_METHODS, [all], node);
    if (object.kind === 'generator' && all.has(object)) consume(machine, one(object), node);
    else if (
      object.type !== null &&
      object.kind !== 'scalar' &&
      machine.libraries.classSpec(object.type)?.consumable &&
      all.has(object)
    ) {
      if (!given.receiver?.has(object)) consume(machine, one(object), node);
    }
  }
  return results;
}

/** What a library object reaches, itself left out. */
function heldBy(object: AbstractObject): Value {
  return object.type === null ? NOTHING : union(...object.fields.values());
}
