import { describe, expect, it } from 'vitest';
import { readNotebook } from '../../src/notebook/index.ts';
import { askOracle } from './ask-oracle.ts';
import { readCell } from './make-notebook.ts';

const ENGINE = 'engine = None';
const ROWS: readonly (readonly [source: string, python: string, before?: string])[] = [
  [
    '%%sql q <<\nSELECT *\nFROM t;',
    'import pandas as pd\nimport sqlalchemy\nq = pd.read_sql(sqlalchemy.text("SELECT *\\nFROM t"), engine)',
  ],
  [
    'q = %sql SELECT 1',
    'import pandas as pd\nimport sqlalchemy\nq = pd.read_sql(sqlalchemy.text("SELECT 1"), engine)',
  ],
  [
    '%sql sqlite:///a.db',
    'import sqlalchemy\nsql_engine = sqlalchemy.create_engine("sqlite:///a.db")',
    ENGINE,
  ],
  [
    '%sql DROP TABLE t',
    'import sqlalchemy\nwith engine.begin() as connection:\n    connection.execute(sqlalchemy.text("DROP TABLE t"))',
  ],
  [
    '%%sql\nSELECT * FROM t WHERE n = :n AND d::int = 1',
    'import pandas as pd\nimport sqlalchemy\npd.read_sql(sqlalchemy.text("SELECT * FROM t WHERE n = :n AND d::int = 1"), engine, params={"n": n})',
    'n = 3',
  ],
  [
    '%%bigquery df\nSELECT 1',
    'from google.cloud import bigquery\ndf = bigquery.Client().query("SELECT 1").to_dataframe()',
  ],
  ["get_ipython().run_line_magic('time', 'x = f()')", 'x = f()'],
  [
    "get_ipython().system('make all')",
    'import subprocess\nsubprocess.run("make all", shell=True, check=False)',
  ],
  ["get_ipython().run_cell_magic('time', '', 'x = 1\\ny = 2\\n')", 'x = 1\ny = 2'],
  ["get_ipython().magic('matplotlib inline')", ''],
  ["x = get_ipython().run_line_magic('pwd', '')", 'import os\nx = os.getcwd()'],
  ['if x:\n    %matplotlib inline', 'if x:\n    pass'],
  ['x = %cd a', 'import os\nos.chdir("a")\nx = None'],
  ['%dotenv', 'from dotenv import load_dotenv\nload_dotenv()'],
  ['display(df)', 'display(df)'],
  ['!head a.csv > b.csv', 'import subprocess\nsubprocess.run("head a.csv > b.csv", shell=True, check=False)'],
  ['time = 3', 'time = 3'],
  ['time', 'time', 'time = 3'],
  ['history.plot()', 'history.plot()'],
];

const DROPPED = [
  '!head -3 data.csv',
  '!ls data',
  '%matplotlib inline',
  '%load_ext autoreload',
  '%autoreload 2',
  '%config x',
  '%who',
  '%timeit f()',
  '%%timeit\nx = 1',
  '%%html\n<b>',
  '%%javascript\nx',
  '%%latex\nx',
  '%%markdown\nx',
  '%%svg\nx',
  'df?',
  '%lsmagic',
  '%debug',
  'matplotlib inline',
];
const FOREIGN: readonly (readonly [string, string])[] = [
  ['R', 'R'],
  ['julia', 'Julia'],
  ['perl', 'Perl'],
  ['ruby', 'Ruby'],
  ['cython', 'Cython'],
];
const INSTALLS: readonly (readonly [string, readonly string[]])[] = [
  ['!pip install -q "pandas>=2" numpy', ['pandas>=2', 'numpy']],
  ['%pip install scikit-learn==1.4 --upgrade', ['scikit-learn==1.4']],
  ['pip install a', ['a']],
  ['!python3 -m pip install -i https://x.y a > /dev/null', ['a']],
  ['!{sys.executable} -m pip install a', ['a']],
  ['%conda install -y -c conda-forge lightgbm=4.1', ['lightgbm==4.1']],
  ['!uv pip install a[b] && ls', ['a[b]']],
  ['!pip install git+https://github.com/a/b.git', ['git+https://github.com/a/b.git']],
  ['%pip install -r requirements.txt', ['one>=1', 'two']],
];

describe('what becomes of notebook forms', () => {
  const rows = ROWS.map(([source, python, before]) => ({ source, python, before }));

  it.each(rows)('$source', ({ source, python, before }) => {
    expect(readCell(source, before === undefined ? [] : [before]).python.text.trim()).toBe(python);
  });

  it('is Python that CPython accepts', () => {
    const texts = ROWS.map(
      ([source, , before]) => readCell(source, before === undefined ? [] : [before]).python.text,
    );
    expect(askOracle('compile_texts.py', texts)).toEqual(texts.map(() => null));
  });

  it.each(DROPPED)('%j is left out, with a reason', (source) => {
    const { python } = readCell(source);
    expect(python.text.trim()).toBe('');
    expect(python.magics).toMatchObject([
      { fate: { kind: 'dropped', reason: expect.stringMatching(/^[a-z]/) } },
    ]);
  });

  it.each(FOREIGN)('%%%%%s is %s', (name, language) => {
    const { python } = readCell(`%%${name}\nx <- 1`);
    expect(python).toMatchObject({ text: '', magics: [{ fate: { kind: 'foreign', language } }] });
  });

  it.each(INSTALLS)('%j is a requirement', (source, packages) => {
    const files = { text: () => '# needed\none>=1\ntwo  # why\n-e .\n' };
    const { python } = readCell(source, ['import sys'], files);
    expect(python.text.trim()).toBe('');
    expect(python.magics).toMatchObject([{ fate: { kind: 'requirement', packages } }]);
  });

  it('names the module that a cell writes', () => {
    expect(readCell('%%writefile pkg/m.py\nx = 1').python.magics[0]?.fate).toEqual({
      kind: 'module',
      path: 'pkg/m.py',
    });
  });

  it.each([
    ['%nosuch x', 'N009'],
    ['%%nosuch\nx', 'N009'],
    ['%store -r x', 'N010'],
    ['%run nothing.py', 'N011'],
    ['%%R\nx', 'N012'],
  ])('%j gets %s', (source, code) => {
    const text = JSON.stringify({ cells: [{ cell_type: 'code', source: `\n${source}` }], nbformat: 4 });
    const { diagnostics } = readNotebook('n.ipynb', text);
    expect(diagnostics).toMatchObject([
      { code, location: { file: 'n.ipynb', cell: { index: 1 }, start: [2, 1] } },
    ]);
  });
});
