import { cellText, type DataflowGraph, multilineStrings, type Step } from '../dataflow/index.ts';
import { indent } from '../text/index.ts';
import type { CodeItem } from './types.ts';

/**
 * Whether a statement that is meant to raise can stand in a stage: the only one of its cell that may have raised, so that
 * going on behind it is what the notebook did.
 */
export function isSuppressible(graph: DataflowGraph, step: Step): boolean {
  const raising = graph.steps.filter((other) => other.cell === step.cell && other.raises);
  const { node } = step.statement;
  const source = cellText(graph, step);
  const isIndentable = multilineStrings(node, 0).every(
    (span) => !source.slice(span.start, span.end).includes('\n'),
  );
  const isDefinition = step.binds.some(({ kind }) => kind === 'function' || kind === 'class');
  return raising.length === 1 && !isDefinition && isIndentable;
}

/** Lets a stage go on behind a statement that raises, as the notebook did. */
export function suppressed(item: CodeItem): CodeItem {
  return { ...item, types: [], text: `with suppress(Exception):\n${indent(item.text, '    ', [])}` };
}

/** The import that `suppressed` needs. */
export const SUPPRESS_IMPORT = 'from contextlib import suppress';
