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

/** Finds what would break when the notebook runs from top to bottom: names read before anything binds them. */
export function checkGraph(graph: DataflowGraph): readonly Diagnostic[] {
  const { notebook } = graph.module;
  return graph.undefinedNames.flatMap(({ name, step: index, certainty }) => {
    const step = graph.steps[index];
    if (step === undefined || PROVIDED.has(name) || /^_\d+$/.test(name)) return [];
    const later = graph.steps.find(
      (other) => other.index > index && other.binds.some((binding) => binding.name === name),
    );
    return [
      diagnostic(later ? 'D002' : 'D001', {
        message: `\`${name}\` is read before any statement above binds it${certainty === 'may' ? ', by a function that is called here' : ''}.`,
        location: placeOf(graph, step, notebook.path),
        ...(later
          ? { hint: `Move cell[${later.cell}], which binds \`${name}\`, above this one.` }
          : { hint: `Bind \`${name}\` before it is read.` }),
      }),
    ];
  });
}

function placeOf(graph: DataflowGraph, step: Step, file: string): Diagnostic['location'] {
  const cell = cellOf(graph, step);
  return cell ? locate(graph.module.notebook, cell, step.statement.node) : { file };
}
