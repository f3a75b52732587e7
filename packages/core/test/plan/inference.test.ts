import { expect, test } from 'vitest';
import type { Inference, NoInference } from '../../src/plan/index.ts';
import type { ColumnFacts, RecordedStep, ValueFacts } from '../../src/record/index.ts';
import { planCase } from './plan-case.ts';
import { recordedRun } from './recorded-run.ts';

const NUMBERS = ['a', 'b', 'y', 'p'];

function frame(names: readonly string[]): ValueFacts {
  const columns = names.map(
    (name): ColumnFacts => ({ name, dtype: 'float64', nullable: false, range: [0, 9] }),
  );
  return {
    type: { name: 'pandas.DataFrame' },
    shape: [100, names.length],
    columns,
    repr: '',
    fingerprint: null,
    codec: 'parquet',
  };
}

/** A step at which tables had these columns. */
function recorded(id: string, tables: Readonly<Record<string, readonly string[]>>): RecordedStep {
  const values = Object.fromEntries(Object.entries(tables).map(([name, names]) => [name, frame(names)]));
  return {
    id,
    seconds: 0,
    values,
    changed: Object.keys(tables),
    reads: [],
    filesRead: [],
    filesWritten: [],
    randomDraws: [],
  };
}

/** What is found for statements between a table of columns a, b, y and a model that is asked about `X`. */
async function inferenceOf(
  features: string,
  ask = 'df["p"] = model.predict(X)',
): Promise<Inference | NoInference | undefined> {
  const text = `
# %%
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
# %%
df = pd.read_csv("data.csv")
# %%
${features}
# %%
model = LinearRegression()
model.fit(X, df["y"])
# %%
${ask}
# %%
df.to_csv("out.csv")`;
  const steps = [
    recorded('c02:0', { df: ['a', 'b', 'y'] }),
    ...Array.from({ length: 6 }, (_, at) =>
      recorded(`c03:${at}`, { df: ['a', 'b', 'y', 'z'], X: ['a', 'b', 'z'] }),
    ),
    recorded('c05:0', { df: NUMBERS }),
    { ...recorded('c05:1', {}), changed: ['model'] },
  ];
  const { plan } = await planCase(
    {
      name: 'inference',
      text,
      files: { 'data.csv': 'a,b,y\n1,2,3\n' },
      artifacts: ['model', 'df', 'out.csv'],
    },
    { records: [recordedRun('work/case.ipynb', steps)] },
  );
  return plan.inference;
}

function columnsOf(found: Inference | NoInference | undefined): readonly string[] | string {
  return found === undefined || 'reason' in found
    ? (found?.reason ?? 'none')
    : found.rows.columns.map(({ name }) => name);
}

test.each([
  ['X = df[["a", "b"]]', ['a', 'b']],
  ['X = df[["a"]]', ['a']],
  ['df["z"] = df["a"] * 2\nX = df[["z"]]', ['a']],
  ['df["z"] = df["y"].rank()\nX = df[["a", "b"]]', ['a', 'b']],
  ['X = df.drop(columns=["y"])', ['a', 'b']],
  ['df = df[df["y"] > 0]\nX = df[["a", "b"]]', ['a', 'b']],
  ['df = df.sort_values("y").reset_index(drop=True)\nX = df[["b"]]', ['b']],
  ['df = df.rename(columns={"a": "z"})\nX = df[["z"]]', ['a']],
  // A statement that is kept runs as a whole: what it reads has to be there.
  ['df = df.assign(z=df["a"] * 2, w=df["b"] + 1)\nX = df[["z"]]', ['a', 'b']],
  ['df = df.astype({"b": int})\nX = df[["a"]]', ['a', 'b']],
  ['df["z"], df["w"] = df["a"] * 2, df["b"]\nX = df[["z"]]', ['a', 'b']],
  [
    'for name in ["a", "b"]:\n    df[name + "2"] = df[name] ** 2\n    df["z"] = df["a"]\nX = df[["z"]]',
    ['a', 'b', 'y'],
  ],
  ['df.columns = ["a", "z", "y"]\nX = df[["z"]]', ['a', 'b', 'y']],
  ['train, test = train_test_split(df)\ndf = test.copy()\nX = df[["a"]]', ['a']],
])('the columns that %s needs', async (features, columns) => {
  const found = await inferenceOf(features);
  expect(columnsOf(found)).toEqual(columns);
  expect(found).toMatchObject({ rows: { name: 'df', cell: 2 }, answer: { name: 'p' }, obstacles: [] });
});

test.each([
  ['df["z"] = df["a"] / df["a"].mean()\nX = df[["b", "z"]]', '`mean` looks at all rows', ['b', 'z'], 3],
  [
    'df["z"] = df["a"].shift(1)\nX = df[["b", "z"]]',
    '`shift` depends on the order of the rows',
    ['b', 'z'],
    3,
  ],
  [
    'df["z"] = df.groupby("b")["a"].transform("mean")\nX = df[["z"]]',
    'looks at all rows of a group',
    ['z'],
    3,
  ],
])('after %s the rows of a later table are asked for', async (features, reason, columns, cell) => {
  const found = await inferenceOf(features);
  expect(columnsOf(found)).toEqual(columns);
  expect(found).toMatchObject({
    rows: { name: 'df', cell },
    obstacles: [
      {
        reason: expect.stringContaining(reason),
        location: { cell: { index: 3 }, start: [1, expect.any(Number)] },
      },
    ],
  });
});

test('labels of rows are no column', async () => {
  const found = await inferenceOf('df["z"] = df.index * 2\nX = df[["z"]]');
  expect(found).toMatchObject({
    rows: { cell: 3, columns: [{ name: 'z' }] },
    obstacles: [{ reason: 'the labels of the rows of `df` are no column' }],
  });
});

test('a model that no stage stores, or that is fitted again, is no model of the service', async () => {
  const again = 'df["p"] = model.predict(X)\nmodel.fit(X, df["p"])';
  expect(await inferenceOf('X = df[["a"]]', again)).toMatchObject({
    reason: expect.stringContaining('`fit` learns'),
  });
});

test('rows that a filter leaves out are no part of what is written', async () => {
  const found = await inferenceOf('df = df[df["y"] > 0].copy()\ndf["z"] = df["a"] + 1\nX = df[["z"]]');
  const texts =
    found && !('reason' in found)
      ? found.parts.flatMap((part) =>
          part.kind === 'statements' ? part.function.body.map(({ text }) => text) : [],
        )
      : [];
  expect(texts.join('\n')).not.toContain('"y"');
  expect(texts.join('\n')).toContain('df["z"] = df["a"] + 1');
});
