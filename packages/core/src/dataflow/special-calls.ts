import type { Expr } from '../syntax/index.ts';
import { loadAttribute, storeAttribute } from './attributes.ts';
import { createSuper } from './classes.ts';
import { constantText } from './constants.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { ELEMENTS, NOTHING, one, union, type Value } from './heap.ts';
import { addToField, allocate, changeDeep, external, readDeep, scalar } from './objects.ts';
import { allBindings, bindAnything, bindModuleName, readEverything, readModuleName } from './scopes.ts';
import type { Machine } from './state.ts';

type Call = Extract<Expr, { type: 'Call' }>;
type Special = (machine: Machine, scope: Scope, node: Call) => Value | null;

/** Calls whose meaning depends on where they stand: on the names around them, or on text that is code. */
const SPECIAL: Readonly<Record<string, Special>> = {
  'builtins.super': callSuper,
  'builtins.globals': callNamespace,
  'builtins.locals': callNamespace,
  'builtins.vars': callVars,
  'builtins.dir': (machine, scope, node) =>
    node.args.length > 0 ? null : callNamespace(machine, scope, node),
  'builtins.exec': callExec,
  'builtins.eval': callExec,
  'builtins.getattr': callGetattr,
  'builtins.setattr': callSetattr,
  'builtins.delattr': callSetattr,
  'builtins.__import__': callImport,
  'importlib.import_module': callImport,
  'sys._getframe': callFrame,
  'inspect.currentframe': callFrame,
  'inspect.stack': callFrame,
};

export function specialCall(machine: Machine, scope: Scope, node: Call, callee: Value): Value | null {
  const [only, ...others] = callee;
  if (others.length > 0 || only?.kind !== 'external' || only.type === null) return null;
  return SPECIAL[only.type]?.(machine, scope, node) ?? null;
}

function callSuper(machine: Machine, scope: Scope, node: Call): Value | null {
  const receiver = node.args[1] ? evaluate(machine, scope, node.args[1]) : firstParameter(machine);
  if (node.args[0]) {
    const owners = evaluate(machine, scope, node.args[0]);
    return union(...[...owners].map((owner) => createSuper(machine, owner, receiver, node)));
  }
  return createSuper(machine, currentClass(machine), receiver, node);
}

function currentClass(machine: Machine) {
  const activation = machine.calls.at(-1);
  return activation?.owner ?? null;
}

function firstParameter(machine: Machine): Value {
  const frame = machine.calls.at(-1)?.scope;
  if (frame === undefined) return NOTHING;
  const [first] = frame.environment.bindings.values();
  return first?.value ?? NOTHING;
}

/** `globals()`, `locals()`, `vars()`: the names of the notebook as a mapping, which can be read and written. */
function callNamespace(machine: Machine, scope: Scope, node: Call): Value | null {
  if (node.args.length > 0) return null;
  const isGlobals = node.func.type === 'Name' && node.func.id === 'globals';
  if (!isGlobals && scope.kind !== 'module' && scope.kind !== 'comprehension') {
    const locals = allocate(machine, node, 'data', 'builtins.dict');
    for (let at: Scope['environment'] | null = scope.environment; at; at = at.outer) {
      for (const [name, binding] of at.bindings) addToField(machine, locals, `'${name}`, binding.value);
    }
    return one(locals);
  }
  machine.step.doubts.add('it takes all names of the notebook at once');
  readEverything(machine);
  bindAnything(machine);
  const names = allocate(machine, node, 'opaque', null);
  for (const binding of allBindings(machine).values()) addToField(machine, names, ELEMENTS, binding.value);
  return one(names);
}

/** `vars(x)` is `x.__dict__`; `vars()` is `locals()`. */
function callVars(machine: Machine, scope: Scope, node: Call): Value | null {
  const [owner] = node.args;
  if (owner === undefined) return callNamespace(machine, scope, node);
  return loadAttribute(machine, evaluate(machine, scope, owner), '__dict__', node);
}

/** Runs text as code: anything may be read, changed and bound. */
function callExec(machine: Machine, scope: Scope, node: Call): Value {
  const given = node.args.map((argument) => evaluate(machine, scope, argument));
  machine.step.doubts.add('it runs text as code');
  machine.ranText = true;
  return runAnything(machine, union(...given), node);
}

/** Runs code that is not known, with the names of the notebook: anything may be read, changed and bound. */
export function runAnything(machine: Machine, given: Value, node: object): Value {
  readEverything(machine);
  const everything = union(given, ...[...allBindings(machine).values()].map((binding) => binding.value));
  changeDeep(machine, everything);
  bindAnything(machine);
  const result = allocate(machine, node, 'opaque', null);
  addToField(machine, result, ELEMENTS, everything);
  return one(result);
}

function callFrame(machine: Machine, scope: Scope, node: Call): Value {
  return callExec(machine, scope, node);
}

function callGetattr(machine: Machine, scope: Scope, node: Call): Value {
  const [target = NOTHING, name = NOTHING, fallback = NOTHING] = node.args.map((argument) =>
    evaluate(machine, scope, argument),
  );
  const text = constantText(name);
  if (text !== undefined) return union(loadAttribute(machine, target, text, node), fallback);
  readDeep(machine, union(target, name));
  const part = allocate(machine, node, 'opaque', null);
  addToField(machine, part, ELEMENTS, target);
  const members = [...target].flatMap((object) => [
    ...object.fields.values(),
    ...[...(object.instanceOf ?? NOTHING)].flatMap((owner) => [...owner.fields.values()]),
  ]);
  const bound = [...target].map((object) => loadAttribute(machine, one(object), '?', node));
  return union(one(part), fallback, ...members, ...bound);
}

function callSetattr(machine: Machine, scope: Scope, node: Call): Value {
  const [target = NOTHING, name = NOTHING, value = NOTHING] = node.args.map((argument) =>
    evaluate(machine, scope, argument),
  );
  const text = constantText(name);
  readDeep(machine, name);
  if (text !== undefined) {
    storeAttribute(machine, target, text, value);
  } else {
    changeDeep(machine, target);
    storeAttribute(machine, target, ELEMENTS, value);
  }
  return scalar(machine, 'builtins.NoneType');
}

function callImport(machine: Machine, scope: Scope, node: Call): Value {
  const [name = NOTHING] = node.args.map((argument) => evaluate(machine, scope, argument));
  const text = constantText(name);
  if (text !== undefined) return one(external(machine, text));
  const module = allocate(machine, node, 'opaque', null);
  return one(module);
}

/** `globals()['name']` reads one name, and `globals()['name'] = value` binds it; `null` when the key is not known. */
export function namespaceItem(
  machine: Machine,
  scope: Scope,
  owner: Expr,
  key: Expr,
  value: Value | null,
): Value | null {
  if (owner.type !== 'Call' || owner.func.type !== 'Name' || owner.args.length > 0) return null;
  const isGlobals =
    owner.func.id === 'globals' || (scope.kind === 'module' && /^(locals|vars)$/.test(owner.func.id));
  if (!isGlobals) return null;
  const text = constantText(evaluate(machine, scope, key));
  if (text === undefined) return null;
  if (value === null) return readModuleName(machine, text);
  bindModuleName(machine, text, value, 'value', machine.conditional === 0);
  return value;
}
