import { commonMargin, type Span } from '../../text/index.ts';

const IPYTHON_PROMPT = /^(?:(?:(?:\[nav\]|\[ins\])? )?In \[\d+\]: |\s*\.{3,}: ?)/;
const CLASSIC_START = /^\s*>>>/;
const CLASSIC_PROMPT = /^\s*(?:>>>|\.\.\.)[ \t]?/;

interface Line {
  readonly start: number;
  readonly text: string;
}

/**
 * Finds what IPython cuts from a cell before it looks for magics: leading empty lines, the indentation that all lines
 * share, and prompts (`>>> `, `In [1]: `). Gives the spans to remove, in order and apart from each other.
 */
export function findCellClutter(text: string): readonly Span[] {
  const lines = splitLines(text);
  const first = lines.findIndex((line) => line.text.trim() !== '');
  if (first === -1) return [];
  const kept = lines.slice(first);
  const start = kept[0]?.start ?? 0;
  const margin = commonMargin(kept.map((line) => line.text).join('\n')).length;
  const dedented = kept.map((line) => cut(line, Math.min(margin, line.text.length)));
  const withoutPrompts = cutIpythonPrompts(cutClassicPrompts(dedented));
  const removed = kept.map(
    (line, index): Span => ({ start: line.start, end: withoutPrompts[index]?.start ?? 0 }),
  );
  return [{ start: 0, end: start }, ...removed].filter((span) => span.end > span.start);
}

function cutClassicPrompts(lines: readonly Line[]): readonly Line[] {
  const inString = tripleQuoteMask(lines);
  if (!lines.some((line, index) => !inString[index] && CLASSIC_START.test(line.text))) return lines;
  const stripped = lines.map((line, index) =>
    inString[index] ? line : cut(line, CLASSIC_PROMPT.exec(line.text)?.[0].length ?? 0),
  );
  const outside = stripped.filter((_, index) => !inString[index]);
  const margin = commonMargin(outside.map((line) => line.text).join('\n')).length;
  return stripped.map((line, index) =>
    inString[index] ? line : cut(line, Math.min(margin, line.text.length)),
  );
}

function cutIpythonPrompts(lines: readonly Line[]): readonly Line[] {
  const isPrompted = lines.slice(0, 2).some((line) => IPYTHON_PROMPT.test(line.text));
  if (!isPrompted) return lines;
  return lines.map((line) => cut(line, IPYTHON_PROMPT.exec(line.text)?.[0].length ?? 0));
}

/** Tells which lines begin inside a string in triple quotes that does not itself begin behind a prompt. */
function tripleQuoteMask(lines: readonly Line[]): readonly boolean[] {
  let open: string | undefined;
  let isPlain = false;
  return lines.map((line) => {
    const begins = open !== undefined && isPlain;
    for (const match of line.text.matchAll(/(?<!\\)("""|''')/g)) {
      if (open === undefined) {
        open = match[1];
        isPlain = !CLASSIC_PROMPT.test(line.text);
      } else if (open === match[1]) open = undefined;
    }
    return begins;
  });
}

function cut(line: Line, length: number): Line {
  return length === 0 ? line : { start: line.start + length, text: line.text.slice(length) };
}

function splitLines(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, text: line };
  });
}
