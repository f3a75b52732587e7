import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import {
  type Diagnostic,
  emitRecorder,
  type RunRecord,
  toJson,
  type Understood,
  withoutControls,
} from '@cellwright/core';
import { askConsent } from '../consent.ts';
import { type CommandEffects, withEffects } from '../containment.ts';
import { EXIT } from '../exit-codes.ts';
import { wasInterrupted } from '../interruption.ts';
import { isPassing } from '../leftovers.ts';
import { nodeEffects } from '../node-effects.ts';
import { notebooksAt } from '../notebooks-at.ts';
import { printDiagnostics, showProgress, writeJson, writeOut } from '../output.ts';
import { pythonProgram } from '../python-programs.ts';
import { fearsOf, type RecordedRun, recordOnce } from '../recording.ts';
import { digestFile } from '../sources.ts';
import { createReader, understandFile } from '../understand-file.ts';

type Order = 'top-to-bottom' | 'executed';

export interface RecordCommandOptions {
  readonly output?: string;
  readonly emit?: string;
  readonly order: Order;
  readonly python?: string;
  readonly timeout?: number;
  readonly trust?: boolean;
  readonly allowWrites?: boolean;
  readonly contain?: boolean;
  readonly json?: boolean;
}

/** `cellwright record PATH`: runs notebooks once each and keeps what was seen. */
export async function record(path: string, options: RecordCommandOptions): Promise<number> {
  const files = notebooksAt(path);
  const isFolder = files.length !== 1 || files[0] !== path;
  if (files.length === 0) {
    process.stderr.write(`error: there is no notebook in \`${path}\`.\n`);
    return EXIT.usage;
  }
  if (options.emit !== undefined) return emit(files, options.emit, options.order);
  const targets = files.map((file) => targetFor(file, isFolder, path, options.output));
  const taken = targets.find((target) => target !== undefined && !mayHoldRecord(target));
  if (taken !== undefined) {
    process.stderr.write(`error: \`${taken}\` holds other things; give a new or empty folder.\n`);
    return EXIT.usage;
  }
  const opened = await openAll(files, options.order);
  if (opened === null) return EXIT.usage;
  const refused = await askConsent(
    opened.map(({ graph }) => graph),
    opened.map(({ notebook }) => basename(notebook.path)),
    options,
  );
  if (refused !== null) return refused;
  const runs = await withEffects(nodeEffects(showProgress), options.contain, (opening) =>
    runAll(opened, targets, options, opening),
  );
  if (options.json && isFolder) writeJson({ ok: runs.every(isWhole), notebooks: runs.map(documentOf) });
  else if (options.json && runs[0]?.value) writeJson(documentOf(runs[0]));
  else for (const run of runs) process.stdout.write(summarise(run, isFolder));
  return worst(runs.map(exitCode));
}

async function runAll(
  notebooks: readonly Understood[],
  targets: readonly (string | undefined)[],
  options: RecordCommandOptions,
  { effects, describe }: CommandEffects,
): Promise<readonly Recorded[]> {
  const runs: Recorded[] = [];
  for (const [at, notebook] of notebooks.entries()) {
    const into = targets[at];
    const run = await recordOnce(notebook, { ...options, ...(into ? { into } : {}) }, effects);
    const { path } = notebook.notebook;
    const diagnostics = [...run.diagnostics, ...describe(path, run.diagnostics)];
    process.stderr.write(printDiagnostics(diagnostics, [notebook.notebook]));
    runs.push({ path, value: run.value, diagnostics });
    if (wasInterrupted()) break;
  }
  return runs;
}

interface Recorded {
  readonly path: string;
  readonly value: RecordedRun | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the recorder as one file, for the machine where the notebook lives; reads only. */
async function emit(files: readonly string[], target: string, order: Order): Promise<number> {
  const opened = await openAll(files, order);
  const [notebook] = opened ?? [];
  if (opened === null || notebook === undefined || opened.length > 1) {
    if (opened !== null) process.stderr.write('error: --emit takes one notebook.\n');
    return EXIT.usage;
  }
  const text = emitRecorder(notebook.graph.module, {
    recorder: pythonProgram('elsewhere'),
    sha256: digestFile(notebook.notebook.path) ?? '',
    order,
    fears: fearsOf(notebook.graph),
  });
  writeOut(text, target);
  process.stderr.write(
    `Run it where the notebook lives, in its folder: python ${basename(target)}\n` +
      `Then bring the folder that it makes back: cellwright build ${notebook.notebook.path} -o PROJECT --record FOLDER\n`,
  );
  return EXIT.ok;
}

async function openAll(files: readonly string[], order: Order): Promise<readonly Understood[] | null> {
  const reader = await createReader();
  const opened: Understood[] = [];
  for (const file of files) {
    const { value, diagnostics } = understandFile(reader, file, { order, sharing: true });
    if (value !== null) opened.push(value);
    else process.stderr.write(printDiagnostics(diagnostics));
  }
  return opened.length === files.length ? opened : null;
}

/** Where the record of one notebook goes; `undefined` for the user's cache. */
function targetFor(
  file: string,
  isFolder: boolean,
  path: string,
  output: string | undefined,
): string | undefined {
  if (output === undefined || !isFolder) return output;
  const name = relative(path, file)
    .replace(/\.\w+$/, '')
    .replace(/[\\/]+/g, '-');
  return join(output, name);
}

function documentOf(run: Recorded): object {
  const record = run.value?.record;
  return {
    ok: isWhole(run),
    path: run.path,
    outcome: record?.outcome ?? null,
    statements: record?.steps.length ?? 0,
    folder: run.value?.folder ?? null,
    diagnostics: toJson(run.diagnostics),
  };
}

function isWhole({ value, diagnostics }: Recorded): boolean {
  const isRefused = diagnostics.some(({ code }) => code === 'V015');
  return value?.record.outcome.kind === 'completed' && !isRefused;
}

function summarise({ path, value }: Recorded, isNamed: boolean): string {
  if (value === null) return '';
  const { outcome, steps } = value.record;
  const name = isNamed ? `${withoutControls(path)}  ` : '';
  return `${name}${WORDS[outcome.kind]}: ${steps.length} statements recorded in ${value.folder}\n`;
}

/** Of several runs, the one that says most: interrupted, then inconclusive, then findings. */
function worst(codes: readonly number[]): number {
  return Math.max(EXIT.ok, ...codes);
}

const WORDS: Readonly<Record<RunRecord['outcome']['kind'], string>> = {
  completed: 'completed',
  raised: 'ended by an error',
  died: 'ended because Python was killed',
  timeout: 'ended because its time was over',
  interrupted: 'interrupted',
  input: 'ended because it asks for input',
  exited: 'ended by itself',
  memory: 'ended for lack of memory',
};

/** A folder that is not there yet, is empty, or holds an older record: nothing else is ever replaced. */
function mayHoldRecord(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  return existsSync(join(folder, 'record.json')) || readdirSync(folder).every(isPassing);
}

/** A notebook that raises is a finding; what stops a run from outside says nothing about the notebook. */
function exitCode({ value, diagnostics }: Recorded): number {
  if (value === null) return EXIT.inconclusive;
  const { kind } = value.record.outcome;
  if (kind === 'interrupted') return EXIT.interrupted;
  const isLacking = diagnostics.some(({ code }) => code === 'V003' || code === 'V011' || code === 'V015');
  if (kind === 'completed' && !isLacking) return EXIT.ok;
  return kind === 'raised' && !isLacking ? EXIT.findings : EXIT.inconclusive;
}
