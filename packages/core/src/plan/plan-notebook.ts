import type { DataflowGraph, Step } from '../dataflow/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { RunRecord } from '../record/index.ts';
import { fileName } from './artifact-rules.ts';
import { type FoundArtifact, type FoundArtifacts, findArtifacts } from './artifacts.ts';
import { importTable } from './callees.ts';
import { completeDefinitions } from './complete-definitions.ts';
import { findEnvironmentNames, nameConstants, namesInTexts } from './constants.ts';
import { type Line, lineUp } from './crossing.ts';
import { cutIntoSegments, type Segment } from './cut.ts';
import { type DatasetTable, nameDatasets } from './datasets.ts';
import { type DraftStages, draftStages, withoutIdleSegments } from './draft.ts';
import { withFileCalls } from './file-calls.ts';
import { pathHolders } from './files.ts';
import { type Flow, RANDOM_STATES, sortSteps } from './flow.ts';
import { groupParameters } from './group-parameters.ts';
import { unusedName } from './identifiers.ts';
import type { LiftedInput, LiftingContext, StageLift } from './lift.ts';
import { liftFiles } from './lift-files.ts';
import { liftParameters } from './lift-parameters.ts';
import { moduleNames } from './modules.ts';
import { importOrigin } from './name-kinds.ts';
import type { PlanOptions } from './options.ts';
import { recordOf } from './record-of.ts';
import { withRecordedChanges } from './recorded-changes.ts';
import { withoutRefutedDoubts } from './refute.ts';
import type { Rewriting } from './rewrites.ts';
import { findTransformers, type Role, roleOf } from './roles.ts';
import { boundInText, namesInText } from './scope-names.ts';
import { nameStages, type StageName } from './stage-names.ts';
import { linesAround, type PartNaming, partsOf, type StagePart } from './stage-parts.ts';
import { roleOfStage } from './stage-role.ts';
import type { Parameter } from './types.ts';
import { unstorableOf } from './unstorable.ts';
import { closeOver } from './values.ts';
import { settleDirectory } from './working-directory.ts';

/** Names that the notebooks planned before have taken. */
export interface TakenNames {
  readonly stages: ReadonlySet<string>;
  readonly datasets: ReadonlySet<string>;
  readonly definitions: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  /** File of the artifacts folder for each path that an earlier notebook writes. */
  readonly written: ReadonlyMap<string, string>;
}

/** Everything that is decided about one notebook, before it is written as a plan. */
export interface NotebookPlan {
  readonly graph: DataflowGraph;
  readonly flow: Flow;
  readonly found: FoundArtifacts;
  readonly draft: DraftStages;
  readonly roles: readonly Role[];
  readonly names: readonly StageName[];
  readonly modules: readonly string[];
  readonly datasets: DatasetTable;
  readonly lifts: readonly StageLift[];
  /** The functions that long stages are taken apart into, by stage. */
  readonly parts: readonly (readonly StagePart[])[];
  readonly parameters: readonly Parameter[];
  readonly inputs: readonly LiftedInput[];
  readonly written: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, string>;
  readonly environment: ReadonlyMap<string, string>;
  readonly rewriting: Rewriting;
  /** Names given to values that are only shown, by step. */
  readonly unnamed: ReadonlyMap<number, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans one notebook: artifacts, slice, kinds, stages, names, datasets, parameters, in this order. */
export function planNotebook(original: DataflowGraph, options: PlanOptions, taken: TakenNames): NotebookPlan {
  const record = recordOf(original, options);
  const settled = settle(original, options, record);
  const { found, unnamed, graph, variables, flow } = findFlow(settled, options, record);
  const imports = importTable(graph);
  const line = lineUp(flow, new Set(variables));
  const segments = withoutIdleSegments(
    line,
    cutIntoSegments(line, imports, options.stages ?? 'best', record),
    variables,
  );
  const draft = draftStages(line, segments, variables);
  const transformers = findTransformers(flow.kept, imports);
  const stepRoles = line.steps.map((step) => roleOf(step, imports, transformers));
  const roles = draft.stages.map((stage, number) =>
    roleOfStage(stage, stepRoles.slice(segments[number]?.start, segments[number]?.end)),
  );
  const constants = nameConstants(flow);
  const modulesOwn = moduleLevelNames(flow, constants);
  const avoided = new Set([...taken.stages, ...taken.definitions, ...modulesOwn]);
  const names = nameStages(line, draft.stages, roles, avoided, new Set(variables), record);
  const stageNames = names.map(({ name }) => name);
  const written = writtenFiles(flow, found.artifacts, taken.written);
  const datasets = nameDatasets(draft, stageNames, new Set(written.values()), record, taken.datasets);
  const environment = findEnvironmentNames(flow);
  const context: LiftingContext = {
    flow,
    imports,
    stages: draft.stages,
    names: stageNames,
    moduleNames: modulesOwn,
    constants,
    quoted: namesInTexts(flow),
    sources: options.sources,
    path: graph.module.notebook.path,
    written,
  };
  const lifts = draft.stages.map((stage) => newLift(stage, modulesOwn));
  const inputs = [...liftFiles(context, lifts)];
  const parameters = liftParameters(context, lifts, inputs);
  groupParameters(context, lifts);
  const parts = takeApart(line, segments, draft, lifts, {
    roles: stepRoles,
    taken: new Set([...avoided, ...stageNames]),
    artifacts: new Set(variables),
    record,
    longest: options.longest,
  });
  return {
    graph,
    flow,
    found,
    draft,
    roles,
    names,
    modules: modulesApart(flow, moduleNames(roles), taken),
    datasets,
    lifts,
    parts,
    parameters,
    inputs,
    written,
    constants,
    environment,
    rewriting: rewritingOf(flow),
    unnamed,
    diagnostics: found.diagnostics,
  };
}

/** Takes long stages apart; functions of one notebook have names of their own. */
function takeApart(
  line: Line,
  segments: readonly Segment[],
  { stages }: DraftStages,
  lifts: readonly StageLift[],
  naming: Omit<PartNaming, 'around'>,
): NotebookPlan['parts'] {
  const taken = new Set([...naming.taken, ...lifts.flatMap((lift) => [...lift.taken])]);
  return stages.map((stage, number) => {
    const around = linesAround(stage, lifts[number]?.arguments.length ?? 0);
    const parts = partsOf(line, segments, number, { ...naming, taken, around });
    for (const { name } of parts) taken.add(name.name);
    return parts;
  });
}

function settle(original: DataflowGraph, options: PlanOptions, record: RunRecord | undefined) {
  const doubted = withoutRefutedDoubts(withFileCalls(original, options.sources), record);
  return settleDirectory(withRecordedChanges(doubted, record));
}

/** What the names of a notebook become, and those of definitions that stay where they are: with a path, an attribute, as artifact. */
export function flowOf(
  original: DataflowGraph,
  options: PlanOptions,
): Pick<Flow, 'kinds'> & { readonly fixed: ReadonlySet<string> } {
  const record = recordOf(original, options);
  const { flow, variables } = findFlow(settle(original, options, record), options, record);
  return {
    kinds: flow.kinds,
    fixed: new Set([...pathHolders(flow.kept), ...flow.uses.attributed, ...variables]),
  };
}

/** Finds the artifacts and what they need; whether a value can be stored is known only once its classes have their place. */
function findFlow(
  settled: ReturnType<typeof settleDirectory>,
  options: PlanOptions,
  record: RunRecord | undefined,
  unstorable: ReadonlyMap<string, string> = new Map(),
): Pick<NotebookPlan, 'found' | 'unnamed' | 'graph' | 'flow'> & { readonly variables: readonly string[] } {
  const { moves, lost } = settled;
  const found = findArtifacts(settled.graph, options.artifacts, {
    lost,
    unstorable,
    ...(record ? { record } : {}),
  });
  const unnamed = new Map(
    found.artifacts.flatMap(({ unnamed: isUnnamed, step, name }) =>
      isUnnamed ? [[step, name] as const] : [],
    ),
  );
  const graph = withNamedValues(settled.graph, unnamed);
  const variables = found.artifacts.flatMap(({ variable }) => variable ?? []);
  const flow = sortSteps(
    graph,
    completeDefinitions(graph, closeOver(graph, seedsOf(found.artifacts, options)), found.end),
    new Set(variables),
    moves,
  );
  const refused = unstorableOf(flow, variables, record);
  return refused.size === 0
    ? { found, unnamed, graph, variables, flow }
    : findFlow(settled, options, record, new Map([...unstorable, ...refused]));
}

/** The steps that the artifacts need directly, or all up to the last of these. */
function seedsOf(artifacts: readonly FoundArtifact[], { stages }: PlanOptions): readonly number[] {
  const needs = artifacts.flatMap((artifact) => [...artifact.needs]);
  return stages === 'whole' ? Array.from({ length: Math.max(-1, ...needs) + 1 }, (_, step) => step) : needs;
}

/** Lets the statements that show a value without a name bind it. */
function withNamedValues(graph: DataflowGraph, unnamed: ReadonlyMap<number, string>): DataflowGraph {
  if (unnamed.size === 0) return graph;
  const steps = graph.steps.map((step): Step => {
    const name = unnamed.get(step.index);
    if (name === undefined) return step;
    return { ...step, binds: [...step.binds, { name, certainty: 'must', kind: 'value' }] };
  });
  return { ...graph, steps };
}

/** Notebooks that give one name to two things have modules of their own. */
function modulesApart(flow: Flow, modules: readonly string[], taken: TakenNames): readonly string[] {
  const clashes = [...flow.kinds].some(
    ([name, kind]) => (kind === 'definition' || kind === 'constant') && taken.definitions.has(name),
  );
  return clashes ? modules.map((module) => unusedName(module, (name) => taken.modules.has(name))) : modules;
}

function moduleLevelNames(flow: Flow, constants: ReadonlyMap<string, string>): ReadonlySet<string> {
  const names = new Set(constants.values());
  for (const [name, kind] of flow.kinds) if (kind === 'import' || kind === 'definition') names.add(name);
  return names;
}

/** File of the artifacts folder for every path that a kept step writes. */
function writtenFiles(
  flow: Flow,
  artifacts: readonly FoundArtifact[],
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const files = new Map(before);
  for (const artifact of artifacts) if (artifact.file !== undefined) files.set(artifact.file, artifact.name);
  for (const step of flow.kept) {
    for (const { mode, path } of step.files) {
      if (mode === 'write' && path !== null && !files.has(path))
        files.set(path, fileName(path, new Set(files.values())));
    }
  }
  return files;
}

function newLift(stage: DraftStages['stages'][number], moduleNames: ReadonlySet<string>): StageLift {
  const taken = new Set([...namesInText(stage.steps), ...boundInText(stage.steps), ...moduleNames]);
  for (const { variable } of [...stage.inputs, ...stage.outputs]) taken.add(variable);
  for (const name of Object.keys(RANDOM_STATES)) taken.add(name);
  return { arguments: [], edits: new Map(), imports: [], taken };
}

/** What rewritten calls may not hide, and how a module's logger is called where `log` has a meaning. */
function rewritingOf(flow: Flow): Rewriting {
  const isPath = (name: string) =>
    name === 'Path' &&
    (flow.uses.binders.get(name) ?? []).every((step) => importOrigin(step, name) === 'pathlib.Path');
  const bound = new Set([...flow.uses.binders.keys()].filter((name) => !isPath(name)));
  const taken = namesInText(flow.kept);
  return { bound, log: ['log', 'logger'].find((name) => !taken.has(name)) ?? 'stage_log' };
}
