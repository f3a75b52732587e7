export type { Position, Span, TextEdit } from './span.ts';
export { indent } from './indent.ts';
export { pythonString } from './python-string.ts';
