export { locate, locateSource, toPythonOffset, toSourceOffset, toSourceSpan } from './source-map.ts';
export type * from './types.ts';
