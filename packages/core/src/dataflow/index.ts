export { type AnalyzeOptions, analyze } from './analyze.ts';
export { checkGraph, checkOrder } from './check-graph.ts';
export { type Execution, readExecution } from './execution.ts';
export { explainSlice } from './explain.ts';
export { printGraph } from './print-graph.ts';
export { multilineStrings, printScript } from './script.ts';
export { type SliceCriterion, sliceFor } from './slice.ts';
export { cellOf, cellText, statementText } from './step-cell.ts';
export type * from './types.ts';
