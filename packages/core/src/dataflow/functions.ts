import type { Arguments, AsyncFunctionDef, Expr, FunctionDef, Lambda, Stmt } from '../syntax/index.ts';
import type { CallArguments } from './calls.ts';
import { createScope, lookup, type Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { declaredNames, isBlock, isGenerator } from './function-syntax.ts';
import { type AbstractObject, type Code, ELEMENTS, KEYS, NOTHING, one, union, type Value } from './heap.ts';
import { addToField, allocate, changeState, readState } from './objects.ts';
import { bindName } from './scopes.ts';
import { type Activation, type Machine, MOST_WORK, raise } from './state.ts';
import { execute } from './statements.ts';
import { surrender } from './surrender.ts';

/** How deep calls of the notebook's own functions are followed. */
const DEEPEST = 12;
/** Calls by code that is not seen count more: they are guesses, and each may set off many. */
const COST_OF_GUESS = 40;

/** Makes the function that a definition or lambda binds; its defaults are evaluated now, its body when it is called. */
export function createFunction(
  machine: Machine,
  scope: Scope,
  node: FunctionDef | AsyncFunctionDef | Lambda,
  name: string,
  body: readonly Stmt[],
  decorator: Code['decorator'],
  coroutine = false,
): Value {
  const { args } = node;
  const defaults = args.defaults.map((value) => evaluate(machine, scope, value));
  const keywordDefaults = args.kw_defaults.map((value) => (value ? evaluate(machine, scope, value) : null));
  const content: readonly Stmt[] | Expr = 'returns' in node ? body : node.body;
  const code: Code = {
    name,
    args,
    body: content,
    node,
    scope,
    defaults,
    keywordDefaults,
    generator: isGenerator(content),
    coroutine,
    decorator,
    owner: null,
  };
  return one(allocate(machine, node, 'function', null, { code }));
}

/** Calls a function of the notebook: interprets its body with what it is given. */
export function callFunction(
  machine: Machine,
  callee: AbstractObject,
  given: CallArguments,
  site: object,
): Value {
  const { code } = callee;
  if (code === undefined) return NOTHING;
  readState(machine, callee);
  const frame = createFrame(code);
  bindParameters(machine, callee, code, frame, given, site);
  if (code.generator || code.coroutine) {
    const made = allocate(
      machine,
      code.node,
      'generator',
      code.coroutine ? 'coroutine' : 'generator',
      { code, frame },
      site,
    );
    if (made.frame && made.frame !== frame) mergeFrames(made.frame, frame);
    return one(made);
  }
  return activate(machine, code, frame, site).returns;
}

/** Runs the body of a generator or coroutine, as far as any consumer may. */
export function runGenerator(machine: Machine, object: AbstractObject): void {
  const { code, frame } = object;
  if (code === undefined || frame === undefined) return;
  changeState(machine, object);
  machine.conditional += 1;
  const { returns, yields } = activate(machine, code, frame, object);
  machine.conditional -= 1;
  addToField(machine, object, ELEMENTS, union(returns, yields));
  // The exception at its end carries what it returns.
  raise(machine, returns);
}

function createFrame(code: Code): Scope {
  const { globals, nonlocals } = declaredNames(code.body);
  return createScope('function', code.scope, globals, nonlocals);
}

/** Interprets a body; a call within it to the same function joins this one until nothing new comes of it. */
function activate(
  machine: Machine,
  code: Code,
  frame: Scope,
  site: object,
): { returns: Value; yields: Value } {
  const running = machine.calls.find((call) => call.node === code.node && call.scope.parent === code.scope);
  if (running) return joinRunning(running, frame);
  machine.work += machine.settling === null ? 1 : COST_OF_GUESS;
  if (machine.calls.length >= DEEPEST || machine.work > MOST_WORK) {
    const all = surrender(machine, code, frame);
    return { returns: all, yields: all };
  }
  const activation: Activation = {
    node: code.node,
    site,
    owner: code.owner,
    scope: frame,
    returns: NOTHING,
    yields: NOTHING,
    recursed: false,
    recursiveArguments: new Map(),
  };
  const { jumps, attempt } = machine;
  machine.calls.push(activation);
  machine.jumps = null;
  machine.attempt = null;
  for (let round = 0; round < 6; round++) {
    const { returns, yields } = activation;
    const known = activation.recursiveArguments.size;
    interpretBody(machine, code, frame, activation);
    const grown =
      activation.returns !== returns ||
      activation.yields !== yields ||
      activation.recursiveArguments.size !== known;
    if (!activation.recursed || (!grown && round > 0)) break;
    for (const [name, value] of activation.recursiveArguments) {
      const before = lookup(frame.environment, name);
      const either = union(before?.value ?? NOTHING, value);
      frame.environment.bindings.set(name, { value: either, version: null, unbound: 'no' });
    }
  }
  machine.calls.pop();
  machine.jumps = jumps;
  machine.attempt = attempt;
  return activation;
}

/** A recursive call: its arguments join those of the call that is running, whose results so far are its results. */
function joinRunning(running: Activation, frame: Scope): Activation {
  running.recursed = true;
  for (const [name, binding] of frame.environment.bindings) {
    const before = running.recursiveArguments.get(name) ?? NOTHING;
    running.recursiveArguments.set(name, union(before, binding.value));
  }
  return running;
}

function interpretBody(machine: Machine, code: Code, frame: Scope, activation: Activation): void {
  const { body } = code;
  if (isBlock(body)) execute(machine, frame, body);
  else activation.returns = union(activation.returns, evaluate(machine, frame, body));
}

/** Adds the bindings of one frame to another's. */
export function mergeFrames(into: Scope, from: Scope): void {
  for (const [name, binding] of from.environment.bindings) {
    const before = into.environment.bindings.get(name);
    const value = union(before?.value ?? NOTHING, binding.value);
    into.environment.bindings.set(name, { value, version: null, unbound: 'no' });
  }
}

/** Binds what a call passes to the parameters; what cannot be told apart may be any of them. */
function bindParameters(
  machine: Machine,
  callee: AbstractObject,
  code: Code,
  frame: Scope,
  given: CallArguments,
  site: object,
): void {
  const { args } = code;
  const takesReceiver = given.receiver !== undefined && code.decorator !== 'static';
  const positional = takesReceiver ? [given.receiver ?? NOTHING, ...given.positional] : given.positional;
  const spread = union(given.rest ?? NOTHING, given.keywordRest ?? NOTHING);
  const parameters = [...args.posonlyargs, ...args.args];
  const firstDefault = parameters.length - code.defaults.length;
  parameters.forEach((parameter, at) => {
    const passed = positional[at] ?? given.keywords?.get(parameter.arg);
    const fallback =
      at >= firstDefault ? defaultOf(machine, callee, code.defaults[at - firstDefault]) : NOTHING;
    bindName(machine, frame, parameter.arg, passed ?? union(spread, fallback));
  });
  args.kwonlyargs.forEach((parameter, at) => {
    const passed = given.keywords?.get(parameter.arg);
    bindName(machine, frame, parameter.arg, passed ?? union(spread, code.keywordDefaults[at] ?? NOTHING));
  });
  if (args.vararg) {
    const extra = allocate(machine, args.vararg, 'data', 'builtins.tuple', {}, site);
    addToField(machine, extra, ELEMENTS, union(...positional.slice(parameters.length), spread));
    bindName(machine, frame, args.vararg.arg, one(extra));
  }
  if (args.kwarg) bindKeywordRest(machine, args, frame, given, spread, site);
}

function bindKeywordRest(
  machine: Machine,
  args: Arguments,
  frame: Scope,
  given: CallArguments,
  spread: Value,
  site: object,
): void {
  if (!args.kwarg) return;
  const extra = allocate(machine, args.kwarg, 'data', 'builtins.dict', {}, site);
  addToField(machine, extra, KEYS, NOTHING);
  addToField(machine, extra, ELEMENTS, spread);
  for (const [name, value] of given.keywords ?? []) addToField(machine, extra, `'${name}`, value);
  bindName(machine, frame, args.kwarg.arg, one(extra));
}

/** A default is made once, with the function: what a call does to it, the next call sees. */
function defaultOf(machine: Machine, callee: AbstractObject, value: Value | undefined): Value {
  readState(machine, callee);
  return value ?? NOTHING;
}
