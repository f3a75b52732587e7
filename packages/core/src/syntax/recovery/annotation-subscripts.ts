import type { Span } from '../../text/index.ts';

// `: List[` and `-> a.b[`: a subscript that begins an annotation.
const SUBSCRIPT = /(?:->|:)[ \t]*[A-Za-z_][\w.]*\[/g;
const GOES_ON = /^[ \t]*(?:\[|(?:or|and|if|is|not|in)\b|[-+*/%&^<>](?!=)|[=!]=)/;

/**
 * Writes calls in place of the subscripts of annotations such as `x: List[int] or None`, of which the grammar expects
 * no more; `null` where there are none. Lengths stay; the conversion sees by the original text what was meant.
 */
export function withoutAnnotationSubscripts(text: string, stretch: Span): string | null {
  const source = text.slice(stretch.start, stretch.end);
  const characters = [...Array(source.length).keys()].map((index) => source.charAt(index));
  let isChanged = false;
  for (const match of source.matchAll(SUBSCRIPT)) {
    const open = match.index + match[0].length - 1;
    const close = closingBracket(source, open);
    if (close === null || !GOES_ON.test(source.slice(close + 1))) continue;
    characters[open] = '(';
    characters[close] = ')';
    isChanged = true;
  }
  return isChanged ? characters.join('') : null;
}

function closingBracket(source: string, open: number): number | null {
  let depth = 0;
  for (let index = open; index < source.length; index++) {
    const character = source.charAt(index);
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth === 0) return source[index] === ']' ? index : null;
  }
  return null;
}
