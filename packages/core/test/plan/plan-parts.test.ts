import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { planCase, runPlans } from './plan-case.ts';
import { recordedRun } from './recorded-run.ts';

const parameter = (plan: Plan, key: string) =>
  plan.parameters.find((each) => `${each.section}.${each.key}` === key);

describe('parameters', () => {
  it('are settings of libraries and named numbers, not every number', async () => {
    const { plan } = await planCase({
      name: 'parameters',
      text: `
# %% tags=parameters
columns = ["a", "b"]
label = "run 1"
# %%
import numpy as np
from sklearn.ensemble import RandomForestClassifier
DEPTH = 3
rate = 1e-2
X = np.arange(60).reshape(30, 2)
y = X[:, 0] % 2
model = RandomForestClassifier(n_estimators=7, max_depth=DEPTH, random_state=0, n_jobs=1)
model.fit(X, y)
report = {"score": model.score(X, y) * rate + 100, "columns": columns, "label": label}
report
`,
    });
    const [stage] = plan.stages;
    const section = stage?.name ?? '';
    const names = plan.parameters.map((each) => each.key).sort();
    expect(names).toEqual(['columns', 'depth', 'label', 'n_estimators', 'random_state', 'rate']);
    expect(parameter(plan, `${section}.columns`)).toMatchObject({ type: 'list', value: ['a', 'b'] });
    expect(parameter(plan, `${section}.n_estimators`)).toMatchObject({ value: 7, bounds: { ge: 1 } });
    expect(parameter(plan, `${section}.rate`)).toMatchObject({ type: 'float', value: 0.01 });
    const text = stage?.body.map((item) => item.text).join('\n') ?? '';
    expect(text).toContain(
      'n_estimators=params.n_estimators, max_depth=params.depth, random_state=params.random_state, n_jobs=1',
    );
    expect(text).toContain('reshape(30, 2)');
  });
});

describe('files', () => {
  it('are copied with their relative names, helper modules too; what is missing is named only', async () => {
    const { plan } = await planCase({
      name: 'files',
      files: {
        '../shared/a.csv': 'x\n1\n',
        'tools/clean.py': 'from . import base\n',
        'tools/__init__.py': '',
        'tools/base.py': '',
      },
      text: `
# %%
import pandas as pd
from tools.clean import tidy
first = pd.read_csv("../shared/a.csv")
second = pd.read_csv("https://example.org/b.csv")
third = pd.read_csv("/mnt/big/c.csv")
everything = tidy(pd.concat([first, second, third]))
everything.to_csv("out/all.csv")
`,
    });
    const [section] = plan.stages.map((stage) => stage.name);
    expect(
      plan.inputs.map(({ original, location, key, copy }) => [original, location, key, copy?.path]),
    ).toEqual([
      ['../shared/a.csv', 'data/shared/a.csv', `${section}.a_path`, 'data/shared/a.csv'],
      ['https://example.org/b.csv', 'https://example.org/b.csv', `${section}.b_path`, undefined],
      ['/mnt/big/c.csv', 'data/c.csv', `${section}.c_path`, undefined],
    ]);
    expect(plan.helpers.map((helper) => helper.path)).toEqual([
      'tools/__init__.py',
      'tools/base.py',
      'tools/clean.py',
    ]);
    expect(plan.requirements.map((each) => each.name)).toEqual(['pandas']);
    expect(plan.artifacts.map((each) => [each.name, each.path, each.codec])).toEqual([
      ['all.csv', 'artifacts/all.csv', 'file'],
    ]);
    expect(plan.stages.at(-1)?.external).toBe(true);
  });
});

describe('helper modules above the notebook', () => {
  it.each([
    ['named', 'sys.path.append("..")\n', ['src/__init__.py', 'src/load.py']],
    ['computed', 'sys.path.insert(0, str(Path.cwd().parent))\n', ['src/__init__.py', 'src/load.py']],
    ['not looked for', '', []],
  ])('%s', async (name, code, expected) => {
    const { plan } = await planCase({
      name,
      files: { '../src/__init__.py': '', '../src/load.py': 'VALUE = 1\n' },
      text: `\n# %%\nimport sys\nfrom pathlib import Path\n${code}from src.load import VALUE\n# %%\ndone = [VALUE]\n`,
    });
    expect(plan.helpers.map((helper) => helper.path)).toEqual(expected);
    if (expected.length > 0) expect(plan.requirements).toEqual([]);
  });
});

describe('artifacts', () => {
  it('have names that differ in more than case, because their files do not', async () => {
    const { plan } = await planCase({
      name: 'case',
      text: '\n# %%\nx = [1]\nX = [x, 2]\n',
      artifacts: ['x', 'X'],
    });
    expect(plan.artifacts.map(({ name }) => name)).toEqual(['x', 'X']);
    expect(new Set(plan.artifacts.map(({ path }) => path.toLowerCase())).size).toBe(2);
  });
  it('are what the user names, and an unknown name is an error', async () => {
    const text = '\n# %%\na = len("x")\nb = a + 1\nc = [a, b]\nc\n';
    const { plan, codes } = await planCase({ name: 'named', text, artifacts: ['b', 'nothing'] });
    expect(plan.artifacts.map((each) => each.name)).toEqual(['b']);
    expect(codes).toEqual(['P001']);
    expect(plan.fates.map((fate) => fate.fate)).toEqual(['stage', 'stage', 'dropped', 'dropped']);
  });

  it('do not hang on what only a notebook can run', async () => {
    const text = '\n# %%\nexec("z = 1")\nglobals()["q"] = 2\nvalue = z + 1\nvalue\n';
    const { plan, codes } = await planCase({ name: 'exec', text });
    expect(plan.artifacts).toEqual([]);
    expect(plan.stages).toEqual([]);
    expect(plan.candidates.map((each) => each.reason).join()).toMatch(/acts on the notebook's own namespace/);
    expect(codes).toEqual(['P002']);
  });

  it('are the values that nothing else is made from where nothing is shown', async () => {
    const { plan } = await planCase({
      name: 'quiet',
      text: '\n# %%\nraw = list(range(4))\ndone = [v * 2 for v in raw]\n',
    });
    expect(plan.artifacts.map((each) => each.name)).toEqual(['done']);
  });
});

describe('artifacts that nobody names', () => {
  it.each([
    [
      'what a drawing method gives',
      'import matplotlib.pyplot as plt\ny = [1, 2]\nfig, ax = plt.subplots()\nax.plot(y)\n# %%\nax.set_xlabel("x")',
      ['y'],
    ],
    [
      'what a program gives',
      'import subprocess\nx = len("a")\n# %%\nsubprocess.run("ls", shell=True)',
      ['x'],
    ],
    [
      'what a function without a value gives',
      'x = [len("a")]\ndef show(v):\n    print(v)\n# %%\nshow(x)',
      ['x'],
    ],
    [
      'files that are gone',
      'import os, shutil\nx = len("a")\nopen("log.txt", "w").write("1")\nos.makedirs("out")\nopen("out/a.txt", "w").write("1")\n# %%\nos.remove("log.txt")\nshutil.rmtree("out")',
      ['x'],
    ],
    ['a place', 'from pathlib import Path\nroot = Path.cwd()\nx = len("a")', ['x']],
    [
      'an archive that is only read',
      'import gzip, zipfile\nwith zipfile.ZipFile("a.zip") as z:\n    text = z.read("b")\nwith gzip.open("c.gz", "rt") as f:\n    more = f.read()\nn = [text, more]',
      ['n'],
    ],
    [
      'an archive that is written',
      'import gzip\nx = len("a")\nwith gzip.open("c.gz", "wt") as f:\n    f.write("a")',
      ['c.gz'],
    ],
  ])('%s', async (name, text, expected) => {
    const { plan } = await planCase({ name: name.replaceAll(' ', '-'), text: `\n# %%\n${text}\n` });
    expect(plan.artifacts.map((each) => each.name)).toEqual(expected);
  });

  it('cannot be made where the first cells cannot run', async () => {
    const { plan, diagnostics } = await planCase({ name: 'stopped', text: '\n# %%\nx = missing\n' });
    expect(plan.artifacts).toEqual([]);
    expect(diagnostics.find(({ code }) => code === 'P002')?.hint).toBe(
      'Mend cell[1]: it cannot run, and nothing above it makes a value.',
    );
  });
});

it('a class brings the imports that only its unused methods name', async () => {
  const { plan } = await planCase({
    name: 'unused',
    text: '\n# %%\nfrom fractions import Fraction\nimport decimal\nclass Box:\n    def __init__(self, size):\n        self.size = size\n    def unused(self):\n        return Fraction(self.size)\n# %%\ndone = Box(3).size + 1\n',
  });
  const texts = plan.fates.filter(({ fate }) => fate !== 'dropped').map(({ id }) => id);
  expect(texts).toEqual(['c01:0', 'c01:2', 'c02:0']);
});

describe('names of stages', () => {
  it.each([
    ['Find NULLs in SQLite', 'find_nulls_in_sqlite'],
    ['Lab 2', 'compute_done'],
    ['K = 3', 'compute_done'],
    ['Train with PyTorch', 'train_with_pytorch'],
  ])('%s', async (heading, expected) => {
    const text = `\n# %% [markdown]\n# # Title\n# %%\nimport math\n# %% [markdown]\n# ## ${heading}\n# %%\nraw = list(range(4))\ndone = [math.sqrt(v) for v in raw]\n`;
    const { plan } = await planCase({ name: 'headings', text });
    expect(plan.stages.map((each) => each.name)).toEqual([expected]);
  });
});

describe('statements', () => {
  it('each have a fate with a reason', async () => {
    const { plan, graph } = await planCase({
      name: 'fates',
      text: `
# %%
import os, json
import numpy as np
np.set_printoptions(precision=3)
LIMIT = [1, 2]
def f(x):
    return x in LIMIT
# %%
a = np.arange(3)
a.mean()
unused = 3
b = str(a) + str(f(1))
b
`,
    });
    const ids = graph.module.cells.flatMap(({ statements }) => statements.map(({ id }) => id));
    expect(plan.fates.map((fate) => fate.id)).toEqual(ids);
    expect(plan.fates.every((fate) => fate.reason.length > 3)).toBe(true);
    expect(plan.fates.map((fate) => fate.fate)).toEqual([
      'dropped',
      'setup',
      'setup',
      'setup',
      'setup',
      'stage',
      'dropped',
      'dropped',
      'stage',
      'dropped',
    ]);
  });
});

describe('drawings', () => {
  it('stay in the notebook with what they compute for themselves', async () => {
    const { plan } = await planCase({
      name: 'trend',
      text: `
# %%
import numpy as np
import matplotlib.pyplot as plt
from scipy.interpolate import interp1d
x = np.arange(5.0)
y = x * 2
line = np.poly1d(np.polyfit(x, y, 1))
curve = interp1d(x, y)
plt.plot(x, line(x))
plt.plot(x, curve(x))
plt.show()
total = y.sum()
`,
      artifacts: ['total'],
    });
    const text = plan.stages.flatMap(({ body }) => body.map((item) => item.text)).join('\n');
    expect(text).toBe('x = np.arange(5.0)\ny = x * 2\ntotal = y.sum()');
  });
});

describe('a text with a backslash that escapes nothing', () => {
  it('is raw, and says the same', async () => {
    const one = {
      name: 'raw',
      text: String.raw`
# %%
import re
n = 2
words = re.split("\s+", "a b  c")
other = ["\n\d", r"\d", f'"\d{n}"', b"\d", '\.']
`,
      artifacts: ['words', 'other'],
    };
    const planned = await planCase(one);
    const text = planned.plan.stages.flatMap(({ body }) => body.map((item) => item.text)).join('\n');
    expect(text).toContain(String.raw`re.split(r"\s+", "a b  c")`);
    expect(text).toContain(String.raw`["\n\d", r"\d", f'"\d{n}"', b"\d", r'\.']`);
    expect(runPlans([{ ...one, ...planned }])).toEqual([[]]);
  });
});

describe('a statement whose value nothing needs', () => {
  it('says that it is kept for the random numbers that it draws', async () => {
    const one = {
      name: 'draws',
      text: `
# %%
import numpy as np
first = np.random.rand(3)
# of interest
second = np.random.rand(3)
third = np.random.rand(2)
total = third.sum() + first.sum()
`,
      artifacts: ['total'],
    };
    const { plan } = await planCase(one);
    const text = plan.stages.flatMap(({ body }) => body.map((item) => item.text)).join('\n');
    expect(text.match(/# only for the random numbers[^\n]*\n.*/g)).toEqual([
      expect.stringMatching(/\nsecond = /),
    ]);
  });
});

describe('names', () => {
  it('of stages are no keywords, builtins, modules or names of the notebook', async () => {
    const { plan } = await planCase(
      {
        name: 'names',
        text: `
# %% [markdown]
# ## Statistics
# %%
def statistics_of(v):
    return sum(v)
numbers = list(range(5))
# %% [markdown]
# ## Import
# %%
total = statistics_of(numbers)
# %% [markdown]
# ## 3. Total – "über" \`alles\`
# %%
scaled = [n / total for n in numbers]
# %% [markdown]
# ## Get the 100 best
# %%
best = sorted(scaled)[-2:]
best
`,
      },
      { stages: 'finest' },
    );
    const names = plan.stages.map((stage) => stage.name);
    expect(names).toEqual(['compute_numbers', 'compute_total', 'total_uber_alles', 'compute_best']);
    expect(plan.title).toBe('Statistics');
  });
});

describe('a recorded run', () => {
  const text = `
# %%
a = [1]
# %%
print(a)
len(a)
# %%
b = a + [2]
`;
  const facts = (fingerprint: string) => ({
    type: { name: 'list' },
    repr: '',
    fingerprint,
    codec: 'json' as const,
  });
  const step = (id: string, values: Readonly<Record<string, ReturnType<typeof facts>>>) => ({
    id,
    seconds: 0,
    values,
    changed: Object.keys(values),
    reads: [],
    filesRead: [],
    filesWritten: [],
    randomDraws: [],
  });
  const record = (ids: readonly string[], path: string, shown: string): RunRecord =>
    recordedRun(path, [step(ids[0] ?? '', { a: facts('one') }), step(ids[1] ?? '', { a: facts(shown) })]);
  const kept = async (shown: string) => {
    const { plan, graph } = await planCase({ name: 'changes', text, artifacts: ['b'] });
    const ids = graph.steps.map(({ id }) => id);
    const records = [record(ids, graph.module.notebook.path, shown)];
    const again = await planCase({ name: 'changes', text, artifacts: ['b'] }, { records });
    const textOf = (one: Plan) => one.stages.flatMap(({ body }) => body.map((item) => item.text)).join('\n');
    expect(textOf(plan)).not.toContain('print(a)');
    return textOf(again.plan);
  };
  it('keeps a statement that changed a value, though the text does not tell so', async () => {
    const found = await kept('another');
    expect(found).toContain('print(a)');
    expect(found).not.toContain('len(a)');
  });
  it('keeps no statement that changed nothing', async () => {
    expect(await kept('one')).not.toContain('print(a)');
  });
});

describe('classes', () => {
  const plan = async (body: string, then: string) =>
    (
      await planCase({
        name: 'classes',
        text: `
# %%
class Box:
${body}
    def fill(self, x):
        self.x = x
# %%
box = Box()
${then}
box.fill(3)
`,
        artifacts: ['box'],
      })
    ).plan;
  it('stand at module level when only their instances change', async () => {
    const { modules, artifacts } = await plan('    size = 3', '');
    expect(modules.flatMap(({ definitions }) => definitions.map(({ name }) => name))).toEqual(['Box']);
    expect(artifacts.map(({ name }) => name)).toEqual(['box']);
  });
  const OWN: readonly (readonly [name: string, body: string])[] = [
    ['fields of a dataclass', '    made: list = field(default_factory=list)'],
    [
      'their name is asked for',
      '    def say(self):\n        return type(self).__name__ + self.__class__.__name__',
    ],
  ];
  it.each(OWN)('stand at module level when %s', async (_, body) => {
    const { modules } = await plan(body, '');
    expect(modules.flatMap(({ definitions }) => definitions.map(({ name }) => name))).toEqual(['Box']);
  });
  const SHARED: readonly (readonly [name: string, body: string, then: string])[] = [
    ['a container', '    made = []', 'box.made.append(1)'],
    ['a method that sets it', '    def count(self):\n        Box.n = 1', 'box.count()'],
    ['a method that asks for its class', '    def count(self):\n        type(self).n = 1', 'box.count()'],
    ['a class method', '    @classmethod\n    def count(cls):\n        cls.n = 1', 'box.count()'],
    ['an attribute set from outside', '    n = 1', 'box.__class__.n = 2'],
  ];
  it.each(SHARED)(
    'stay in the stage that changes them by %s, and their instances are no artifacts',
    async (_, body, then) => {
      const { artifacts, candidates } = await plan(body, then);
      expect(artifacts).toEqual([]);
      expect(candidates.find(({ name }) => name === 'box')?.reason).toContain('inside a stage');
    },
  );
});

describe('artifacts', () => {
  it('are fitted models, though nothing uses them, also those of a loop', async () => {
    const { plan } = await planCase({
      name: 'loop',
      text: `
# %%
import numpy as np
from sklearn.linear_model import LinearRegression
for power in (1, 2):
    x = np.arange(6.0).reshape(-1, 1) ** power
    other = LinearRegression()
    other.fit(x, x.ravel())
`,
    });
    expect(plan.artifacts.map(({ name }) => name)).toEqual(['other']);
  });
  it('are not what has no name', async () => {
    const { plan } = await planCase({
      name: 'nameless',
      text: `
# %%
import numpy as np
from sklearn.linear_model import LinearRegression
x = np.arange(6.0).reshape(-1, 1)
model = LinearRegression()
_ = model.fit(x, x.ravel())
_
`,
    });
    expect(plan.artifacts.map(({ name }) => name)).toEqual(['model']);
  });
  it('are values of a loop where there is nothing else', async () => {
    const { plan } = await planCase({
      name: 'loop',
      text: '\n# %%\nfor number in (1, 2):\n    square = number**2\n    print(square)\n',
    });
    expect(plan.artifacts.map(({ name }) => name)).toContain('square');
  });
});

describe('a loop variable', () => {
  const text = (more: string) => `
# %%
rows = [[1.5], [2.5]]
copies = [list(rows[0]), list(rows[1])]
# %% [markdown]
# ## Double
# %%
for row in copies:
    row.append(row[0] * 2)
both = [len(copies[0]), len(copies[1])]
# %% [markdown]
# ## Halve
# %%
for row in copies:
    row.append(row[0] / 2)
result = [sum(copies[0]), sum(copies[1]), both]${more}
`;
  it('does not travel from one stage to the next', async () => {
    const { plan } = await planCase(
      { name: 'rows', text: text(''), artifacts: ['result'] },
      { stages: 'finest' },
    );
    expect(plan.stages.length).toBeGreaterThan(1);
    expect(plan.datasets.map(({ name }) => name)).not.toContain('row');
  });
  it('does where it is read after the loop', async () => {
    const { plan } = await planCase(
      { name: 'rows', text: text('\n# %%\nlast = [row, result]'), artifacts: ['last'] },
      { stages: 'finest' },
    );
    const last = plan.stages.at(-1);
    const isGiven = last?.arguments.some(({ name }) => name === 'row');
    expect(isGiven || JSON.stringify(last?.body).includes('for row in')).toBe(true);
  });
});
