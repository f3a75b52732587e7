export { renderReport } from './report.ts';
export type * from './types.ts';
export { exitCodeOf, headlineOf, isEqual, toReport } from './verdicts.ts';
export { proofName, verifyProject } from './verify-project.ts';
