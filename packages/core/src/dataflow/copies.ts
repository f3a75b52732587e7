import type { CallArguments } from './calls.ts';
import { callDunders } from './classes.ts';
import { type AbstractObject, ELEMENTS, NOTHING, one, reachable, union, type Value } from './heap.ts';
import { callSpecified } from './library-calls.ts';
import { addToField, allocate, readState } from './objects.ts';
import { attach, attached } from './resources.ts';
import type { Machine } from './state.ts';
import { isContainer } from './subscripts.ts';

type Copy = (machine: Machine, given: CallArguments, node: object) => Value;

/** `copy.copy`: a container of the same elements; an instance with the same attributes. */
export function shallowCopy(machine: Machine, given: CallArguments, node: object): Value {
  const [value = NOTHING] = given.positional;
  return union(
    ...[...value].map((object) => {
      readState(machine, object);
      if (isShared(object)) return one(object);
      const made = copyHooks(machine, object, ['__copy__', ...REDUCING], node);
      const copy = emptyCopy(machine, object, node);
      for (const [field, held] of object.fields) addToField(machine, copy, field, held);
      if (copy.kind === 'opaque') addToField(machine, copy, ELEMENTS, one(object));
      return union(one(copy), made);
    }),
  );
}

/** `copy.deepcopy`: copies of everything that can change. */
export function deepCopy(machine: Machine, given: CallArguments, node: object): Value {
  const [value = NOTHING] = given.positional;
  for (const object of reachable(value)) readState(machine, object);
  return copyAll(machine, value, ['__deepcopy__', ...REDUCING], node);
}

const REDUCING = ['__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__getnewargs__'];

function copyAll(machine: Machine, value: Value, hooks: readonly string[], node: object): Value {
  const copies = new Map<AbstractObject, Value>();
  const originals = [...reachable(value)];
  for (const object of originals) {
    if (isShared(object)) copies.set(object, one(object));
    else
      copies.set(
        object,
        union(one(emptyCopy(machine, object, node)), copyHooks(machine, object, hooks, node)),
      );
  }
  for (const object of originals) {
    const [copy] = copies.get(object) ?? NOTHING;
    if (copy === undefined || copy === object) continue;
    for (const [field, held] of object.fields) {
      const parts = [...held].map((part) => copies.get(part) ?? NOTHING);
      addToField(machine, copy, field, union(...parts));
    }
    // What a method is bound to, and what a generator holds, lie behind the copy, too.
    if (copy.kind === 'opaque' && object.kind !== 'opaque') addToField(machine, copy, ELEMENTS, one(object));
  }
  return union(...[...value].map((object) => copies.get(object) ?? NOTHING));
}

/** Functions, classes and values that never change are not copied. */
function isShared({ kind }: AbstractObject): boolean {
  return kind === 'scalar' || kind === 'external' || kind === 'function' || kind === 'class';
}

function emptyCopy(machine: Machine, object: AbstractObject, node: object): AbstractObject {
  const parts = object.instanceOf ? { instanceOf: object.instanceOf } : {};
  const isPlain = object.kind === 'instance' || isContainer(object);
  return allocate(machine, node, isPlain ? object.kind : 'opaque', object.type, parts, object);
}

function copyHooks(machine: Machine, object: AbstractObject, hooks: readonly string[], node: object): Value {
  if (object.kind !== 'instance') return NOTHING;
  return callDunders(machine, object, hooks, [NOTHING], node);
}

const PICKLED = 'pickled values';

/** `pickle.dumps`, `joblib.dump`: whatever is read back may be an instance of the same classes. */
export function pickle(name: string): Copy {
  return (machine, given, node) => {
    const [value = NOTHING] = given.positional;
    for (const object of reachable(value)) copyHooks(machine, object, REDUCING, node);
    attach(machine, PICKLED, value, false);
    return callSpecified(machine, name, given, node);
  };
}

/** `pickle.loads`, `joblib.load`. */
export function unpickle(name: string): Copy {
  return (machine, given, node) =>
    union(
      callSpecified(machine, name, given, node),
      copyAll(machine, attached(machine, PICKLED), REDUCING, node),
    );
}
