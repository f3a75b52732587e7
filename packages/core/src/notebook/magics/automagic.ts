import type { FoundMagic } from './find-magics.ts';
import { KNOWN_LINE_MAGICS } from './line-magics.ts';

/**
 * Finds a magic without `%` (`cd data`, `pip install x`).
 *
 * As in IPython, only in a cell of one line, and only where the notebook gives the word no other meaning.
 */
export function findAutomagic(text: string, names: ReadonlySet<string>): FoundMagic | undefined {
  const line = text.trimEnd();
  if (line.length > 10_000 || line.includes('\n')) return undefined;
  const word = /^[A-Za-z_]\w*/.exec(line)?.[0];
  if (word === undefined || !KNOWN_LINE_MAGICS.has(word) || names.has(word)) return undefined;
  const rest = line.slice(word.length);
  if (rest !== '' && !/^\s/.test(rest)) return undefined;
  if (/^\s+(?:[-+*/%&|^@]?=|[,(:]|(?:in|is|and|or|if|not|for)\b)/.test(rest)) return undefined;
  const span = { start: 0, end: line.length };
  return { escape: '%', span, line: span, indent: '', content: line, isAssigned: false };
}
