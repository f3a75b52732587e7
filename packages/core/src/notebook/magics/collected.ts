import type { Span, TextEdit } from '../../text/index.ts';
import type { Magic, Segment } from '../types.ts';
import type { TranslationProblem } from './translation.ts';

/** What is to change in a text, and the magics found there; all spans are offsets into that text. */
export interface Collected {
  readonly edits: readonly TextEdit[];
  readonly magics: readonly Magic[];
  readonly problems: readonly (TranslationProblem & { readonly span: Span })[];
}

/** Moves all spans into the text around. */
export function lift(collected: Collected, move: (span: Span) => Span): Collected {
  const moved = <T extends { readonly span: Span }>(each: T): T => ({ ...each, span: move(each.span) });
  return {
    edits: collected.edits.map(moved),
    magics: collected.magics.map(moved),
    problems: collected.problems.map(moved),
  };
}

/** Moves all spans by a number of characters. */
export function shift(collected: Collected, by: number): Collected {
  return lift(collected, ({ start, end }) => ({ start: start + by, end: end + by }));
}

/** Joins what was found in parts of one text. */
export function concatenate(parts: readonly Collected[]): Collected {
  return {
    edits: parts.flatMap((part) => part.edits),
    magics: parts.flatMap((part) => part.magics),
    problems: parts.flatMap((part) => part.problems),
  };
}

/** Applies edits to a text; gives the new text and the segments that lead back. */
export function writeSegments(
  source: string,
  edits: readonly TextEdit[],
): { text: string; segments: readonly Segment[] } {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  let done = 0;
  for (const { span, text } of sorted) {
    const between = source.slice(done, span.start);
    const start = length + between.length;
    pieces.push(between, text);
    length = start + text.length;
    done = span.end;
    segments.push({ python: { start, end: length }, source: span });
  }
  pieces.push(source.slice(done));
  return { text: pieces.join(''), segments };
}
