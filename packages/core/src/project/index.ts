export { findSamples, type SampleSources } from './find-samples.ts';
export { LOCK_PATH, withTargets } from './lock.ts';
export type { ExistingFiles, PlannedWrite } from './plan-writes.ts';
export { planWrites } from './plan-writes.ts';
export { printProject } from './print-project.ts';
export { RULES } from './pyproject.ts';
export { renderProject } from './render-project.ts';
export type { PythonFinding, PythonTarget, Toolchain } from './toolchain.ts';
export type * from './types.ts';
