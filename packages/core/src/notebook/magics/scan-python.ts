import type { Span } from '../../text/index.ts';

/** What the lexer knows of one logical line: enough to find IPython's forms, nothing of Python's grammar. */
export interface ScannedLine {
  /** Behind the last character of the line, before its line end. */
  readonly end: number;
  /** Behind the first `=` that stands outside brackets and strings, or -1. */
  readonly assignment: number;
  /** True where the last character belongs to no string and no comment, outside brackets. */
  readonly endsInCode: boolean;
  /** Strings that reach over several lines. */
  readonly multilineStrings: readonly Span[];
}

// Beyond these, an f-string counts as a plain string, so that scanning stays linear. Only fields that hold the quotes of
// the string around them (PEP 701) need to be followed at all.
const MAXIMUM_NESTING = 3;
const MAXIMUM_FIELD = 300;

/** Scans one logical line of Python from `start` in linear time, at most up to `limit`; takes any text. */
export function scanLogicalLine(text: string, start: number, limit: number = text.length): ScannedLine {
  const multilineStrings: Span[] = [];
  let assignment = -1;
  let depth = 0;
  let lastCode = -1;
  let at = start;
  while (at < limit) {
    const character = text[at];
    if (character === '\n') {
      if (depth === 0) break;
      at += 1;
    } else if (character === '#') {
      at = lineEnd(text, at, limit);
    } else if (character === '"' || character === "'") {
      const end = stringEnd(text, at, limit, isFormatted(text, at), 0);
      if (isAcrossLines(text, at, end)) multilineStrings.push({ start: at, end });
      at = end;
    } else if (character === '\\' && text[at + 1] === '\n') {
      at += 2;
    } else {
      if (character === '(' || character === '[' || character === '{') depth += 1;
      else if ((character === ')' || character === ']' || character === '}') && depth > 0) depth -= 1;
      else if (character === '=' && depth === 0 && assignment < 0 && isPlainAssignment(text, at))
        assignment = at + 1;
      lastCode = at;
      at += character === '=' && text[at + 1] === '=' ? 2 : 1;
    }
  }
  const end = Math.min(at, limit);
  return { end, assignment, endsInCode: depth === 0 && lastCode === end - 1, multilineStrings };
}

/** Finds every string literal of a text that reaches over several lines. */
export function findMultilineStrings(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const line = scanLogicalLine(text, at);
    spans.push(...line.multilineStrings);
    at = line.end + 1;
  }
  return spans;
}

/** Finds the end of the physical line that `at` is on. */
export function lineEnd(text: string, at: number, limit: number = text.length): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? limit : Math.min(found, limit);
}

function isPlainAssignment(text: string, at: number): boolean {
  return text[at + 1] !== '=' && !'=!<>+-*/%&|^@:'.includes(text[at - 1] ?? ' ');
}

function isFormatted(text: string, quote: number): boolean {
  const prefix = /(?:^|\W)([A-Za-z]{1,2})$/.exec(text.slice(Math.max(0, quote - 3), quote))?.[1] ?? '';
  return /^(?:[ft]r?|r[ft])$/i.test(prefix);
}

function isAcrossLines(text: string, start: number, end: number): boolean {
  const found = text.indexOf('\n', start);
  return found !== -1 && found < end;
}

/** Finds the end of the string whose quote is at `start`: behind its last quote, or before the line end that stops it. */
function stringEnd(text: string, start: number, limit: number, formatted: boolean, nesting: number): number {
  const quote = text[start] ?? '';
  const isTriple = text.startsWith(quote.repeat(3), start);
  const close = isTriple ? quote.repeat(3) : quote;
  let hasFields = formatted && nesting < MAXIMUM_NESTING;
  let at = start + close.length;
  while (at < limit) {
    const character = text[at];
    if (character === '\\') at += 2;
    else if (character === '\n' && !isTriple) return at;
    else if (character === quote && text.startsWith(close, at)) return Math.min(limit, at + close.length);
    else if (character === '{' && hasFields && text[at + 1] === '{') at += 2;
    else if (character === '{' && hasFields) {
      const end = fieldEnd(text, at, Math.min(limit, at + MAXIMUM_FIELD), { isTriple, nesting });
      // Inside a field, one open field makes all fields around it open: no text is scanned twice.
      if (end === undefined && nesting > 0) return limit;
      hasFields = end !== undefined;
      at = end ?? at + 1;
    } else at += 1;
  }
  return limit;
}

/** Finds the end of a replacement field, which may hold strings in the quotes of the string around it; undefined if open. */
function fieldEnd(
  text: string,
  start: number,
  limit: number,
  around: { readonly isTriple: boolean; readonly nesting: number },
): number | undefined {
  let depth = 0;
  let at = start;
  while (at < limit) {
    const character = text[at];
    if (character === '\n' && !around.isTriple) return undefined;
    if (character === '"' || character === "'") {
      const end = stringEnd(text, at, limit, isFormatted(text, at), around.nesting + 1);
      if (text[end - 1] !== character) return undefined;
      at = end;
      continue;
    }
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return undefined;
}
