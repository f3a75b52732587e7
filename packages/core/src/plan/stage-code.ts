import type { DataflowGraph, Step } from '../dataflow/index.ts';
import { cellText, multilineStrings } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import type { TextEdit } from '../text/index.ts';
import type { ImportTable } from './callees.ts';
import type { DraftStage } from './draft.ts';
import { editText } from './edits.ts';
import { RANDOM_STATES } from './flow.ts';
import { isReserved } from './identifiers.ts';
import type { StageLift } from './lift.ts';
import { rewriteCalls } from './rewrites.ts';
import { globalEdits, type NameEdits, nameEdits } from './scope-edits.ts';
import { firstMentions } from './scope-names.ts';
import { SUPPRESS_IMPORT, suppressed } from './suppression.ts';
import { bindingNames } from './tree.ts';
import type { CodeItem, TypeSlot } from './types.ts';
import { findTypeSlots, findVariableSlots } from './types-of-code.ts';

/** Body of a stage function and the imports that it needs besides the notebook's own. */
export interface StageCode {
  readonly body: readonly CodeItem[];
  /** Of the body, what stands before the first statement and behind the last. */
  readonly before: readonly CodeItem[];
  readonly after: readonly CodeItem[];
  readonly imports: readonly string[];
  readonly logs: boolean;
}

/** What is said of steps by their index. */
export interface StepMarks {
  /** Names given to values that are only shown. */
  readonly unnamed: ReadonlyMap<number, string>;
  /** Kept for the random numbers that they draw. */
  readonly draws: ReadonlySet<number>;
}

/** How a generator's state is taken and put back. */
const STATES: Readonly<
  Record<string, { readonly module: string; readonly get: string; readonly set: string }>
> = {
  python_random_state: { module: 'random', get: 'getstate', set: 'setstate' },
  numpy_random_state: { module: 'numpy.random', get: 'get_state', set: 'set_state' },
  torch_random_state: { module: 'torch', get: 'get_rng_state', set: 'set_rng_state' },
};

/** Writes the body of a stage: the notebook's statements, changed where arguments take the place of names and literals. */
export function stageCode(
  graph: DataflowGraph,
  stage: DraftStage,
  lift: StageLift,
  names: NameEdits,
  { unnamed, draws }: StepMarks,
  imports: ImportTable,
  record: RunRecord | undefined,
): StageCode {
  const [first] = stage.steps;
  if (!first) return { body: [], before: [], after: [], imports: [], logs: false };
  const needed = new Set(lift.imports);
  const globals = globalEdits(stage.steps);
  const before = preamble(stage, first, globals.names, needed, imports);
  const variables = findVariableSlots(stage.steps, record);
  let logs = false;
  const items = stage.steps.map((step) => {
    const rewritten = rewriteCalls(graph, step, names.rewriting);
    for (const each of rewritten.imports) needed.add(each);
    logs ||= rewritten.logs;
    const edits = [
      ...rewritten.edits,
      ...(lift.edits.get(step) ?? []),
      ...nameEdits(step, names),
      ...globals.edits.filter((edit) => edit.step === step).map(({ edit }) => edit),
    ];
    if (edits.some((edit) => edit.text.startsWith('os.environ['))) needed.add('import os');
    const shown = unnamed.get(step.index);
    const start = step.statement.node.start;
    if (shown !== undefined) edits.push({ span: { start, end: start }, text: `${shown} = ` });
    if (draws.has(step.index)) edits.push({ span: { start, end: start }, text: DRAWS });
    const variable = variables.get(step);
    const types = [...findTypeSlots(graph, step, record), ...(variable ? [variable] : [])];
    const item = codeItem(graph, step, edits, types);
    if (!step.raises) return item;
    needed.add(SUPPRESS_IMPORT);
    return suppressed(item);
  });
  const after = stage.outputs
    .filter((output) => output.variable in STATES)
    .map((output) =>
      line(first, `${output.variable} = ${stateCall(output.variable, 'get', needed, imports)}()`),
    );
  return { body: [...before, ...items, ...after], before, after, imports: [...needed], logs };
}

/** Said above a statement whose result nothing uses. */
const DRAWS = '# only for the random numbers that it draws, so that later draws stay the same\n';

function line(step: Step, text: string): CodeItem {
  return { statement: step.id, text, strings: [] };
}

/** What must stand before the first statement: generator states, builtins whose name the stage binds itself. */
function preamble(
  stage: DraftStage,
  first: Step,
  nonlocals: ReadonlySet<string>,
  needed: Set<string>,
  imports: ImportTable,
): readonly CodeItem[] {
  const items: CodeItem[] = [];
  for (const { variable } of stage.inputs) {
    if (variable in STATES)
      items.push(line(first, `${stateCall(variable, 'set', needed, imports)}(${variable})`));
  }
  const given = new Set(stage.inputs.map((input) => input.variable));
  const bound = bindingNames(stage.steps.map((step) => step.statement.node));
  for (const name of nonlocals) {
    if (!given.has(name) && !bound.has(name)) items.push(line(first, `${name}: object`));
  }
  const mentions = firstMentions(stage.steps);
  for (const name of bound) {
    if (given.has(name) || !isBuiltin(name) || !readsBeforeBinding(mentions.get(name), name)) continue;
    needed.add('import builtins');
    items.push(line(first, `${name} = builtins.${name}`));
  }
  return items;
}

function isBuiltin(name: string): boolean {
  return isReserved(name) && BUILTINS.test(name);
}

const BUILTINS =
  /^(abs|all|any|ascii|bin|bool|bytearray|bytes|callable|chr|complex|dict|dir|divmod|enumerate|filter|float|format|frozenset|getattr|hasattr|hash|help|hex|id|input|int|isinstance|iter|len|list|map|max|min|next|object|oct|open|ord|pow|print|property|range|repr|reversed|round|set|slice|sorted|str|sum|super|tuple|type|vars|zip)$/;

function readsBeforeBinding(step: Step | undefined, name: string): boolean {
  if (!step) return false;
  const { node } = step.statement;
  if (node.type === 'Assign' || node.type === 'AnnAssign')
    return step.mentions.includes(name) || mentionsIn(node.value, name);
  return (
    node.type !== 'FunctionDef' &&
    node.type !== 'ClassDef' &&
    node.type !== 'Import' &&
    node.type !== 'ImportFrom'
  );
}

function mentionsIn(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => mentionsIn(item, name));
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && value.type === 'Name' && 'id' in value && value.id === name) return true;
  return Object.values(value).some((field) => mentionsIn(field, name));
}

function stateCall(variable: string, verb: 'get' | 'set', needed: Set<string>, imports: ImportTable): string {
  const state = STATES[variable];
  if (!state || !(variable in RANDOM_STATES)) return variable;
  const [root = '', ...rest] = state.module.split('.');
  const known = [...imports].find(([, origin]) => origin === root)?.[0];
  const alias = known ?? (imports.has(SHORT[root] ?? root) ? `${root}_module` : (SHORT[root] ?? root));
  needed.add(alias === root ? `import ${root}` : `import ${root} as ${alias}`);
  return [alias, ...rest, state[verb]].join('.');
}

/** Names under which libraries are commonly imported. */
const SHORT: Readonly<Record<string, string>> = { numpy: 'np' };

/** A statement with its comments, after edits. */
export function codeItem(
  graph: DataflowGraph,
  step: Step,
  edits: readonly TextEdit[],
  types: readonly TypeSlot[],
): CodeItem {
  const source = cellText(graph, step);
  const { node, outer } = step.statement;
  const { text, spans, moved } = editText(source, outer, edits, multilineStrings(node, 0));
  const trimmed = text.trimEnd();
  return {
    statement: step.id,
    text: trimmed,
    strings: spans.filter((span) => trimmed.slice(span.start, span.end).includes('\n')),
    types: types.map((slot) => ({ ...slot, at: moved(slot.at) })),
  };
}
