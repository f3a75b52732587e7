import type { Span } from '../../text/index.ts';
import { scanLines } from './logical-lines.ts';

// A line that goes on with the statement before it.
const CLAUSE = /^(?:elif|else|except|finally|case)\b/;
// A line that can hardly be anything but the start of a statement, even behind an open bracket or quote.
const STATEMENT =
  /^(?:(?:import|from|def|class|with|for|while|if|try|return|raise|assert|del|global|async|pass)\b|@|[A-Za-z_][\w.]*(?:\[[^\]]*\])?\s*=(?!=))/;

/**
 * Splits text into stretches of one top-level statement each, by lines that begin in column 0. `within-brackets` goes
 * by brackets and strings; `at-statements` distrusts them and splits where a statement evidently begins, for a stretch
 * in which a bracket or quote was never closed. The stretches cover the text without gaps.
 */
export function splitStatements(
  text: string,
  stretch: Span,
  by: 'within-brackets' | 'at-statements',
): readonly Span[] {
  const starts = by === 'within-brackets' ? lexicalStarts(text, stretch) : evidentStarts(text, stretch);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? stretch.end }));
}

function lexicalStarts(text: string, stretch: Span): readonly number[] {
  const starts = [stretch.start];
  let isDecorated = false;
  for (const line of scanLines(text, stretch).lines) {
    if (line.depth > 0 || line.isContinued) continue;
    const content = text.slice(line.start, line.end);
    if (/^[\s#]/.test(content) || content === '') continue;
    const goesOn = isDecorated || CLAUSE.test(content);
    isDecorated = content.startsWith('@');
    if (line.start > stretch.start && !goesOn) starts.push(line.start);
  }
  return starts;
}

function evidentStarts(text: string, stretch: Span): readonly number[] {
  const starts = [stretch.start];
  const lines = /[^\n]*\n/g;
  lines.lastIndex = stretch.start;
  let isDecorated = text.startsWith('@', stretch.start);
  for (let match = lines.exec(text); match && lines.lastIndex < stretch.end; match = lines.exec(text)) {
    const content = text.slice(lines.lastIndex, lines.lastIndex + 200);
    if (!STATEMENT.test(content)) continue;
    if (!isDecorated) starts.push(lines.lastIndex);
    isDecorated = content.startsWith('@');
  }
  return starts;
}
