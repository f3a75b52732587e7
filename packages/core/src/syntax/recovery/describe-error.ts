import type { Span } from '../../text/index.ts';
import type { BrokenText } from '../parse-python.ts';
import { scanLines } from './logical-lines.ts';

const PYTHON_2 = [
  [/^[ \t]*print[ \t]+[^\s=(.,)]/m, '`print` without parentheses is Python 2'],
  [/^[ \t]*exec[ \t]+["'\w]/m, '`exec` without parentheses is Python 2'],
  [/^[ \t]*raise[ \t]+\w+[ \t]*,/m, '`raise` with a comma is Python 2'],
  [/^[^'"#\n]*`[^`\n]*`/m, 'backticks are Python 2; Python 3 writes `repr(…)`'],
] as const;

/** Says what is wrong with a stretch that the grammar rejects, as exactly as its text tells. */
export function describeError(text: string, stretch: Span, near: number): BrokenText {
  const span = trimmed(text, stretch);
  const source = text.slice(span.start, span.end);
  for (const [form, message] of PYTHON_2) {
    const match = form.exec(source);
    if (match) return { ...span, code: 'S002', message, offset: span.start + match.index };
  }
  const scan = scanLines(text, span);
  if (scan.unterminated !== null) {
    return { ...span, code: 'S001', message: 'a string is never closed', offset: scan.unterminated };
  }
  if (scan.unmatched) {
    const { bracket, offset } = scan.unmatched;
    return { ...span, code: 'S001', message: `\`${bracket}\` closes nothing`, offset };
  }
  const [open] = scan.unclosed;
  if (open)
    return { ...span, code: 'S001', message: `\`${open.bracket}\` is never closed`, offset: open.offset };
  return { ...span, code: 'S001', ...describeToken(text, span, near) };
}

const HEADER =
  /^[ \t]*(?:async[ \t]+)?(?:if|elif|else|while|for|def|class|with|try|except|finally)\b[^\n:#]*$/m;

/** Names a header without colon, else the token at which the grammar stops. */
function describeToken(
  text: string,
  span: Span,
  near: number,
): { readonly message: string; readonly offset: number } {
  const source = text.slice(span.start, span.end);
  const header = HEADER.exec(source);
  const offset = Math.min(Math.max(near, span.start), span.end);
  if (header && span.start + header.index <= offset) {
    return { message: `\`:\` is missing after \`${header[0].trim()}\``, offset: span.start + header.index };
  }
  const token = /^\s*(\w+|[^\w\s])/.exec(text.slice(offset, span.end));
  if (!token?.[1]) return { message: 'the statement is incomplete', offset };
  const start = offset + token[0].length - token[1].length;
  return { message: `invalid syntax at \`${token[1]}\``, offset: start };
}

/** The stretch without the blank lines and comments around it. */
function trimmed(text: string, stretch: Span): Span {
  const source = text.slice(stretch.start, stretch.end);
  const lead = /^(?:\s*(?:#[^\n]*)?\n)*/.exec(source)?.[0].length ?? 0;
  const body = source.slice(lead).trimEnd();
  return { start: stretch.start + lead, end: stretch.start + lead + body.length };
}
