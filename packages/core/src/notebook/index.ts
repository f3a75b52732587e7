export type * from './types.ts';
export { locate, toPythonOffset, toSourceOffset } from './source-map.ts';
