import type { DataflowGraph } from '../dataflow/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { countFates } from './fates.ts';
import type { PlanOptions } from './options.ts';
import { planNotebooks } from './plan-notebooks.ts';
import { recordOf } from './record-of.ts';
import type { PlanOutline } from './types.ts';
import { artifactsOf, cellsOf } from './write-plan.ts';

/** Says what `planProject` would plan, with the same diagnostics, without writing the code of any stage: a fraction of the work. */
export function outlineProject(graphs: readonly DataflowGraph[], options: PlanOptions): Result<PlanOutline> {
  const { package: packageName, plans, inputs, settings, diagnostics } = planNotebooks(graphs, options);
  const counts = plans.map(({ flow, draft }) => countFates(flow, draft.stages));
  const value: PlanOutline = {
    package: packageName,
    artifacts: plans.flatMap((plan) => artifactsOf(plan, recordOf(plan.graph, options))),
    stages: plans.flatMap(({ draft, names }) =>
      draft.stages.map((stage) => ({ name: names[stage.number]?.name ?? '', cells: cellsOf(stage) })),
    ),
    inputs,
    settings,
    statements: counts.reduce((sum, { statements }) => sum + statements, 0),
    dropped: counts.reduce((sum, { dropped }) => sum + dropped, 0),
  };
  return { value, diagnostics };
}
