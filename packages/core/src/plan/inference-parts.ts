import { cellText, type Step } from '../dataflow/index.ts';
import type { RunRecord, TypeFacts } from '../record/index.ts';
import type { TextEdit } from '../text/index.ts';
import { importTable } from './callees.ts';
import type { DraftStage } from './draft.ts';
import { editText } from './edits.ts';
import { typeOf } from './facts.ts';
import { unusedName } from './identifiers.ts';
import type { WrittenParts } from './inference.ts';
import type { InferencePath } from './inference-path.ts';
import type { Inference, InferencePart, LoadedValue, PartArgument } from './inference-types.ts';
import type { StageLift } from './lift.ts';
import { importsFor } from './modules.ts';
import type { NotebookPlan } from './plan-notebook.ts';
import { wholeStageLocality } from './row-locality.ts';
import type { Load } from './rows/index.ts';
import { splitParts } from './rows/splits.ts';
import { stageCode } from './stage-code.ts';
import type { Argument, CodeItem, PlannedStage } from './types.ts';

/** The parts of an inference in the order in which they run, and what they need. */
export interface FoundParts extends Pick<Inference, 'parts' | 'loads' | 'parameters' | 'leavesOut'> {}

/** Statements of one stage that the prediction is made of. */
interface Draft {
  readonly stage: DraftStage;
  readonly steps: readonly Step[];
  readonly body: readonly CodeItem[];
  readonly imports: readonly string[];
}

/** Takes the way to a prediction apart by stages: those that work row by row are called, of others the statements are written. */
export function findParts(
  plan: NotebookPlan,
  path: InferencePath,
  record: RunRecord | undefined,
  written: WrittenParts,
): FoundParts | { readonly reason: string; readonly hint: string } {
  const needed = path.prediction.trace.steps;
  const drafts = plan.draft.stages.flatMap((stage): Draft[] => {
    const steps = stage.steps.filter((step) => needed.has(step));
    if (!steps.some((step) => stage.core.includes(step))) return [];
    return [{ stage, steps, ...codeOf(plan, path, stage, steps, record) }];
  });
  const names = rowNames(path);
  const parts = drafts.flatMap((draft, at) =>
    partsOf(plan, path, draft, drafts.slice(at + 1), names, record, written),
  );
  const given = parts.flatMap((part) => (part.kind === 'rename' ? [] : part.given));
  const loads = loadsOf(plan, given, record);
  return {
    parts,
    loads,
    parameters: parametersOf(written, given),
    leavesOut: parts.some((part) => part.kind === 'stage' && part.leavesOut),
  };
}

/** Names that hold rows of the source at some point of the way. */
function rowNames({ rows, source, prediction }: InferencePath): ReadonlySet<string> {
  const names = new Set([source.name, prediction.name]);
  for (const step of prediction.trace.steps) {
    for (const [name, value] of rows.after.get(step) ?? [])
      if (value.kind === 'frame' || value.kind === 'series') names.add(name);
  }
  return names;
}

/** The statements as the stage has them, without what leaves rows out. */
function codeOf(
  plan: NotebookPlan,
  path: InferencePath,
  stage: DraftStage,
  steps: readonly Step[],
  record: RunRecord | undefined,
): Pick<Draft, 'body' | 'imports'> {
  const lift = plan.lifts[stage.number];
  const edits = new Map(
    steps.map((step) => [
      step,
      [...(path.rows.edits.get(step) ?? []), ...onlyAnswer(path, step), ...(lift?.edits.get(step) ?? [])],
    ]),
  );
  const own: StageLift = { arguments: [], imports: lift?.imports ?? [], taken: new Set(), edits };
  const bare = { ...stage, steps, inputs: [], outputs: [] };
  const { body, imports } = stageCode(
    plan.graph,
    bare,
    own,
    plan,
    { unnamed: plan.unnamed, draws: new Set() },
    importTable(plan.graph),
    record,
  );
  return {
    body: body.flatMap((item) => splitItem(plan, item, steps, edits)),
    imports: [...imports, ...importsFor(plan.flow, steps)],
  };
}

/** A statement with several targets as one line for each that a kept statement may read. */
function splitItem(
  plan: NotebookPlan,
  item: CodeItem,
  steps: readonly Step[],
  edits: ReadonlyMap<Step, readonly TextEdit[]>,
): readonly CodeItem[] {
  const step = steps.find(({ id }) => id === item.statement);
  const parts = step ? splitParts(step) : null;
  if (step === undefined || parts === null) return [item];
  return parts.map(({ name, from }) => {
    const { text } = editText(cellText(plan.graph, step), from, edits.get(step) ?? [], []);
    return {
      statement: item.statement,
      text: `${name} = ${text}${from.type === 'Name' ? '.copy()' : ''}`,
      strings: [],
    };
  });
}

/** Takes out of `pd.DataFrame({…})` what stands beside the answer. */
function onlyAnswer({ prediction }: InferencePath, step: Step): readonly TextEdit[] {
  const { node } = step.statement;
  const call = node.type === 'Assign' && node.value.type === 'Call' ? node.value : undefined;
  const [dict] = call?.args ?? [];
  if (step !== prediction.step || dict?.type !== 'Dict') return [];
  return dict.keys.flatMap((key, at): TextEdit[] => {
    const [value, next, before] = [dict.values[at], dict.keys[at + 1], dict.values[at - 1]];
    if (!key || !value || (key.type === 'Constant' && key.value === prediction.column)) return [];
    const span = next
      ? { start: key.start, end: next.start }
      : { start: before?.end ?? key.start, end: value.end };
    return [{ span, text: '' }];
  });
}

function partsOf(
  plan: NotebookPlan,
  path: InferencePath,
  draft: Draft,
  later: readonly Draft[],
  names: ReadonlySet<string>,
  record: RunRecord | undefined,
  written: WrittenParts,
): readonly InferencePart[] {
  const stage = written.stages[draft.stage.number];
  if (stage === undefined) return [];
  const wanted = wantedNames(path, draft, later, names);
  const renamed = draft.steps.map((step) => renamesOf(step, wanted));
  if (renamed.every((each) => each !== null)) return renamed.flatMap((each) => each ?? []);
  const locality = wholeStageLocality(plan, path, draft.stage, record);
  if (locality) return [wholeStage(plan, draft.stage, stage, names, locality.filters)];
  return [statements(plan, path, draft, stage, wanted, names, record, written)];
}

/** What a statement comes to that only hands rows on under other names; `null` where it does more. */
function renamesOf(step: Step, wanted: ReadonlySet<string>): readonly InferencePart[] | null {
  const parts = splitParts(step);
  if (parts === null || !parts.every(({ from }) => from.type === 'Name')) return null;
  return parts.flatMap(({ name, from }): InferencePart[] =>
    from.type === 'Name' && wanted.has(name) && name !== from.id
      ? [{ kind: 'rename', from: from.id, to: name }]
      : [],
  );
}

/** How often a text names something. */
function count(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'gu'))?.length ?? 0;
}

/** Names with rows that later parts, or the answer, read. */
function wantedNames(
  path: InferencePath,
  draft: Draft,
  later: readonly Draft[],
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const texts = later.flatMap(({ body }) => body.map(({ text }) => text)).join('\n');
  const bound = new Set(
    draft.steps.flatMap((step) => [...step.binds.map(({ name }) => name), ...step.mutates]),
  );
  const isLast = draft.stage.number === path.prediction.stage;
  return new Set(
    [...names].filter(
      (name) => bound.has(name) && ((isLast && name === path.prediction.name) || count(texts, name) > 0),
    ),
  );
}

/** Calls a stage as the pipeline does. */
function wholeStage(
  plan: NotebookPlan,
  draft: DraftStage,
  stage: PlannedStage,
  names: ReadonlySet<string>,
  leavesOut: boolean,
): InferencePart {
  const given = stage.arguments.flatMap((argument) => toPartArgument(plan, argument, draft, names));
  return {
    kind: 'stage',
    stage: stage.name,
    leavesOut,
    given,
    gives: stage.returns.flatMap(({ variables }) => variables),
  };
}

function toPartArgument(
  plan: NotebookPlan,
  { name, source }: Argument,
  draft: DraftStage,
  names: ReadonlySet<string>,
): readonly PartArgument[] {
  if (source.kind === 'parameter') return [{ name, source: { kind: 'parameter', key: source.key } }];
  if (source.kind !== 'dataset') return [];
  const input = draft.inputs.find(({ variable }) => variable === name);
  const dataset = input ? plan.datasets.get(input) : undefined;
  if (names.has(name) || dataset === undefined) return [{ name, source: { kind: 'rows', variable: name } }];
  return [{ name, source: { kind: 'load', dataset: dataset.name } }];
}

/** Writes the statements of a stage that the prediction is made of as a function. */
function statements(
  plan: NotebookPlan,
  path: InferencePath,
  draft: Draft,
  stage: PlannedStage,
  wanted: ReadonlySet<string>,
  names: ReadonlySet<string>,
  record: RunRecord | undefined,
  written: WrittenParts,
): InferencePart {
  const body = withoutUnread(draft, wanted);
  const text = body.map((item) => item.text).join('\n');
  const mentioned = (name: string) => count(text, name) > 0;
  const bound = new Set(draft.steps.flatMap((step) => step.binds.map((binding) => binding.name)));
  const rows = [...names].filter((name) => mentioned(name) && (!bound.has(name) || isReadFirst(draft, name)));
  const loads = [...path.prediction.trace.loads].filter(
    (load) => load.stage === draft.stage.number && mentioned(load.name) && !names.has(load.name),
  );
  const lifted = stage.arguments.filter(({ name, source }) => source.kind === 'parameter' && mentioned(name));
  const given: PartArgument[] = [
    ...rows.map((variable): PartArgument => ({ name: variable, source: { kind: 'rows', variable } })),
    ...loads.flatMap((load) => loadArgument(plan, load)),
    ...lifted.flatMap((argument) => toPartArgument(plan, argument, draft.stage, names)),
  ];
  const gives = [...wanted];
  const taken = (name: string) => written.stages.some((each) => each.name === name) || names.has(name);
  return {
    kind: 'statements',
    given,
    gives,
    imports: [...draft.imports, ...definitionImports(written, text)],
    function: {
      name: unusedName(`${stage.name}_rows`, taken),
      module: stage.module,
      cells: [
        ...new Set(draft.steps.filter((step) => draft.stage.core.includes(step)).map(({ cell }) => cell)),
      ],
      doc: [
        `Return ${gives.join(' and ')} as the stage ${stage.name} makes ${gives.length > 1 ? 'them' : 'it'}, for all rows.`,
      ],
      arguments: given.map(
        ({ name, source }): Argument => ({
          name,
          source: source.kind === 'parameter' ? source : { kind: 'dataset', dataset: '', variables: [name] },
          type:
            source.kind === 'parameter'
              ? (stage.arguments.find((each) => each.name === name)?.type ?? null)
              : typeOfArgument(plan, path, record, draft, { name, source }),
          copied: false,
        }),
      ),
      returns: gives.map((name) => ({
        dataset: '',
        variables: [name],
        type: typeOfResult(plan, record, draft, name),
      })),
      body,
      external: false,
    },
  };
}

function typeOfResult(
  plan: NotebookPlan,
  record: RunRecord | undefined,
  draft: Draft,
  name: string,
): TypeFacts | null {
  const last = draft.steps.findLast(
    (step) => step.mutates.includes(name) || step.binds.some((binding) => binding.name === name),
  );
  return last ? typeOf(plan.flow, record, name, last) : null;
}

/** The code without the lines of taken-apart statements that bind a name which nothing reads. */
function withoutUnread({ body, steps }: Draft, wanted: ReadonlySet<string>): readonly CodeItem[] {
  const all = body.map(({ text }) => text).join('\n');
  const apart = new Set(steps.filter((step) => splitParts(step) !== null).map(({ id }) => id));
  return body.filter(({ statement, text }) => {
    const [name = ''] = text.split(' = ');
    return !apart.has(statement) || wanted.has(name) || count(all, name) > 1;
  });
}

/** The type of what an argument is given. */
function typeOfArgument(
  plan: NotebookPlan,
  path: InferencePath,
  record: RunRecord | undefined,
  draft: Draft,
  { name, source }: PartArgument,
): TypeFacts | null {
  if (source.kind === 'load') {
    const input = [...plan.datasets].find(([, { name: dataset }]) => dataset === source.dataset)?.[0];
    return input ? typeOf(plan.flow, record, input.variable, input.step) : null;
  }
  const before = plan.flow.kept.filter((step) => step.index < (draft.stage.core[0]?.index ?? 0));
  const values = [...before].reverse().flatMap((step) => path.rows.after.get(step)?.get(name) ?? []);
  const [value] = name === path.source.name && values.length === 0 ? [] : values;
  if (value?.kind === 'series') return value.type === null ? null : { name: value.type };
  return { name: 'pandas.DataFrame' };
}

/** Whether a statement reads a name before one gives it a value: `df = df.assign(…)`. */
function isReadFirst(draft: Draft, name: string): boolean {
  const first = draft.steps.find(
    (step) => step.mentions.includes(name) || step.binds.some((binding) => binding.name === name),
  );
  return first?.mentions.includes(name) ?? false;
}

function loadArgument(plan: NotebookPlan, load: Load): readonly PartArgument[] {
  const dataset = plan.datasets.get(load.dataset);
  return dataset ? [{ name: load.name, source: { kind: 'load', dataset: dataset.name } }] : [];
}

/** Imports of constants and functions of the notebook that a text names. */
function definitionImports(written: WrittenParts, text: string): readonly string[] {
  return written.modules.flatMap((module) =>
    module.definitions.flatMap(({ name }) =>
      count(text, name) > 0 ? [`from ${written.package}.stages.${module.name} import ${name}`] : [],
    ),
  );
}

function loadsOf(
  plan: NotebookPlan,
  given: readonly PartArgument[],
  record: RunRecord | undefined,
): readonly LoadedValue[] {
  const wanted = new Set(given.flatMap(({ source }) => (source.kind === 'load' ? [source.dataset] : [])));
  return [...plan.datasets].flatMap(([draft, { name, codec }]) =>
    wanted.has(name)
      ? [{ dataset: name, codec, type: typeOf(plan.flow, record, draft.variable, draft.step) }]
      : [],
  );
}

function parametersOf({ stages }: WrittenParts, given: readonly PartArgument[]): Inference['parameters'] {
  const keys = new Map<string, Inference['parameters'][number]>();
  for (const { name, source } of given) {
    if (source.kind !== 'parameter' || keys.has(source.key)) continue;
    const argument = stages
      .flatMap((stage) => stage.arguments)
      .find((each) => each.source.kind === 'parameter' && each.source.key === source.key);
    keys.set(source.key, { name, key: source.key, type: argument?.type ?? null });
  }
  return [...keys.values()];
}
