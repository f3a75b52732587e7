import type { Location } from './diagnostic.ts';

const MAXIMUM_WIDTH = 100;
const CUT = '…';

/**
 * Draws the lines around a place: at most two before it, the line itself, and carets below.
 *
 * Gives no lines when the place has no position or lies outside the text.
 */
export function frame(text: string, location: Location): readonly string[] {
  const { start, end } = location;
  if (start === undefined) return [];
  const lines = text.split('\n');
  const marked = lines[start[0] - 1];
  if (marked === undefined) return [];
  const first = Math.max(1, start[0] - 2);
  const width = String(start[0]).length + 2;
  const offset = Math.max(0, start[1] - MAXIMUM_WIDTH + 20);
  const shown = lines
    .slice(first - 1, start[0])
    .map((line, index) => `${String(first + index).padStart(width)} | ${window(line, offset)}`);
  const isOneLine = end !== undefined && end[0] === start[0];
  const length = Math.max(1, (isOneLine ? end[1] : marked.length + 1) - start[1]);
  const column = Math.min(start[1] - 1 - offset + (offset > 0 ? 1 : 0), MAXIMUM_WIDTH);
  const carets = '^'.repeat(Math.max(1, Math.min(length, MAXIMUM_WIDTH - column)));
  return [...shown, `${' '.repeat(width)} | ${' '.repeat(column)}${carets}`];
}

/** A stretch of a line, without what a terminal would obey. */
function window(line: string, offset: number): string {
  const cut = line.slice(offset, offset + MAXIMUM_WIDTH);
  const shown = (offset > 0 ? CUT : '') + cut + (line.length > offset + MAXIMUM_WIDTH ? CUT : '');
  return withoutControls(shown);
}

/** Replaces control and format characters, so that hostile text cannot steer a terminal; widths stay as they are. */
export function withoutControls(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '·');
}
