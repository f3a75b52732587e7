import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonEnvironment } from '../../../../scripts/python-env.js';
import { analyze } from '../../src/dataflow/index.ts';
import { allLibraries, createLibraryIndex } from '../../src/libraries/index.ts';
import { lineUp } from '../../src/plan/crossing.ts';
import { draftStages } from '../../src/plan/draft.ts';
import { sortSteps } from '../../src/plan/flow.ts';
import { type RowLocality, rowLocality } from '../../src/plan/row-locality.ts';
import { parseNotebook } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { notebookOf } from './notebook-text.ts';

/** A table that has what the statements below look at; every label and value is its own. */
const TABLE = `
import numpy as np
import pandas as pd

def make(seed=0):
    random = np.random.default_rng(seed)
    return pd.DataFrame({
        "a": random.normal(5, 3, 60), "b": random.integers(1, 9, 60), "key": random.choice(list("xyz"), 60),
        "text": random.choice(["One two", "three", "", "Four  five six"], 60),
        "time": pd.Timestamp("2024-02-28") + pd.to_timedelta(random.integers(0, 9999, 60), "h"),
        "gaps": np.where(random.random(60) < 0.3, np.nan, random.normal(0, 1, 60)),
    }, index=random.permutation(60) + 100)
`;

const ROW: readonly string[] = [
  'df["c"] = df["a"] / df["b"]',
  'df["c"] = df["a"].clip(lower=1).round(2)\ndf["d"] = -df["c"] > 3',
  'df = df[df["a"] > 4]',
  'df = df.dropna(subset=["gaps"])\ndf["c"] = df["gaps"] ** 2',
  'df = df.query("a > 4 and key == \'x\'")',
  'df = df.assign(c=lambda t: t["a"] * 2, d=lambda t: t["c"] + t["b"])',
  'df["c"] = df["text"].str.lower().str.split().str.len()',
  'df["c"] = df["time"].dt.hour + df["time"].dt.dayofweek',
  'df["c"] = df["key"].map({"x": 1, "y": 2})',
  'df["c"] = df["a"].apply(lambda v: v > LIMIT)',
  'df["c"] = [len(t) + n for t, n in zip(df["text"], df["b"])]',
  'df["c"] = np.where(df["a"] > 3, "high", "low")',
  'df["c"] = np.log1p(df["b"])\ndf = df.rename(columns={"c": "logarithm"}).drop(columns=["a"])',
  'df["c"] = df.apply(lambda row: row["a"] + row["b"], axis=1)',
  'df["c"] = df[["a", "b"]].sum(axis=1)',
  'df["gaps"] = df["gaps"].fillna(0)\ndf.loc[df["a"] > 5, "b"] = 0',
  'for name in ["a", "b"]:\n    df[name + "_squared"] = df[name] ** 2',
  'df["c"] = classify(df["a"])',
  'df = df.copy()\ndf["b"] *= 2\ndel df["text"]',
  'df["c"] = pd.to_datetime(df["time"].dt.strftime("%Y-%m-%d"), format="%Y-%m-%d")',
  'df["c"] = np.interp(df["a"], [0.0, 5.0, 9.0], [1.0, 2.0, 3.0])',
  'df = df.set_index("time")',
  'df["c"] = df["text"].str.split().str[0]',
  'df = df.astype({"b": float, "key": str})',
];

const GROUP: readonly string[] = [
  'df["c"] = df.groupby("key")["a"].transform("mean")',
  'df["c"] = df["a"] - df.groupby("key")["a"].transform(lambda s: s.median())',
  'df["c"] = df.groupby("key")["a"].shift(1)\ndf["d"] = df["c"] * 2',
  'df["c"] = df.groupby(["key", "b"])["gaps"].cumsum()',
];

/** What looks at other rows, and the word that the reason has. */
const WHOLE: readonly (readonly [code: string, reason: string])[] = [
  ['df["c"] = df["a"] - df["a"].mean()', '`mean` looks at all rows'],
  ['mean = df["a"].mean()\ndf["c"] = df["a"] - mean', '`mean` looks at all rows'],
  ['df["c"] = df["a"].shift(1)', '`shift` depends on the order'],
  ['df["c"] = df["a"].rank()', '`rank` looks at all rows'],
  ['df = df.sort_values("a")', '`sort_values` chooses among the rows'],
  ['df = df.head(20)', '`head` chooses among the rows'],
  ['df = df.reset_index(drop=True)', '`reset_index` chooses among the rows'],
  ['df = df.drop_duplicates("key")', '`drop_duplicates` chooses'],
  ['df = df[df["a"] > df["a"].median()]', '`median` looks at all rows'],
  ['df["c"] = df["a"].apply(lambda v: v - df["a"].min())', 'a function reads all of `df`'],
  ['df["key"] = df["key"].astype("category")', '`astype` looks at all rows'],
  ['df["c"] = range(len(df))', '`len` counts the rows'],
  ['df["c"] = np.arange(60)', 'values are given to rows by their place'],
  ['df = pd.get_dummies(df, columns=["key"])', '`get_dummies` looks at all rows'],
  ['df["c"] = pd.cut(df["a"], 3, labels=False)', '`cut` looks at all rows'],
  ['df["c"] = pd.to_datetime(df["text"], errors="coerce")', '`to_datetime` looks at all rows'],
  ['df["c"] = df["a"].isin(df["b"])', '`isin` compares rows with other rows'],
  ['df["c"] = np.random.default_rng(1).normal(size=60)', 'values are given to rows by their place'],
  ['df["c"] = df["gaps"].fillna(method="ffill")', '`fillna` depends on the order'],
  ['df["c"] = df["a"].unknown_method()', 'not known whether `unknown_method`'],
  ['df["c"] = df["a"].values[::-1]', 'a row is taken by its place'],
  ['df[["u", "v", "w"]] = df["text"].str.split(expand=True).iloc[:, :3]', '`split` looks at all rows'],
  ['df["c"] = df[["a", "b"]].sub([1, 2]).sum(axis=1)', 'not known whether a value is one for all rows'],
  ['text = df.pop("text")\ndf["c"] = df["a"]', 'not known what happens to `df`'],
  ['df = df.iloc[:30]', 'takes rows by their place'],
  ['df["c"] = centred(df)', '`mean` looks at all rows'],
  [
    'counter = [0]\ndef count(v):\n    counter[0] += 1\n    return counter[0]\ndf["c"] = df["a"].map(count)',
    '`counter` changes while',
  ],
];

const DEFINITIONS = `LIMIT = 4
def classify(values):
    limit = 5
    return values > limit
def centred(frame):
    return frame["a"] - frame["a"].mean()`;

const libraries = createLibraryIndex(allLibraries);

/** What is found of a stage that is given `df` and has the statements. */
async function localityOf(code: string): Promise<RowLocality> {
  const text = `# %%\nimport numpy as np\nimport pandas as pd\n# %%\n${DEFINITIONS}\n# %%\ndf = pd.read_csv("data.csv")\n# %%\n${code}`;
  const module = parseNotebook(notebookOf(text), await loadPythonParser()).value;
  const graph = analyze(module, { libraries, sharing: true });
  const all = new Set(graph.steps.map(({ index }) => index));
  const flow = sortSteps(graph, all, new Set(['df']), new Set());
  const line = lineUp(flow, new Set(['df']));
  const first = line.steps.findIndex(({ files }) => files.length > 0) + 1;
  const segments = [
    { start: 0, end: first },
    { start: first, end: line.steps.length },
  ];
  const draft = draftStages(line, segments, ['df']);
  const stage = draft.stages[1];
  if (stage === undefined) throw new Error('no stage');
  return rowLocality(flow, draft, stage, undefined);
}

function runPartitions(cases: readonly { readonly code: string; readonly keys: readonly string[] }[]) {
  const input = JSON.stringify(
    cases.map(({ code, keys }) => ({
      code: `${TABLE}\n${DEFINITIONS}\ntable = make\ndef stage(df):\n    ${code.replaceAll('\n', '\n    ')}\n    return df\n`,
      keys,
    })),
  );
  const script = join(import.meta.dirname, 'run_partitions.py');
  const output = execFileSync(pythonEnvironment(), ['-W', 'ignore', script], { input, maxBuffer: 1 << 26 });
  return JSON.parse(output.toString()) as readonly (readonly string[])[];
}

test.each(ROW)('row by row: %s', async (code) => {
  expect(await localityOf(code)).toMatchObject({ kind: 'row', table: 'df' });
});

test.each(GROUP)('group by group: %s', async (code) => {
  expect(await localityOf(code)).toMatchObject({ kind: 'group', table: 'df', keys: keysOf(code) });
});

test.each(WHOLE)('only as a whole: %s', async (code, reason) => {
  const found = await localityOf(code);
  expect(found).toMatchObject({ kind: 'whole', reason: expect.stringContaining(reason) });
});

test('what is said to work on parts gives the same on 20 random partitions of each table', () => {
  const cases = [
    ...ROW.map((code) => ({ code, keys: [] })),
    ...GROUP.map((code) => ({ code, keys: keysOf(code) })),
  ];
  const found = runPartitions(cases);
  expect(found).toHaveLength(cases.length);
  expect(cases.flatMap(({ code }, at) => (found[at]?.length ? [{ code, differs: found[at] }] : []))).toEqual(
    [],
  );
});

test('the comparison notices what depends on other rows', () => {
  const cases = ['df["c"] = df["a"] - df["a"].mean()', 'df["c"] = df["a"].shift(1)', 'df = df.head(20)'];
  for (const found of runPartitions(cases.map((code) => ({ code, keys: [] }))))
    expect(found.length).toBeGreaterThan(0);
});

function keysOf(code: string): readonly string[] {
  return code.includes('["key", "b"]') ? ['key', 'b'] : ['key'];
}
