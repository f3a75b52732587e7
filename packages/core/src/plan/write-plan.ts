import type { RunRecord } from '../record/index.ts';
import { importTable } from './callees.ts';
import { findContracts } from './contracts.ts';
import type { DraftStage } from './draft.ts';
import { isModel, recordedFacts, typeOf } from './facts.ts';
import { onlyAsks } from './files.ts';
import { isExternal } from './outside.ts';
import type { NotebookPlan } from './plan-notebook.ts';
import type { Role } from './roles.ts';
import { stageRows } from './row-locality.ts';
import { stageCode } from './stage-code.ts';
import { stageDoc } from './stage-docs.ts';
import type { StagePart } from './stage-parts.ts';
import type {
  Argument,
  CodeItem,
  Contract,
  PartFunction,
  PartValue,
  PlannedArtifact,
  PlannedStage,
  Returned,
} from './types.ts';

/** The stages of one notebook as the plan has them, with what modules need of them. */
export interface WrittenStages {
  readonly stages: readonly PlannedStage[];
  readonly artifacts: readonly PlannedArtifact[];
  readonly contracts: readonly Contract[];
  /** Import statements that changed text needs, by stage. */
  readonly imports: readonly (readonly string[])[];
  /** Numbers of the stages whose code logs. */
  readonly logging: ReadonlySet<number>;
}

/** Writes the stages, artifacts and contracts of one notebook. */
export function writeStages(plan: NotebookPlan, record: RunRecord | undefined): WrittenStages {
  const imports = importTable(plan.graph);
  const marks = { unnamed: plan.unnamed, draws: onlyDraws(plan) };
  const taken = new Set<string>();
  const extra: (readonly string[])[] = [];
  const contracts: Contract[] = [];
  const logging = new Set<number>();
  const stages = plan.draft.stages.map((stage): PlannedStage => {
    const lift = plan.lifts[stage.number] ?? {
      arguments: [],
      edits: new Map(),
      imports: [],
      taken: new Set<string>(),
    };
    const code = stageCode(plan.graph, stage, lift, plan, marks, imports, record);
    const parts = plan.parts[stage.number] ?? [];
    const partCodes = parts.map((part) =>
      stageCode(plan.graph, part.stage, lift, plan, marks, imports, record),
    );
    extra.push([...code.imports, ...partCodes.flatMap((each) => each.imports)]);
    if (code.logs) logging.add(stage.number);
    const name = plan.names[stage.number]?.name ?? '';
    const heading = plan.names[stage.number]?.heading;
    const args = [...datasetArguments(plan, stage, record), ...lift.arguments];
    contracts.push(
      ...findContracts({ name, steps: stage.core, arguments: args, inputs: plan.inputs }, record, taken),
    );
    return {
      name,
      module: plan.modules[stage.number] ?? 'analysis',
      ...(heading === undefined ? {} : { heading }),
      cells: cellsOf(stage),
      doc: docOf(plan, stage, plan.roles[stage.number] ?? 'compute', heading, record),
      arguments: args,
      returns: returnsOf(plan, stage, record),
      body: code.body,
      external: isExternal(stage),
      rows: stageRows(plan, stage, record),
      ...(parts.length === 0
        ? {}
        : {
            parts: {
              before: code.before,
              functions: parts.map((part, at) =>
                partFunction(plan, part, partCodes[at]?.body ?? [], lift.arguments, record),
              ),
              after: code.after,
            },
          }),
    };
  });
  return { stages, artifacts: artifactsOf(plan, record), contracts, imports: extra, logging };
}

/** Steps that bind a value which nothing needs: they are kept for the generator that they draw from. */
function onlyDraws({ flow, found }: NotebookPlan): ReadonlySet<number> {
  const needed = new Set(found.artifacts.flatMap((artifact) => artifact.needs));
  const draws = new Set<number>();
  for (const { from, kind, via } of flow.edges) {
    if (kind === 'resource' && via.startsWith('random.')) draws.add(from);
    else needed.add(from);
  }
  const bare = flow.core.filter(
    ({ index, binds }) => binds.length > 0 && draws.has(index) && !needed.has(index),
  );
  return new Set(bare.map(({ index }) => index));
}

function datasetArguments(
  plan: NotebookPlan,
  stage: DraftStage,
  record: RunRecord | undefined,
): readonly Argument[] {
  return stage.inputs.flatMap((input) => {
    const dataset = plan.datasets.get(input);
    if (!dataset) return [];
    const source = { kind: 'dataset', dataset: dataset.name, variables: dataset.variables } as const;
    const type = typeOf(plan.flow, record, input.variable, input.step);
    return [{ name: input.variable, source, type, copied: stage.copied.has(input.variable) }];
  });
}

function returnsOf(
  plan: NotebookPlan,
  stage: DraftStage,
  record: RunRecord | undefined,
): readonly Returned[] {
  return stage.outputs.flatMap((output) => {
    const dataset = plan.datasets.get(output);
    if (!dataset) return [];
    const type = typeOf(plan.flow, record, output.variable, output.step);
    return [{ dataset: dataset.name, variables: dataset.variables, type }];
  });
}

/** A part as a function of the variables that it reads and of the stage's own arguments that its text mentions. */
function partFunction(
  plan: NotebookPlan,
  { stage, role, name }: StagePart,
  body: readonly CodeItem[],
  given: readonly Argument[],
  record: RunRecord | undefined,
): PartFunction {
  const value = ({ variable, step }: DraftStage['inputs'][number]): PartValue => ({
    name: variable,
    type: typeOf(plan.flow, record, variable, step),
  });
  const mentioned = mentionedNames(body.map(({ text }) => text).join('\n'));
  const own = given.filter((argument) => mentioned.has(argument.name));
  return {
    name: name.name,
    doc: docOf(plan, stage, role, name.heading, record),
    arguments: [
      ...stage.inputs.map(value),
      ...own.map((each) => ({ name: each.name, type: 'argument' as const })),
    ],
    returns: stage.outputs.map(value),
    body,
  };
}

const STRING = /(?<!\w)([A-Za-z]{0,2})("{3}|'{3}|["'])(?:\\[\s\S]|(?!\2)[\s\S])*?\2|#[^\n]*/g;

/** Words of Python text but those of plain strings and comments, and of keywords in calls; `@name` in a string is one. */
function mentionedNames(text: string): ReadonlySet<string> {
  const code = text.replace(STRING, (found, prefix: string | undefined) =>
    /f/i.test(prefix ?? '') ? found : ` ${(found.match(/(?<=@)\w+/g) ?? []).join(' ')} `,
  );
  return new Set(code.match(/(?<![\w.])[^\W\d]\w*(?!\w|\s*=[^=])/gu) ?? []);
}

function docOf(
  plan: NotebookPlan,
  stage: DraftStage,
  role: Role,
  heading: string | undefined,
  record: RunRecord | undefined,
): readonly string[] {
  const files = stage.core.flatMap((step) => step.files).filter((use) => use.path !== null && !onlyAsks(use));
  const named = (mode: 'read' | 'write') => [
    ...new Set(files.filter((use) => use.mode === mode).map((use) => use.path?.split(/[\\/]/).at(-1) ?? '')),
  ];
  const changed = new Set(stage.core.flatMap((step) => step.mutates));
  return stageDoc({
    role,
    heading,
    inputs: stage.inputs.map(({ variable, step }) => ({
      variable,
      facts: recordedFacts(record, variable, step),
    })),
    outputs: stage.outputs.map(({ variable, step }) => ({
      variable,
      facts: recordedFacts(record, variable, step),
    })),
    reads: named('read'),
    writes: named('write'),
    models: stage.outputs.flatMap(({ variable, step }) =>
      isModel(typeOf(plan.flow, record, variable, step)) ? [variable] : [],
    ),
    changes: stage.inputs.flatMap(({ variable }) =>
      changed.has(variable) && !stage.copied.has(variable) ? [variable] : [],
    ),
  });
}

/** Numbers of the cells that a stage is made from, ascending. */
export function cellsOf(stage: DraftStage): readonly number[] {
  return [...new Set(stage.core.map((step) => step.cell))].sort((left, right) => left - right);
}

/** The artifacts of one notebook that a stage makes. */
export function artifactsOf(plan: NotebookPlan, record: RunRecord | undefined): readonly PlannedArtifact[] {
  return plan.found.artifacts.flatMap((artifact): readonly PlannedArtifact[] => {
    const statement = plan.graph.steps[artifact.step]?.id ?? '';
    const { name, reason, variable } = artifact;
    if (variable === null) {
      const stage = plan.draft.stages.findLast((each) =>
        each.core.some((step) => step.index === artifact.step),
      );
      const stageName = stage ? (plan.names[stage.number]?.name ?? '') : '';
      return stage
        ? [{ name, variable, stage: stageName, path: `artifacts/${name}`, codec: 'file', statement, reason }]
        : [];
    }
    const last = plan.draft.last.get(variable);
    const dataset = last ? plan.datasets.get(last) : undefined;
    if (!dataset) return [];
    const final = record && Object.hasOwn(record.final, variable) ? record.final[variable] : undefined;
    const facts = final ?? dataset.facts;
    const path = `artifacts/${dataset.name}.${dataset.codec}`;
    return [
      {
        name,
        variable,
        stage: dataset.stage,
        path,
        codec: dataset.codec,
        statement,
        reason,
        ...(facts ? { facts } : {}),
      },
    ];
  });
}
