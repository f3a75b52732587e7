export type { PlanOptions, PlanSources } from './options.ts';
export { outlineProject } from './outline-project.ts';
export { planProject } from './plan-project.ts';
export { printPlan } from './print-plan.ts';
export { graphOfRun } from './refute.ts';
export type * from './types.ts';
