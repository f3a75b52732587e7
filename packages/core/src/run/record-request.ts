import { type CodeCell, toSourceOffset } from '../notebook/index.ts';
import type { Module, ParsedCell, StatementId } from '../syntax/index.ts';
import { namedVariables } from './run-setting.ts';

/** A value that is to be kept: the names after a statement. */
export interface Capture {
  readonly statement: StatementId;
  readonly names: readonly string[];
}

/** What the recorder is told, as JSON. */
export interface RecordRequest {
  /** Folder in which the notebook runs. */
  readonly folder: string;
  /** Folder for values that are kept. */
  readonly values: string;
  readonly seed: number;
  readonly cells: readonly RequestedCell[];
  /** Values to keep; `all` keeps what every statement changes, within the budget. */
  readonly capture: readonly Capture[] | 'all';
  /** Names whose final value is kept; absent for all, within the budget. */
  readonly final?: readonly string[];
  readonly budget?: { readonly bytes: number; readonly seconds: number };
  /** `python` runs plain Python even where IPython is installed. */
  readonly shell?: 'ipython' | 'python';
  /** Variables of the environment that the notebook may read: the run tells digests of their values. */
  readonly names: readonly string[];
  /** The run ends when the program that asked for it is gone. */
  readonly follow: boolean;
}

export interface RequestedCell {
  readonly key: string;
  /** Position counted from 1 over all cells. */
  readonly index: number;
  readonly source: string;
  readonly python: string;
  /** The Python is not the cell's own text. */
  readonly translated: boolean;
  /** Line of the cell where each top-level statement begins, from 1. */
  readonly statements: readonly RequestedStatement[];
  /** The cell is meant to raise. */
  readonly mayRaise: boolean;
}

interface RequestedStatement {
  readonly id: StatementId;
  readonly line: number;
  /** Names that the analysis fears the statement to change: they are looked at before and after. */
  readonly fears: readonly string[];
}

/** Names that statements are feared to change. */
export type Fears = ReadonlyMap<StatementId, readonly string[]>;

export type RequestOptions = Omit<RecordRequest, 'cells' | 'follow' | 'names'> & {
  readonly order: 'top-to-bottom' | 'executed';
  readonly fears?: Fears;
};

/** Builds what the recorder is told to run: the notebook's code cells in the order asked for. */
export function buildRecordRequest(module: Module, options: RequestOptions): RecordRequest {
  const { order, fears = new Map(), ...rest } = options;
  return {
    ...rest,
    cells: inOrder(module.cells, order).map((cell) => requestCell(cell, fears)),
    names: namedVariables(module),
    follow: true,
  };
}

function inOrder(cells: readonly ParsedCell[], order: RequestOptions['order']): readonly ParsedCell[] {
  const filled = cells.filter((parsed) => parsed.cell.source.trim() !== '');
  if (order === 'top-to-bottom') return filled;
  const count = (parsed: ParsedCell) => parsed.cell.executionCount ?? 0;
  return filled.filter((parsed) => count(parsed) > 0).sort((left, right) => count(left) - count(right));
}

function requestCell({ cell, statements }: ParsedCell, fears: Fears): RequestedCell {
  return {
    key: cell.key,
    index: cell.index,
    source: cell.source,
    python: cell.python.text,
    translated: cell.python.text !== cell.source,
    statements: statements.map(({ id, node }) => ({
      id,
      line: lineAt(cell.source, toSourceOffset(cell.python, firstOffset(node))),
      fears: fears.get(id) ?? [],
    })),
    mayRaise: isMeantToRaise(cell),
  };
}

/** Decorators belong to what they decorate, as in CPython's notion of a statement's first line. */
function firstOffset(node: {
  readonly start: number;
  readonly decorator_list?: readonly { readonly start: number }[];
}): number {
  return Math.min(node.start, ...(node.decorator_list ?? []).map((decorator) => decorator.start));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Tells whether an error in this cell stops nothing: it is tagged so, or the stored output already is an error. */
export function isMeantToRaise(cell: CodeCell): boolean {
  return cell.tags.includes('raises-exception') || cell.outputs.some((output) => output.kind === 'error');
}
