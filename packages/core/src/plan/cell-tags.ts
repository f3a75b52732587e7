import type { DataflowGraph, Step } from '../dataflow/index.ts';
import type { CodeCell } from '../notebook/index.ts';
import { snakeCase } from './identifiers.ts';

const TAG = /^(?:stage|step):\s*(.+)$/;
const COMMENT = /^[ \t]*#\s*cellwright:\s*stage\(([^)\n]+)\)/m;

/** The stage that a person wants each cell in, by position of the cell: cells without a tag go on with the one before. */
export function stagesWanted(graph: DataflowGraph): ReadonlyMap<number, string> {
  const wanted = new Map<number, string>();
  let current = '';
  for (const { cell } of graph.module.cells) {
    current = stageIn(cell) ?? current;
    wanted.set(cell.index, current);
  }
  return wanted;
}

function stageIn({ tags, source }: CodeCell): string | undefined {
  const said = tags.flatMap((tag) => TAG.exec(tag)?.[1] ?? []);
  const name = snakeCase(said[0] ?? COMMENT.exec(source)?.[1] ?? '');
  return name === '' ? undefined : name;
}

/** Positions of the cells that a person wants nothing of kept for its own sake. */
export function cellsSkipped(graph: DataflowGraph): ReadonlySet<number> {
  const skipped = graph.module.cells.filter(({ cell }) => cell.tags.includes('skip'));
  return new Set(skipped.map(({ cell }) => cell.index));
}

/** Whether a person wants what a statement assigns as a parameter: by the cell's tag or a comment beside it. */
export function isParameterTagged(graph: DataflowGraph, step: Step): boolean {
  const parsed = graph.module.cells.find(({ cell }) => cell.index === step.cell);
  if (parsed?.cell.tags.includes('parameters')) return true;
  const { start, end } = step.statement.outer;
  return /#\s*cellwright:\s*param\b/.test(parsed?.cell.python.text.slice(start, end) ?? '');
}
