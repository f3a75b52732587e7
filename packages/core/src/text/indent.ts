import type { Span } from './span.ts';

/** Puts `prefix` before each line that has text, except lines that begin inside a protected span. */
export function indent(text: string, prefix: string, protectedSpans: readonly Span[] = []): string {
  let start = 0;
  return text
    .split('\n')
    .map((line) => {
      const from = start;
      start += line.length + 1;
      const inside = protectedSpans.some((span) => span.start < from && from < span.end);
      return inside || line.trim() === '' ? line : prefix + line;
    })
    .join('\n');
}
