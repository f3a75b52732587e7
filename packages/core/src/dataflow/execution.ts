import type { Module, ParsedCell } from '../syntax/index.ts';
import { executedCells, shownLine } from './order.ts';
import { sliceFor } from './slice.ts';
import type { DataflowGraph, Edge } from './types.ts';

/** What execution counts and stored outputs tell of the session in which a notebook was saved. Cells are counted from 1. */
export interface Execution {
  /** Code cells that ran, by their last run. */
  readonly order: readonly number[];
  readonly isTopToBottom: boolean;
  /** Runs whose count no cell has any more: of cells that ran again later, or were deleted. */
  readonly lostRuns: number;
  /** Code cells with text and without a count. */
  readonly neverRan: readonly number[];
  /** Cells whose stored output cannot come from the text that they have now. */
  readonly editedSince: readonly number[];
}

/** Reads how the notebook was executed; `null` where no count was saved. */
export function readExecution(module: Module): Execution | null {
  const ran = executedCells(module);
  const last = ran.at(-1)?.cell.executionCount;
  if (last === undefined || last === null) return null;
  const order = ran.map(({ cell }) => cell.index);
  return {
    order,
    isTopToBottom: order.every((cell, place) => place === 0 || cell > (order[place - 1] ?? 0)),
    lostRuns: last - new Set(ran.map(({ cell }) => cell.executionCount)).size,
    neverRan: module.cells
      .filter(({ cell }) => cell.executionCount === null && cell.source.trim() !== '')
      .map(({ cell }) => cell.index),
    editedSince: ran.filter(isEditedSince).map(({ cell }) => cell.index),
  };
}

/**
 * A result without an expression that gives one, or an error at a line that is another one now. Magics are not judged: what
 * ran of them is not the text of the cell.
 */
function isEditedSince({ cell, statements, broken }: ParsedCell): boolean {
  if (cell.python.magics.length > 0 || broken.length > 0) return false;
  const shows = statements.some(({ node }) => node.type === 'Expr');
  if (!shows && cell.outputs.some(({ kind }) => kind === 'result')) return true;
  const line = shownLine(cell.outputs.find(({ kind }) => kind === 'error')?.text ?? '');
  return line !== null && cell.source.split('\n')[line.number - 1]?.trim() !== line.text;
}

/** A variable whose last value is made in another way, and the first step that hangs on other ones. */
export interface OrderedValue {
  readonly name: string;
  /** A step of the graph from top to bottom. */
  readonly step: number;
}

/**
 * Compares what the last values hang on from top to bottom and as the cells ran. Equal dependences give equal values;
 * variables that only one of the orders binds are no part of the answer. Where the last runs do not work in their order, the
 * session cannot be told from them: runs are lost that it needed.
 */
export function valuesByOrder(topToBottom: DataflowGraph, executed: DataflowGraph): readonly OrderedValue[] {
  if (executed.undefinedNames.some(({ certainty }) => certainty === 'must')) return [];
  const [known, knownRun] = [withoutGuesses(topToBottom), withoutGuesses(executed)];
  return Object.entries(known.final).flatMap(([name, { boundBy }]) => {
    if (!Object.hasOwn(knownRun.final, name) || !isVariable(known, name, boundBy)) return [];
    const down = dependences(known, name);
    const ran = dependences(knownRun, name);
    const isSame = down.size === ran.size && [...down].every(([id, { on }]) => ran.get(id)?.on === on);
    if (isSame) return [];
    const changed = [...down].find(([id, { on }]) => ran.has(id) && ran.get(id)?.on !== on);
    return [{ name, step: changed?.[1].step ?? boundBy }];
  });
}

function isVariable(graph: DataflowGraph, name: string, boundBy: number): boolean {
  const binding = graph.steps[boundBy]?.binds.find((bound) => bound.name === name);
  return binding?.kind === 'value' && !name.startsWith('_');
}

/** A graph of what is known: what only might matter, a file or an unknown call, would make every order another one. */
function withoutGuesses(graph: DataflowGraph): DataflowGraph {
  const isKnown = ({ from, kind, certainty }: Omit<Edge, 'to'>): boolean =>
    certainty === 'must' || (kind !== 'resource' && graph.steps[from]?.doubts.length === 0);
  const final = Object.entries(graph.final).map(([name, value]) => [
    name,
    { ...value, needs: value.needs.filter(isKnown) },
  ]);
  return { ...graph, edges: graph.edges.filter(isKnown), final: Object.fromEntries(final) };
}

/** Each statement that a name's last value needs, and what it hangs on. */
function dependences(graph: DataflowGraph, name: string): ReadonlyMap<string, { step: number; on: string }> {
  const { steps } = sliceFor(graph, { names: [name] });
  const sources = new Map<number, string[]>(steps.map((step) => [step, []]));
  const idOf = (step: number) => JSON.stringify(graph.steps[step]?.id);
  for (const { from, to, via } of graph.edges) sources.get(to)?.push(`${idOf(from)} ${via}`);
  return new Map(steps.map((step) => [idOf(step), { step, on: sources.get(step)?.sort().join('\n') ?? '' }]));
}
