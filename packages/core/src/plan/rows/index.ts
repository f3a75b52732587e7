export { type TracedRows, traceRows } from './trace-rows.ts';
export * from './values.ts';
