import type { Resource } from '../libraries/index.ts';
import { allArguments, type CallArguments, callValue } from './calls.ts';
import { methodsOf } from './classes.ts';
import { constantText } from './constants.ts';
import { touchFile } from './files.ts';
import { callFunction, runGenerator } from './functions.ts';
import { handOver } from './hand-over.ts';
import { ELEMENTS, NOTHING, one, reachable, union, type Value } from './heap.ts';
import { addToField, allocate, changeDeep, store } from './objects.ts';
import { readResource, writeResource } from './resources.ts';
import { readEverything } from './scopes.ts';
import { readAtSigns } from './specs.ts';
import { type Machine, MOST_WORK } from './state.ts';
import { surrenderCalls } from './surrender.ts';

/**
 * Calls something of which nothing is known: it may change its receiver, its arguments and all that is reachable from them,
 * call every function and method among them, draw random numbers, read and write files, and give back any of it.
 */
export function callUnknown(
  machine: Machine,
  callee: Value,
  given: CallArguments,
  node: object,
  doubt: string,
  name = '',
): Value {
  machine.step.doubts.add(doubt);
  const all = union(callee, allArguments(given));
  readNamedInText(machine, given, name);
  if (machine.work > MOST_WORK) return surrenderCalls(machine, 'what is called here', all);
  const result = allocate(machine, node, 'opaque', null);
  addToField(machine, result, ELEMENTS, all);
  const returned = callReachable(machine, all, [all, one(result)], node);
  addToField(machine, result, ELEMENTS, returned);
  // It may keep what it was given in what it belongs to.
  for (const object of callee) store(machine, object, ELEMENTS, all);
  changeDeep(machine, all);
  for (const resource of WORST) {
    readResource(machine, resource);
    writeResource(machine, resource, 'change');
  }
  touchUnknownFiles(machine, given, name);
  // An opaque object stands for anything that it reaches: also for the very objects that the call was given.
  return one(result);
}

const WORST: readonly Resource[] = ['random.python', 'random.numpy', 'random.torch', 'environment'];

const WRITES =
  /save|write|dump|export|download|store|to_|train|fit|open|create|make|mk_?dir|touch|run|upload|copy|move|delete|remove|unlink|rm_?dir|rm_?tree|extract|unzip|unpack|close|flush|commit|persist/i;

/** A path among the arguments may be read and written; so may any, by a name that says so. */
function touchUnknownFiles(machine: Machine, given: CallArguments, name: string): void {
  const texts = [...allArguments({ ...given, receiver: new Set() })].filter(
    (object) => object.kind === 'scalar' && object.type === 'builtins.str',
  );
  for (const object of texts) {
    const text = constantText(one(object));
    if (text === undefined || /[./\\]/.test(text)) touchFile(machine, text ?? null, 'change');
  }
  if (texts.length === 0 && (name === '' || WRITES.test(name))) touchFile(machine, null, 'change');
}

/** `query('p > @limit')` of what may be a data frame reads the caller's names through its frame. */
function readNamedInText(machine: Machine, given: CallArguments, name: string): void {
  for (const object of allArguments({ ...given, receiver: NOTHING })) {
    if (object.kind !== 'scalar' || object.type !== 'builtins.str') continue;
    if (object.constant !== undefined) readAtSigns(machine, object.constant);
    else if (name === 'query' || name === 'eval') readEverything(machine);
  }
}

/** How many objects may be looked at for one unit of work. */
const OBJECTS_A_UNIT = 10;

/** Calls every function, class and method that can be reached from `value`, with `given` in any place; gives their results. */
export function callReachable(machine: Machine, value: Value, given: readonly Value[], node: object): Value {
  const rest = union(...given);
  const reached = reachable(value);
  machine.work += reached.size / OBJECTS_A_UNIT;
  if (machine.work > MOST_WORK) {
    return surrenderCalls(machine, 'what is called here', union(value, rest));
  }
  const results: Value[] = [];
  machine.conditional += 1;
  for (const object of reached) {
    if (object.kind === 'function') {
      results.push(
        handOver(machine, object, rest, (values) =>
          callFunction(machine, object, { positional: [], rest: values }, node),
        ),
      );
    } else if (object.kind === 'instance') {
      for (const method of methodsOf(object)) {
        const values = union(one(object), rest);
        results.push(
          handOver(machine, method, values, (all) =>
            callFunction(machine, method, { positional: [], rest: all }, node),
          ),
        );
      }
    } else if (object.kind === 'class') {
      results.push(
        handOver(machine, object, rest, (values) =>
          callValue(machine, one(object), { positional: [], rest: values }, node),
        ),
      );
    } else if (object.kind === 'generator') {
      handOver(machine, object, NOTHING, () => {
        runGenerator(machine, object);
        return NOTHING;
      });
    }
  }
  machine.conditional -= 1;
  return union(...results);
}
