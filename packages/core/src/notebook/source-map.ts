import type { Location } from '../diagnostics/index.ts';
import { lineStarts, positionAt, type Span } from '../text/index.ts';
import type { CodeCell, Notebook, PythonText, Segment } from './types.ts';

type Side = 'python' | 'source';

/**
 * Gives the offset in the cell's own text for an offset in its Python.
 *
 * Text outside segments maps one to one. An offset inside a segment maps to the start of the segment's source.
 */
export function toSourceOffset(python: PythonText, offset: number): number {
  return translateOffset(python.segments, offset, 'python', 'source');
}

/** Gives the offset in a cell's Python for an offset in its own text; inside a segment, the start of its Python. */
export function toPythonOffset(python: PythonText, offset: number): number {
  return translateOffset(python.segments, offset, 'source', 'python');
}

/** Gives the part of the cell's own text that a span of its Python stands for; segments that it touches count whole. */
export function toSourceSpan(python: PythonText, span: Span): Span {
  const start = toSourceOffset(python, span.start);
  const last = python.segments[lastAtOrBefore(python.segments, 'python', span.end - 1)];
  const isInside = last !== undefined && span.end > span.start && span.end <= last.python.end;
  return { start, end: Math.max(start, isInside ? last.source.end : toSourceOffset(python, span.end)) };
}

/** Gives the place, in the cell as the user sees it, of a span of the cell's Python. */
export function locate(notebook: Notebook, cell: CodeCell, span: Span): Location {
  return locateSource(notebook.path, cell, toSourceSpan(cell.python, span));
}

/** Gives the place of a span of a cell's own text; `starts` spares finding its lines again. */
export function locateSource(
  file: string,
  cell: { readonly index: number; readonly id?: string; readonly source: string },
  span: Span,
  starts: readonly number[] = lineStarts(cell.source),
): Location {
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    file,
    cell: { index: cell.index, ...(cell.id === undefined ? {} : { id: cell.id }) },
    start: [start.line, start.column],
    end: [end.line, end.column],
  };
}

function translateOffset(segments: readonly Segment[], offset: number, from: Side, to: Side): number {
  const segment = segments[lastAtOrBefore(segments, from, offset)];
  if (segment === undefined) return offset;
  if (offset < segment[from].end) return segment[to].start;
  return segment[to].end + offset - segment[from].end;
}

function lastAtOrBefore(segments: readonly Segment[], side: Side, offset: number): number {
  let low = -1;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.[side].start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
