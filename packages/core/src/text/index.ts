export type { Position, Span, TextEdit } from './span.ts';
