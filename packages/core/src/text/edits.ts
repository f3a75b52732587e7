import type { TextEdit } from './span.ts';

/**
 * Applies edits to a text.
 *
 * Spans are offsets into `text`, in any order; edits at the same empty span keep their order. Throws a `RangeError`
 * when two spans overlap or lie outside the text: that is a mistake of the caller, never of a user.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let done = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < done || span.end < span.start || span.end > text.length)
      throw new RangeError(`edit ${span.start}-${span.end} overlaps another or lies outside the text`);
    pieces.push(text.slice(done, span.start), replacement);
    done = span.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
