import { describe, expect, it } from 'vitest';
import { stageDoc } from '../../src/plan/stage-docs.ts';
import { planCase } from './plan-case.ts';

const TABLE = `a,b,c\n${Array.from({ length: 12 }, (_, n) => `${n},${n % 3},${n % 2}`).join('\n')}\n`;
const files = { 'train.csv': TABLE, 'test.csv': TABLE };

async function namesOf(text: string, stages: 'best' | 'finest' | 'one' = 'best') {
  const { plan } = await planCase({ name: 'names', text, files }, { stages });
  return plan.stages.map(({ name, module }) => `${module}.${name}`);
}

describe('a stage without a heading', () => {
  it('is named for its models, not for a short variable', async () => {
    const one = `
# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
df = pd.read_csv("train.csv")
m = LogisticRegression()
m.fit(df[["a"]], df["c"])
acc = m.score(df[["a"]], df["c"])
`;
    expect(await namesOf(one, 'one')).toEqual(['model.train_logistic_regression']);
    const two = `${one}
from sklearn.tree import DecisionTreeClassifier
t = DecisionTreeClassifier(max_depth=2)
t.fit(df[["a"]], df["c"])
acc2 = t.score(df[["a"]], df["c"])
`;
    expect(await namesOf(two, 'one')).toEqual(['model.train_models']);
  });

  it('prepares data when it reads files and gives other tables', async () => {
    const names = await namesOf(
      `
# %%
import pandas as pd
raw = pd.read_csv("train.csv")
clean = raw.dropna()
clean["d"] = clean["a"] * 2
clean["e"] = clean["d"] + 1
train, test = clean.iloc[:8], clean.iloc[8:]
`,
      'one',
    );
    expect(names).toEqual(['data.prepare_data']);
  });

  it('is not named for the training that stands under its heading elsewhere', async () => {
    const names = await namesOf(`
# %%
import pandas as pd
df = pd.read_csv("train.csv")
df = df.dropna()
# %% [markdown]
# ## Train a model
# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(df[["a"]], df["c"], random_state=0)
`);
    expect(names.join()).not.toContain('train_model');
  });

  it('has a word of its own where another does the like', async () => {
    const names = await namesOf(
      `
# %%
import pandas as pd
train = pd.read_csv("train.csv")
test = pd.read_csv("test.csv")
# %%
train = train.dropna()
# %%
test = test.dropna()
n = len(train) + len(test)
`,
      'finest',
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /_(stage|\d+)$/.test(name))).toEqual([]);
  });

  it('fits encoders to prepare data, and trains where epochs are counted', async () => {
    const names = await namesOf(
      `
# %%
import pandas as pd
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("train.csv")
scaler = StandardScaler()
scaler.fit(df[["a"]])
df["a"] = scaler.transform(df[["a"]])
`,
      'one',
    );
    expect(names).toEqual(['data.prepare_scaler']);
    const loop = await namesOf(`
# %%
w = 0.0
for epoch in range(5):
    w -= 0.1 * (w - 3)
w
`);
    expect(loop).toEqual(['model.train_model']);
  });
});

describe('a docstring', () => {
  const base = {
    heading: undefined,
    inputs: [],
    outputs: [],
    reads: [],
    writes: [],
    models: [],
    changes: [],
  };
  const value = (variable: string, columns?: readonly string[]) => ({
    variable,
    facts: columns && {
      type: { name: 'pandas.DataFrame' },
      repr: '',
      fingerprint: '',
      codec: 'parquet' as const,
      shape: [3, columns.length],
      columns: columns.map((name) => ({ name, dtype: 'int64', nullable: false })),
    },
  });

  it('names the models and what else comes back', () => {
    const outputs = [value('nb'), value('acc'), value('report')];
    expect(stageDoc({ ...base, role: 'train', inputs: [value('X')], outputs, models: ['nb'] })).toEqual([
      'Fit nb from X; return also acc and report.',
    ]);
    const many = Array.from({ length: 12 }, (_, n) => value(`measurement_${n}`));
    const [first, , second] = stageDoc({
      ...base,
      role: 'train',
      outputs: [...outputs, ...many],
      models: ['nb'],
    });
    expect(first).toBe('Fit nb.');
    expect(second).toContain('Returns also acc, report, measurement_0');
  });

  it('says what is changed for the caller where nothing comes back', () => {
    const inputs = [value('model'), value('X')];
    const one = { ...base, inputs, changes: ['model'] };
    expect(stageDoc({ ...one, role: 'train' })).toEqual(['Fit model in place.']);
    expect(stageDoc({ ...one, role: 'compute' })).toEqual(['Change model in place.']);
  });

  it('says of several tables together what is true of them all', () => {
    const inputs = [value('df', ['a', 'b'])];
    const outputs = [value('train', ['a', 'b']), value('test', ['a', 'b'])];
    expect(stageDoc({ ...base, role: 'split', inputs, outputs }).slice(2)).toEqual([
      'When recorded: train 3 x 2 and test 3 x 2.',
      'Columns of train and test: those of df.',
    ]);
    const more = [value('train', ['a', 'b', 'c']), value('test', ['a', 'c'])];
    expect(stageDoc({ ...base, role: 'clean', inputs: outputs, outputs: more }).slice(3)).toEqual([
      'In train: adds c.',
      'In test: adds c; drops b.',
    ]);
  });
});

describe('parameters of one keyword', () => {
  it('say whose they are when several calls have it', async () => {
    const { plan } = await planCase({
      name: 'keywords',
      files,
      text: `
# %%
import pandas as pd
from sklearn.linear_model import Lasso, Ridge
df = pd.read_csv("train.csv")
lasso = Lasso(alpha=0.1, random_state=1).fit(df[["a"]], df["c"])
ridge = Ridge(alpha=0.2, random_state=1).fit(df[["a"]], df["c"])
scores = [lasso.score(df[["a"]], df["c"]), ridge.score(df[["a"]], df["c"])]
`,
    });
    const keys = plan.parameters.map(({ key }) => key);
    expect(keys).toEqual(['lasso_alpha', 'random_state', 'ridge_alpha']);
  });
});

describe('what no stage has', () => {
  it('has a cell and a cause', async () => {
    const { plan } = await planCase({
      name: 'left',
      text: `
# %%
import math
import json
unused = math.pi
for k in [1]:
    other = k
total = 3
total
`,
      artifacts: ['total'],
    });
    expect(plan.fates.flatMap(({ left }) => left ?? [])).toEqual([
      { cell: 1, cause: 'import' },
      { cell: 1, cause: 'import' },
      { cell: 1, cause: 'unused', name: 'unused' },
      { cell: 1, cause: 'unused', name: 'other' },
      { cell: 1, cause: 'display' },
    ]);
  });
});

describe('a file', () => {
  it('that is only asked for is neither read nor missed', async () => {
    const { plan, codes } = await planCase({
      name: 'asks',
      text: `
# %%
import os
flag = 1 if os.path.exists("absent.csv") else 0
number = flag + 3
`,
    });
    expect(codes).toEqual([]);
    expect(plan.stages.map(({ name }) => name)).toEqual(['compute_number']);
  });

  it('is named by the argument alone, where its place is grouped or wrapped', async () => {
    const { plan } = await planCase({
      name: 'places',
      files,
      text: `
# %%
from pathlib import Path
import pandas as pd
ROOT = Path(".")
table = pd.read_csv(ROOT / "train.csv")
lines = (ROOT / "test.csv").read_text().split()
`,
    });
    const text = plan.stages.flatMap(({ body }) => body.map((item) => item.text)).join('\n');
    expect(text).toContain('pd.read_csv(train_path)');
    expect(text).toContain('lines = Path(test_path).read_text()');
  });
});
