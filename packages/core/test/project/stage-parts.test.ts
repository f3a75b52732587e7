import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planCase } from '../plan/plan-case.ts';
import { render, runPython, writeProject } from './write-project.ts';

const TEXT = `# %% [markdown]
# ## Draw numbers
# %%
import random
random.seed(3)
numbers = [random.randint(1, 9) for _ in range(20)]
limit = max(numbers)
# %% [markdown]
# ## Keep the small
# %%
THRESHOLD = 6
small = [number for number in numbers if number < THRESHOLD]
small.sort()
if limit > 5:
    limit = limit - 1
# %% [markdown]
# ## Sum up
# %%
rows = len(small)
total = sum(number * limit for number in small)
with open("total.txt", "w") as handle:
    handle.write(f"{total} {small} {THRESHOLD}")
result = [total, rows]
result
`;

test('a long stage calls functions that are named, typed and give the same', async () => {
  const { plan } = await planCase({ name: 'parts', text: TEXT }, { stages: 'one', longest: 8 });
  const functions = plan.stages.flatMap(({ parts }) => parts?.functions ?? []);
  expect(functions.map(({ name }) => name)).toEqual(['draw_numbers', 'keep_small', 'sum_up']);
  expect(functions.map((one) => one.arguments.map(({ name }) => name))).toEqual([
    ['seed'],
    ['numbers', 'limit', 'threshold'],
    ['small', 'limit', 'path', 'threshold'],
  ]);
  const folder = writeProject(render(plan).value);
  expect(runPython(folder, '-m', plan.package, 'run')).toMatchObject({ status: 0 });
  expect(runPython(folder, '-m', 'ruff', 'check', '.').output).toMatch(/^All checks passed!/);
  expect(runPython(folder, '-m', 'mypy', '--strict').output).toMatch(/^Success/);
  writeFileSync(join(folder, 'notebook.py'), TEXT);
  expect(runPython(folder, 'notebook.py')).toMatchObject({ status: 0 });
  const total = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(total('artifacts/total.txt')).toBe(total('total.txt'));
});
