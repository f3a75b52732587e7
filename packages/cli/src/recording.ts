import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DataflowGraph,
  type Diagnostic,
  diagnostic,
  type Effects,
  findInterpreter,
  folderOf,
  type Interpreter,
  type RunRecord,
  readRecord,
  recordNotebook,
  type Scratch,
  type Understood,
  withScratch,
} from '@cellwright/core';
import { cacheFolder } from './cache.ts';
import { pythonProgram } from './python-programs.ts';
import { digestFile, digestText } from './sources.ts';

export interface RecordedRun {
  readonly record: RunRecord;
  readonly folder: string;
}

export interface RecordingOptions {
  readonly python?: string;
  readonly timeout?: number;
  /** See `RecordOptions`. */
  readonly scratch?: Scratch;
  /** See `RecordOptions`. */
  readonly after?: readonly string[];
  /** Where the record goes; by default into the user's cache. */
  readonly into?: string;
}

/** Runs a notebook once and keeps what was seen. */
export async function recordOnce(
  understood: Pick<Understood, 'notebook' | 'graph'>,
  options: RecordingOptions,
  effects: Effects,
): Promise<{ value: RecordedRun | null; diagnostics: readonly Diagnostic[] }> {
  const { notebook, graph } = understood;
  const interpreter = await interpreterFor(notebook.path, notebook.kernel, options.python, effects);
  if (interpreter === null) return { value: null, diagnostics: [noPython(notebook.path, options.python)] };
  const sha256 = digestFile(notebook.path) ?? '';
  const into = options.into ?? recordFolder(effects.files.resolve(notebook.path), sha256, options.after);
  // Says that the folder is a record's, should this run be killed; it is none until it is written whole.
  const file = join(into, 'record.json');
  await effects.files.write(file, '{}\n');
  for (const part of ['values', 'files']) await effects.files.remove(join(into, part));
  const { value, diagnostics } = await recordNotebook(
    graph.module,
    {
      interpreter,
      recorder: pythonProgram('recorder'),
      into,
      sha256,
      order: graph.order,
      capture: 'all',
      fears: fearsOf(graph),
      ...(options.scratch === undefined ? {} : { scratch: options.scratch }),
      ...(options.after === undefined ? {} : { after: options.after }),
      ...(options.timeout === undefined ? {} : { timeoutSeconds: options.timeout }),
    },
    effects,
  );
  if (value === null) await effects.files.remove(file);
  return { value: value === null ? null : { record: value, folder: into }, diagnostics };
}

/** Names that statements are feared to change; known where the graph was made with `sharing`. */
export function fearsOf({ steps }: DataflowGraph): ReadonlyMap<string, readonly string[]> {
  return new Map(steps.map(({ id, mutates }) => [id, mutates]));
}

/** Folder in the user's cache for the record of a notebook as it is now, run after others in the same copy. */
function recordFolder(path: string, sha256: string, after: readonly string[] = []): string {
  return join(cacheFolder(), 'records', digestText([path, sha256, ...after].join(' ')).slice(0, 20));
}

/** Gives the records that `recordAll` kept of these notebooks as they are now; `null` where one is missing. */
export function findKept(paths: readonly string[], effects: Effects): readonly RecordedRun[] | null {
  const after: string[] = [];
  const found: RecordedRun[] = [];
  for (const path of paths) {
    const sha256 = digestFile(path) ?? '';
    const run = readKept(recordFolder(effects.files.resolve(path), sha256, after), path);
    if (run === null) return null;
    found.push(run);
    after.push(sha256);
  }
  return found;
}

/** Reads the record that lies in a folder, as one of this notebook; `null` where there is none. */
export function readKept(folder: string, path: string): RecordedRun | null {
  const file = join(folder, 'record.json');
  if (!existsSync(file)) return null;
  const { value } = readRecord(file, readFileSync(file, 'utf8'));
  return value === null ? null : { folder, record: { ...value, notebook: { ...value.notebook, path } } };
}

/** Runs notebooks once, one after the other: several in one scratch copy, because they may hand each other files. */
export async function recordAll(
  understood: readonly Pick<Understood, 'notebook' | 'graph'>[],
  options: RecordingOptions,
  effects: Effects,
): Promise<{ value: readonly RecordedRun[]; diagnostics: readonly Diagnostic[] }> {
  const value: RecordedRun[] = [];
  const diagnostics: Diagnostic[] = [];
  const modules = understood.map(({ graph }) => graph.module);
  const after: string[] = [];
  await withScratch(modules, effects, async (scratch) => {
    for (const each of understood) {
      const made = await recordOnce(each, { ...options, scratch, after: [...after] }, effects);
      diagnostics.push(...made.diagnostics);
      if (made.value === null) break;
      after.push(made.value.record.notebook.sha256);
      value.push(made.value);
    }
  });
  return { value, diagnostics };
}

/** Finds the Python for a notebook or project. */
export function interpreterFor(
  path: string,
  kernel: string | undefined,
  python: string | undefined,
  effects: Effects,
): Promise<Interpreter | null> {
  const folder = folderOf(path);
  return findInterpreter(
    { folder, ...(kernel === undefined ? {} : { kernel }), ...(python === undefined ? {} : { python }) },
    effects,
  );
}

const INSTALL: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'brew install python',
  win32: 'winget install Python.Python.3.13',
};

/** Says that no Python runs, or that the one that was named does not, and what helps. */
export function noPython(path: string, named?: string): Diagnostic {
  const install = INSTALL[process.platform] ?? 'sudo apt install python3';
  return diagnostic('V013', {
    message:
      named === undefined
        ? 'No Python was found that could run this.'
        : `\`${named}\` does not answer as a Python of 3.8 or newer.`,
    location: { file: path },
    hint:
      named === undefined
        ? `Install one: \`${install}\`; or name one with \`--python PATH\`.`
        : 'Name another with `--python PATH`, or leave the option out to have one found.',
  });
}
