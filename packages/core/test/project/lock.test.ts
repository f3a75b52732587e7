import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { churn, shared, tiny } from './plans.ts';
import { render } from './write-project.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../cli/schemas/lock.schema.json'), 'utf8'),
);
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

test.each([tiny, churn, shared])('the lock of $package fits its schema', (plan) => {
  const file = render(plan).value.files.find(({ path }) => path === '.cellwright/lock.json');
  const lock = JSON.parse(file?.kind === 'text' ? file.text : '');
  expect(validate(lock), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...lock, artifacts: [{ name: 'x' }] })).toBe(false);
});

test('the same plan gives the same bytes', () => {
  expect(render(churn).value).toEqual(render(structuredClone(churn)).value);
});

test('lines of a stage know the statements that they come from', () => {
  const file = render(churn).value.files.find(({ path }) => path === 'src/churn/stages/model.py');
  if (file?.kind !== 'text') throw new Error('no module');
  const lines = file.text.split('\n');
  const of = (statement: string) =>
    file.origin
      .filter((origin) => origin.statement === statement)
      .map(({ lines: [first, last] }) => lines.slice(first - 1, last).join('\n'));
  expect(of('c11:1')).toEqual(['FEATURES = ["months", "spend_per_month", "calls", "heavy_caller", "pro"]']);
  expect(of('c16:4')).toEqual(['    model.fit(train[FEATURES], train["churned"])']);
  expect(of('c16:3')[0]).toContain('make_pipeline(');
});
