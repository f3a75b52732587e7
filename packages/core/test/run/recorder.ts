import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { joinPython } from '../../python/join.js';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { type Interpreter, type RecordOptions, recordNotebook } from '../../src/run/index.ts';
import { moduleOf, type TestCell } from './module-of.ts';

const script = fileURLToPath(new URL('../../../../scripts/python-env.js', import.meta.url));

/** The Python of the tests. */
export const interpreter: Interpreter = {
  program: execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim(),
  version: '3',
  reason: 'the tests',
};

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cellwright-test-'));
}

export interface Recorded {
  readonly record: RunRecord;
  readonly diagnostics: readonly Diagnostic[];
  readonly folder: string;
  readonly into: string;
}

/** Records cells as a notebook in `folder`. */
export async function record(
  cells: readonly (TestCell | string)[],
  options: Partial<RecordOptions> = {},
  folder = temporaryFolder(),
): Promise<Recorded> {
  const module = await moduleOf(join(folder, 'notebook.ipynb'), cells);
  const into = join(folder, '.record');
  const { value, diagnostics } = await recordNotebook(
    module,
    {
      interpreter,
      recorder: joinPython('recorder'),
      into,
      sha256: 'none',
      order: 'top-to-bottom',
      capture: [],
      timeoutSeconds: 120,
      ...options,
    },
    nodeEffects(),
  );
  if (value === null) throw new Error(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
  return { record: value, diagnostics, folder, into };
}

/** The text of a file of a record. */
export function readKept(recorded: Recorded, ...path: readonly string[]): string {
  return readFileSync(join(recorded.into, ...path), 'utf8');
}
