import type { Span } from '../text/index.ts';

/** Widens a statement by the comment lines directly above it and the comment behind it; `comments` are in order. */
export function outerSpan(text: string, span: Span, comments: readonly Span[]): Span {
  let { start, end } = span;
  for (let index = countBefore(comments, start) - 1; index >= 0; index--) {
    const comment = comments[index];
    if (!comment || !/^\r?\n?$/.test(text.slice(comment.end, start))) break;
    const before = text.charAt(comment.start - 1);
    if (before !== '' && before !== '\n' && before !== '\r') break;
    start = comment.start;
  }
  const behind = comments[countBefore(comments, end)];
  if (behind && /^[ \t\f;]*$/.test(text.slice(end, behind.start))) end = behind.end;
  return { start, end };
}

/** How many comments begin before `offset`, by bisection. */
function countBefore(comments: readonly Span[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
