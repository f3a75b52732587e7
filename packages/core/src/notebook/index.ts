export { editPython } from './edit-python.ts';
export { printNotebook } from './print-notebook.ts';
export { readNotebook } from './read-notebook.ts';
export { locate, locateSource, toPythonOffset, toSourceOffset, toSourceSpan } from './source-map.ts';
export type * from './types.ts';
