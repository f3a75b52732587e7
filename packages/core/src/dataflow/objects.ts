import { touchFile } from './files.ts';
import {
  type AbstractObject,
  ELEMENTS,
  isMutable,
  NOTHING,
  one,
  reachable,
  union,
  type Value,
} from './heap.ts';
import { type Machine, need } from './state.ts';
import { overwritten, updated } from './versions.ts';

/** What tells apart objects that one place makes: the call it runs in, the receiver, the position in a result. */
export type SiteContext = object | string | number | null;

type ObjectParts = Partial<
  Pick<AbstractObject, 'constant' | 'code' | 'frame' | 'classInfo' | 'instanceOf' | 'bound' | 'file'>
>;

/** Gives the object that `node` makes in the current step (for the call `context`): one per place, however often it runs. */
export function allocate(
  machine: Machine,
  node: object,
  kind: AbstractObject['kind'],
  type: string | null,
  parts: ObjectParts = {},
  context: SiteContext = currentSite(machine),
): AbstractObject {
  let byContext = machine.sites.get(node);
  if (byContext === undefined) {
    byContext = new Map();
    machine.sites.set(node, byContext);
  }
  const made = byContext.get(context) ?? [];
  const known = made.find(
    (object) => object.kind === kind && object.type === type && object.constant === parts.constant,
  );
  if (known) return known;
  const object = create(machine, kind, type, parts);
  byContext.set(context, [...made, object]);
  return object;
}

function currentSite(machine: Machine): object | null {
  return machine.calls.at(-1)?.site ?? null;
}

function create(
  machine: Machine,
  kind: AbstractObject['kind'],
  type: string | null,
  parts: ObjectParts,
): AbstractObject {
  machine.epoch += 1;
  return {
    id: machine.nextObject++,
    kind,
    type,
    fields: new Map(),
    version: kind === 'scalar' || kind === 'external' ? null : overwritten(machine.step.index),
    ...parts,
  };
}

/** Gives a value that never changes: a number, a text, a date. */
export function scalar(machine: Machine, type: string | null, constant?: string): Value {
  return one(
    interned(
      machine,
      constant === undefined ? `scalar ${type}` : `scalar ${type} ${constant}`,
      'scalar',
      type,
      constant === undefined ? {} : { constant },
    ),
  );
}

/** Gives the module, function or class that a qualified name stands for. */
export function external(machine: Machine, qualifiedName: string): AbstractObject {
  return interned(machine, qualifiedName, 'external', qualifiedName);
}

function interned(
  machine: Machine,
  key: string,
  kind: AbstractObject['kind'],
  type: string | null,
  parts: ObjectParts = {},
): AbstractObject {
  const known = machine.externals.get(key);
  if (known) return known;
  const made = create(machine, kind, type, parts);
  machine.externals.set(key, made);
  return made;
}

export function fieldOf(object: AbstractObject, name: string): Value {
  return object.fields.get(name) ?? NOTHING;
}

/** Adds to a field; what an object held before, it may still hold. */
export function addToField(machine: Machine, object: AbstractObject, name: string, value: Value): void {
  const before = fieldOf(object, name);
  const after = union(before, value);
  if (after === before) return;
  object.fields.set(name, after);
  machine.epoch += 1;
}

/** Reads the state of an object itself. */
export function readState(machine: Machine, object: AbstractObject): void {
  if (object.version) need(machine, object.version, 'mutation', describe(object));
  if (object.file) touchFile(machine, object.file.path, 'look');
}

/** Reads everything that can be reached from a value. */
export function readDeep(machine: Machine, value: Value): void {
  for (const object of reachable(value)) readState(machine, object);
}

/** Changes the state of an object itself, which reads it too. */
export function changeState(machine: Machine, object: AbstractObject): void {
  if (!isMutable(object)) return;
  const { index } = machine.step;
  if (object.version) need(machine, object.version, 'mutation', describe(object));
  machine.step.mutated.add(object);
  if (object.version?.step !== index) object.version = updated(index, [object.version]);
  if (object.file) touchFile(machine, object.file.path, 'change');
}

/** Changes everything that can be reached from a value. */
export function changeDeep(machine: Machine, value: Value): void {
  for (const object of reachable(value)) changeState(machine, object);
}

/** What iterating over an opaque value, or taking a part of it, may give: anything that can be reached from it. */
export function partsOfOpaque(object: AbstractObject): Value {
  return reachable(one(object));
}

/** Stores `value` into `object` under `field`; an opaque object may be any that it reaches. */
export function store(machine: Machine, object: AbstractObject, field: string, value: Value): void {
  if (object.kind === 'scalar') return;
  if (object.kind !== 'opaque') {
    addToField(machine, object, field, value);
    return;
  }
  for (const part of reachable(one(object))) {
    if (isMutable(part)) addToField(machine, part, part.kind === 'instance' ? field : ELEMENTS, value);
  }
}

function describe(object: AbstractObject): string {
  return object.type ?? object.kind;
}
