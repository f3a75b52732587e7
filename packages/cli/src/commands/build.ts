import { basename, join, relative, resolve, sep } from 'node:path';
import {
  compile,
  type DataflowGraph,
  type Diagnostic,
  type Effects,
  findSamples,
  maskRecord,
  type Notebook,
  type PlanOptions,
  printPlan,
  printProject,
  type RunRecord,
  type TargetRequest,
  toIdentifier,
  toJson,
  withLiftedFunctions,
} from '@cellwright/core';
import { askConsent } from '../consent.ts';
import { withEffects } from '../containment.ts';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { openNotebooks, type Publishable, recordFor, withoutSecrets } from '../open-notebooks.ts';
import { openRecords } from '../open-records.ts';
import { forShell, printDiagnostics, showProgress, writeJson } from '../output.ts';
import { readProjectLock } from '../project-lock.ts';
import { applyWrites, previewWrites, printWrites } from '../project-writer.ts';
import { engineFiles } from '../python-programs.ts';
import { type RecordedRun, recordAll } from '../recording.ts';
import { holdsText, prepareSecretFinder } from '../secret-scanner.ts';
import { digestFile, digestText, planSources, sizeOfFile } from '../sources.ts';
import { readTargets, type TargetFlags } from '../target-flags.ts';
import { createToolchain } from '../toolchain.ts';
import { createReader, type Reader } from '../understand-file.ts';

export interface BuildOptions extends TargetFlags {
  readonly output: string;
  readonly artifact: readonly string[];
  readonly name?: string;
  readonly order?: 'top-to-bottom' | 'executed';
  readonly record?: boolean | string;
  readonly python?: string;
  readonly trust?: boolean;
  readonly allowWrites?: boolean;
  readonly contain?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly print?: string;
  readonly json?: boolean;
  /** How finely to cut; used by repair. */
  readonly stages?: PlanOptions['stages'];
}

/** `cellwright build FILE… -o FOLDER`: writes the project. */
export async function build(files: readonly string[], options: BuildOptions): Promise<number> {
  if (options.name !== undefined && toIdentifier(options.name) !== options.name) {
    const near = toIdentifier(options.name);
    process.stderr.write(`error: --name must be an import name, such as \`${near}\`.\n`);
    return EXIT.usage;
  }
  const targets = targetsFor(options);
  if (targets === null) return EXIT.usage;
  const effects = nodeEffects(showProgress);
  const reader = await createReader();
  const opened = openNotebooks(reader, files, options.order);
  if (opened.graphs.length < files.length) {
    process.stderr.write(printDiagnostics(opened.diagnostics, opened.notebooks));
    return EXIT.usage;
  }
  const recorded = await findRecords(opened.graphs, opened.notebooks, options, effects);
  if (typeof recorded === 'number') return recorded;
  const find = await prepareSecretFinder(files);
  const shown = opened.graphs.map((graph) => withoutSecrets(reader, graph, find, recordFor(graph, recorded)));
  const sources = shown.map(({ value }) => value);
  const { plan, project, diagnostics } = makeProject(reader, sources, options, recorded, targets);
  const all = [...opened.diagnostics, ...shown.flatMap((one) => one.diagnostics), ...diagnostics];
  if (options.print === 'plan') process.stdout.write(printPlan(plan));
  if (options.print === 'files') process.stdout.write(printProject(project));
  if (options.print) return EXIT.ok;
  process.stderr.write(
    printDiagnostics(
      all,
      sources.map(({ notebook }) => notebook),
    ),
  );
  if (
    diagnostics.some(
      ({ code, severity }) => code === 'P001' || (code.startsWith('C') && severity === 'error'),
    )
  )
    return EXIT.usage;
  if (plan.stages.length === 0) {
    process.stderr.write('error: there is nothing to build: no value of the notebook can be kept.\n');
    return EXIT.findings;
  }
  if (diagnostics.some(({ code }) => code === 'R003')) {
    process.stderr.write('error: nothing was written, because a file would hold a credential.\n');
    return EXIT.findings;
  }
  const writes = previewWrites(project, options.output);
  if (!options.dryRun) await applyWrites(writes, options.output, effects);
  const isWhole = !diagnostics.some(isBroken);
  if (options.json)
    writeJson({
      ok: isWhole,
      package: plan.package,
      files: project.files.map(({ path }) => path),
      diagnostics: toJson(all),
    });
  else process.stdout.write(printWrites(writes) + (isWhole ? next(options) : ''));
  if (isWhole) return EXIT.ok;
  process.stderr.write('error: the project is not whole: see the errors above.\n');
  return EXIT.findings;
}

/** The targets that are asked for, else those of the project as it is; `null` when there is no such target. */
function targetsFor(options: BuildOptions): readonly TargetRequest[] | null {
  const found = readProjectLock(options.output);
  const before = 'lock' in found ? (found.lock.targets ?? []) : [];
  const { value, diagnostics } = readTargets(options, before);
  process.stderr.write(printDiagnostics(diagnostics));
  return diagnostics.length > 0 ? null : value;
}

/** Tells whether a diagnostic means that a file is missing or cannot run. */
export function isBroken({ code, severity }: Diagnostic): boolean {
  return code.startsWith('R') && severity === 'error';
}

function next(options: BuildOptions): string {
  return options.dryRun
    ? 'Nothing was written (--dry-run).\n'
    : `Next: cellwright verify ${forShell(options.output)}\n`;
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
    return openRecords(options.record, notebooks);
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
  const { value, diagnostics } = await withEffects(effects, options.contain, async (opened) => {
    const made = await recordAll(understood, options, opened.effects);
    const refused = opened.describe(notebooks[0]?.path ?? '', made.diagnostics);
    return { value: made.value, diagnostics: [...made.diagnostics, ...refused] };
  });
  process.stderr.write(printDiagnostics(diagnostics, notebooks));
  if (diagnostics.some(({ code }) => code === 'V015')) return EXIT.inconclusive;
  if (value.some(({ record }) => record.outcome.kind === 'interrupted')) return EXIT.interrupted;
  return value.length === graphs.length ? value : EXIT.inconclusive;
}

/** Plans and renders. */
export function makeProject(
  reader: Reader,
  notebooks: readonly Publishable[],
  options: Pick<BuildOptions, 'artifact' | 'name' | 'output' | 'stages'>,
  recorded: readonly RecordedRun[],
  targets: readonly TargetRequest[],
) {
  const toolchain = createToolchain();
  const secrets = notebooks.flatMap((notebook) => notebook.secrets);
  const hidden = secrets.map(({ text }) => text);
  const records = recorded.map(({ record }) => maskRecord(record, secrets));
  const folderOf = (record: RunRecord) => recorded[records.indexOf(record)]?.folder ?? '';
  const planOptions: PlanOptions = {
    sources: planSources,
    digest: digestText,
    ...(options.name ? { package: options.name } : {}),
    ...(options.artifact.length > 0 ? { artifacts: options.artifact } : {}),
    ...(options.stages ? { stages: options.stages } : {}),
    records,
  };
  const { value, diagnostics } = compile(
    notebooks.map(({ graph }) => withLiftedFunctions(graph, planOptions, reader)),
    planOptions,
    (plan) => ({
      engine: engineFiles(),
      toolchain,
      digest: digestText,
      digestOf: digestFile,
      place: (path) => relative(resolve(options.output), resolve(path)).replaceAll(sep, '/'),
      ...(records.length > 0
        ? {
            records,
            samples: findSamples(plan, records, {
              valuePath: (file, record) => join(folderOf(record), 'values', file),
              size: (path) => (holdsText(path, hidden) ? null : sizeOfFile(path)),
              writtenText: (file, record) => {
                const path = join(folderOf(record), 'files', file);
                return holdsText(path, hidden) ? null : (planSources.text(path) ?? null);
              },
            }),
          }
        : {}),
    }),
    secrets,
    targets,
  );
  return { ...value, diagnostics };
}
