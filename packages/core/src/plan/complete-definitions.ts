import type { DataflowGraph } from '../dataflow/index.ts';
import { freeNames } from '../syntax/index.ts';
import { closeOver } from './values.ts';

const DEFINITIONS = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef']);

/**
 * Adds to the kept steps, of those before `end`, the imports and definitions that kept definitions name only in code that no
 * artifact runs, such as a method that nobody calls: a module must not name what it does not have.
 */
export function completeDefinitions(
  graph: DataflowGraph,
  kept: ReadonlySet<number>,
  end: number,
): ReadonlySet<number> {
  const steps = graph.steps.filter(({ index }) => kept.has(index));
  const bound = new Set(steps.flatMap(({ binds }) => binds.map(({ name }) => name)));
  const missing = steps
    .filter(({ statement }) => DEFINITIONS.has(statement.node.type))
    .flatMap(({ statement }) => freeNames(statement.node))
    .filter((name) => !bound.has(name));
  const binders = [...new Set(missing)].flatMap((name) => {
    const binder = graph.steps
      .slice(0, end)
      .findLast(({ binds }) => binds.some((each) => each.name === name && each.kind !== 'delete'));
    return binder?.binds.every(({ kind }) => kind !== 'value') ? [binder.index] : [];
  });
  return binders.length === 0
    ? kept
    : completeDefinitions(graph, closeOver(graph, [...kept, ...binders]), end);
}
