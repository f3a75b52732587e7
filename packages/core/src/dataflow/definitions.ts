import type { AsyncFunctionDef, ClassDef, Expr, FunctionDef } from '../syntax/index.ts';
import { callValue } from './calls.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { createFunction } from './functions.ts';
import { type Code, ELEMENTS, one, union, type Value } from './heap.ts';
import { addToField, allocate } from './objects.ts';
import { bindName } from './scopes.ts';
import type { Machine } from './state.ts';

/** Decorators that only say how a method is bound, or that leave the function what it is. */
const KNOWN: Readonly<Record<string, Code['decorator']>> = {
  'builtins.property': 'property',
  'functools.cached_property': 'cached property',
  'builtins.staticmethod': 'static',
  'builtins.classmethod': 'class',
  'abc.abstractmethod': 'none',
  'typing.overload': 'none',
  'typing.no_type_check': 'none',
  'functools.wraps': 'none',
};

/** Interprets a function definition: decorators, defaults and annotations run now. */
export function defineFunction(machine: Machine, scope: Scope, node: FunctionDef | AsyncFunctionDef): void {
  const decorators = node.decorator_list.map((decorator) => ({
    node: decorator,
    value: decoratorValue(machine, scope, decorator),
  }));
  for (const annotation of annotationsOf(node)) evaluate(machine, scope, annotation);
  const known = decorators.map(({ value }) => decoratorKind(value));
  const decorator = known.find((kind) => kind !== undefined && kind !== 'none') ?? 'none';
  const coroutine = node.type === 'AsyncFunctionDef';
  let value = createFunction(machine, scope, node, node.name, node.body, decorator, coroutine);
  const accessor = accessorOf(node.decorator_list);
  for (const { node: expression, value: applied } of [...decorators].reverse()) {
    if (decoratorKind(applied) !== undefined || accessor) continue;
    value = decorate(machine, applied, value, expression);
  }
  if (accessor) bindName(machine, scope, `${node.name}.${accessor}`, value, 'function');
  else bindName(machine, scope, node.name, value, 'function');
}

/** Applies a decorator; what a library makes of a function may call it at any time. */
function decorate(machine: Machine, applied: Value, value: Value, node: object): Value {
  const made = callValue(machine, applied, { positional: [value] }, node);
  if (![...applied].every((object) => object.kind === 'external')) return made.size > 0 ? made : value;
  const wrapper = allocate(machine, node, 'opaque', null, {}, 'decorated');
  addToField(machine, wrapper, ELEMENTS, union(value, made));
  return one(wrapper);
}

/** `@x.setter` and `@x.deleter` add to the property `x`. */
function accessorOf(decorators: readonly Expr[]): string | null {
  for (const decorator of decorators) {
    if (decorator.type === 'Attribute' && /^(setter|deleter)$/.test(decorator.attr)) return 'setter';
  }
  return null;
}

function decoratorValue(machine: Machine, scope: Scope, node: Expr): Value {
  if (node.type === 'Call') {
    const callee = evaluate(machine, scope, node.func);
    // `@functools.wraps(f)` gives back a decorator that only copies names.
    if (decoratorKind(callee) === 'none') return callee;
  }
  return evaluate(machine, scope, node);
}

function decoratorKind(value: Value): Code['decorator'] | undefined {
  const [only, ...others] = value;
  return others.length === 0 && only?.kind === 'external' && only.type !== null
    ? KNOWN[only.type]
    : undefined;
}

function annotationsOf(node: FunctionDef | AsyncFunctionDef): Expr[] {
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
  const all = [
    ...posonlyargs,
    ...args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ];
  const annotations = all.flatMap((argument) => (argument.annotation ? [argument.annotation] : []));
  return node.returns ? [...annotations, node.returns] : annotations;
}

/** Binds a class once its decorators have seen it. */
export function defineClass(machine: Machine, scope: Scope, node: ClassDef, made: Value): void {
  let value = made;
  for (const decorator of [...node.decorator_list].reverse()) {
    const applied = evaluate(machine, scope, decorator);
    const library = [...applied].every((object) => object.kind !== 'function' && object.kind !== 'class');
    const results = library ? value : callValue(machine, applied, { positional: [value] }, decorator);
    value = results.size > 0 ? union(results, value) : value;
  }
  bindName(machine, scope, node.name, value, 'class');
}
