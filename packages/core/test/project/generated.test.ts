import { describe, expect, test } from 'vitest';
import { churn, shared, tiny } from './plans.ts';
import { writeInputs } from './raw-data.ts';
import { render, runPython, writeProject } from './write-project.ts';

describe.each([tiny, churn, shared])('the project of $package', (plan) => {
  const { value, diagnostics } = render(plan);
  const folder = writeProject(value);

  test('has no diagnostics', () => {
    expect(diagnostics).toEqual([]);
  });

  test('is clean for the linter and the formatter', () => {
    expect(runPython(folder, '-m', 'ruff', 'check', '.').output).toMatch(/^All checks passed!/);
    expect(runPython(folder, '-m', 'ruff', 'format', '--check', '.')).toMatchObject({ status: 0 });
  });

  test('is clean for strict type checks', () => {
    expect(runPython(folder, '-m', 'mypy', '--strict').output).toMatch(/^Success/);
  });

  test('passes its own tests', () => {
    const { status, output } = runPython(folder, '-m', 'pytest', '-q', '-p', 'no:cacheprovider');
    expect(output).toMatch(/\d+ passed/);
    expect(status).toBe(0);
  });

  test('runs, and a second run has nothing to do but external stages', () => {
    writeInputs(folder, plan, 200);
    const first = runPython(folder, '-m', plan.package, 'run');
    expect(first.output).toContain(`${plan.stages.length} of ${plan.stages.length} stages ran`);
    const external = plan.stages.filter((stage) => stage.external).length;
    const second = runPython(folder, '-m', plan.package, 'run', '-j', '2');
    expect(second.output).toContain(`${external} of ${plan.stages.length} stages ran`);
    for (const { path, codec } of plan.artifacts) {
      const code = `from pathlib import Path; from ${plan.package} import io; print(type(io.load(Path(${JSON.stringify(path)}), ${JSON.stringify(codec)})))`;
      expect(runPython(folder, '-c', code)).toMatchObject({ status: 0 });
    }
  });
});
