import type { DataflowGraph, Step } from '../dataflow/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { RunRecord } from '../record/index.ts';
import { uniqueFileStem } from '../text/index.ts';
import { tellFates } from './fates.ts';
import { findHelperFiles } from './helper-files.ts';
import { findHelpers, type HelperModule } from './helper-modules.ts';
import { asksModel, findInference } from './inference.ts';
import type { Inference, NoInference } from './inference-types.ts';
import { layOutModules, withoutUnusedConstants } from './modules.ts';
import type { PlanOptions } from './options.ts';
import type { NotebookPlan } from './plan-notebook.ts';
import { planNotebooks } from './plan-notebooks.ts';
import { recordOf } from './record-of.ts';
import { findRequirements, importedModules } from './requirements.ts';
import { thinNotebook } from './thin-notebook.ts';
import type { Fate, Plan, PlannedModule } from './types.ts';
import { uniqueBy } from './unique-by.ts';
import { type WrittenStages, writeStages } from './write-plan.ts';

/**
 * Plans the project of one or several notebooks: what it makes, in which stages, with which parameters.
 *
 * @returns a plan without stages when no notebook has an artifact that can be built; its `candidates` say why.
 */
export function planProject(graphs: readonly DataflowGraph[], options: PlanOptions): Result<Plan> {
  const { package: packageName, plans, inputs, settings, diagnostics } = planNotebooks(graphs, options);
  const parts = plans.map((plan): Part => {
    const record = recordOf(plan.graph, options);
    return { plan, record, written: writeStages(plan, record) };
  });
  const modules = withoutUnusedConstants(
    mergeModules(parts.flatMap((part) => modulesOf(part, packageName))),
    parts.flatMap(({ written }) => written.stages.flatMap(({ body }) => body.map((item) => item.text))),
  );
  const helpers = parts.flatMap(({ plan }) =>
    findHelpers(plan.flow, plan.graph.module.notebook.path, options.sources),
  );
  const stems = fileStems(graphs.map(({ module }) => module.notebook.path));
  const value: Plan = {
    package: packageName,
    title: (graphs.length === 1 ? titleOf(graphs[0]) : undefined) ?? titleCase(packageName),
    notebooks: graphs.map(({ module }) => ({
      path: module.notebook.path,
      sha256: options.digest(options.sources.text(module.notebook.path) ?? ''),
    })),
    order: graphs.some((graph) => graph.order === 'executed') ? 'executed' : 'top-to-bottom',
    python: pythonFloor(options),
    artifacts: parts.flatMap(({ plan, written }) =>
      written.artifacts.map((artifact) =>
        parts.length === 1 ? artifact : { ...artifact, notebook: plan.graph.module.notebook.path },
      ),
    ),
    candidates: parts.flatMap(({ plan }) => [...plan.found.candidates]),
    stages: parts.flatMap(({ written }) => [...written.stages]),
    modules,
    datasets: parts.flatMap(({ plan }) => [...plan.datasets.values()]),
    parameters: sorted(parts.flatMap(({ plan }) => [...plan.parameters])),
    inputs,
    settings,
    requirements: uniqueBy(
      parts.flatMap((part) => requirementsOf(part, helpers, part.plan.flow.kept)),
      (requirement) => requirement.name,
    ),
    helpers: uniqueBy(
      helpers.map(({ path, from }) => ({ path, from })),
      (helper) => helper.path,
    ),
    helperFiles: parts.flatMap(({ plan, record }) =>
      findHelperFiles(plan.flow, record, plan.graph.module.notebook.path, helpers, options.sources),
    ),
    fates: parts.flatMap(({ plan, written }) => fatesOf(plan, written, modules)),
    contracts: parts.flatMap(({ written }) => [...written.contracts]),
    thin: parts.map((part, position) =>
      thinNotebook({
        name: stems[position] ?? '',
        plan: part.plan,
        package: packageName,
        modules,
        requirementsOf: (steps) => requirementsOf(part, helpers, steps),
      }),
    ),
    recorded: (options.records ?? []).length > 0,
    ...inferenceOf(parts, packageName, modules),
  };
  return { value, diagnostics };
}

/** The names of notebooks, fit for files beside each other. */
function fileStems(paths: readonly string[]): readonly string[] {
  const stems: string[] = [];
  for (const path of paths) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    stems.push(uniqueFileStem(file.replace(/\.\w+$/, ''), stems));
  }
  return stems;
}

interface Part {
  readonly plan: NotebookPlan;
  readonly written: WrittenStages;
  readonly record: RunRecord | undefined;
}

/** The inference of the last notebook that asks a model; why there is none where no notebook has one. */
function inferenceOf(
  parts: readonly Part[],
  packageName: string,
  modules: readonly PlannedModule[],
): { readonly inference?: Inference | NoInference } {
  const found = parts
    .filter(({ plan }) => asksModel(plan))
    .map(({ plan, record, written }) =>
      findInference(plan, record, { package: packageName, stages: written.stages, modules }),
    );
  const inference = found.findLast((each) => !('reason' in each)) ?? found.at(-1);
  return inference ? { inference } : {};
}

function modulesOf({ plan, written, record }: Part, packageName: string): readonly PlannedModule[] {
  return layOutModules({
    flow: plan.flow,
    package: packageName,
    stages: plan.draft.stages.map((stage) => ({
      ...stage,
      name: plan.names[stage.number]?.name ?? '',
      module: plan.modules[stage.number] ?? 'analysis',
    })),
    names: plan,
    imports: written.imports,
    logging: written.logging,
    record,
  });
}

/** Modules of several notebooks with one name become one. */
function mergeModules(modules: readonly PlannedModule[]): readonly PlannedModule[] {
  const merged = new Map<string, PlannedModule>();
  for (const module of modules) {
    const known = merged.get(module.name);
    const text = (item: PlannedModule['definitions'][number]) => `${item.name}\n${item.text}`;
    merged.set(
      module.name,
      known
        ? {
            ...known,
            doc: `${known.doc.replace(/\.$/, '')}; ${module.doc.charAt(0).toLowerCase()}${module.doc.slice(1)}`,
            imports: [...new Set([...known.imports, ...module.imports])].sort(),
            definitions: uniqueBy([...known.definitions, ...module.definitions], text),
            stages: [...known.stages, ...module.stages],
            ...((known.log ?? module.log) ? { log: known.log ?? module.log ?? 'log' } : {}),
          }
        : module,
    );
  }
  return [...merged.values()];
}

function requirementsOf({ record }: Part, helpers: readonly HelperModule[], steps: readonly Step[]) {
  const own = new Set(helpers.map((helper) => helper.path.split('/')[0]?.replace(/\.py$/, '') ?? ''));
  const used = new Set(steps.flatMap((step) => [...importedModules(step)]));
  return findRequirements(steps, record, own, used);
}

function fatesOf(
  plan: NotebookPlan,
  written: WrittenStages,
  modules: readonly PlannedModule[],
): readonly Fate[] {
  const moduleOf = new Map(
    modules.flatMap((module) =>
      module.definitions.map((item) => [originalName(plan, item.name), module.name] as const),
    ),
  );
  return tellFates({
    flow: plan.flow,
    artifacts: plan.found.artifacts,
    parameters: plan.parameters,
    stages: plan.draft.stages.map((stage) => ({
      name: written.stages[stage.number]?.name ?? '',
      steps: stage.steps,
      gives: stage.outputs.map((output) => output.variable),
    })),
    moduleOf,
    end: plan.found.end,
  });
}

function originalName(plan: NotebookPlan, name: string): string {
  return [...plan.constants].find(([, renamed]) => renamed === name)?.[0] ?? name;
}

/** Parameters of `common` first, the others in the order of their stages. */
function sorted(parameters: Plan['parameters']): Plan['parameters'] {
  return [
    ...parameters.filter((each) => each.section === 'common'),
    ...parameters.filter((each) => each.section !== 'common'),
  ];
}

/** `turbine_losses` is titled `Turbine losses`. */
function titleCase(packageName: string): string {
  const words = packageName.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function titleOf(graph: DataflowGraph | undefined): string | undefined {
  for (const cell of graph?.module.notebook.cells ?? []) {
    if (cell.kind !== 'markdown') continue;
    const heading = /^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$/m.exec(cell.source)?.[1];
    if (heading) return heading.replace(/[`*_]/g, '').trim();
  }
  return undefined;
}

/** Never below 3.10; pandas 3 needs 3.11. */
function pythonFloor(options: PlanOptions): string {
  const versions = (options.records ?? []).flatMap(({ distributions }) => distributions.pandas ?? []);
  return versions.some((version) => Number(version.split('.')[0]) >= 3) ? '3.11' : '3.10';
}
