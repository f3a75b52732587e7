export type * from './ast.ts';
export type * from './types.ts';
