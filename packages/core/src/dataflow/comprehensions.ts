import type { Comprehension, Expr } from '../syntax/index.ts';
import { createScope, type Scope } from './environment.ts';
import { evaluate, evaluateTested } from './expressions.ts';
import { isGenerator } from './function-syntax.ts';
import { mergeFrames } from './functions.ts';
import type { Code } from './heap.ts';
import { ELEMENTS, KEYS, NOTHING, one, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate } from './objects.ts';
import { operate } from './operators.ts';
import type { Machine } from './state.ts';
import { bindTarget } from './targets.ts';

type AnyComprehension = Extract<Expr, { type: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }>;

/** Interprets a comprehension; a generator expression runs when it is consumed, but for its first iterable. */
export function evaluateComprehension(machine: Machine, scope: Scope, node: AnyComprehension): Value {
  const [first] = node.generators;
  if (first === undefined) return NOTHING;
  const source = evaluate(machine, scope, first.iter);
  if (node.type === 'GeneratorExp') return createGenerator(machine, scope, node, source);
  const inner = createScope('comprehension', scope);
  const made = allocate(machine, node, 'data', KIND[node.type]);
  machine.conditional += 1;
  runGenerators(machine, inner, node.generators, source);
  if (node.type === 'DictComp') {
    const key = evaluate(machine, inner, node.key);
    operate(machine, [key], node);
    addToField(machine, made, KEYS, key);
    addToField(machine, made, ELEMENTS, evaluate(machine, inner, node.value));
  } else {
    const element = evaluate(machine, inner, node.elt);
    if (node.type === 'SetComp') operate(machine, [element], node);
    addToField(machine, made, ELEMENTS, element);
  }
  machine.conditional -= 1;
  return one(made);
}

const KIND = { ListComp: 'builtins.list', SetComp: 'builtins.set', DictComp: 'builtins.dict' } as const;

function runGenerators(
  machine: Machine,
  scope: Scope,
  generators: readonly Comprehension[],
  source: Value,
): void {
  generators.forEach((generator, at) => {
    const iterated = at === 0 ? source : evaluate(machine, scope, generator.iter);
    bindTarget(machine, scope, generator.target, consume(machine, iterated, generator));
    for (const condition of generator.ifs) evaluateTested(machine, scope, condition);
  });
}

/** A generator expression is a generator function of which the first iterable is an argument. */
function createGenerator(
  machine: Machine,
  scope: Scope,
  node: Extract<Expr, { type: 'GeneratorExp' }>,
  source: Value,
): Value {
  const frame = createScope('function', scope);
  frame.environment.bindings.set('.0', { value: source, version: null, unbound: 'no' });
  const span = { start: node.start, end: node.end };
  const lowered: Expr = {
    ...span,
    type: 'ListComp',
    elt: { ...span, type: 'Yield', value: node.elt },
    generators: node.generators.map((generator, at) =>
      at === 0 ? { ...generator, iter: { ...span, type: 'Name', id: '.0' } } : generator,
    ),
  };
  const code: Code = {
    name: '<genexpr>',
    args: {
      ...span,
      type: 'arguments',
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    },
    body: lowered,
    node,
    scope,
    defaults: [],
    keywordDefaults: [],
    generator: isGenerator(lowered),
    coroutine: false,
    decorator: 'none',
    owner: null,
  };
  const made = allocate(machine, node, 'generator', 'generator', { code, frame });
  if (made.frame && made.frame !== frame) mergeFrames(made.frame, frame);
  return one(made);
}
