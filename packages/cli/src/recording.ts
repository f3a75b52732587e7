import { join } from 'node:path';
import {
  type Diagnostic,
  diagnostic,
  type Effects,
  findInterpreter,
  folderOf,
  type Interpreter,
  type RunRecord,
  recordNotebook,
  type Understood,
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
  /** Where the record goes; by default into the user's cache. */
  readonly into?: string;
}

/** Runs a notebook once and keeps what was seen. */
export async function recordOnce(
  understood: Understood,
  options: RecordingOptions,
  effects: Effects,
): Promise<{ value: RecordedRun | null; diagnostics: readonly Diagnostic[] }> {
  const { notebook, graph } = understood;
  const interpreter = await interpreterFor(notebook.path, notebook.kernel, options.python, effects);
  if (interpreter === null) return { value: null, diagnostics: [noPython(notebook.path)] };
  const sha256 = digestFile(notebook.path) ?? '';
  const into =
    options.into ??
    join(
      cacheFolder(),
      'records',
      digestText(`${effects.files.resolve(notebook.path)} ${sha256}`).slice(0, 20),
    );
  await effects.files.remove(into);
  const { value, diagnostics } = await recordNotebook(
    graph.module,
    {
      interpreter,
      recorder: pythonProgram('recorder'),
      into,
      sha256,
      order: graph.order,
      capture: 'all',
      ...(options.timeout === undefined ? {} : { timeoutSeconds: options.timeout }),
    },
    effects,
  );
  return { value: value === null ? null : { record: value, folder: into }, diagnostics };
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

export function noPython(path: string): Diagnostic {
  return diagnostic('V013', {
    message: 'No Python was found that could run this.',
    location: { file: path },
    hint: 'Name one with --python, or make one with `cellwright env`.',
  });
}
