import { compactUnion } from './compact.ts';
import { touchFile } from './files.ts';
import {
  type AbstractObject,
  type Code,
  ELEMENTS,
  isMutable,
  NOTHING,
  one,
  reachable,
  union,
  type Value,
} from './heap.ts';
import { type Machine, need, updatedByStep } from './state.ts';
import { overwritten, updated } from './versions.ts';

/** What tells apart objects that one place makes: the call it runs in, the receiver, the position in a result. */
export type SiteContext = object | string | number | null;

type ObjectParts = Partial<
  Pick<AbstractObject, 'constant' | 'code' | 'frame' | 'classInfo' | 'instanceOf' | 'bound' | 'file'>
>;

/**
 * Gives the object that `node` makes in the current step (for the call `context`): one per place, however often it runs. Parts of
 * parts of parts of an object count as one, so that their number stays finite.
 */
export function allocate(
  machine: Machine,
  node: object,
  kind: AbstractObject['kind'],
  type: string | null,
  parts: ObjectParts = {},
  context: SiteContext = currentSite(machine),
): AbstractObject {
  // What code that is not seen may make of something unknown is not told apart: it would grow without end.
  const isVague = machine.settling !== null && type === null && isPartOfUnknown(kind, parts);
  const site = isVague ? machine.step : node;
  let byContext = machine.sites.get(site);
  if (byContext === undefined) {
    byContext = new Map();
    machine.sites.set(site, byContext);
  }
  const depth = isObject(context) ? (machine.derived.get(context) ?? 0) + 1 : 0;
  const isCrowded = byContext.size >= MOST_CONTEXTS && !byContext.has(context);
  const place = isVague || isCrowded || depth > DEEPEST_PART ? 'vague' : context;
  const made = byContext.get(place);
  const known = made && madeAlike(made, { kind, type, parts, most: isVague ? 1 : MOST_ALIKE });
  if (known) {
    absorb(known, parts);
    known.single = false;
    // Another part of the step makes what the same place has made before.
    if (known.version) known.version = updatedByStep(machine, known.version);
    return known;
  }
  const object = create(machine, kind, type, parts);
  machine.derived.set(object, depth);
  byContext.set(place, made ? [...made, object] : [object]);
  return object;
}

interface Wanted {
  readonly kind: AbstractObject['kind'];
  readonly type: string | null;
  readonly parts: ObjectParts;
  /** How many objects of different parts are told apart. */
  readonly most: number;
}

/** The object among those of one place that stands for what is made now. */
function madeAlike(
  made: readonly AbstractObject[],
  { kind, type, parts, most }: Wanted,
): AbstractObject | undefined {
  const alike = made.filter(
    (object) =>
      object.kind === kind &&
      object.type === type &&
      object.constant === parts.constant &&
      object.bound?.method === parts.bound?.method,
  );
  const isFull = alike.length >= most;
  return alike.find((object) => hasParts(object, parts)) ?? (isFull ? alike.at(-1) : undefined);
}

/** How often parts of parts are told apart within a step, for how many contexts, and how many objects of different parts. */
const DEEPEST_PART = 2;
const MOST_CONTEXTS = 8;
const MOST_ALIKE = 6;

/** Whether an object is something unknown, or a method of such a thing. */
function isPartOfUnknown(kind: AbstractObject['kind'], { bound }: ObjectParts): boolean {
  if (kind === 'opaque') return true;
  if (kind !== 'bound' || bound === undefined || bound.callee.size > 0) return false;
  return [...bound.receiver].every(
    (receiver) => receiver.kind === 'bound' || (receiver.kind === 'opaque' && receiver.type === null),
  );
}

function isObject(context: SiteContext): context is AbstractObject {
  return typeof context === 'object' && context !== null && 'fields' in context;
}

/** Whether an object was made of the same: receiver and method, class, code and enclosing call. */
function hasParts(object: AbstractObject, parts: ObjectParts): boolean {
  return (
    covers(object.bound?.receiver, parts.bound?.receiver) &&
    covers(object.bound?.callee, parts.bound?.callee) &&
    covers(object.instanceOf, parts.instanceOf) &&
    (parts.code === undefined || parts.frame !== undefined || sameCode(object.code, parts.code))
  );
}

function covers(whole: Value | undefined, part: Value | undefined): boolean {
  if (part === undefined || whole === part) return true;
  for (const object of part) if (!whole?.has(object)) return false;
  return true;
}

function sameCode(one: Code | undefined, other: Code): boolean {
  return (
    one?.scope === other.scope &&
    one.defaults.every((value, at) => covers(value, other.defaults[at])) &&
    one.keywordDefaults.every((value, at) =>
      covers(value ?? undefined, other.keywordDefaults[at] ?? undefined),
    )
  );
}

/** Lets one object stand for what further parts would make: too many are told apart already. */
function absorb(object: AbstractObject, parts: ObjectParts): void {
  if (hasParts(object, parts)) return;
  const others = [
    parts.bound?.receiver,
    parts.bound?.callee,
    parts.instanceOf,
    ...(parts.code?.defaults ?? []),
  ];
  const values = union(...others.map((value) => value ?? NOTHING));
  if (object.bound) {
    object.bound.receiver = union(object.bound.receiver, parts.bound?.receiver ?? NOTHING);
    object.bound.callee = union(object.bound.callee, parts.bound?.callee ?? NOTHING);
  }
  if (object.instanceOf) object.instanceOf = union(object.instanceOf, parts.instanceOf ?? NOTHING);
  if (object.code && parts.code) mergeCode(object.code, parts.code);
  object.fields.set(ELEMENTS, union(fieldOf(object, ELEMENTS), values));
}

function mergeCode(into: Code, from: Code): void {
  from.defaults.forEach((value, at) => {
    into.defaults[at] = union(into.defaults[at] ?? NOTHING, value);
  });
  if (into.scope === from.scope) return;
  for (const [name, binding] of from.scope.environment.bindings) {
    const before = into.scope.environment.bindings.get(name);
    const value = union(before?.value ?? NOTHING, binding.value);
    into.scope.environment.bindings.set(name, { ...binding, value, unbound: 'no' });
  }
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
  return {
    id: machine.nextObject++,
    kind,
    type,
    fields: new Map(),
    alone: null,
    reachers: null,
    metAmong: null,
    single: machine.conditional === 0 && machine.calls.length === 0,
    version: kind === 'scalar' || kind === 'external' ? null : overwritten(machine.step.part.number),
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

/** What a field that grows costs, where one call costs 1. */
const COST_OF_NEWS = 7;

/** Adds to a field; what an object held before, it may still hold. */
export function addToField(machine: Machine, object: AbstractObject, name: string, value: Value): void {
  const before = fieldOf(object, name);
  const after = compactUnion(before, value, object);
  if (after === before) return;
  object.fields.set(name, after);
  machine.epoch += 1;
  if (machine.settling !== null) machine.work += COST_OF_NEWS;
}

/** Reads the state of an object itself. */
export function readState(machine: Machine, object: AbstractObject): void {
  if (object.version) need(machine, object.version, 'mutation', describe(object));
  if (object.file) touchFile(machine, object.file.path, 'look');
}

/** Reads everything that can be reached from a value. */
export function readDeep(machine: Machine, value: Value): void {
  reachable(value).forEach((object) => {
    readState(machine, object);
  });
}

/** Changes the state of an object itself, which reads it too. */
export function changeState(machine: Machine, object: AbstractObject): void {
  if (!isMutable(object)) return;
  noteChange(machine, object);
  object.version = updatedByStep(machine, object.version);
}

function noteChange(machine: Machine, object: AbstractObject): void {
  if (object.version) need(machine, object.version, 'mutation', describe(object));
  const { mutated } = machine.step;
  if (!mutated.has(object)) mutated.set(object, object.version);
  if (object.file) touchFile(machine, object.file.path, 'change');
}

/** From so many objects on, what changes together has one history. */
const MANY_TOGETHER = 64;

/**
 * Changes the state of every object. Of many, each takes over the history of all: a reader of one needs this change, which needs
 * them all, and a history for each would have to be walked again by each later change.
 */
export function changeAll(machine: Machine, objects: ReadonlySet<AbstractObject>): void {
  const mutable = [...objects].filter(isMutable);
  if (mutable.length < MANY_TOGETHER) {
    for (const object of mutable) changeState(machine, object);
    return;
  }
  const older: AbstractObject[] = [];
  for (const object of mutable) {
    noteChange(machine, object);
    if (object.version === null || object.version.writer < machine.step.first) older.push(object);
    else object.version = updatedByStep(machine, object.version);
  }
  const versions = new Set(older.map(({ version }) => version));
  const together = updated(machine.step.part.number, [...versions]);
  for (const object of older) object.version = together;
}

/** Changes the state of an object by a store into it. */
export function changeByStore(machine: Machine, object: AbstractObject): void {
  changeState(machine, object);
  machine.step.stored.add(object);
}

/** Changes everything that can be reached from a value. */
export function changeDeep(machine: Machine, value: Value): void {
  changeAll(machine, reachable(value));
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
  const parts = reachable(one(object));
  let stored = value;
  if (object.type === null && parts.size > MOST_PARTS) {
    // Something unknown stands for all that it holds: its parts hold it, instead of each value that is ever stored.
    addToField(machine, object, ELEMENTS, value);
    stored = one(object);
  }
  for (const part of parts) {
    if (isMutable(part)) addToField(machine, part, part.kind === 'instance' ? field : ELEMENTS, stored);
  }
}

/** Of how many parts of an unknown object each may be told to hold what is stored into it. */
const MOST_PARTS = 32;

function describe(object: AbstractObject): string {
  return object.type ?? object.kind;
}
