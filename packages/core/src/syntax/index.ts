export type * from './ast.ts';
export { type BrokenText, type ParsedPython, parsePython } from './parse-python.ts';
export type * from './types.ts';
export { bindingsOfPattern, bindingsOfTarget, childNodes, walk } from './walk.ts';
