import type {
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Expr,
  FunctionDef,
  GeneratorExp,
  Lambda,
  Stmt,
} from '../syntax/index.ts';
import type { Scope } from './environment.ts';
import type { Reachers } from './sharing.ts';
import type { Version } from './versions.ts';

/**
 * What a name may point to: a set of abstract objects. Sets are never changed once made. An empty set stands for a value
 * without identity that matters, such as a number.
 */
export type Value = ReadonlySet<AbstractObject>;

export const NOTHING: Value = new Set();

/** Field that holds elements under unknown keys, and attributes of unknown name. */
export const ELEMENTS = '*';
/** Field that holds the keys of a mapping. */
export const KEYS = '#keys';

/**
 * One or several run-time objects that are made at one place.
 *
 * - `scalar`: never changes, so that sharing it is no alias
 * - `external`: a module, function or class of a library, named by `type`
 * - `data`: an object whose class is a library's (`type`) or unknown (`null`)
 * - `opaque`: the result of a call that is not understood; it may be anything reachable from its fields
 */
export interface AbstractObject {
  readonly id: number;
  readonly kind:
    | 'scalar'
    | 'external'
    | 'data'
    | 'opaque'
    | 'function'
    | 'class'
    | 'instance'
    | 'bound'
    | 'generator';
  /** Qualified class name, or the qualified name of an `external`. */
  readonly type: string | null;
  /** Text that a `scalar` is known to be; of a path, too. */
  readonly constant?: string;
  readonly fields: Map<string, Value>;
  /** The value that is this object alone, once it has been asked for. */
  alone: Value | null;
  /** The name, or the names, that reach it, and among which objects it was met so, as far as `relateNames` has come. */
  reachers: Reachers | string | null;
  metAmong: readonly AbstractObject[] | null;
  /** Last change of its state. */
  version: Version | null;
  /** Code of a `function` or `generator`. */
  readonly code?: Code;
  /** Arguments that a `generator` was called with, bound. */
  readonly frame?: Scope;
  readonly classInfo?: ClassInfo;
  /** Class of an `instance`, or the class that `super()` starts behind. */
  instanceOf?: Value;
  /** Receiver and method of a `bound`. */
  readonly bound?: { receiver: Value; readonly method: string; callee: Value };
  /** File behind an open handle or a connection; `null` when it is not known which. */
  readonly file?: { readonly path: string | null };
  /** It is one object of the run: its place ran once. */
  single: boolean;
  /** The file is surely closed. */
  closed?: boolean;
}

export interface Code {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[] | Expr;
  readonly node: FunctionDef | AsyncFunctionDef | Lambda | GeneratorExp;
  readonly scope: Scope;
  readonly defaults: Value[];
  readonly keywordDefaults: (Value | null)[];
  readonly generator: boolean;
  readonly coroutine: boolean;
  readonly decorator: 'none' | 'property' | 'cached property' | 'static' | 'class' | 'context';
  /** Class whose body defines it. */
  owner: AbstractObject | null;
}

interface ClassInfo {
  readonly name: string;
  readonly node: ClassDef;
  bases: Value;
  /** Classes that it is an instance of, other than `type`. */
  metaclasses: Value;
  readonly decorated: boolean;
}

export function one(object: AbstractObject): Value {
  object.alone ??= new Set([object]);
  return object.alone;
}

export function union(...values: readonly Value[]): Value {
  let result: Value = NOTHING;
  // Made when two values have something of their own each: most unions are one of the values.
  let merged: Set<AbstractObject> | null = null;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NOTHING;
    if (value.size === 0 || value === result) continue;
    if (result.size === 0) {
      result = value;
      continue;
    }
    if (merged === null) {
      if (isSubset(value, result)) continue;
      merged = new Set(result);
      result = merged;
    }
    value.forEach(addObject, merged);
  }
  return result;
}

function addObject(this: Set<AbstractObject>, object: AbstractObject): void {
  this.add(object);
}

function isSubset(part: Value, whole: Value): boolean {
  if (part.size > whole.size) return false;
  for (const object of part) if (!whole.has(object)) return false;
  return true;
}

/** What a value stands for once every method bound to something unknown is taken as a part of its receiver. */
export function rootReceivers(value: Value): Value {
  const found = new Set<AbstractObject>();
  const seen = new Set<AbstractObject>();
  const pending = [...value];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object.bound) pending.push(...object.bound.receiver);
    else found.add(object);
  }
  return found;
}

/** Whether an object has state of its own that can change. */
export function isMutable(object: AbstractObject): boolean {
  return object.kind !== 'scalar' && object.kind !== 'external';
}

/** Everything reachable from `value` through fields, receivers and closures, itself included. */
export function reachable(value: Value): ReadonlySet<AbstractObject> {
  if (value.size === 0) return value;
  const pending: AbstractObject[] = [];
  if (value.size === 1) value.forEach(pushPartsOf, pending);
  // Most objects have no parts.
  if (value.size === 1 && pending.length === 0) return value;
  const found = new Set<AbstractObject>(value.size === 1 ? value : undefined);
  if (value.size > 1) pushAll(value, pending);
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (found.has(object)) continue;
    found.add(object);
    pushParts(object, pending);
  }
  return found;
}

function pushPartsOf(this: AbstractObject[], object: AbstractObject): void {
  pushParts(object, this);
}

/** Adds the objects that an object refers to itself. */
export function pushParts(object: AbstractObject, into: AbstractObject[]): void {
  pushLastingParts(object, into);
  if (object.code) pushCaptured(object.code.scope, into);
  if (object.frame) pushCaptured(object.frame, into);
}

/** Adds the parts that an object never loses: fields only grow, but variables of closures are bound anew. */
export function pushLastingParts(object: AbstractObject, into: AbstractObject[]): void {
  if (object.fields.size > 0) object.fields.forEach(pushField, into);
  if (object.bound) {
    pushAll(object.bound.receiver, into);
    pushAll(object.bound.callee, into);
  }
  if (object.instanceOf) pushAll(object.instanceOf, into);
  if (object.classInfo) {
    pushAll(object.classInfo.bases, into);
    pushAll(object.classInfo.metaclasses, into);
  }
  if (object.code) {
    for (const value of object.code.defaults) pushAll(value, into);
    for (const value of object.code.keywordDefaults) if (value) pushAll(value, into);
  }
}

/** Iterators of sets and maps make an object a turn, `forEach` none; parts are asked for more often than all else. */
export function pushAll(value: Value, into: AbstractObject[]): void {
  if (value.size > 0) value.forEach(pushObject, into);
}

function pushObject(this: AbstractObject[], object: AbstractObject): void {
  this.push(object);
}

function pushField(this: AbstractObject[], field: Value): void {
  pushAll(field, this);
}

/** Values of the enclosing functions' variables: what a closure holds. Module variables are not captured but looked up. */
function pushCaptured(scope: Scope, into: AbstractObject[]): void {
  for (let outer: Scope | null = scope; outer !== null && outer.kind !== 'module'; outer = outer.parent) {
    if (outer.cells) into.push(outer.cells);
    for (let at: Scope['environment'] | null = outer.environment; at !== null; at = at.outer) {
      for (const binding of at.bindings.values()) pushAll(binding.value, into);
    }
  }
}

const MAPPINGS = new Set([
  'builtins.dict',
  'collections.defaultdict',
  'collections.OrderedDict',
  'collections.Counter',
]);

/** Whether going through a container gives its keys. */
export function isMapping(object: AbstractObject): boolean {
  return object.kind === 'data' && object.type !== null && MAPPINGS.has(object.type);
}
