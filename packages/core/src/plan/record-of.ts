import type { DataflowGraph } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import type { PlanOptions } from './options.ts';

/** The record of a notebook's run: by its path, else, for one that was made elsewhere, by its text. */
export function recordOf(
  graph: DataflowGraph,
  { records = [], sources, digest }: PlanOptions,
): RunRecord | undefined {
  const { path } = graph.module.notebook;
  const known = records.find(({ notebook }) => notebook.path === path);
  if (known || records.length === 0) return known;
  const sha256 = digest(sources.text(path) ?? '');
  return records.find(({ notebook }) => notebook.sha256 === sha256);
}
