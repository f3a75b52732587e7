import type { Location } from '../diagnostics/index.ts';
import type { Span } from '../text/index.ts';
import type { CodeCell, Notebook, PythonText } from './types.ts';

/**
 * Maps an offset in a cell's Python text to the cell's own text. Inside a translated part the answer is where that part
 * begins in the cell.
 */
export function toSourceOffset(python: PythonText, offset: number): number {
  let shift = 0;
  for (const segment of python.segments) {
    if (offset < segment.python.start) break;
    if (offset < segment.python.end) return segment.source.start;
    shift = segment.source.end - segment.python.end;
  }
  return offset + shift;
}

/** Maps an offset in a cell's own text to its Python text; inside a translated part to where its Python begins. */
export function toPythonOffset(python: PythonText, offset: number): number {
  let shift = 0;
  for (const segment of python.segments) {
    if (offset < segment.source.start) break;
    if (offset < segment.source.end) return segment.python.start;
    shift = segment.python.end - segment.source.end;
  }
  return offset + shift;
}

/** The place in the notebook of a span of a cell's Python text. */
export function locate(notebook: Notebook, cell: CodeCell, span: Span): Location {
  const start = toSourceOffset(cell.python, span.start);
  const end = Math.max(start, toSourceOffset(cell.python, span.end));
  const { index, id } = cell;
  return {
    file: notebook.path,
    cell: id === undefined ? { index } : { index, id },
    start: lineAndColumn(cell.source, start),
    end: lineAndColumn(cell.source, end),
  };
}

function lineAndColumn(source: string, offset: number): readonly [line: number, column: number] {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return [before.split('\n').length, offset - lineStart + 1];
}
