import type { PythonText } from '../notebook/index.ts';

/** Gives the line of the cell, from 1, that a place in its Python text stands for; places in a translation stand for its start. */
export function sourceLine(source: string, python: PythonText, offset: number): number {
  let place = offset;
  for (const segment of python.segments) {
    if (segment.python.start > offset) break;
    place =
      offset < segment.python.end ? segment.source.start : offset - segment.python.end + segment.source.end;
  }
  return source.slice(0, place).split('\n').length;
}
