import { type AbstractObject, NOTHING, one, union, type Value } from './heap.ts';
import { type Machine, MOST_WORK } from './state.ts';
import { surrenderCalls } from './surrender.ts';

/** More rounds than any program needs: each adds to sets that are finite. */
const MOST_ROUNDS = 40;

/**
 * Interprets a call by code that is not seen, with all values that the step has handed to `key` so far; gives its results.
 * What one such call does may add to what another is given: all of them are interpreted in rounds, until a round adds nothing.
 * Within a round, a call gives the results that are known so far.
 */
export function handOver(
  machine: Machine,
  key: AbstractObject,
  values: Value,
  call: (values: Value) => Value,
): Value {
  const before = machine.handed.get(key);
  const all = union(before?.values ?? NOTHING, values);
  const known = before !== undefined && all === before.values;
  if (known && before.epoch === machine.epoch) return before.result;
  if (machine.work > MOST_WORK) return giveUp(machine, key, all);
  const result = before?.result ?? NOTHING;
  machine.handed.set(key, { values: all, epoch: null, result, call });
  if (machine.settling !== null) {
    if (!known || !machine.settling.has(key)) machine.epoch += 1;
    machine.settling.add(key);
    return result;
  }
  settle(machine, key);
  return machine.handed.get(key)?.result ?? NOTHING;
}

function settle(machine: Machine, first: AbstractObject): void {
  const settling = new Set([first]);
  machine.settling = settling;
  machine.conditional += 1;
  for (let round = 0; round < MOST_ROUNDS && machine.work <= MOST_WORK; round++) {
    const { epoch } = machine;
    // Calls that join while the round runs are visited in it.
    for (const key of settling) if (machine.work <= MOST_WORK) runAgain(machine, key);
    if (machine.epoch === epoch) break;
  }
  if (machine.work > MOST_WORK) for (const key of settling) giveUpAfterAll(machine, key);
  machine.conditional -= 1;
  machine.settling = null;
  for (const key of settling) {
    const handed = machine.handed.get(key);
    if (handed) machine.handed.set(key, { ...handed, epoch: machine.epoch });
  }
}

function runAgain(machine: Machine, key: AbstractObject): void {
  const handed = machine.handed.get(key);
  if (handed === undefined) return;
  const more = handed.call(handed.values);
  const now = machine.handed.get(key) ?? handed;
  const result = union(now.result, more);
  if (result !== now.result) machine.epoch += 1;
  machine.handed.set(key, { ...now, result });
}

/** What has been found out of a call so far is not all: its result may be anything, too. */
function giveUpAfterAll(machine: Machine, key: AbstractObject): void {
  const handed = machine.handed.get(key);
  if (handed === undefined) return;
  const result = union(handed.result, giveUp(machine, key, handed.values));
  machine.handed.set(key, { ...handed, result });
}

function giveUp(machine: Machine, called: AbstractObject, given: Value): Value {
  const name = called.code?.name ?? called.classInfo?.name;
  const shown = name === undefined ? 'a function' : `\`${name}\``;
  return surrenderCalls(machine, shown, union(one(called), given));
}
