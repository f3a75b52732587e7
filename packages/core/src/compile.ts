import { analyze, type DataflowGraph } from './dataflow/index.ts';
import { type Diagnostic, diagnostic, type Result } from './diagnostics/index.ts';
import type { LibraryIndex } from './libraries/index.ts';
import { type Notebook, readNotebook } from './notebook/index.ts';
import { liftFunctions, type Plan, type PlanOptions, planProject, recordOf } from './plan/index.ts';
import { type Project, type RenderOptions, renderProject } from './project/index.ts';
import type { RunRecord } from './record/index.ts';
import { checkSecrets, type FindSecrets, findSecretIn, hideSecrets, type Secret } from './secrets/index.ts';
import { editModule, type PythonParser, parseNotebook } from './syntax/index.ts';
import { renderTargets, type TargetRequest } from './targets/index.ts';

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
  readonly believe?: 'pipeline' | 'replay';
  /** See `AnalyzeOptions`. */
  readonly sharing?: boolean;
  /** See `AnalyzeOptions`. */
  readonly parts?: boolean;
  /** Hides credentials from all that follows; absent for what runs the notebook or quotes it. */
  readonly findSecrets?: FindSecrets;
}

/** A notebook and what is known of its data flow. */
export interface Understood {
  readonly notebook: Notebook;
  readonly graph: DataflowGraph;
  /** The credentials that were hidden. */
  readonly secrets: readonly Secret[];
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
  const { module, secrets } = options.findSecrets
    ? hideSecrets(parsed.value, options.parser, options.findSecrets)
    : { module: parsed.value, secrets: [] };
  diagnostics.push(...checkSecrets(secrets));
  const graph = analyze(module, {
    libraries: options.libraries,
    ...(options.order ? { order: options.order } : {}),
    ...(options.record ? { record: options.record } : {}),
    ...(options.believe ? { believe: options.believe } : {}),
    ...(options.sharing === undefined ? {} : { sharing: options.sharing }),
    ...(options.parts === undefined ? {} : { parts: options.parts }),
  });
  return { value: { notebook: module.notebook, graph, secrets }, diagnostics };
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

/**
 * Analyses a notebook again after its functions got as keyword parameters what they read of its data, where there are such
 * functions; otherwise gives the same graph back.
 */
export function withLiftedFunctions(
  graph: DataflowGraph,
  planOptions: PlanOptions,
  { parser, libraries }: Pick<UnderstandOptions, 'parser' | 'libraries'>,
): DataflowGraph {
  const edits = liftFunctions(graph, planOptions);
  const module = edits.size > 0 ? editModule(graph.module, edits, parser) : null;
  if (module === null) return graph;
  const record = recordOf(graph, planOptions);
  return analyze(module, { libraries, sharing: true, order: graph.order, ...(record ? { record } : {}) });
}

/** Runs the phases that make a project: plan, render, and render for each target. */
export function compile(
  graphs: readonly DataflowGraph[],
  planOptions: PlanOptions,
  renderOptions: (plan: Plan) => RenderOptions,
  secrets: readonly Secret[] = [],
  targets: readonly TargetRequest[] = [],
): Result<{ readonly plan: Plan; readonly project: Project }> {
  const planned = planProject(graphs, planOptions);
  const options = renderOptions(planned.value);
  const rendered = renderProject(planned.value, options);
  const whole = renderTargets(rendered.value, targets, options);
  return {
    value: { plan: planned.value, project: whole.value },
    diagnostics: [
      ...planned.diagnostics,
      ...rendered.diagnostics,
      ...whole.diagnostics,
      ...findWritten(whole.value, planOptions.sources, secrets),
    ],
  };
}

/** Finds the files that would hold a credential all the same: a helper module's own, or one that no rule took out. */
function findWritten(
  project: Project,
  sources: PlanOptions['sources'],
  secrets: readonly Secret[],
): readonly Diagnostic[] {
  const isData = (path: string) => path.startsWith('data/');
  return project.files.flatMap((file) => {
    if (secrets.length === 0 || isData(file.path)) return [];
    const text = file.kind === 'text' ? file.text : (sources.text(file.from) ?? '');
    const secret = findSecretIn(text, secrets);
    if (secret === undefined) return [];
    const message = `\`${file.path}\` would hold the credential that \`${secret.variable}\` stands for; nothing is written.`;
    const hint = `Read it with \`os.environ["${secret.variable}"]\`${file.kind === 'copy' ? ` in \`${file.from}\`` : ''}.`;
    return [diagnostic('R003', { message, location: secret.location, hint })];
  });
}
