import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { locate } from '../notebook/index.ts';
import { valuesByOrder } from './execution.ts';
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

const NAMES_SHOWN = 4;

/** Finds the variables that have another value from top to bottom than they had as the cells ran: one finding, at the first. */
export function checkOrder(topToBottom: DataflowGraph, executed: DataflowGraph): readonly Diagnostic[] {
  const values = [...valuesByOrder(topToBottom, executed)].sort((one, other) => one.step - other.step);
  const step = topToBottom.steps[values[0]?.step ?? -1];
  if (step === undefined) return [];
  const names = values.slice(0, NAMES_SHOWN).map(({ name }) => `\`${name}\``);
  const more = values.length > NAMES_SHOWN ? ` and ${values.length - NAMES_SHOWN} more` : '';
  return [
    diagnostic('D003', {
      message: `From top to bottom, ${names.join(', ')}${more} may have other values than when the cells ran: this uses what a cell below it last changed.`,
      location: placeOf(topToBottom, step, topToBottom.module.notebook.path),
      hint: 'Run the cells from top to bottom and compare, or take them as they ran: `--order executed`.',
    }),
  ];
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
