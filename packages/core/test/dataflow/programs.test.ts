import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startExecutor } from './execute.ts';
import { programPages, readPrograms } from './program-pages.ts';
import { graphOf, sliceOf } from './slice-program.ts';

const executor = startExecutor(resolve(import.meta.dirname, '../../../..'), [
  'numpy',
  'pandas',
  'matplotlib.pyplot',
  'sklearn.linear_model',
  'sklearn.pipeline',
]);
afterAll(() => executor.close());

/** Share of statements that the slices of all pages keep; lower it when the analysis gets sharper. */
const KEPT_AT_MOST = 0.81;
const kept = { steps: 0, of: 0 };

describe.each(programPages())('%s', (page) => {
  test.each(readPrograms(page))('$id', async ({ cells, names }) => {
    const graph = await graphOf(cells);
    const slices = names.map((name) => sliceOf(graph, name));
    const [whole, ...sliced] = await executor.execute([
      { code: `${cells.join('\n')}\n`, names },
      ...slices.map((slice, at) => ({ code: slice?.script ?? '', names: [names[at] ?? ''] })),
    ]);
    expect(whole?.error).toBeNull();
    expect(Object.keys(whole?.values ?? {}).sort()).toEqual([...names].sort());
    names.forEach((name, at) => {
      const script = slices[at]?.script;
      expect({ script, ...sliced[at] }).toEqual({
        script,
        error: null,
        values: { [name]: whole?.values[name] },
      });
      kept.steps += slices[at]?.keptSteps ?? 0;
      kept.of += graph.steps.length;
    });
  });
});

test('slices keep no more statements than recorded', () => {
  expect(kept.of).toBeGreaterThan(0);
  expect(kept.steps / kept.of).toBeLessThanOrEqual(KEPT_AT_MOST);
});
