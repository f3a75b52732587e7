import { cellText, type DataflowGraph, type Step } from '../dataflow/index.ts';
import { type FunctionDef, freeNames } from '../syntax/index.ts';
import type { TextEdit } from '../text/index.ts';
import { type FunctionUse, findUses } from './function-uses.ts';
import { isReserved } from './identifiers.ts';
import { findMentions, quotedNames } from './mentions.ts';
import { isAllCaps, type NameKind } from './name-kinds.ts';
import type { PlanOptions } from './options.ts';
import { flowOf } from './plan-notebook.ts';
import { namesInText } from './scope-names.ts';
import { nodesOf } from './tree.ts';
import { endOfParameters, lastParameterEnd } from './types-of-code.ts';

/** A function that is to have what it reads of the notebook's data as keyword parameters. */
interface Lifted {
  readonly step: Step;
  readonly definition: FunctionDef;
  readonly uses: readonly FunctionUse[];
  /** Names of the notebook that it reads itself. */
  readonly own: ReadonlySet<string>;
}

/**
 * Lambda lifting: gives the edits, by cell key, that turn the data which functions read from the notebook's namespace into
 * keyword parameters that every call passes on, so that the functions can stand at module level. A function stays as it is
 * where that could change what it computes: when it assigns such a name, when it outlives its call and the name is bound
 * again, when a use of it is no call, or when the name means something else where it is used.
 */
export function liftFunctions(
  graph: DataflowGraph,
  options: PlanOptions,
): ReadonlyMap<string, readonly TextEdit[]> {
  if (!graph.steps.some((step) => readsValues(graph, step))) return new Map();
  const { kinds, fixed } = flowOf(graph, options);
  const found = new Map<string, Lifted>();
  for (const [name, kind] of kinds) {
    const mayMove = (kind === 'local' || kind === 'data') && !fixed.has(name);
    const lifted = mayMove ? candidateOf(graph, name, kinds) : null;
    if (lifted !== null) found.set(name, lifted);
  }
  const needs = settleNeeds(graph, found, kinds);
  return editsOf(graph, found, needs);
}

/** Whether a statement defines a function that names a value of the notebook: most notebooks have none. */
function readsValues(graph: DataflowGraph, { statement: { node } }: Step): boolean {
  if (node.type !== 'FunctionDef') return false;
  const names = new Set(freeNames(node));
  return graph.steps.some(({ binds }) => binds.some(({ name, kind }) => kind === 'value' && names.has(name)));
}

function candidateOf(
  graph: DataflowGraph,
  name: string,
  kinds: ReadonlyMap<string, NameKind>,
): Lifted | null {
  const binders = graph.steps.filter(({ binds }) => binds.some((binding) => binding.name === name));
  const [step] = binders;
  const definition = step?.statement.node;
  if (!step || binders.length !== 1 || definition?.type !== 'FunctionDef' || definition.name !== name)
    return null;
  if (definition.decorator_list.length > 0 || definition.args.kwarg !== null) return null;
  const mentions = findMentions(definition);
  const isData = (other: string) =>
    other !== name && (kinds.get(other) === 'data' || kinds.get(other) === 'parameter');
  if (mentions.some((mention) => !mention.late && isData(mention.name))) return null;
  if ([...quotedNames(definition)].some(isData) || actsOnScopes(definition)) return null;
  const uses = findUses(graph.steps, definition);
  const own = new Set(freeNames(definition).filter((other) => isData(other) && !isDefined(graph, other)));
  return uses === null ? null : { step, definition, uses, own };
}

/** Whether a name is that of a function or class. */
function isDefined(graph: DataflowGraph, name: string): boolean {
  return graph.steps.some(({ binds }) =>
    binds.some(
      (binding) => binding.name === name && (binding.kind === 'function' || binding.kind === 'class'),
    ),
  );
}

/** Whether a name is made anew in each stage, as lambdas are, or that of a function that cannot stand at module level. */
function isNested(graph: DataflowGraph, name: string, kinds: ReadonlyMap<string, NameKind>): boolean {
  return kinds.get(name) === 'local' || (kinds.get(name) === 'data' && isDefined(graph, name));
}

/** Code to which it matters where a name lives. */
function actsOnScopes(definition: FunctionDef): boolean {
  return nodesOf(definition).some(
    (node) =>
      node.type === 'Global' ||
      (node.type === 'Name' && /^(globals|locals|vars|eval|exec|super)$/.test(node.id)),
  );
}

/** What each function needs, with what those need that it calls; leaves out, and says of, none that cannot have it passed. */
function settleNeeds(
  graph: DataflowGraph,
  found: Map<string, Lifted>,
  kinds: ReadonlyMap<string, NameKind>,
): ReadonlyMap<string, ReadonlySet<string>> {
  for (;;) {
    const needs = new Map([...found].map(([name, { own }]) => [name, new Set(own)] as const));
    for (let grown = true; grown; ) {
      grown = false;
      for (const [name, { definition }] of found) {
        const all = needs.get(name);
        for (const called of freeNames(definition)) {
          for (const need of needs.get(called) ?? []) {
            if (!all || all.has(need)) continue;
            all.add(need);
            grown = true;
          }
        }
      }
    }
    const refused = [...found].find(([name, lifted]) => {
      const callsNested = freeNames(lifted.definition).some(
        (called) => called !== name && !found.has(called) && isNested(graph, called, kinds),
      );
      const all = needs.get(name) ?? new Set();
      return callsNested || all.size === 0 || [...all].some((need) => !canPass(graph, lifted, need));
    });
    if (refused === undefined) return needs;
    found.delete(refused[0]);
  }
}

/** Whether every use of a function can pass on what the name means when the function would have read it. */
function canPass(graph: DataflowGraph, { definition, uses }: Lifted, name: string): boolean {
  const binders = graph.steps.filter(({ binds }) => binds.some((binding) => binding.name === name));
  const isWritten = graph.steps.some(({ statement }) =>
    nodesOf(statement.node).some((node) => node.type === 'Global' && node.names.includes(name)),
  );
  if (
    isWritten ||
    binders.some(({ binds }) => binds.some((each) => each.name === name && each.kind === 'delete'))
  )
    return false;
  if (uses.some(({ mention }) => mention.hides(name))) return false;
  if (uses.some(({ call }) => call?.keywords.some(({ arg }) => arg === name))) return false;
  const first = graph.steps.find(
    (other) => other.statement.node.type !== 'FunctionDef' && readsName(other, definition.name),
  );
  const isBound = binders.some(
    ({ index, binds }) =>
      index < (first?.index ?? 0) && binds.some((each) => each.name === name && each.certainty === 'must'),
  );
  const [only, ...more] = binders;
  const isFinal = more.length === 0 && only !== undefined && only.statement.node.type === 'Assign';
  return isBound && (isFinal || !outlives(definition, name));
}

function readsName(step: Step, name: string): boolean {
  return step.reads.includes(name) || step.mentions.includes(name);
}

/** Whether something that a function makes may read a name after the function has returned. */
function outlives(definition: FunctionDef, name: string): boolean {
  return nodesOf(definition).some((node) => {
    if (node === definition) return false;
    if (node.type === 'Yield' || node.type === 'YieldFrom') return true;
    const isLater =
      node.type === 'Lambda' ||
      node.type === 'FunctionDef' ||
      node.type === 'AsyncFunctionDef' ||
      node.type === 'ClassDef' ||
      node.type === 'GeneratorExp';
    return isLater && freeNames(node).includes(name);
  });
}

function editsOf(
  graph: DataflowGraph,
  found: ReadonlyMap<string, Lifted>,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  const add = (step: Step, edit: TextEdit) => {
    const key = step.id.slice(0, step.id.lastIndexOf(':'));
    const known = edits.get(key) ?? [];
    // A cell that ran twice has each statement twice.
    if (!known.some(({ span, text }) => span.start === edit.span.start && text === edit.text))
      known.push(edit);
    edits.set(key, known);
  };
  const taken = namesInText(graph.steps);
  for (const [name, { step, definition, uses }] of found) {
    const passed = [...(needs.get(name) ?? [])].sort();
    const parameters = new Map(passed.map((need) => [need, parameterName(need, taken)]));
    const head = headEdit(definition, cellText(graph, step), [...parameters.values()]);
    if (head === null) continue;
    add(step, head);
    for (const { name: read, span } of findMentions(definition)) {
      const parameter = parameters.get(read);
      if (parameter !== undefined && parameter !== read) add(step, { span, text: parameter });
    }
    for (const use of uses) {
      const within = [...found.values()].find((each) => each.step === use.step);
      const inner = within && needs.get(within.definition.name);
      const keywords = passed.map((need) => {
        const value = inner?.has(need) ? parameterName(need, taken) : need;
        return `${parameters.get(need) ?? need}=${value}`;
      });
      add(use.step, useEdit(use, definition, cellText(graph, use.step), keywords));
    }
  }
  return edits;
}

/** Lower case for what is written as a constant, unless that name stands for something. */
function parameterName(name: string, taken: ReadonlySet<string>): string {
  const lower = name.toLowerCase();
  return isAllCaps(name) && !taken.has(lower) && !isReserved(lower) ? lower : name;
}

function headEdit(definition: FunctionDef, source: string, parameters: readonly string[]): TextEdit | null {
  const end = endOfParameters(definition, source);
  if (end === null) return null;
  const { args } = definition;
  const hasStar = args.vararg !== null || args.kwonlyargs.length > 0;
  const text = `${hasStar ? '' : '*, '}${parameters.join(', ')}`;
  return insertLast(source, lastParameterEnd(definition, source), end - 1, text);
}

/** Adds to a list of arguments or parameters, the last of which ends at `last` and whose parenthesis closes at `close`. */
function insertLast(source: string, last: number, close: number, text: string): TextEdit {
  const between = source.slice(last, close);
  const hasComma = between.replace(/#.*/g, '').includes(',');
  // What follows a comment stands on a line of its own.
  const at = between.includes('#') ? close : last + between.trimEnd().length;
  const joint = source.slice(0, at).trimEnd().endsWith('(') ? '' : hasComma ? ' ' : ', ';
  return { span: { start: at, end: at }, text: `${joint}${text}` };
}

function useEdit(
  { call, mention }: FunctionUse,
  { name, args }: FunctionDef,
  source: string,
  keywords: readonly string[],
): TextEdit {
  if (call !== null) {
    const last = [...call.args, ...call.keywords].map(({ end }) => end);
    const open = source.indexOf('(', call.func.end) + 1;
    return insertLast(source, Math.max(open, ...last), call.end - 1, keywords.join(', '));
  }
  const first = [...args.posonlyargs, ...args.args][0]?.arg ?? 'value';
  const isTaken = first === name || keywords.some((keyword) => keyword.endsWith(`=${first}`));
  const parameter = isTaken ? 'each' : first;
  return { span: mention.span, text: `lambda ${parameter}: ${name}(${parameter}, ${keywords.join(', ')})` };
}
