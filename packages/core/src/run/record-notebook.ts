import { diagnostic, type Result } from '../diagnostics/index.ts';
import type { RunRecord, WrittenFile } from '../record/index.ts';
import type { Module } from '../syntax/index.ts';
import { isAbsolute } from '../text/index.ts';
import type { Effects, Ending } from './effects.ts';
import { FIXED_ENVIRONMENT, INJECTED_SEED } from './environment.ts';
import type { Interpreter } from './interpreter.ts';
import { describeOutcome } from './outcome-diagnostics.ts';
import { folderOf, joinPath } from './paths.ts';
import { buildRecordRequest, type Capture, type Fears } from './record-request.ts';
import { assembleRecord, beginHearing, type Heard, hear, judgeEnding } from './recorder-events.ts';
import { noteSetting } from './run-setting.ts';
import { findChangedLinks, fromScratch, type Scratch, withScratch } from './scratch.ts';

export interface RecordOptions {
  readonly interpreter: Interpreter;
  /** Text of the recorder: its modules joined. */
  readonly recorder: string;
  /** Folder for the record: `record.json`, `values/` and `files/`. */
  readonly into: string;
  /** SHA-256 of the notebook's file. */
  readonly sha256: string;
  readonly order: 'top-to-bottom' | 'executed';
  readonly capture: readonly Capture[] | 'all';
  /** Names whose final value is kept; absent for all, within the budget. */
  readonly final?: readonly string[];
  readonly budget?: { readonly bytes: number; readonly seconds: number };
  /** Runs in this copy and leaves it, instead of in one of its own: for a chain of notebooks that hand each other files. */
  readonly scratch?: Scratch;
  /** SHA-256 of the notebooks that ran in it before. */
  readonly after?: readonly string[];
  /** Names that statements are feared to change, so that the run may show that they did not. */
  readonly fears?: Fears;
  /** Stops the run after so long; by default an hour. */
  readonly timeoutSeconds?: number;
  readonly seed?: number;
  readonly shell?: 'ipython' | 'python';
}

const LARGEST_KEPT = 64 * 1024 * 1024;

/**
 * Runs a notebook once, in a scratch copy of its files, and writes what it showed to `options.into`. A run that ends
 * badly still gives the record of what came before, and a diagnostic; `null` only when Python did not start.
 */
export async function recordNotebook(
  module: Module,
  options: RecordOptions,
  effects: Effects,
): Promise<Result<RunRecord | null>> {
  const { scratch } = options;
  if (scratch === undefined)
    return withScratch([module], effects, (made) =>
      recordNotebook(module, { ...options, scratch: made }, effects),
    );
  const { files } = effects;
  const tools = await files.temporaryFolder();
  try {
    const heard = beginHearing();
    const errors: string[] = [];
    const ending = await runRecorder(module, { ...options, scratch, tools }, heard, errors, effects);
    const outcome = judgeEnding(heard, ending, errors);
    const record = await assemble(module, options, scratch, heard, outcome, effects);
    const diagnostics = [
      ...describeOutcome(module.notebook, record, options.interpreter),
      ...(await findChangedLinks(scratch, effects)).map((path) => changedInput(module.notebook.path, path)),
    ];
    if (heard.python === '') return { value: null, diagnostics };
    await files.write(joinPath(options.into, 'record.json'), `${JSON.stringify(record, null, 1)}\n`);
    return { value: record, diagnostics };
  } finally {
    await files.remove(tools);
  }
}

interface RecorderRun extends RecordOptions {
  readonly scratch: Scratch;
  readonly tools: string;
}

async function runRecorder(
  module: Module,
  options: RecorderRun,
  heard: Heard,
  errors: string[],
  effects: Effects,
): Promise<Ending> {
  const { files } = effects;
  const values = files.resolve(joinPath(options.into, 'values'));
  await files.remove(values);
  await files.makeFolder(values);
  const request = buildRecordRequest(module, {
    folder: options.scratch.folder,
    values,
    seed: options.seed ?? INJECTED_SEED,
    order: options.order,
    capture: options.capture,
    ...(options.final && { final: options.final }),
    ...(options.fears && { fears: options.fears }),
    ...(options.budget && { budget: options.budget }),
    ...(options.shell && { shell: options.shell }),
  });
  const script = joinPath(options.tools, 'recorder.py');
  const requestFile = joinPath(options.tools, 'request.json');
  await files.write(script, options.recorder);
  await files.write(requestFile, JSON.stringify(request));
  const cells = request.cells.length;
  let begun = 0;
  return effects.processes.start({
    program: options.interpreter.program,
    arguments: [script, requestFile],
    folder: options.scratch.folder,
    environment: { ...FIXED_ENVIRONMENT, IPYTHONDIR: joinPath(options.tools, 'ipython') },
    timeoutSeconds: options.timeoutSeconds ?? 3600,
    onOutput: (line) => {
      if (hear(heard, line)?.event === 'cell')
        effects.progress(`cell[${heard.cell}], ${++begun} of ${cells}`);
    },
    onError: (line) => {
      errors.push(line);
      if (errors.length > 50) errors.shift();
    },
  }).ended;
}

async function assemble(
  module: Module,
  options: RecordOptions,
  scratch: Scratch,
  heard: Heard,
  outcome: RunRecord['outcome'],
  effects: Effects,
): Promise<RunRecord> {
  const steps = heard.steps.map((step) => ({
    ...step,
    filesRead: step.filesRead.map((path) => fromScratch(scratch, path)),
    filesWritten: step.filesWritten.map((path) => fromScratch(scratch, path)),
  }));
  const written = [...new Set(steps.flatMap((step) => step.filesWritten))].sort();
  const read = [...new Set(steps.flatMap((step) => step.filesRead))].sort();
  const told = heard.end?.setting;
  const after = options.after ?? [];
  return assembleRecord(
    { ...heard, steps },
    {
      notebook: { path: module.notebook.path, sha256: options.sha256 },
      order: options.order,
      files: await keepFiles(scratch.folder, written, options.into, effects),
      inputs: await digestInputs(folderOf(module.notebook.path), read, written, effects),
      seed: options.seed ?? INJECTED_SEED,
      outcome,
      ...(told && { setting: await noteSetting(module, told, { read, written, after }, scratch, effects) }),
    },
  );
}

async function keepFiles(
  folder: string,
  written: readonly string[],
  into: string,
  effects: Effects,
): Promise<Record<string, WrittenFile>> {
  const kept: Record<string, WrittenFile> = {};
  await effects.files.remove(joinPath(into, 'files'));
  for (const [position, path] of written.entries()) {
    const from = joinPath(folder, path);
    const stat = isAbsolute(path) ? null : await effects.files.stat(from);
    const sha256 = stat?.kind === 'file' ? await effects.files.digest(from) : null;
    if (stat === null || sha256 === null) continue;
    const file = `${String(position + 1).padStart(3, '0')}-${path.split('/').at(-1)}`;
    if (stat.size <= LARGEST_KEPT) await effects.files.copy(from, joinPath(into, 'files', file));
    kept[path] = { sha256, size: stat.size, ...(stat.size <= LARGEST_KEPT && { file }) };
  }
  return kept;
}

/** Digests what the run read and did not write, where the user has it. */
async function digestInputs(
  home: string,
  read: readonly string[],
  written: readonly string[],
  effects: Effects,
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const path of read.filter((name) => !written.includes(name))) {
    const whole = joinPath(home, path);
    const stat = await effects.files.stat(whole);
    const digest = stat?.kind === 'file' ? await effects.files.digest(whole) : null;
    if (digest !== null) digests[path] = digest;
  }
  return digests;
}

function changedInput(notebook: string, path: string) {
  return diagnostic('V012', {
    message: `The run changed \`${path}\`, which was too large to copy.`,
    location: { file: notebook },
  });
}
