export { readRecord } from './read-record.ts';
export type * from './types.ts';
