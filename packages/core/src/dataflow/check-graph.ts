import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { locate } from '../notebook/index.ts';
import { cellOf } from './step-cell.ts';
import type { DataflowGraph, Step } from './types.ts';

/** Names that only a notebook's front end or IPython provides. */
const PROVIDED = new Set([
  'display',
  'get_ipython',
  'In',
  'Out',
  '_',
  '__',
  '___',
  'exit',
  'quit',
  'spark',
  'dbutils',
  'sc',
]);

/**
 * Finds what would break when the notebook runs from top to bottom: names read before anything binds them. A name is reported
 * once, where it is first read; the other places are counted.
 */
export function checkGraph(graph: DataflowGraph): readonly Diagnostic[] {
  const places = new Map<string, Unbound[]>();
  for (const unbound of graph.undefinedNames) {
    if (PROVIDED.has(unbound.name) || /^_\d+$/.test(unbound.name)) continue;
    places.set(unbound.name, [...(places.get(unbound.name) ?? []), unbound]);
  }
  return [...places].flatMap(([name, found]) => {
    // A statement that surely reads the name tells more than a call that may.
    const first = found.find(({ certainty }) => certainty === 'must') ?? found[0];
    const step = graph.steps[first?.step ?? -1];
    return first && step ? [describe(graph, name, step, first.certainty, found.length - 1)] : [];
  });
}

type Unbound = DataflowGraph['undefinedNames'][number];

function describe(
  graph: DataflowGraph,
  name: string,
  step: Step,
  certainty: Unbound['certainty'],
  others: number,
): Diagnostic {
  const later = graph.steps.find(
    (other) => other.index > step.index && other.binds.some((binding) => binding.name === name),
  );
  const through = certainty === 'may' ? ', by a function that is called here' : '';
  const again =
    others === 0 ? '' : `; ${others} more ${others === 1 ? 'statement reads' : 'statements read'} it too`;
  return diagnostic(later ? 'D002' : 'D001', {
    message: `\`${name}\` is read before any statement above binds it${through}${again}.`,
    location: placeOf(graph, step, graph.module.notebook.path),
    hint: later
      ? `Move cell[${later.cell}], which binds \`${name}\`, above this one.`
      : `Bind \`${name}\` before it is read.`,
  });
}

function placeOf(graph: DataflowGraph, step: Step, file: string): Diagnostic['location'] {
  const cell = cellOf(graph, step);
  return cell ? locate(graph.module.notebook, cell, step.statement.node) : { file };
}
