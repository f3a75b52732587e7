import type { RecordedStep, RunRecord } from '../../src/record/index.ts';

/** A run of a notebook that completed and showed nothing but these steps. */
export function recordedRun(
  path: string,
  steps: readonly RecordedStep[],
  more: Partial<RunRecord> = {},
): RunRecord {
  return {
    schemaVersion: 1,
    notebook: { path, sha256: '' },
    order: 'top-to-bottom',
    python: { version: '3.11.0', implementation: 'cpython' },
    distributions: {},
    modules: {},
    steps,
    final: {},
    values: {},
    calls: [],
    warnings: [],
    files: {},
    inputs: {},
    seed: 0,
    shell: 'python',
    expectedErrors: [],
    outcome: { kind: 'completed' },
    ...more,
  };
}
