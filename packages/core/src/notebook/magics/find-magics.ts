import type { Span } from '../../text/index.ts';
import { lineEnd, scanLogicalLine } from './scan-python.ts';

/** One form of IPython in a text that holds Python otherwise; spans are offsets into that text. */
export interface FoundMagic {
  readonly escape: '%' | '!' | '!!' | '?' | ',' | ';' | '/' | 'get_ipython';
  /** The form itself, without indentation and without the target of an assignment. */
  readonly span: Span;
  /** The logical line that it stands in, from behind the indentation. */
  readonly line: Span;
  readonly indent: string;
  /** What follows the escape, continued lines joined as IPython joins them; for help, the name asked for. */
  readonly content: string;
  readonly isAssigned: boolean;
}

const ESCAPES = '%!?,;/';
const HELP = /(%{0,2}(?!\d)[\p{L}\p{N}_*]+(?:\.(?!\d)[\p{L}\p{N}_*]+|\[-?[0-9]+\])*)(\?\??)$/u;
// Names longer than this ask nobody for help; the bound keeps the search linear.
const HELP_REACH = 300;

/**
 * Finds the forms of IPython in a text, at the starts of logical lines and behind `=`, in linear time.
 *
 * Follows IPython's `TransformerManager`: a form ends with its line and goes on behind a backslash; help comes before
 * other forms. Knows no cell magics.
 */
export function findMagics(text: string): readonly FoundMagic[] {
  const found: FoundMagic[] = [];
  let at = 0;
  while (at < text.length) {
    const start = skipBlanks(text, at);
    const indent = text.slice(at, start);
    const character = text[start];
    if (character === undefined || character === '\n') {
      at = start + 1;
      continue;
    }
    const isEscape = ESCAPES.includes(character);
    const limit = isEscape ? continuedEnd(text, start) : text.length;
    const scanned = scanLogicalLine(text, start, limit);
    const magic =
      findHelp(text, start, scanned, indent) ??
      (isEscape ? findEscape(text, start, indent) : findAssigned(text, start, scanned.assignment, indent)) ??
      findWrittenOut(text, { start, end: scanned.end }, indent);
    if (magic !== undefined) found.push(magic);
    at = Math.max(magic?.line.end ?? scanned.end, start) + 1;
  }
  return found;
}

/** Finds the name that a line asks help for: `name?`, `a.b??`, `?name`; undefined where it asks for none. */
export function findHelpTarget(line: string): string | undefined {
  return HELP.exec(line.slice(-HELP_REACH))?.[1];
}

function findHelp(
  text: string,
  start: number,
  scanned: { readonly end: number; readonly endsInCode: boolean },
  indent: string,
): FoundMagic | undefined {
  if (!scanned.endsInCode || text[scanned.end - 1] !== '?' || scanned.end - start < 2) return undefined;
  const target = findHelpTarget(text.slice(Math.max(start, scanned.end - HELP_REACH), scanned.end));
  if (target === undefined) return undefined;
  const span = { start, end: scanned.end };
  return { escape: '?', span, line: span, indent, content: target, isAssigned: false };
}

function findEscape(text: string, start: number, indent: string): FoundMagic {
  const end = continuedEnd(text, start);
  const character = text[start] ?? '%';
  const isDouble = text[start + 1] === character && (character === '!' || character === '?');
  const sign = escapeOf(character, isDouble);
  const content = joinContinued(text.slice(start, end)).slice(isDouble ? 2 : 1);
  return { escape: sign, span: { start, end }, line: { start, end }, indent, content, isAssigned: false };
}

function escapeOf(character: string, isDouble: boolean): FoundMagic['escape'] {
  if (character === '!') return isDouble ? '!!' : '!';
  if (character === '?' || character === ',' || character === ';' || character === '/') return character;
  return '%';
}

function findAssigned(
  text: string,
  start: number,
  assignment: number,
  indent: string,
): FoundMagic | undefined {
  if (assignment < 0) return undefined;
  const at = skipBlanks(text, assignment);
  const isMagic = text[at] === '%' && /[\p{L}_]/u.test(text[at + 1] ?? '');
  const isShell = text[at] === '!' && text[at + 1] !== '=';
  if (!isMagic && !isShell) return undefined;
  const end = continuedEnd(text, at);
  const content = joinContinued(text.slice(at, end)).slice(1);
  const span = { start: at, end };
  return { escape: isMagic ? '%' : '!', span, line: { start, end }, indent, content, isAssigned: true };
}

const WRITTEN_OUT =
  /^(?:[A-Za-z_][\w.]*[ \t]*=[ \t]*)?get_ipython\(\)\.(?:system|getoutput|magic|run_line_magic|run_cell_magic)\(/;

/** Finds a magic that nbconvert or IPython has written out as a call of `get_ipython()`. */
function findWrittenOut(text: string, line: Span, indent: string): FoundMagic | undefined {
  const head = WRITTEN_OUT.exec(text.slice(line.start, Math.min(line.end, line.start + 300)))?.[0];
  if (head === undefined) return undefined;
  const start = line.start + head.lastIndexOf('get_ipython');
  const span = { start, end: line.end };
  const content = text.slice(start + 'get_ipython().'.length, line.end);
  return { escape: 'get_ipython', span, line, indent, content, isAssigned: start > line.start };
}

/** Finds the end of a physical line together with the lines that backslashes join to it. */
function continuedEnd(text: string, start: number): number {
  let end = lineEnd(text, start);
  while (text[end - 1] === '\\' && end - 1 >= start && end < text.length) end = lineEnd(text, end + 1);
  return end;
}

function joinContinued(text: string): string {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return [...lines.map((line) => line.trimEnd().slice(0, -1)), last.trimEnd()].join(' ');
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\f') at += 1;
  return at;
}
