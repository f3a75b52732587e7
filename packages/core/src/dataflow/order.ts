import type { Module, ParsedCell } from '../syntax/index.ts';

/** Code cells in the order of their saved execution counts; cells that never ran are left out. */
export function executedCells(module: Module): readonly ParsedCell[] {
  return module.cells
    .filter(({ cell }) => cell.executionCount !== null)
    .sort((one, other) => Number(one.cell.executionCount) - Number(other.cell.executionCount));
}

/** Where a cell stopped with an error that was stored: index of the statement, or that it is not known where. */
export type Stop =
  | { readonly kind: 'at'; readonly statement: number }
  | { readonly kind: 'somewhere' }
  | null;

/** Reads from the stored outputs, or the tag `raises-exception`, whether and where a cell raised. */
export function stopOf({ cell, statements }: ParsedCell): Stop {
  const error = cell.outputs.find((output) => output.kind === 'error');
  if (error === undefined) return cell.tags.includes('raises-exception') ? { kind: 'somewhere' } : null;
  const line = errorLine(error.text ?? '');
  if (line === null) return statements.length === 1 ? { kind: 'at', statement: 0 } : { kind: 'somewhere' };
  const starts = statements.map(({ node }) => lineOf(cell.python.text, node.start));
  const at = starts.filter((start) => start <= line).length - 1;
  return { kind: 'at', statement: Math.max(at, 0) };
}

/** The line of the cell that a traceback's first frame points at, as the traceback quotes it. */
export function shownLine(traceback: string): { readonly number: number; readonly text: string } | null {
  const [, number, text] = /^-+>[ \t]*(\d+)[ \t]?(.*)$/m.exec(traceback) ?? [];
  return number === undefined ? null : { number: Number(number), text: text?.trim() ?? '' };
}

function errorLine(traceback: string): number | null {
  const shown = shownLine(traceback);
  if (shown !== null) return shown.number;
  const found = /<ipython-input[^>]*> in .*?\n.*?line (\d+)|Cell In\[\d+\], line (\d+)/.exec(traceback);
  const text = found?.[1] ?? found?.[2];
  return text === undefined ? null : Number(text);
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The number that IPython gives a cell: the saved one, else its place among the cells that are not empty. */
export function cellNumbers(module: Module): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let place = 0;
  for (const { cell } of module.cells) {
    if (cell.source.trim() === '') continue;
    place += 1;
    numbers.set(cell.key, cell.executionCount ?? place);
  }
  return numbers;
}
