import type { Span } from './span.ts';

/**
 * Puts `prefix` before every line that is not blank.
 *
 * Lines that begin inside a protected span (a string of several lines) stay as they are; spans are offsets into `text`.
 */
export function indent(text: string, prefix: string, protectedSpans: readonly Span[] = []): string {
  return mapLines(text, protectedSpans, (line) => (line.trim() === '' ? line : prefix + line));
}

/**
 * Removes the white space that all lines begin with.
 *
 * Blank lines and lines that begin inside a protected span neither count nor change.
 */
export function dedent(text: string, protectedSpans: readonly Span[] = []): string {
  const margin = commonMargin(text, protectedSpans);
  return mapLines(text, protectedSpans, (line) =>
    line.trim() !== '' && line.startsWith(margin) ? line.slice(margin.length) : line,
  );
}

/** Finds the white space that all lines begin with; blank lines and protected lines do not count. */
export function commonMargin(text: string, protectedSpans: readonly Span[] = []): string {
  let margin: string | undefined;
  mapLines(text, protectedSpans, (line) => {
    if (line.trim() === '') return line;
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    margin = margin === undefined ? own : sharedPrefix(margin, own);
    return line;
  });
  return margin ?? '';
}

function sharedPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

function mapLines(text: string, protectedSpans: readonly Span[], change: (line: string) => string): string {
  const spans = [...protectedSpans].sort((a, b) => a.start - b.start);
  let next = 0;
  let start = 0;
  let reach = -1;
  return text
    .split('\n')
    .map((line) => {
      for (let span = spans[next]; span !== undefined && span.start < start; span = spans[++next])
        reach = Math.max(reach, span.end);
      const isProtected = start < reach;
      start += line.length + 1;
      return isProtected ? line : change(line);
    })
    .join('\n');
}
