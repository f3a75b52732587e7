export { allTargets } from './all-targets.ts';
export { type Asked, chooseTargets, type TargetRequest } from './choose-targets.ts';
export { type Pipeline, type PipelineInput, type PipelineStage, toPipeline } from './pipeline.ts';
export { printTarget, printTargetIndex, printTargets } from './print-target.ts';
export { type RenderTargetsOptions, renderTargets } from './render-targets.ts';
export { toCron, toOnCalendar, toQuartz } from './schedule/dialects.ts';
export { readSchedule, type Schedule } from './schedule/schedule.ts';
export type * from './target.ts';
