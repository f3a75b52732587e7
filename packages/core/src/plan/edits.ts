import type { Span, TextEdit } from '../text/index.ts';

/** Text after edits, with spans of the old text carried along. */
export interface EditedText {
  readonly text: string;
  readonly spans: readonly Span[];
  /** Where an offset of the old text is now. */
  readonly moved: (offset: number) => number;
}

/**
 * Cuts `span` out of `source`, applies edits given in offsets of `source`, and carries spans along; edits outside the span
 * or inside another edit are left out.
 */
export function editText(
  source: string,
  span: Span,
  edits: readonly TextEdit[],
  carried: readonly Span[],
): EditedText {
  const sorted = [...edits]
    .filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end)
    .sort((left, right) => left.span.start - right.span.start || orderAtOnePlace(left, right));
  const applied: TextEdit[] = [];
  for (const edit of sorted) {
    const last = applied.at(-1);
    if (!last || edit.span.start >= last.span.end) applied.push(edit);
  }
  let text = '';
  let at = span.start;
  for (const edit of applied) {
    text += source.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  text += source.slice(at, span.end);
  const moved = (offset: number) => {
    let shift = -span.start;
    for (const edit of applied) {
      if (edit.span.end <= offset) shift += edit.text.length - (edit.span.end - edit.span.start);
    }
    return offset + shift;
  };
  const inside = carried.filter((each) => each.start >= span.start && each.end <= span.end);
  const replaced = (each: Span) =>
    applied.some((edit) => edit.span.start <= each.start && each.end <= edit.span.end);
  return {
    text,
    moved,
    spans: inside
      .filter((each) => !replaced(each))
      .map((each) => ({ start: moved(each.start), end: moved(each.end) })),
  };
}

/** Of edits that begin at one place, insertions come first, then the one that replaces most. */
function orderAtOnePlace(left: TextEdit, right: TextEdit): number {
  const width = ({ span }: TextEdit) => span.end - span.start;
  if (width(left) === 0 || width(right) === 0) return width(left) - width(right);
  return width(right) - width(left);
}
