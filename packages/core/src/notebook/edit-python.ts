import type { TextEdit } from '../text/index.ts';
import { toSourceSpan } from './source-map.ts';
import type { PythonText, Segment } from './types.ts';

/**
 * Applies edits that do not overlap to a cell's Python; places in it still lead to the cell's source. `between` changes what
 * no edit touches, and must keep its length.
 */
export function editPython(
  python: PythonText,
  edits: readonly TextEdit[],
  between: (text: string) => string = (text) => text,
): PythonText {
  const sorted = [...edits].sort((one, other) => one.span.start - other.span.start);
  let text = '';
  let done = 0;
  const segments: Segment[] = [];
  const moved = (offset: number) =>
    sorted.reduce(
      (place, edit) =>
        edit.span.end <= offset && edit.span.start < offset
          ? place + edit.text.length - (edit.span.end - edit.span.start)
          : place,
      offset,
    );
  for (const { span, text: replacement } of sorted) {
    text += between(python.text.slice(done, span.start));
    const start = text.length;
    text += replacement;
    done = span.end;
    const inside = python.segments.some(
      (segment) => segment.python.start < span.end && span.start < segment.python.end,
    );
    if (!inside) segments.push({ python: { start, end: text.length }, source: toSourceSpan(python, span) });
  }
  text += between(python.text.slice(done));
  for (const segment of python.segments)
    segments.push({
      python: { start: moved(segment.python.start), end: moved(segment.python.end) },
      source: segment.source,
    });
  segments.sort((one, other) => one.python.start - other.python.start || one.python.end - other.python.end);
  return { text, segments, magics: python.magics };
}
