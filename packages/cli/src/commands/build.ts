import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  compile,
  type DataflowGraph,
  type Diagnostic,
  type Effects,
  findSamples,
  type Notebook,
  type PlanOptions,
  printPlan,
  printProject,
  type RunRecord,
  readRecord,
  toIdentifier,
  workingOrder,
} from '@cellwright/core';
import { askConsent } from '../consent.ts';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { printDiagnostics, showProgress, writeJson } from '../output.ts';
import { applyWrites, previewWrites, printWrites } from '../project-writer.ts';
import { engineFiles } from '../python-programs.ts';
import { type RecordedRun, recordAll } from '../recording.ts';
import { digestFile, digestText, planSources, sizeOfFile } from '../sources.ts';
import { createToolchain } from '../toolchain.ts';
import { createReader, type Reader, understandFile } from '../understand-file.ts';

export interface BuildOptions {
  readonly output: string;
  readonly artifact: readonly string[];
  readonly name?: string;
  readonly order?: 'top-to-bottom' | 'executed';
  readonly record?: boolean | string;
  readonly python?: string;
  readonly trust?: boolean;
  readonly allowWrites?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly print?: string;
  readonly json?: boolean;
  /** How finely to cut; used by repair. */
  readonly stages?: PlanOptions['stages'];
}

/** What `build` was made from and what it made. */
export interface Built {
  readonly exit: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `cellwright build FILE… -o FOLDER`: writes the project. */
export async function build(files: readonly string[], options: BuildOptions): Promise<number> {
  if (options.name !== undefined && toIdentifier(options.name) !== options.name) {
    const near = toIdentifier(options.name);
    process.stderr.write(`error: --name must be an import name, such as \`${near}\`.\n`);
    return EXIT.usage;
  }
  const effects = nodeEffects(showProgress);
  const reader = await createReader();
  const opened = openNotebooks(reader, files, options.order);
  if (opened.graphs.length < files.length) {
    process.stderr.write(printDiagnostics(opened.diagnostics, opened.notebooks));
    return EXIT.usage;
  }
  const recorded = await findRecords(opened.graphs, opened.notebooks, options, effects);
  if (typeof recorded === 'number') return recorded;
  const graphs = opened.graphs.map((graph) => withRecordedTypes(reader, graph, recorded));
  const { plan, project, diagnostics } = makeProject(graphs, options, recorded);
  const all = [...opened.diagnostics, ...diagnostics];
  if (options.print === 'plan') process.stdout.write(printPlan(plan));
  if (options.print === 'files') process.stdout.write(printProject(project));
  if (options.print) return EXIT.ok;
  process.stderr.write(printDiagnostics(all, opened.notebooks));
  if (plan.stages.length === 0) {
    process.stderr.write('error: there is nothing to build: no value of the notebook can be kept.\n');
    return EXIT.findings;
  }
  const writes = previewWrites(project, options.output);
  if (!options.dryRun) await applyWrites(writes, options.output, effects);
  if (options.json)
    writeJson({
      schemaVersion: 1,
      ok: true,
      package: plan.package,
      files: project.files.map(({ path }) => path),
    });
  else process.stdout.write(printWrites(writes) + next(options));
  return EXIT.ok;
}

function next(options: BuildOptions): string {
  return options.dryRun
    ? 'Nothing was written (--dry-run).\n'
    : `Next: cellwright verify ${options.output}\n`;
}

/** Reads the notebooks, each in an order in which it works. */
export function openNotebooks(
  reader: Reader,
  files: readonly string[],
  order: BuildOptions['order'],
): { graphs: DataflowGraph[]; notebooks: Notebook[]; diagnostics: Diagnostic[] } {
  const graphs: DataflowGraph[] = [];
  const notebooks: Notebook[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const first = understandFile(reader, file, { sharing: true, order: order ?? 'top-to-bottom' });
    diagnostics.push(...first.diagnostics);
    if (first.value === null) continue;
    const { graph, notebook } = first.value;
    const executed = () =>
      understandFile(reader, file, { sharing: true, order: 'executed' }).value?.graph ?? graph;
    const chosen = order === undefined ? workingOrder(graph, executed) : graph;
    if (chosen !== graph)
      process.stderr.write(
        `note: ${file} works only in the order in which it was executed; that order is used.\n`,
      );
    graphs.push(chosen);
    notebooks.push(notebook);
  }
  return { graphs, notebooks, diagnostics };
}

/** Analyses a notebook again with the types that its run has shown. */
export function withRecordedTypes(
  reader: Reader,
  graph: DataflowGraph,
  recorded: readonly RecordedRun[],
): DataflowGraph {
  const { path } = graph.module.notebook;
  const record = recorded.find((run) => run.record.notebook.path === path)?.record;
  if (record === undefined) return graph;
  return understandFile(reader, path, { sharing: true, order: graph.order, record }).value?.graph ?? graph;
}

/** The records to build from: made now, given, or none; an exit code when they cannot be had. */
async function findRecords(
  graphs: readonly DataflowGraph[],
  notebooks: readonly Notebook[],
  options: BuildOptions,
  effects: Effects,
): Promise<readonly RecordedRun[] | number> {
  if (!options.record) return [];
  if (typeof options.record === 'string') {
    const opened = openRecord(options.record);
    return typeof opened === 'number' ? opened : [opened];
  }
  const refused = await askConsent(
    graphs,
    notebooks.map(({ path }) => basename(path)),
    options,
  );
  if (refused !== null) return refused;
  const understood = graphs.flatMap((graph, at) => {
    const notebook = notebooks[at];
    return notebook ? [{ graph, notebook }] : [];
  });
  const { value, diagnostics } = await recordAll(understood, options, effects);
  process.stderr.write(printDiagnostics(diagnostics, notebooks));
  if (value.some(({ record }) => record.outcome.kind === 'interrupted')) return EXIT.interrupted;
  return value.length === graphs.length ? value : EXIT.inconclusive;
}

/** Opens a record's folder. */
export function openRecord(folder: string): RecordedRun | number {
  const path = join(folder, 'record.json');
  if (!existsSync(path)) {
    process.stderr.write(`error: \`${folder}\` holds no record.\n`);
    return EXIT.usage;
  }
  const { value, diagnostics } = readRecord(path, readFileSync(path, 'utf8'));
  process.stderr.write(printDiagnostics(diagnostics));
  return value === null ? EXIT.usage : { record: value, folder };
}

/** Plans and renders. */
export function makeProject(
  graphs: readonly DataflowGraph[],
  options: Pick<BuildOptions, 'artifact' | 'name' | 'stages'>,
  recorded: readonly RecordedRun[],
) {
  const toolchain = createToolchain();
  const records = recorded.map(({ record }) => record);
  const folderOf = (record: RunRecord) => recorded.find((run) => run.record === record)?.folder ?? '';
  const { value, diagnostics } = compile(
    graphs,
    {
      sources: planSources,
      digest: digestText,
      ...(options.name ? { package: options.name } : {}),
      ...(options.artifact.length > 0 ? { artifacts: options.artifact } : {}),
      ...(options.stages ? { stages: options.stages } : {}),
      records,
    },
    (plan) => ({
      engine: engineFiles(),
      toolchain,
      digest: digestText,
      digestOf: digestFile,
      ...(records.length > 0
        ? {
            records,
            samples: findSamples(plan, records, {
              valuePath: (file, record) => join(folderOf(record), 'values', file),
              size: sizeOfFile,
            }),
          }
        : {}),
    }),
  );
  return { ...value, diagnostics };
}
