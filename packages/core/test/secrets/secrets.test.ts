import { beforeAll, describe, expect, it } from 'vitest';
import { type Notebook, readNotebook } from '../../src/notebook/index.ts';
import {
  checkSecrets,
  findKnownShapes,
  type Hidden,
  hideSecrets,
  maskData,
  mayHoldSecrets,
} from '../../src/secrets/index.ts';
import { type PythonParser, parseNotebook } from '../../src/syntax/index.ts';
import { pythonString } from '../../src/text/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { PLANTED } from './planted.ts';

let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

function notebookWith(...sources: readonly string[]): Notebook {
  const cells = sources.map((source, index) => ({
    cell_type: source.startsWith('# ') ? 'markdown' : 'code',
    id: `c${index}`,
    metadata: {},
    execution_count: 1,
    outputs: [{ output_type: 'stream', name: 'stdout', text: source }],
    source,
  }));
  const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
  const { value } = readNotebook('n.ipynb', text);
  if (value === null) throw new Error('no notebook');
  return value;
}

function hide(...sources: readonly string[]): Hidden {
  return hideSecrets(parseNotebook(notebookWith(...sources), parser).value, parser, findKnownShapes);
}

function pythonOf({ module }: Hidden): readonly string[] {
  return module.cells.map(({ cell }) => cell.python.text);
}

describe('a credential that is known by its shape', () => {
  it.each(Object.entries(PLANTED))('%s: nothing of the notebook holds it afterwards', (_, secret) => {
    const quoted = pythonString(secret);
    const plain = secret.split('\n')[0] ?? '';
    const hidden = hide(
      `# See ${secret}`,
      `import requests\nr = requests.get("https://x.example", headers={"a": ${quoted}})`,
      `value = ${quoted}  # was ${plain.length === secret.length ? plain : 'in lines'}\nother = [value, ${quoted}]`,
      `"""${secret}"""\ntext = """before ${secret} after"""\nprint(f"<{value}> ${plain.length === secret.length ? plain : ''}")`,
    );
    expect(mayHoldSecrets(secret)).toBe(true);
    const written = JSON.stringify(hidden.module);
    for (const line of secret.split('\n').filter((text) => !text.startsWith('-----')))
      expect(written.includes(line)).toBe(false);
    expect(hidden.secrets.map(({ text }) => text)).toEqual([secret]);
    const { variable = '' } = hidden.secrets[0] ?? {};
    expect(variable).toMatch(/^[A-Z][A-Z_]+$/);
    expect(pythonOf(hidden)[1]).toContain(`value = os.environ["${variable}"]`);
    expect(pythonOf(hidden)[2]).toContain(`text = ("before " + os.environ["${variable}"] + " after")`);
    // What was Python still is.
    const again = parseNotebook(hidden.module.notebook, parser);
    expect(again.diagnostics).toEqual([]);
  });
});

const NAMED: readonly (readonly [code: string, hidden: string])[] = [
  ['password = "hunter2"', 'password = os.environ["PASSWORD"]'],
  ['db_pass = "admin"', 'db_pass = os.environ["DB_PASS"]'],
  ['dbPassword: str = "hunter2"', 'dbPassword: str = os.environ["DB_PASSWORD"]'],
  ['self.api_key = "abc123def"', 'self.api_key = os.environ["API_KEY"]'],
  ['connect(user="ann", password="hunter2")', 'connect(user="ann", password=os.environ["PASSWORD"])'],
  ['config = {"user": "ann", "pwd": "hunter2"}', 'config = {"user": "ann", "pwd": os.environ["PWD"]}'],
  ['config["secret"] = "abc123def"', 'config["secret"] = os.environ["SECRET"]'],
  ['os.environ["API_KEY"] = "abc123def"', 'os.environ["API_KEY"] = os.environ["API_KEY"]'],
  [
    'os.environ.setdefault("API_KEY", "abc123def")',
    'os.environ.setdefault("API_KEY", os.environ["API_KEY"])',
  ],
  ['def f(token="tok_12345678"): pass', 'def f(token=os.environ["TOKEN"]): pass'],
  ['user, password = "ann", "hunter2"', 'user, password = "ann", os.environ["PASSWORD"]'],
  ['password = "hunter2" if x else None', 'password = os.environ["PASSWORD"] if x else None'],
  ['ok = password == "hunter2"', 'ok = password == os.environ["PASSWORD"]'],
  ['password = b"hunter2"', 'password = b"hunter2"'],
];

it.each(NAMED)('a credential by its name: %s', (code, expected) => {
  expect(pythonOf(hide(code))[0]?.replace('import os\n', '')).toBe(expected);
});

it.each([
  'password = ""',
  'password = "<your password>"',
  'password = "changeme"',
  'password = input("Password: ")',
  'password = os.environ["DB_PASSWORD"]',
  'password = os.environ.get("DB_PASSWORD", "")',
  'token = "[PAD]"',
  'sort_key = "name1"',
  'key = "value1"',
  'password_column = "pw_hash_1"',
  'columns = {"token": "word", "secret": "hidden"}',
  'tokenizer = "bert-base-uncased"',
  'url = "https://example.com:8080/a@b"',
  'message = "write to ann@example.com"',
  'sha = "0a1b2c3d4e5f69780a1b2c3d4e5f6978"',
])('what is no credential stays: %s', (code) => {
  const hidden = hide(code);
  expect(hidden.secrets).toEqual([]);
  expect(pythonOf(hidden)).toEqual([code]);
});

it('statements keep their ids, and errors their place', () => {
  const before = parseNotebook(notebookWith('x = 1\ntoken = "tok_12345678"\ny = nope'), parser).value;
  const { module, secrets } = hideSecrets(before, parser, findKnownShapes);
  const ids = module.cells[0]?.statements.map(({ id }) => id);
  expect(ids).toEqual(['c0:environment', 'c0:0', 'c0:1', 'c0:2']);
  expect(checkSecrets(secrets)).toMatchObject([
    { code: 'L201', location: { cell: { index: 1 }, start: [2, 9], end: [2, 23] } },
  ]);
});

it('a cell whose magics were translated', () => {
  const hidden = hide(
    `%env API_KEY=${PLANTED['GitHub token']}\n!curl -H "Authorization: Bearer ${PLANTED['GitLab token']}" x`,
  );
  expect(hidden.secrets).toHaveLength(2);
  expect(JSON.stringify(hidden.module)).not.toMatch(/ghp_|glpat-/);
  expect(parseNotebook(hidden.module.notebook, parser).diagnostics).toEqual([]);
});

it('two credentials under one name get two variables, and equal ones share one', () => {
  const hidden = hide('a = f(password="hunter2")', 'b = f(password="hunter3")', 'c = f(password="hunter2")');
  expect(pythonOf(hidden).map((text) => /os\.environ\["(\w+)"\]/.exec(text)?.[1])).toEqual([
    'PASSWORD',
    'PASSWORD_2',
    'PASSWORD',
  ]);
});

it('a short word is hidden where it is the password, and only there', () => {
  const hidden = hide('password = "admin"\nrole = "admin"\nprint("administrator")');
  expect(pythonOf(hidden)[0]).toBe(
    'import os\npassword = os.environ["PASSWORD"]\nrole = "admin"\nprint("administrator")',
  );
});

it('plain data is masked in every text', () => {
  const { secrets } = hide('password = "hunter2!"');
  expect(maskData({ a: ['x hunter2! y', 1], 'hunter2!': null }, secrets)).toEqual({
    a: ['x ******** y', 1],
    '********': null,
  });
});
