import { expect, test } from 'vitest';
import { findSamples } from '../../src/project/index.ts';
import { findCalls, testFunctions } from '../../src/project/test-functions.ts';
import type { RunRecord, ValueFacts } from '../../src/record/index.ts';
import { churn } from './plans.ts';

const table = (rows: number, file: string): ValueFacts => ({
  type: { name: 'pandas.DataFrame' },
  shape: [rows, 3],
  repr: '',
  fingerprint: null,
  codec: 'parquet',
  file,
});

const RECORD: RunRecord = {
  schemaVersion: 1,
  notebook: { path: 'churn.ipynb', sha256: '' },
  order: 'top-to-bottom',
  seed: 0,
  shell: 'ipython',
  files: {},
  inputs: {},
  expectedErrors: [],
  python: { version: '3.11.7', implementation: 'CPython' },
  distributions: {},
  modules: {},
  steps: [
    {
      id: 'c11:2',
      seconds: 0,
      values: {},
      changed: [],
      reads: [],
      filesRead: [],
      filesWritten: [],
      randomDraws: ['numpy'],
    },
  ],
  final: {
    metrics: { type: { name: 'dict' }, repr: '', fingerprint: null, codec: 'json', file: 'm.json' },
    model: {
      type: { name: 'sklearn.pipeline.Pipeline' },
      repr: '',
      fingerprint: null,
      codec: 'joblib',
      file: 'm.joblib',
    },
  },
  values: {
    'c04:0': { df: table(50, 'df.parquet') },
    'c09:4': { df: table(51, 'large.parquet') },
    'c11:2': { train: table(5, 't.parquet') },
  },
  calls: [
    { function: 'is_heavy_caller', arguments: ['3'], keywords: {}, result: 'False' },
    { function: 'elsewhere', arguments: [], keywords: {}, result: '1' },
  ],
  warnings: [],
  outcome: { kind: 'completed' },
};
const sources = { valuePath: (file: string) => `record/values/${file}`, size: () => 100 };

test('tables of at most 50 rows come along, and nothing that an unseeded draw led to', () => {
  const found = findSamples(churn, [RECORD], sources);
  expect(found.values).toEqual({ df: { from: 'record/values/df.parquet', codec: 'parquet' } });
  expect(found.unstable).toContain('metrics');
  expect(found.golden).toEqual({});
});

test('without random draws the artifacts come along, but no pickle where the notebook defines functions', () => {
  const found = findSamples(churn, [{ ...RECORD, steps: [] }], sources);
  expect(Object.keys(found.values)).toEqual(['df', 'train', 'metrics']);
  expect(Object.keys(found.golden)).toEqual(['metrics']);
});

test('a pickle that was seen whole comes along unless it holds a definition of the notebook', () => {
  const { metrics, model } = RECORD.final;
  if (!metrics || !model) throw new Error('no model');
  const whole = { ...model, fingerprint: 'f' };
  for (const [facts, kept] of [
    [whole, ['metrics', 'model']],
    [{ ...whole, own: ['Scaler'] }, ['metrics']],
  ] as const) {
    const record = { ...RECORD, steps: [], final: { metrics, model: facts } };
    expect(Object.keys(findSamples(churn, [record], sources).golden)).toEqual(kept);
  }
});

test('files that are large or gone stay where they are', () => {
  for (const size of [1 << 20, null])
    expect(findSamples(churn, [RECORD], { ...sources, size: () => size }).values).toEqual({});
});

test('text files of the notebook are known by their words and numbers, unless they follow an unseeded draw', () => {
  const files = { 'out/call_list.csv': { sha256: '', size: 9, file: '001-call_list.csv' } };
  const record = { ...RECORD, files, steps: [] };
  const texts = (run: RunRecord, text: string) =>
    findSamples(churn, [run], { ...sources, writtenText: () => text }).texts;
  expect(texts(record, 'a,b\n1,2\n')).toEqual({
    'call_list.csv': { words: expect.any(Number), numbers: 2, weighted: 5, size: 5 },
  });
  expect(texts({ ...record, steps: RECORD.steps }, 'a,b\n1,2\n')).toEqual({});
  expect(texts(record, 'caf\ufffd')).toEqual({});
});

test('calls are tested for functions that the project has, as data', () => {
  const found = findCalls(churn, RECORD.calls);
  expect(found.map(({ path }) => path)).toEqual(['churn.stages.data:is_heavy_caller']);
  expect(testFunctions(found)).toContain('("churn.stages.data:is_heavy_caller", "[3]", "{}", "False"),');
});
