import type { DataflowGraph } from '../dataflow/index.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { importTable } from './callees.ts';
import { checkInputs } from './check-inputs.ts';
import { placeInputs } from './inputs.ts';
import type { PlanOptions } from './options.ts';
import { packageNameOf } from './package-name.ts';
import { type NotebookPlan, planNotebook, type TakenNames } from './plan-notebook.ts';
import { findSettings } from './settings.ts';
import type { Plan } from './types.ts';
import { uniqueBy } from './unique-by.ts';

/** What is decided about the notebooks of one project, before anything of it is written. */
export interface NotebookPlans extends Pick<Plan, 'package' | 'inputs' | 'settings'> {
  /** In the order of the graphs. */
  readonly plans: readonly NotebookPlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans notebooks one after the other: each leaves the names alone that those before it have taken. */
export function planNotebooks(graphs: readonly DataflowGraph[], options: PlanOptions): NotebookPlans {
  let taken: TakenNames = {
    stages: new Set(),
    datasets: new Set(),
    definitions: new Set(),
    modules: new Set(),
    written: new Map(),
  };
  const plans = graphs.map((graph) => {
    const plan = planNotebook(graph, options, taken);
    taken = withNamesOf(taken, plan);
    return plan;
  });
  const inputs = placeInputs(
    plans.flatMap((plan) =>
      plan.inputs.map((input) => ({ ...input, notebook: plan.graph.module.notebook.path })),
    ),
    options.sources,
  );
  return {
    package: options.package ?? packageNameOf(graphs),
    plans,
    inputs,
    settings: uniqueBy(
      plans.flatMap((plan) => findSettings(plan.flow, importTable(plan.graph))),
      (setting) => setting.name,
    ),
    diagnostics: [
      ...plans.flatMap((plan) => [...plan.diagnostics]),
      ...emptinessOf(plans),
      ...graphs.flatMap((graph) => checkInputs(graph, inputs)),
    ],
  };
}

function withNamesOf(taken: TakenNames, plan: NotebookPlan): TakenNames {
  const definitions = [...plan.flow.kinds].filter(([, kind]) => kind === 'definition' || kind === 'constant');
  return {
    stages: new Set([...taken.stages, ...plan.names.map(({ name }) => name)]),
    datasets: new Set([...taken.datasets, ...[...plan.datasets.values()].map(({ name }) => name)]),
    definitions: new Set([...taken.definitions, ...definitions.map(([name]) => name)]),
    modules: new Set([...taken.modules, ...plan.modules]),
    written: new Map([...taken.written, ...plan.written]),
  };
}

function emptinessOf(plans: readonly NotebookPlan[]): readonly Diagnostic[] {
  return plans
    .filter((plan) => plan.draft.stages.length === 0)
    .map((plan) =>
      diagnostic('P002', {
        message: 'The notebook has no value that a project could make.',
        location: { file: plan.graph.module.notebook.path },
        hint: wayOut(plan),
      }),
    );
}

function wayOut({ graph, found }: NotebookPlan): string {
  if (graph.steps.length === 0) return 'Name a notebook that has code.';
  const stop = graph.steps[found.end];
  if (stop) return `Mend cell[${stop.cell}]: it cannot run, and nothing above it makes a value.`;
  return 'Name a variable with `--artifact`.';
}
