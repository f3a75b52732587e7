import { expect, it } from 'vitest';
import type { RunRecord } from '../../src/record/index.ts';
import { planCase } from './plan-case.ts';
import { recordedRun } from './recorded-run.ts';

const LOAD = 'from pathlib import Path\nVALUE = (Path(__file__).parents[1] / "raw/x.csv").read_text()\n';

/** A run in which every statement has read these files. */
function recordOf(path: string, ids: readonly string[], filesRead: readonly string[]): RunRecord {
  const nothing = { seconds: 0, values: {}, changed: [], reads: [], filesWritten: [], randomDraws: [] };
  return recordedRun(
    path,
    ids.map((id) => ({ ...nothing, id, filesRead })),
  );
}

it.each([
  ['that finds it by its own place', LOAD, ['elsewhere.csv', 'src/raw/x.csv']],
  ['that does not', 'VALUE = 1\n', []],
])('a file above the notebook comes along with a module %s', async (name, load, expected) => {
  const one = {
    name,
    files: {
      '../src/load.py': load,
      '../raw/x.csv': '1',
      '../../elsewhere.csv': '1',
      '../../../far.csv': '1',
    },
    text: '\n# %%\nimport sys\nsys.path.append("..")\nfrom src.load import VALUE\n# %%\ndone = [VALUE]\n',
  };
  const { graph } = await planCase(one);
  const read = [
    '../raw/x.csv',
    '../src/load.py',
    '/etc/hosts',
    '../../elsewhere.csv',
    '../../../far.csv',
    '../gone.csv',
  ];
  const record = recordOf(
    graph.module.notebook.path,
    graph.steps.map(({ id }) => id),
    read,
  );
  const { plan } = await planCase(one, { records: [record] });
  expect(plan.helpers.map(({ path }) => path)).toEqual(['src/load.py']);
  expect(plan.helperFiles?.map(({ path }) => path)).toEqual(expected);
});
