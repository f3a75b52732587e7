import { analyze, type DataflowGraph } from './dataflow/index.ts';
import type { Diagnostic, Result } from './diagnostics/index.ts';
import type { LibraryIndex } from './libraries/index.ts';
import { type Notebook, readNotebook } from './notebook/index.ts';
import { type Plan, type PlanOptions, planProject } from './plan/index.ts';
import { type Project, type RenderOptions, renderProject } from './project/index.ts';
import type { RunRecord } from './record/index.ts';
import { type PythonParser, parseNotebook } from './syntax/index.ts';

/** What the phases need from outside. */
export interface Sources {
  /** Text of a file beside the notebook; `undefined` where there is none. */
  text(path: string): string | undefined;
}

export interface UnderstandOptions {
  readonly parser: PythonParser;
  readonly libraries: LibraryIndex;
  readonly sources: Sources;
  /** Default: top to bottom. */
  readonly order?: 'top-to-bottom' | 'executed';
  /** See `AnalyzeOptions`. */
  readonly record?: RunRecord;
  /** See `AnalyzeOptions`. */
  readonly sharing?: boolean;
}

/** A notebook and what is known of its data flow. */
export interface Understood {
  readonly notebook: Notebook;
  readonly graph: DataflowGraph;
}

/** Runs the phases that only read: notebook, syntax, data flow. `null` when the file is no notebook. */
export function understand(
  path: string,
  text: string,
  options: UnderstandOptions,
): Result<Understood | null> {
  const diagnostics: Diagnostic[] = [];
  const read = readNotebook(path, text, options.sources);
  diagnostics.push(...read.diagnostics);
  if (read.value === null) return { value: null, diagnostics };
  const parsed = parseNotebook(read.value, options.parser);
  diagnostics.push(...parsed.diagnostics);
  const graph = analyze(parsed.value, {
    libraries: options.libraries,
    ...(options.order ? { order: options.order } : {}),
    ...(options.record ? { record: options.record } : {}),
    ...(options.sharing === undefined ? {} : { sharing: options.sharing }),
  });
  return { value: { notebook: read.value, graph }, diagnostics };
}

/**
 * Picks the order that a project is built in: top to bottom, unless only the executed order binds every name before it is
 * read.
 */
export function workingOrder(topToBottom: DataflowGraph, executed: () => DataflowGraph): DataflowGraph {
  const missing = (graph: DataflowGraph) =>
    graph.undefinedNames.filter(({ certainty }) => certainty === 'must').length;
  if (missing(topToBottom) === 0) return topToBottom;
  const other = executed();
  return other.steps.length > 0 && missing(other) === 0 ? other : topToBottom;
}

/** Runs the phases that make a project: plan, and render. */
export function compile(
  graphs: readonly DataflowGraph[],
  planOptions: PlanOptions,
  renderOptions: (plan: Plan) => RenderOptions,
): Result<{ readonly plan: Plan; readonly project: Project }> {
  const planned = planProject(graphs, planOptions);
  const rendered = renderProject(planned.value, renderOptions(planned.value));
  return {
    value: { plan: planned.value, project: rendered.value },
    diagnostics: [...planned.diagnostics, ...rendered.diagnostics],
  };
}
