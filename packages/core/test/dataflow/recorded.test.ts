import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { analyze } from '../../src/dataflow/index.ts';
import { allLibraries, createLibraryIndex } from '../../src/libraries/index.ts';
import { graphOfRun } from '../../src/plan/index.ts';
import { moduleOf } from '../run/module-of.ts';
import { record } from '../run/recorder.ts';
import { startExecutor } from './execute.ts';
import { readPrograms } from './program-pages.ts';
import { sliceOf } from './slice-program.ts';

const libraries = createLibraryIndex(allLibraries);
const executor = startExecutor(resolve(import.meta.dirname, '../../../..'));
afterAll(() => executor.close());

/** The slices of some names, in both modes, by what a run of the cells has shown. */
async function slicesWithFacts(cells: readonly string[], names: readonly string[]) {
  const module = await moduleOf('program.ipynb', cells);
  const { steps } = analyze(module, { libraries, sharing: true });
  const fears = new Map(steps.map(({ id, mutates }) => [id, mutates]));
  const run = await record(cells, { fears, shell: 'python' });
  expect(run.record.outcome).toEqual({ kind: 'completed' });
  return (['pipeline', 'replay'] as const).flatMap((believe) => {
    const told = analyze(module, { libraries, record: run.record, believe, parts: true });
    const graph = graphOfRun(told, run.record, believe);
    return names.map((name) => ({ mode: believe, name, script: sliceOf(graph, name)?.script ?? '' }));
  });
}

test.each(readPrograms('facts.md', join(import.meta.dirname, 'recorded')))(
  '$id',
  async ({ cells, names }) => {
    const slices = await slicesWithFacts(cells, names);
    const [whole, ...sliced] = await executor.execute([
      { code: `${cells.join('\n')}\n`, names },
      ...slices.map(({ name, script }) => ({ code: script, names: [name] })),
    ]);
    expect(whole?.error).toBeNull();
    slices.forEach((slice, at) => {
      const values = { [slice.name]: whole?.values[slice.name] };
      expect({ ...slice, ...sliced[at] }).toEqual({ ...slice, error: null, values });
    });
  },
);

test('what a run has shown unchanged is left out', async () => {
  const look = 'import types\ntools = types.SimpleNamespace(look=lambda *args: None)';
  const slices = await slicesWithFacts([look, 'values = [1, 2]', 'tools.look(values)'], ['values']);
  expect(slices.map(({ script }) => script)).toEqual(['values = [1, 2]\n', 'values = [1, 2]\n']);
});
