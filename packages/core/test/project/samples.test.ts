import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan/index.ts';
import type { Samples } from '../../src/project/index.ts';
import { churn, shared } from './plans.ts';
import { writeInputs } from './raw-data.ts';
import { render, runPython, writeProject } from './write-project.ts';

/** Values of one run, as a recorder would keep them. */
function record(plan: Plan): Samples {
  const folder = writeProject(render(plan).value);
  writeInputs(folder, plan, 50);
  expect(runPython(folder, '-m', plan.package, 'run')).toMatchObject({ status: 0 });
  const at = (path: string) => join(folder, path);
  return {
    values: Object.fromEntries(
      plan.datasets
        .filter(({ codec }) => codec !== 'joblib' || plan === churn)
        .map(({ name, codec }) => [name, { from: at(`artifacts/${name}.${codec}`), codec }]),
    ),
    inputs: Object.fromEntries(
      plan.inputs.map(({ key, location }) => [key, { from: at(location), codec: 'file' as const }]),
    ),
    golden: Object.fromEntries(
      plan.artifacts.map(({ name, path, codec }) => [name, { from: at(path), codec }]),
    ),
  };
}

describe.each([churn, shared])('the tests of $package with recorded values', (plan) => {
  const folder = writeProject(render(plan, { samples: record(plan) }).value);
  const pytest = (...more: readonly string[]) =>
    runPython(folder, '-m', 'pytest', '-q', '-p', 'no:cacheprovider', ...more);

  test('pass', () => {
    expect(pytest().output).toMatch(/^\d+ passed/m);
    writeInputs(folder, plan, 50);
    expect(pytest('-m', 'full').output).toMatch(/^\d+ passed/m);
  });

  test('are clean', () => {
    expect(runPython(folder, '-m', 'ruff', 'check', '.').output).toMatch(/^All checks passed!/);
    expect(runPython(folder, '-m', 'ruff', 'format', '--check', '.')).toMatchObject({ status: 0 });
    expect(runPython(folder, '-m', 'mypy', '--strict').output).toMatch(/^Success/);
  });
});

describe('the tests of a project can fail', () => {
  const samples = record(churn);
  const edits = [
    [
      'another constant',
      'stages/data.py',
      'HEAVY_CALLS = 3',
      'HEAVY_CALLS = 2',
      'test_stage_gives_the_recorded_value',
    ],
    ['a changed input', 'stages/model.py', 'test = test.copy()', 'test = test', 'test_stage_is_pure'],
    [
      'another result',
      'stages/model.py',
      '> threshold)',
      '< threshold)',
      'test_stage_gives_the_recorded_value',
    ],
    [
      'an argument too many',
      'pipeline.py',
      'params={"threshold"',
      'params={"thresh"',
      'test_the_table_fits_the_function',
    ],
    [
      'a codec that changes values',
      'io.py',
      'if not _same(json.loads(text), value):',
      'if not text:',
      'test_a_value_that_would_change',
    ],
    [
      'a contract that checks nothing',
      '_engine/contract.py',
      '    if wrong:',
      '    if not wrong and columns is None:',
      'test_another_type_is_named',
    ],
    [
      'a stage that checks nothing',
      'stages/data.py',
      '    check(',
      '    (lambda *given: None)(',
      'test_a_stage_refuses_data_without_a_column',
    ],
    [
      'another value between stages',
      'stages/data.py',
      'HEAVY_CALLS = 3',
      'HEAVY_CALLS = 2',
      'test_value_is_that_of_the_notebook',
    ],
    [
      'a stage that is never current',
      '_engine/state.py',
      '    found += ["outputs"]',
      '    found += ["always"]\n    found += ["outputs"]',
      'test_a_run_can_be_repeated',
    ],
    [
      'settings that take anything',
      '_engine/settings.py',
      'extra="forbid"',
      'extra="allow"',
      'test_an_unknown_parameter_is_named',
    ],
  ] as const;

  test.each(edits)('%s', (_, file, old, changed, failing) => {
    const folder = writeProject(render(churn, { samples }).value);
    const path = join(folder, 'src/churn', file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(old);
    writeFileSync(path, text.replace(old, changed));
    writeInputs(folder, churn, 50);
    const { status, output } = runPython(
      folder,
      '-m',
      'pytest',
      '-q',
      '-p',
      'no:cacheprovider',
      '-m',
      'full or not full',
      '-k',
      failing,
    );
    expect(output).toContain(`FAILED tests/`);
    expect(output).toContain(failing);
    expect(status).toBe(1);
  });
});
