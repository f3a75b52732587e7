import type { Expr } from '../syntax/index.ts';
import { callDunders, instantiate } from './classes.ts';
import { compact } from './compact.ts';
import { callContainerMethod } from './containers.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { callFunction } from './functions.ts';
import { type AbstractObject, NOTHING, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { callExternal, callLibraryMethod } from './library-calls.ts';
import { moduleState } from './module-state.ts';
import { scalar } from './objects.ts';
import { specialCall } from './special-calls.ts';
import type { Machine } from './state.ts';
import { isContainer } from './subscripts.ts';
import { callUnknown } from './unknown-calls.ts';

type Call = Extract<Expr, { type: 'Call' }>;

/** The values that a call passes, with the syntax that literals are read from. */
export interface CallArguments {
  readonly receiver?: Value;
  readonly positional: readonly Value[];
  /** Elements of `*iterable`s. */
  readonly rest?: Value;
  readonly keywords?: ReadonlyMap<string, Value>;
  /** Values of `**mapping`s. */
  readonly keywordRest?: Value;
  readonly node?: Call;
}

/** Interprets a call: gives what it may return. */
export function evaluateCall(machine: Machine, scope: Scope, node: Call): Value {
  const callee = evaluate(machine, scope, node.func);
  const special = specialCall(machine, scope, node, callee);
  if (special !== null) return special;
  const given = evaluateArguments(machine, scope, node);
  return callValue(machine, callee, given, node);
}

/** Calls whatever a value may be; all that is unknown in it is called as one. */
export function callValue(machine: Machine, callee: Value, given: CallArguments, node: object): Value {
  if (callee.size === 0) return callUnknown(machine, NOTHING, given, node, 'the function is not known');
  const callees = compact(callee);
  const packages = [...callees].filter(({ kind }) => kind === 'external');
  // What is imported is called as such: its package's state takes part in that call.
  const states = union(...packages.map(({ type }) => moduleState(machine, type ?? '?')));
  const unknown = new Set([...callees].filter((object) => isUnknown(machine, object) && !states.has(object)));
  const known = [...callees].filter((object) => !unknown.has(object) && !states.has(object));
  if (callee.size > 1) machine.conditional += 1;
  const results = known.map((object) => callObject(machine, object, given, node));
  if (unknown.size > 0) {
    results.push(callUnknown(machine, unknown, given, node, doubtOf(unknown), methodOf(unknown)));
  }
  if (callee.size > 1) machine.conditional -= 1;
  return compact(union(...results));
}

/** Something of which nothing is known, or a method of such a thing. */
function isUnknown(machine: Machine, object: AbstractObject): boolean {
  if (object.kind !== 'bound') {
    if (object.kind !== 'opaque' && object.kind !== 'data') return false;
    return object.type === null || machine.libraries.method(object.type, '__call__') === undefined;
  }
  const { bound } = object;
  const isOpaque = (receiver: AbstractObject) => receiver.kind === 'opaque' && receiver.type === null;
  return bound?.callee.size === 0 && bound.receiver.size > 0 && [...bound.receiver].every(isOpaque);
}

function methodOf(unknown: Value): string {
  for (const object of unknown) if (object.bound) return object.bound.method;
  return '';
}

function doubtOf(unknown: Value): string {
  const [first] = unknown;
  const method = methodOf(unknown);
  if (method !== '') return `what \`${method}\` of an object of unknown type changes is not known`;
  return `what ${first?.type ? `\`${first.type}\`` : 'an object of unknown type'} does when called is not known`;
}

function evaluateArguments(machine: Machine, scope: Scope, node: Call): CallArguments {
  const positional: Value[] = [];
  let rest: Value = NOTHING;
  for (const argument of node.args) {
    const value = evaluate(machine, scope, argument);
    if (argument.type === 'Starred' || rest.size > 0) rest = union(rest, value);
    else positional.push(value);
  }
  const keywords = new Map<string, Value>();
  let keywordRest: Value = NOTHING;
  for (const keyword of node.keywords) {
    const value = evaluate(machine, scope, keyword.value);
    if (keyword.arg !== null) keywords.set(keyword.arg, value);
    else keywordRest = union(keywordRest, consume(machine, value, keyword, 'values'));
  }
  return { positional, rest, keywords, keywordRest, node };
}

/** Every value that a call passes, its receiver included. */
export function allArguments(given: CallArguments): Value {
  return union(
    given.receiver ?? NOTHING,
    ...given.positional,
    given.rest ?? NOTHING,
    ...(given.keywords?.values() ?? []),
    given.keywordRest ?? NOTHING,
  );
}

function callObject(machine: Machine, object: AbstractObject, given: CallArguments, node: object): Value {
  switch (object.kind) {
    case 'external':
      return callExternal(machine, object, given, node);
    case 'function':
      return callFunction(machine, object, given, node);
    case 'class':
      return instantiate(machine, object, given, node);
    case 'bound':
      return callBound(machine, object, given, node);
    case 'instance':
      return callDunders(machine, object, ['__call__'], given.positional, node, given);
    case 'scalar':
      return scalar(machine, null);
    default:
      return callLibraryMethod(machine, object, '__call__', { ...given, receiver: one(object) }, node);
  }
}

function callBound(machine: Machine, object: AbstractObject, given: CallArguments, node: object): Value {
  const { bound } = object;
  if (bound === undefined) return callUnknown(machine, one(object), given, node, 'the method is not known');
  const withReceiver = { ...given, receiver: bound.receiver };
  if (bound.callee.size > 0) {
    return union(...[...bound.callee].map((callee) => callObject(machine, callee, withReceiver, node)));
  }
  return union(
    ...[...compact(bound.receiver)].map((receiver) =>
      callMethod(machine, receiver, bound.method, withReceiver, node),
    ),
  );
}

function callMethod(
  machine: Machine,
  receiver: AbstractObject,
  name: string,
  given: CallArguments,
  node: object,
): Value {
  const single = { ...given, receiver: one(receiver) };
  if (isContainer(receiver)) {
    const result = callContainerMethod(machine, receiver, name, single, node);
    if (result !== null) return result;
  }
  const result = callLibraryMethod(machine, receiver, name, single, node);
  if (name === 'close' && receiver.file && machine.conditional === 0) receiver.closed = true;
  return result;
}
