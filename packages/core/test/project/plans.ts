import type { Argument, CodeItem, Plan, PlannedStage } from '../../src/plan/index.ts';
import type { TypeFacts } from '../../src/record/index.ts';

const FRAME: TypeFacts = { name: 'pandas.DataFrame' };
const FLOATS: TypeFacts = { name: 'dict', arguments: [{ name: 'str' }, { name: 'float' }] };

function code(statement: string, text: string): CodeItem {
  return { statement, text, strings: [] };
}

function dataset(name: string, from: string, type: TypeFacts | null, copied = false): Argument {
  return { name, source: { kind: 'dataset', dataset: from, variables: [name] }, type, copied };
}

function parameter(name: string, key: string): Argument {
  return { name, source: { kind: 'parameter', key }, type: null, copied: false };
}

function stage(parts: Partial<PlannedStage> & Pick<PlannedStage, 'name' | 'module' | 'body'>): PlannedStage {
  return { cells: [1], doc: [`Run ${parts.name}.`], arguments: [], returns: [], external: false, ...parts };
}

const EMPTY: Plan = {
  package: 'tiny',
  title: 'Tiny',
  notebooks: [{ path: 'tiny.ipynb', sha256: '0'.repeat(64) }],
  order: 'top-to-bottom',
  python: '3.11',
  artifacts: [],
  candidates: [],
  stages: [],
  modules: [],
  datasets: [],
  parameters: [],
  inputs: [],
  settings: [],
  requirements: [],
  helpers: [],
  fates: [],
  contracts: [],
  thin: [],
  recorded: false,
};

/** One stage, no parameters, no inputs: a number as JSON. */
export const tiny: Plan = {
  ...EMPTY,
  artifacts: [
    {
      name: 'total',
      variable: 'total',
      stage: 'add_up',
      path: 'artifacts/total.json',
      codec: 'json',
      statement: 'a:1',
      reason: 'last value shown',
    },
  ],
  stages: [
    stage({
      name: 'add_up',
      module: 'data',
      doc: ['Return total.'],
      body: [
        code('a:0', 'numbers = [1, 2, 3]'),
        code('a:1', "total = {'sum': sum(numbers), 'text': '''a\nb'''}"),
      ].map((item, index) =>
        index === 1
          ? { ...item, strings: [{ start: item.text.indexOf("'''"), end: item.text.length - 1 }] }
          : item,
      ),
      returns: [{ dataset: 'total', variables: ['total'], type: null }],
    }),
  ],
  modules: [
    {
      name: 'data',
      doc: 'Add up',
      imports: ['import os', 'import sys'],
      definitions: [],
      stages: ['add_up'],
    },
  ],
  datasets: [{ name: 'total', variables: ['total'], codec: 'json', stage: 'add_up', statement: 'a:1' }],
  fates: [
    { id: 'a:0', fate: 'stage', stage: 'add_up', reason: 'artifact total' },
    { id: 'a:1', fate: 'stage', stage: 'add_up', reason: 'artifact total' },
  ],
};

/** Every feature: table contracts, shared parameters, model, table, metrics, a file written. */
export const churn: Plan = {
  ...EMPTY,
  package: 'churn',
  title: 'Churn',
  notebooks: [{ path: 'churn.ipynb', sha256: '1'.repeat(64) }],
  artifacts: [
    {
      name: 'metrics',
      variable: 'metrics',
      stage: 'evaluate',
      path: 'artifacts/metrics.json',
      codec: 'json',
      statement: 'c20:2',
      reason: 'shown',
      facts: { type: FLOATS, repr: '', fingerprint: null, codec: 'json' },
    },
    {
      name: 'model',
      variable: 'model',
      stage: 'train',
      path: 'artifacts/model.joblib',
      codec: 'joblib',
      statement: 'c16:4',
      reason: 'a fitted model',
    },
    {
      name: 'call_list.csv',
      variable: null,
      stage: 'export_call_list',
      path: 'artifacts/call_list.csv',
      codec: 'file',
      statement: 'c22:1',
      reason: 'written',
    },
  ],
  stages: [
    stage({
      name: 'load',
      module: 'data',
      heading: 'Load',
      cells: [4],
      doc: ['Read the customers (heading "Load"): 400 x 6 when recorded.'],
      arguments: [
        { name: 'path', source: { kind: 'read', key: 'load.path' }, type: { name: 'str' }, copied: false },
      ],
      body: [code('c04:0', 'df = pd.read_csv(path)')],
      returns: [{ dataset: 'df', variables: ['df'], type: FRAME }],
    }),
    stage({
      name: 'prepare',
      module: 'data',
      heading: 'Prepare',
      cells: [7, 9],
      doc: [
        'Return df without rows that lack spend.',
        '',
        'Changes months; adds spend_per_month, heavy_caller, pro.',
      ],
      arguments: [dataset('df', 'df', FRAME, true)],
      body: [
        code('c07:0', 'df = df.dropna(subset=["spend"])'),
        code('c07:1', 'df["months"] = df["months"].clip(lower=1)  # new customers: no division by zero'),
        code('c09:2', 'df["spend_per_month"] = df["spend"] / df["months"]'),
        code('c09:3', 'df["heavy_caller"] = df["calls"].apply(is_heavy_caller)'),
        code('c09:4', 'df["pro"] = df["plan"] == "pro"'),
      ],
      returns: [{ dataset: 'df_prepared', variables: ['df'], type: FRAME }],
    }),
    stage({
      name: 'split',
      module: 'data',
      cells: [11],
      doc: ['Return train and test.'],
      arguments: [
        dataset('df', 'df_prepared', FRAME),
        parameter('test_size', 'split.test_size'),
        parameter('seed', 'common.seed'),
      ],
      body: [code('c11:2', 'train, test = train_test_split(df, test_size=test_size, random_state=seed)')],
      returns: [
        { dataset: 'train', variables: ['train'], type: FRAME },
        { dataset: 'test', variables: ['test'], type: FRAME },
      ],
    }),
    stage({
      name: 'train',
      module: 'model',
      cells: [16],
      doc: ['Fit the model on FEATURES to predict churned.'],
      arguments: [
        dataset('train', 'train', FRAME),
        parameter('c', 'train.c'),
        parameter('max_iter', 'train.max_iter'),
        parameter('seed', 'common.seed'),
      ],
      body: [
        code(
          'c16:3',
          'model = make_pipeline(StandardScaler(), LogisticRegression(C=c, max_iter=max_iter, random_state=seed))',
        ),
        code('c16:4', 'model.fit(train[FEATURES], train["churned"])'),
      ],
      returns: [{ dataset: 'model', variables: ['model'], type: { name: 'sklearn.pipeline.Pipeline' } }],
    }),
    stage({
      name: 'score',
      module: 'model',
      cells: [18],
      doc: ['Return test with the column risk.'],
      arguments: [
        dataset('model', 'model', { name: 'sklearn.pipeline.Pipeline' }),
        dataset('test', 'test', FRAME, true),
      ],
      body: [code('c18:0', 'test["risk"] = model.predict_proba(test[FEATURES])[:, 1]')],
      returns: [{ dataset: 'test_scored', variables: ['test'], type: FRAME }],
    }),
    stage({
      name: 'evaluate',
      module: 'model',
      cells: [20],
      doc: ['Return roc_auc and accuracy of risk against churned.'],
      arguments: [dataset('test', 'test_scored', FRAME), parameter('threshold', 'evaluate.threshold')],
      body: [
        code(
          'c20:2',
          'metrics = {\n    "roc_auc": roc_auc_score(test["churned"], test["risk"]),\n    "accuracy": accuracy_score(test["churned"], test["risk"] > threshold),\n}',
        ),
      ],
      returns: [{ dataset: 'metrics', variables: ['metrics'], type: FLOATS }],
    }),
    stage({
      name: 'export_call_list',
      module: 'model',
      cells: [22],
      doc: ['Write customer_id, plan, risk of the first rows by risk.'],
      arguments: [
        dataset('test', 'test_scored', FRAME),
        parameter('top', 'export_call_list.top'),
        {
          name: 'path',
          source: { kind: 'write', file: 'call_list.csv' },
          type: { name: 'str' },
          copied: false,
        },
      ],
      body: [
        code('c22:0', 'call_list = test.sort_values("risk", ascending=False).head(top)'),
        code('c22:1', 'call_list[["customer_id", "plan", "risk"]].to_csv(path, index=False)'),
      ],
    }),
  ],
  modules: [
    {
      name: 'data',
      doc: 'Load, prepare and split the customers.',
      imports: [
        'import pandas as pd',
        'import numpy as np',
        'from sklearn.model_selection import train_test_split',
      ],
      definitions: [
        { ...code('c09:0', 'HEAVY_CALLS = 3'), name: 'HEAVY_CALLS', kind: 'constant' },
        {
          ...code(
            'c09:1',
            'def is_heavy_caller(calls):\n    """Return ``calls > HEAVY_CALLS`` (cell 9)."""\n    return calls > HEAVY_CALLS',
          ),
          types: [
            { at: 'def is_heavy_caller(calls'.length, kind: 'variable', type: { name: 'int' } },
            { at: 'def is_heavy_caller(calls)'.length, kind: 'result', type: { name: 'bool' } },
          ],
          name: 'is_heavy_caller',
          kind: 'function',
        },
      ],
      stages: ['load', 'prepare', 'split'],
    },
    {
      name: 'model',
      doc: 'Train, score, evaluate, export the call list.',
      imports: [
        'import pandas as pd',
        'from sklearn.linear_model import LogisticRegression',
        'from sklearn.metrics import accuracy_score, roc_auc_score',
        'from sklearn.pipeline import make_pipeline',
        'from sklearn.preprocessing import StandardScaler',
      ],
      definitions: [
        {
          ...code('c11:1', 'FEATURES = ["months", "spend_per_month", "calls", "heavy_caller", "pro"]'),
          name: 'FEATURES',
          kind: 'constant',
        },
      ],
      stages: ['train', 'score', 'evaluate', 'export_call_list'],
    },
  ],
  datasets: [
    { name: 'df', variables: ['df'], codec: 'parquet', stage: 'load', statement: 'c04:0' },
    { name: 'df_prepared', variables: ['df'], codec: 'parquet', stage: 'prepare', statement: 'c09:4' },
    { name: 'train', variables: ['train'], codec: 'parquet', stage: 'split', statement: 'c11:2' },
    { name: 'test', variables: ['test'], codec: 'parquet', stage: 'split', statement: 'c11:2' },
    { name: 'model', variables: ['model'], codec: 'joblib', stage: 'train', statement: 'c16:4' },
    { name: 'test_scored', variables: ['test'], codec: 'parquet', stage: 'score', statement: 'c18:0' },
    { name: 'metrics', variables: ['metrics'], codec: 'json', stage: 'evaluate', statement: 'c20:2' },
  ],
  parameters: [
    {
      section: 'common',
      key: 'seed',
      type: 'int',
      value: 42,
      statement: 'c02:3',
      origin: '`SEED`, cell 2',
      bounds: { ge: 0, lt: 2 ** 32 },
    },
    {
      section: 'load',
      key: 'path',
      type: 'str',
      value: 'data/customers.csv',
      statement: 'c04:0',
      origin: 'cell 4',
    },
    {
      section: 'split',
      key: 'test_size',
      type: 'float',
      value: 0.25,
      statement: 'c11:2',
      origin: 'cell 11',
      bounds: { gt: 0, lt: 1 },
    },
    {
      section: 'train',
      key: 'c',
      type: 'float',
      value: 1,
      statement: 'c16:3',
      origin: 'cell 16',
      bounds: { gt: 0 },
    },
    {
      section: 'train',
      key: 'max_iter',
      type: 'int',
      value: 200,
      statement: 'c16:3',
      origin: 'cell 16',
      bounds: { ge: 0 },
    },
    {
      section: 'evaluate',
      key: 'threshold',
      type: 'float',
      value: 0.5,
      statement: 'c20:1',
      origin: '`threshold`, cell 20',
    },
    {
      section: 'export_call_list',
      key: 'top',
      type: 'int',
      value: 20,
      statement: 'c22:0',
      origin: '`top`, cell 22',
    },
  ],
  inputs: [{ original: 'data/customers.csv', location: 'data/customers.csv', key: 'load.path' }],
  requirements: [
    { name: 'numpy', version: '2.4.6', reason: 'imported' },
    { name: 'pandas', version: '3.1.1', reason: 'imported' },
    { name: 'scikit-learn', version: '1.9.1', reason: 'imported' },
  ],
  fates: [{ id: 'c05:0', fate: 'dropped', reason: 'display only' }],
  contracts: [
    {
      name: 'CUSTOMERS',
      stage: 'load',
      variable: 'df',
      key: 'load.path',
      facts: {
        type: FRAME,
        repr: '',
        fingerprint: null,
        codec: 'parquet',
        columns: [
          { name: 'customer_id', dtype: 'int64', nullable: false, range: [1001, 1400] },
          { name: 'months', dtype: 'int64', nullable: false, range: [0, 59] },
          { name: 'spend', dtype: 'float64', nullable: true, range: [2.71, 1906.22] },
          { name: 'calls', dtype: 'int64', nullable: false, range: [0, 6] },
          { name: 'plan', dtype: 'str', nullable: false, categories: ['basic', 'plus', 'pro'] },
          { name: 'churned', dtype: 'int64', nullable: false, range: [0, 1] },
        ],
      },
    },
  ],
  inference: {
    rows: {
      name: 'df',
      cell: 4,
      columns: [
        { name: 'months', dtype: 'int64', nullable: false, range: [0, 59] },
        { name: 'spend', dtype: 'float64', nullable: true, range: [2.71, 1906.22] },
        { name: 'calls', dtype: 'int64', nullable: false, range: [0, 6] },
        { name: 'plan', dtype: 'str', nullable: false, categories: ['basic', 'plus', 'pro'] },
      ],
      count: 400,
      dataset: 'df',
    },
    answer: {
      name: 'risk',
      variable: 'test',
      column: 'risk',
      cell: 18,
      type: 'float',
      dataset: 'test_scored',
    },
    parts: [
      {
        kind: 'stage',
        stage: 'prepare',
        leavesOut: true,
        given: [{ name: 'df', source: { kind: 'rows', variable: 'df' } }],
        gives: ['df'],
      },
      { kind: 'rename', from: 'df', to: 'test' },
      {
        kind: 'stage',
        stage: 'score',
        leavesOut: false,
        given: [
          { name: 'model', source: { kind: 'load', dataset: 'model' } },
          { name: 'test', source: { kind: 'rows', variable: 'test' } },
        ],
        gives: ['test'],
      },
    ],
    leavesOut: true,
    loads: [{ dataset: 'model', codec: 'joblib', type: { name: 'sklearn.pipeline.Pipeline' } }],
    parameters: [],
    obstacles: [],
  },
};

/** Values that share parts, a file between stages, an external stage, an array, odd parameter names. */
export const shared: Plan = {
  ...EMPTY,
  package: 'shared_parts',
  title: 'Shared parts',
  artifacts: [
    {
      name: 'weights',
      variable: 'weights',
      stage: 'collect',
      path: 'artifacts/weights.npz',
      codec: 'npz',
      statement: 'b:4',
      reason: 'shown',
    },
    {
      name: 'lines.txt',
      variable: null,
      stage: 'write_lines',
      path: 'artifacts/lines.txt',
      codec: 'file',
      statement: 'b:2',
      reason: 'written',
    },
  ],
  stages: [
    stage({
      name: 'make_pair',
      module: 'data',
      arguments: [
        parameter('copy', 'make_pair.copy'),
        parameter('names', 'make_pair.names'),
        parameter('rate', 'make_pair.rate'),
      ],
      body: [
        code('b:0', 'part = [rate]\nwhole = {"part": part, "names": names if copy else []}'),
        code('b:1', 'unused = "x"\nsmall = Small(rate)'),
      ],
      returns: [
        { dataset: 'part_whole', variables: ['part', 'whole'], type: null },
        { dataset: 'small', variables: ['small'], type: { name: '__main__.Small' } },
      ],
    }),
    stage({
      name: 'write_lines',
      module: 'data',
      external: true,
      arguments: [
        {
          name: 'pair',
          source: { kind: 'dataset', dataset: 'part_whole', variables: ['part', 'whole'] },
          type: null,
          copied: true,
        },
        { name: 'target', source: { kind: 'write', file: 'lines.txt' }, type: null, copied: false },
      ],
      body: [
        code('b:2', 'part.append(2.5)\nassert whole["part"] is part'),
        code(
          'b:3',
          'with open(target, "w") as file:\n    for value in part:\n        file.write(f"{value}\\n")',
        ),
      ],
    }),
    stage({
      name: 'collect',
      module: 'report',
      arguments: [
        { name: 'lines', source: { kind: 'read', key: 'lines.txt' }, type: null, copied: false },
        {
          name: 'pair',
          source: { kind: 'dataset', dataset: 'part_whole', variables: ['part', 'whole'] },
          type: null,
          copied: false,
        },
        dataset('small', 'small', { name: '__main__.Small' }),
      ],
      body: [code('b:4', 'weights = np.loadtxt(lines) * len(part) + small.size')],
      returns: [
        {
          dataset: 'weights',
          variables: ['weights'],
          type: { name: 'numpy.ndarray', arguments: [{ name: 'numpy.float64' }] },
        },
      ],
    }),
  ],
  modules: [
    {
      name: 'data',
      doc: 'Make values that share parts.',
      imports: [],
      definitions: [
        {
          ...code('b:5', 'class Small:\n    def __init__(self, size):\n        self.size = size'),
          types: [
            {
              at: 'class Small:\n    def __init__(self, size'.length,
              kind: 'variable',
              type: { name: 'float' },
            },
            {
              at: 'class Small:\n    def __init__(self, size)'.length,
              kind: 'result',
              type: { name: 'None' },
            },
          ],
          name: 'Small',
          kind: 'class',
        },
      ],
      stages: ['make_pair', 'write_lines'],
    },
    {
      name: 'report',
      doc: 'Collect.',
      imports: ['import numpy as np'],
      definitions: [],
      stages: ['collect'],
    },
  ],
  datasets: [
    {
      name: 'part_whole',
      variables: ['part', 'whole'],
      codec: 'joblib',
      stage: 'make_pair',
      statement: 'b:1',
    },
    { name: 'small', variables: ['small'], codec: 'joblib', stage: 'make_pair', statement: 'b:1' },
    { name: 'weights', variables: ['weights'], codec: 'npz', stage: 'collect', statement: 'b:4' },
  ],
  parameters: [
    { section: 'make_pair', key: 'copy', type: 'bool', value: true, statement: 'b:0', origin: 'cell 1' },
    {
      section: 'make_pair',
      key: 'names',
      type: 'list',
      value: ['no', '1e5', ''],
      statement: 'b:0',
      origin: 'cell 1',
    },
    { section: 'make_pair', key: 'rate', type: 'float', value: 1e-7, statement: 'b:0', origin: 'cell 1' },
  ],
  requirements: [{ name: 'numpy', version: '2.4.6', reason: 'imported' }],
};
