export type * from './inference-types.ts';
export { liftFunctions } from './lift-functions.ts';
export type { PlanOptions, PlanSources } from './options.ts';
export { outlineProject } from './outline-project.ts';
export { planProject } from './plan-project.ts';
export { printPlan } from './print-plan.ts';
export { recordOf } from './record-of.ts';
export { graphOfRun } from './refute.ts';
export type * from './types.ts';
