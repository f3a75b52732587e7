import { expect, it } from 'vitest';
import { readRecord } from '../../src/record/index.ts';
import { readKept, record } from './recorder.ts';

it('reads what a run wrote', async () => {
  const run = await record(['x = {"a": [1.5, float("nan")]}\ny = x']);
  const { value, diagnostics } = readRecord('record.json', readKept(run, 'record.json'));
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(run.record);
  expect(value?.final.x).toMatchObject({ type: { name: 'dict' }, codec: 'joblib' });
});

const BAD = [
  '',
  '[]',
  'null',
  '{}',
  '{"schemaVersion": 2}',
  '{"schemaVersion": 1, "steps": {}}',
  '{"schemaVersion": 1',
];
it.each(BAD)('says why %j is no record', (text) => {
  const { value, diagnostics } = readRecord('r.json', text);
  expect(value).toBeNull();
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['V001']);
});
