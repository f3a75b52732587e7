import type { Position } from './span.ts';

/** Finds the offset at which each line starts; a line ends with its `\n`. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Gives the position of an offset, from the line starts of its text; offsets before the text count as 0. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
}

/** Gives the offset of a position, from the line starts of its text; lines outside the text are clamped. */
export function offsetAt(starts: readonly number[], position: Position): number {
  const line = Math.min(Math.max(position.line, 1), starts.length);
  return (starts[line - 1] ?? 0) + position.column - 1;
}
