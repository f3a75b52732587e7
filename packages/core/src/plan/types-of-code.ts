import { cellText, type DataflowGraph, type Step } from '../dataflow/index.ts';
import type { RunRecord, TypeFacts } from '../record/index.ts';
import type { AsyncFunctionDef, Expr, FunctionDef, Node } from '../syntax/index.ts';
import { recordedFacts } from './facts.ts';
import { nodesOf } from './tree.ts';
import type { TypeSlot } from './types.ts';

type Signature = NonNullable<RunRecord['signatures']>[string];

/** The annotations that the functions of a statement lack, with the types that calls have shown. */
export function findTypeSlots(
  graph: DataflowGraph,
  step: Step,
  record: RunRecord | undefined,
): readonly TypeSlot[] {
  const source = cellText(graph, step);
  const { node: top } = step.statement;
  return [...nodesOf(top)].flatMap((node) => {
    if (node.type !== 'FunctionDef' && node.type !== 'AsyncFunctionDef') return [];
    const seen = node === top && isOnly(graph, node.name) ? record?.signatures?.[node.name] : undefined;
    const passed = node === top ? typesPassed(graph, node, record) : {};
    const types = seen || Object.keys(passed).length > 0 ? { ...passed, ...seen } : undefined;
    return [...parameterSlots(node, types, isMethod(top, node)), ...resultSlot(node, seen, source)];
  });
}

/** Types of the required keyword parameters that have the name of a value of the notebook: calls pass it on. */
function typesPassed(graph: DataflowGraph, { args }: Definition, record: RunRecord | undefined): Signature {
  const required = args.kwonlyargs.filter((_, at) => args.kw_defaults[at] === null);
  return Object.fromEntries(
    required.flatMap(({ arg }) => {
      const names = [arg, arg.toUpperCase()];
      const binder = graph.steps.findLast(({ binds }) => binds.some(({ name }) => names.includes(name)));
      const binding = binder?.binds.find(({ name }) => names.includes(name));
      const facts = binder && binding ? recordedFacts(record, binding.name, binder) : undefined;
      const type = facts?.type ?? binding?.type;
      return type ? [[arg, [type]]] : [];
    }),
  );
}

/** A name of two functions says nothing of either. */
function isOnly(graph: DataflowGraph, name: string): boolean {
  return graph.steps.filter((step) => step.binds.some((binding) => binding.name === name)).length === 1;
}

function isMethod(top: Node, definition: Node): boolean {
  for (const node of nodesOf(top)) {
    if (node.type === 'ClassDef' && node.body.some((item) => item === definition)) return true;
  }
  return false;
}

type Definition = FunctionDef | AsyncFunctionDef;

function parameterSlots(
  { args, decorator_list: decorators }: Definition,
  seen: Signature | undefined,
  method: boolean,
): readonly TypeSlot[] {
  const positional = [...args.posonlyargs, ...args.args];
  const isStatic = decorators.some((each) => each.type === 'Name' && each.id === 'staticmethod');
  const defaults = new Map<string, Expr | null>();
  positional.slice(positional.length - args.defaults.length).forEach((arg, index) => {
    defaults.set(arg.arg, args.defaults[index] ?? null);
  });
  args.kwonlyargs.forEach((arg, index) => {
    defaults.set(arg.arg, args.kw_defaults[index] ?? null);
  });
  const named = [...(method && !isStatic ? positional.slice(1) : positional), ...args.kwonlyargs];
  const slots = named.map((arg) => ({ arg, type: parameterType(seen?.[arg.arg], defaults.get(arg.arg)) }));
  const rest = [args.vararg, args.kwarg].flatMap((arg) => (arg ? [{ arg, type: null }] : []));
  return [...slots, ...rest]
    .filter(({ arg }) => arg.annotation === null)
    .map(({ arg, type }) => ({ at: arg.end, kind: 'variable', type }));
}

const PLAIN: Readonly<Record<string, string>> = {
  int: 'int',
  float: 'float',
  str: 'str',
  bool: 'bool',
  none: 'None',
};

function parameterType(
  seen: readonly TypeFacts[] | undefined,
  fallback: Expr | null | undefined,
): TypeFacts | null {
  if (!seen || seen.length === 0) return null;
  if (!fallback) return unionOf(seen);
  const name = fallback.type === 'Constant' ? PLAIN[fallback.kind] : undefined;
  return name === undefined ? null : unionOf([...seen, { name }]);
}

/** One type of several; `null` where there are too many to say. */
function unionOf(types: readonly TypeFacts[]): TypeFacts | null {
  const distinct = [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
  const [only] = distinct;
  if (distinct.length === 1 && only) return only;
  return distinct.length <= 3 ? { name: 'Union', arguments: distinct } : null;
}

function resultSlot(node: Definition, seen: Signature | undefined, source: string): readonly TypeSlot[] {
  const at = node.returns === null ? endOfParameters(node, source) : null;
  if (at === null) return [];
  const own = [...bodyNodes(node)];
  const yields = own.some((inner) => inner.type === 'Yield' || inner.type === 'YieldFrom');
  const returns = own.flatMap((inner) => (inner.type === 'Return' ? [inner.value] : []));
  const nothing = returns.every((value) => value === null) && !yields && node.type === 'FunctionDef';
  if (nothing) return [{ at, kind: 'result', type: { name: 'None' } }];
  const whole = !yields && returns.every((value) => value !== null) && node.body.at(-1)?.type === 'Return';
  return [{ at, kind: 'result', type: whole && seen?.return ? unionOf(seen.return) : null }];
}

/** Nodes of a function's own body, those of inner functions left out. */
function* bodyNodes(node: Definition): Generator<Node> {
  const inner = new Set<Node>();
  for (const each of nodesOf(node)) {
    if (each === node) continue;
    const isFunction =
      each.type === 'FunctionDef' || each.type === 'AsyncFunctionDef' || each.type === 'Lambda';
    if (isFunction) for (const below of nodesOf(each)) inner.add(below);
    if (!inner.has(each)) yield each;
  }
}

/** The offset behind the parenthesis that closes the parameters; `null` where the text does not tell. */
export function endOfParameters(definition: Definition, source: string): number | null {
  const parts = partsOfParameters(definition);
  let at = Math.max(definition.nameSpan.end, ...parts.map((part) => part.end));
  let open = parts.length > 0 ? 1 : 0;
  for (; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '#') at = source.indexOf('\n', at);
    if (at < 0) return null;
    if (character === '(') open += 1;
    if (character === ')') {
      open -= 1;
      // A parenthesis around the last default closes before that of the parameters.
      if (open <= 0 && /^\s*(->|:)/.test(source.slice(at + 1))) return at + 1;
    }
  }
  return null;
}

function partsOfParameters({ args }: Definition): readonly Node[] {
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
  return [
    ...all.flatMap((arg) => (arg ? [arg, ...(arg.annotation ? [arg.annotation] : [])] : [])),
    ...args.defaults,
    ...args.kw_defaults.flatMap((value) => value ?? []),
  ];
}

/** The offset where the last parameter ends, or the parenthesis that opens an empty list of them. */
export function lastParameterEnd(definition: Definition, source: string): number {
  const open = source.indexOf('(', definition.nameSpan.end) + 1;
  return Math.max(open, ...partsOfParameters(definition).map(({ end }) => end));
}

/** Annotations of the empty containers and of the `None` that a stage begins with, as they are when it ends. */
export function findVariableSlots(
  steps: readonly Step[],
  record: RunRecord | undefined,
): ReadonlyMap<Step, TypeSlot> {
  const slots = new Map<Step, TypeSlot>();
  for (const step of steps) {
    const { node } = step.statement;
    const target = node.type === 'Assign' && node.targets.length === 1 ? node.targets[0] : undefined;
    if (node.type !== 'Assign' || target?.type !== 'Name') continue;
    const binders = steps.filter((each) => each.binds.some(({ name }) => name === target.id));
    if (binders[0] !== step) continue;
    const slot = { at: target.end, kind: 'variable' } as const;
    if (node.value.type === 'Constant' && node.value.kind === 'none') {
      if (binders.length > 1) slots.set(step, { ...slot, type: null });
    } else if (isEmptyContainer(node.value) && binders.length === 1) {
      const last = steps.findLast((each) => recordedFacts(record, target.id, each) !== undefined);
      const facts = last && recordedFacts(record, target.id, last)?.type;
      slots.set(step, {
        ...slot,
        type: facts?.arguments ? withoutImports(facts) : { name: containerOf(node.value) },
      });
    }
  }
  return slots;
}

/** The type of a variable in a function, which nothing evaluates: an import for it alone would be one too many. */
function withoutImports(facts: TypeFacts): TypeFacts {
  if (facts.name.includes('.') && !facts.name.startsWith('collections.')) return { name: 'Any' };
  return facts.arguments ? { ...facts, arguments: facts.arguments.map(withoutImports) } : facts;
}

function isEmptyContainer(value: Expr): boolean {
  if (value.type === 'List') return value.elts.length === 0;
  if (value.type === 'Dict') return value.keys.length === 0;
  return containerOf(value) !== 'object';
}

/** The type of an empty container by its text; `object` for other expressions. */
function containerOf(value: Expr): string {
  if (value.type === 'List') return 'list';
  if (value.type === 'Dict') return 'dict';
  if (value.type !== 'Call' || value.func.type !== 'Name' || value.args.length > 0) return 'object';
  const { id } = value.func;
  if (/^(set|list|dict)$/.test(id)) return id;
  return id === 'Counter' ? 'collections.Counter' : 'object';
}
