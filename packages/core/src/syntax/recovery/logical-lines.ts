import type { Span } from '../../text/index.ts';

/** What a scan of text outside strings and comments has met at a place. */
interface ScannedLine extends Span {
  /** Brackets open at the start of the line. */
  readonly depth: number;
  /** The line begins inside a string or after a backslash. */
  readonly isContinued: boolean;
}

/** How a scan ended. */
export interface Scan {
  readonly lines: readonly ScannedLine[];
  /** Opening brackets that nothing closes, in order. */
  readonly unclosed: readonly { readonly bracket: string; readonly offset: number }[];
  /** Start of a string that nothing closes. */
  readonly unterminated: number | null;
  /** A closing bracket that fits no opening one. */
  readonly unmatched: { readonly bracket: string; readonly offset: number } | null;
}

const TOKEN = /(?:[rRbBuUfFtT]{0,2})('''|"""|'|")|#[^\n\r]*|\\(?:\r\n|[\s\S])|\r\n|[\n\r]|[([{]|[)\]}]/g;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Scans text line by line with a lexer of brackets, strings and comments only: it works on broken Python too. */
export function scanLines(text: string, stretch: Span): Scan {
  const lines: ScannedLine[] = [];
  const open: { bracket: string; offset: number }[] = [];
  let unterminated: number | null = null;
  let unmatched: Scan['unmatched'] = null;
  let line = { start: stretch.start, depth: 0, isContinued: false };
  const endLine = (end: number, isContinued: boolean) => {
    lines.push({ ...line, end });
    line = { start: end, depth: open.length, isContinued };
  };
  TOKEN.lastIndex = stretch.start;
  for (let match = TOKEN.exec(text); match && match.index < stretch.end; match = TOKEN.exec(text)) {
    const token = match[0];
    const quotes = match[1];
    if (quotes !== undefined) {
      const end = stringEnd(text, TOKEN.lastIndex, quotes, stretch.end);
      if (!end.isClosed) unterminated ??= match.index;
      for (let at = lineEnd(text, match.index, end.offset); at !== null; at = lineEnd(text, at, end.offset))
        endLine(at, true);
      TOKEN.lastIndex = end.offset;
    } else if ('([{'.includes(token)) open.push({ bracket: token, offset: match.index });
    else if (CLOSES[token] !== undefined) {
      const last = open.pop();
      if (last?.bracket !== CLOSES[token]) unmatched ??= { bracket: token, offset: match.index };
    } else if (token.startsWith('\\')) {
      if (/[\r\n]/.test(token)) endLine(TOKEN.lastIndex, true);
    } else if (/^[\r\n]/.test(token)) endLine(TOKEN.lastIndex, false);
  }
  if (line.start < stretch.end) endLine(stretch.end, false);
  return { lines, unclosed: open, unterminated, unmatched };
}

/** Where a string ends; one with single quotes ends with its line at the latest. */
function stringEnd(
  text: string,
  start: number,
  quotes: string,
  limit: number,
): { readonly offset: number; readonly isClosed: boolean } {
  const isTriple = quotes.length === 3;
  for (let index = start; index < limit; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (!isTriple && (character === '\n' || character === '\r'))
      return { offset: index, isClosed: false };
    else if (text.startsWith(quotes, index)) return { offset: index + quotes.length, isClosed: true };
  }
  return { offset: limit, isClosed: false };
}

/** The offset behind the first line end in a range. */
function lineEnd(text: string, start: number, end: number): number | null {
  for (let index = start; index < end; index++) {
    if (text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n')) return index + 1;
  }
  return null;
}
