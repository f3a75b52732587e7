import { type Diagnostic, diagnostic, type Result } from '../diagnostics/index.ts';
import { lineStarts } from '../text/index.ts';
import type { RawCell, RawNotebook } from './formats/raw-cell.ts';
import { findLastHeading, type Heading } from './headings.ts';
import { findAssignedNames } from './magics/assigned-names.ts';
import { type TranslatedCell, translateCell } from './magics/translate-cell.ts';
import type { TranslationContext } from './magics/translation.ts';
import { locateSource } from './source-map.ts';
import type { Cell, Notebook } from './types.ts';

/** Makes a notebook of raw cells: keys, headings, and Python in place of magics. */
export function assembleNotebook(
  path: string,
  raw: RawNotebook,
  readers: Pick<TranslationContext, 'readText' | 'readScript'>,
): Result<Notebook> {
  const isPython = raw.language === 'python';
  const codes = raw.cells.filter((cell) => cell.kind === 'code').map((cell) => cell.source);
  const context: TranslationContext = {
    ...readers,
    names: isPython ? findAssignedNames(codes) : new Set(),
    format: raw.format,
    connection: { engine: 'engine' },
  };
  const keys = assignKeys(path, raw.cells);
  const diagnostics: Diagnostic[] = [...keys.diagnostics];
  const cells: Cell[] = [];
  let heading: Heading | undefined;
  for (const [position, cell] of raw.cells.entries()) {
    const { kind, source, tags, id } = cell;
    const index = position + 1;
    const shared = {
      key: keys.value[position] ?? String(index),
      index,
      ...(id === undefined ? {} : { id }),
      tags,
      source,
    };
    if (kind !== 'code') {
      if (kind === 'markdown') heading = findLastHeading(source) ?? heading;
      cells.push({ kind, ...shared });
      continue;
    }
    const translated = isPython ? translateCell(source, context) : withoutPython(source);
    const { executionCount, outputs } = cell;
    const under = heading === undefined ? {} : { heading };
    cells.push({ kind, ...shared, executionCount, outputs, python: translated.python, ...under });
    const starts = translated.problems.length === 0 ? [] : lineStarts(source);
    for (const problem of translated.problems)
      diagnostics.push(
        diagnostic(problem.code, {
          message: `${problem.message}.`,
          location: locateSource(path, shared, problem.span, starts),
          ...(problem.hint === undefined ? {} : { hint: problem.hint }),
        }),
      );
  }
  const { format, language, kernel } = raw;
  const value: Notebook = { path, format, language, ...(kernel === undefined ? {} : { kernel }), cells };
  return { value, diagnostics };
}

/** Another language's cell has no Python: all of it is one empty segment. */
function withoutPython(source: string): TranslatedCell {
  const segments =
    source === '' ? [] : [{ python: { start: 0, end: 0 }, source: { start: 0, end: source.length } }];
  return { python: { text: '', segments, magics: [] }, problems: [] };
}

/** Takes the cell's id as its key where it is the only one, else the position; keys are unique. */
function assignKeys(path: string, cells: readonly RawCell[]): Result<readonly string[]> {
  const counts = new Map<string, number>();
  for (const { id } of cells) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  const diagnostics: Diagnostic[] = [];
  const value = cells.map(({ id }, position) => {
    const index = position + 1;
    if (id !== undefined && counts.get(id) === 1) return id;
    if (id !== undefined)
      diagnostics.push(
        diagnostic('N007', {
          message: `The id \`${id.slice(0, 64)}\` belongs to several cells; this one is known by its position.`,
          location: { file: path, cell: { index, id } },
        }),
      );
    let key = String(index);
    while (counts.has(key)) key = `${key}_`;
    return key;
  });
  return { value, diagnostics };
}
