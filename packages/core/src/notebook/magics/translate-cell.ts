import type { Span, TextEdit } from '../../text/index.ts';
import { toSourceOffset } from '../source-map.ts';
import type { PythonText } from '../types.ts';
import { findAutomagic } from './automagic.ts';
import { translateCellMagic } from './cell-magics.ts';
import { findCellClutter } from './clean-cell.ts';
import { type Collected, concatenate, lift, shift, writeSegments } from './collected.ts';
import { PYTHON_CELL_MAGICS } from './dropped-magics.ts';
import { findHelpTarget, findMagics } from './find-magics.ts';
import { collectMagic, placeTranslation } from './place-translation.ts';
import { lineEnd } from './scan-python.ts';
import type { CellMagicCall, TranslationContext } from './translation.ts';

/** A cell as plain Python, and what its magics left unsaid. */
export interface TranslatedCell {
  readonly python: PythonText;
  /** Spans are offsets into the cell's own text. */
  readonly problems: Collected['problems'];
}

// Cells of Databricks begin with one `%` where others have two.
const DATABRICKS_CELL = /^%(python|sql|scala|r|sh|fs)(?=\s|$)/;
// `%%capture` in `%%time` in `%%capture`: nobody nests deeper, and recursion stays bounded.
const MAXIMUM_NESTING = 5;

/** Translates a code cell to plain Python; never throws, and takes time linear in the cell's length. */
export function translateCell(source: string, context: TranslationContext): TranslatedCell {
  const collected = collectCell(source, context, 0);
  const { text, segments } = writeSegments(source, collected.edits);
  return { python: { text, segments, magics: collected.magics }, problems: collected.problems };
}

function collectCell(source: string, context: TranslationContext, nesting: number): Collected {
  const clutter = findCellClutter(source);
  const removals = clutter.map((span) => ({ span, text: '' }));
  const cleaned = writeSegments(source, removals);
  const inner = collectCleaned(cleaned.text, context, nesting);
  const map: PythonText = { ...cleaned, magics: [] };
  const move = ({ start, end }: Span): Span => ({
    start: toSourceOffset(map, start),
    end: end > start ? toSourceOffset(map, end - 1) + 1 : toSourceOffset(map, end),
  });
  const moved = lift(inner, move);
  return { ...moved, edits: [...outsideOf(removals, moved.edits), ...moved.edits] };
}

/** Leaves out what a replaced span holds already; both lists are in order. */
function outsideOf(removals: readonly TextEdit[], edits: readonly TextEdit[]): readonly TextEdit[] {
  let next = 0;
  let reach = -1;
  return removals.filter(({ span }) => {
    for (let edit = edits[next]; edit !== undefined && edit.span.start <= span.start; edit = edits[++next])
      reach = Math.max(reach, edit.span.end);
    return span.end > reach;
  });
}

function collectCleaned(text: string, context: TranslationContext, nesting: number): Collected {
  const call = readCellMagic(text, context);
  if (call !== undefined && nesting < MAXIMUM_NESTING) return collectCellMagic(text, call, nesting);
  const found = findMagics(text);
  const automagic = found.length === 0 ? findAutomagic(text, context.names) : undefined;
  if (automagic !== undefined) return collectMagic(text, automagic, context, 'automagic');
  return concatenate(found.map((each) => collectMagic(text, each, context)));
}

/** Reads the first line of a cell magic; `%%name?` asks for help instead. */
function readCellMagic(text: string, context: TranslationContext): CellMagicCall | undefined {
  const end = lineEnd(text, 0);
  const first = text.slice(0, end).trimEnd();
  const isDatabricks = context.format === 'databricks' && DATABRICKS_CELL.test(first);
  if (!isDatabricks && !first.startsWith('%%')) return undefined;
  if (/^%%\w+\?/.test(first.slice(0, 300)) && findHelpTarget(first) !== undefined) return undefined;
  const content = first.slice(isDatabricks ? 1 : 2);
  const space = content.search(/\s/);
  const written = space === -1 ? content : content.slice(0, space);
  const name = isDatabricks && written === 'sh' ? 'bash' : written;
  const rest = space === -1 ? '' : content.slice(space + 1);
  return { name, arguments: rest, isAssigned: false, context, body: text.slice(end + 1) };
}

function collectCellMagic(text: string, call: CellMagicCall, nesting: number): Collected {
  const header = { start: 0, end: lineEnd(text, 0) };
  const { name, context } = call;
  const isPython = PYTHON_CELL_MAGICS.has(name) || (context.format === 'databricks' && name === 'python');
  const base = { kind: 'cell', name, arguments: call.arguments.trim() } as const;
  if (!isPython) {
    const span = { start: 0, end: text.trimEnd().length };
    return placeTranslation(
      { span, line: span, indent: '', isAssigned: false },
      base,
      translateCellMagic(call),
    );
  }
  const captured = name === 'capture' ? /^(?:--\S+\s+)*([A-Za-z_]\w*)/.exec(base.arguments)?.[1] : undefined;
  const reason = `keeps the output of the cell in \`${captured}\`, which is not defined`;
  const fate =
    captured === undefined ? ({ kind: 'python' } as const) : ({ kind: 'dropped', reason } as const);
  const start = Math.min(text.length, header.end + 1);
  const own: Collected = {
    edits: [{ span: { start: 0, end: start }, text: '' }],
    magics: [{ ...base, span: header, fate }],
    problems: [],
  };
  return concatenate([own, shift(collectCell(text.slice(start), context, nesting + 1), start)]);
}
