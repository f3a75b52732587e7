import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/index.ts';
import { lineStarts, positionAt } from '../../text/index.ts';

/** Foreign JSON: nothing about its shape is known. */
export type Json = unknown;

const CONFLICT = /^(?:<{7}|>{7}|\|{7}|={7})(?= |\r?$)/m;

/**
 * Parses JSON as notebooks have it: with a byte order mark, or with NaN and Infinity.
 *
 * Numbers that JSON lacks become null. Gives undefined and a diagnostic with its place where the text is no JSON.
 */
export function parseJson(file: string, text: string): Result<Json> {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { value: JSON.parse(plain), diagnostics: [] };
  } catch (error) {
    const repaired = replaceNonstandardNumbers(plain);
    if (repaired === plain) return { value: undefined, diagnostics: [describe(file, plain, error)] };
    try {
      const message = 'The file has numbers that JSON lacks (NaN, Infinity); they are read as null.';
      return {
        value: JSON.parse(repaired),
        diagnostics: [diagnostic('N013', { message, location: { file } })],
      };
    } catch (second) {
      return { value: undefined, diagnostics: [describe(file, repaired, second)] };
    }
  }
}

/** Replaces NaN and Infinity outside strings by null. */
function replaceNonstandardNumbers(text: string): string {
  if (!/\b(?:NaN|Infinity)\b/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : 'null',
  );
}

function describe(file: string, text: string, error: unknown): Diagnostic {
  const conflict = CONFLICT.exec(text);
  const starts = lineStarts(text);
  if (conflict !== null) {
    const { line, column } = positionAt(starts, conflict.index);
    return diagnostic('N002', {
      message: 'The file holds the conflict markers of a merge.',
      location: { file, start: [line, column] },
      hint: 'Resolve the conflict first, for example with `git checkout --ours` or `--theirs`.',
    });
  }
  const found = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const offset = found === undefined ? text.trimEnd().length : Math.min(Number(found), text.length);
  const { line, column } = positionAt(starts, offset);
  const message =
    text.trim() === ''
      ? 'The file is empty.'
      : /^\s*</.test(text)
        ? 'The file is HTML or XML, no notebook.'
        : `The file is no valid JSON from line ${line}, column ${column} on.`;
  return diagnostic('N001', {
    message,
    location: { file, start: [line, column] },
    hint: 'Save the notebook again from Jupyter.',
  });
}
