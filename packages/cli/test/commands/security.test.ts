import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cellwright, folderWith, freshFolder, listing, notebookText, python } from './command-line.ts';

const CELLS = [
  'import pandas as pd\ndf = pd.DataFrame({"a": [1, 2]})',
  'total = int(df["a"].sum())\nprint(total)',
];

/** A folder of programs that each leave a mark when they are started. */
function tripwire(): { readonly path: string; readonly marks: () => readonly string[] } {
  const folder = freshFolder();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of [
    'python3',
    'python',
    'python3.11',
    'uv',
    'pip',
    'conda',
    'jupyter',
    'sh',
    'git',
    'ruff',
  ]) {
    writeFileSync(
      join(bin, name),
      `#!/bin/sh\necho "$0" >> ${JSON.stringify(join(folder, 'marks'))}\nexit 1\n`,
    );
    chmodSync(join(bin, name), 0o755);
  }
  const marks = join(folder, 'marks');
  return {
    path: bin,
    marks: () => (existsSync(marks) ? readFileSync(marks, 'utf8').trim().split('\n') : []),
  };
}

test.skipIf(process.platform === 'win32')('no command that reads starts any program', () => {
  const { path, marks } = tripwire();
  const folder = folderWith('n.ipynb', ...CELLS);
  // Interpreters that a command which runs something would find.
  for (const home of ['.venv', 'active']) {
    mkdirSync(join(folder, home, 'bin'), { recursive: true });
    writeFileSync(join(folder, home, 'bin/python'), readFileSync(join(path, 'python3')), { mode: 0o755 });
  }
  const surroundings = {
    cwd: folder,
    env: { PATH: `${path}${delimiter}${process.env.PATH}`, VIRTUAL_ENV: join(folder, 'active') },
  };
  writeFileSync(join(folder, 'requests.json'), JSON.stringify([{ file: 'n.ipynb', of: 'total' }]));
  for (const args of [
    ['check', 'n.ipynb'],
    ['check', '.'],
    ['check', 'n.ipynb', '--json'],
    ['check', 'n.ipynb', '--print', 'plan'],
    ['n.ipynb'],
    ['graph', 'n.ipynb'],
    ['slice', 'n.ipynb', '--of', 'total'],
    ['slice', '--batch', 'requests.json'],
    ['build', 'n.ipynb', '-o', 'project', '--dry-run'],
    ['build', 'n.ipynb', '-o', 'project'],
    ['build', 'n.ipynb', '-o', 'project', '-y'],
    ['record', 'n.ipynb', '--emit', 'project/recorder.py'],
    ['explain', 'N001'],
    ['help'],
  ]) {
    const said = cellwright(args, surroundings);
    expect(said.code, `${args.join(' ')}: ${said.stderr}`).toBe(0);
    expect(marks(), args.join(' ')).toEqual([]);
  }
  // The wire holds: a command that runs the notebook trips it.
  expect(cellwright(['record', 'n.ipynb', '--trust'], surroundings).code).toBe(3);
  expect(marks().length).toBeGreaterThan(0);
});

const HOSTILE_FILES = [
  'a\nb.ipynb',
  `it's "quoted" $(touch pwned) \`touch pwned\`.ipynb`,
  '--help.ipynb',
  'class.ipynb',
  'CON.ipynb',
  '..ipynb',
  '...ipynb',
  '\u202Etxt.ipynb',
  `$${'{{ github.token }}'}{{ x }}.ipynb`,
  `${'n'.repeat(240)}.ipynb`,
  '\u001b[2J.ipynb',
];

test.each(HOSTILE_FILES)('a notebook named %j becomes a project inside the folder', (name) => {
  const folder = folderWith(name, ...CELLS);
  const said = cellwright(['build', `./${name}`, '-o', 'project'], { cwd: folder });
  expect(said.code, said.stderr).toBe(0);
  expect(`${said.stdout}${said.stderr}`).not.toContain('\u001b');
  expectProject(folder, name);
});

test.each([
  '../../x',
  '/etc/x',
  'a\nb',
  `"'; import os #`,
  'import',
  'json',
  'nul',
  'x'.repeat(300),
  '',
  '..',
  '日本',
])('--name %j is refused, with one that works', (name) => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const args = ['build', 'n.ipynb', '-o', 'project', '--name'];
  const said = cellwright([...args, name], { cwd: folder });
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(listing(folder)).toEqual(['n.ipynb']);
  const near = /such as `(\w+)`/.exec(said.stderr)?.[1] ?? '';
  expect(cellwright([...args, near], { cwd: folder }).code).toBe(0);
  expectProject(folder, 'n.ipynb');
});

test.skipIf(process.platform === 'win32')('links in the output folder are not followed', () => {
  const outside = freshFolder();
  const folder = folderWith('n.ipynb', ...CELLS);
  mkdirSync(join(folder, 'project'));
  for (const [link, target] of [
    ['src', outside],
    ['README.md', join(outside, 'README.md')],
  ] as const) {
    symlinkSync(target, join(folder, 'project', link));
    const said = cellwright(['build', 'n.ipynb', '-o', 'project'], { cwd: folder });
    expect(said.code).toBe(2);
    expect(said.stderr).toContain('a link would lead out of the output folder');
    rmSync(join(folder, 'project', link));
  }
  expect(listing(outside)).toEqual([]);
  expect(listing(join(folder, 'project'))).toEqual([]);
});

test('files that a notebook writes elsewhere, and hostile texts in it, stay inside the project', () => {
  const cells = [
    ...CELLS,
    'df.to_csv("../../../escaped.csv")\ndf.to_csv("/tmp/../escaped.csv")',
    'label = "\\"\\"\\"; import os; os.system(\'touch pwned\')"\ndf["x"] = label\nprint(df)',
  ];
  const folder = folderWith('n.ipynb', ...cells);
  const parents = [dirname(folder), dirname(dirname(folder))].map((parent) =>
    readdirSync(parent).includes('escaped.csv'),
  );
  const said = cellwright(['build', 'n.ipynb', '-o', 'project'], { cwd: folder });
  expect(said.code, said.stderr).toBe(0);
  expectProject(folder, 'n.ipynb');
  expect(parents).toEqual([false, false]);
  expect(existsSync('/escaped.csv')).toBe(false);
});

test('a heading, a kernel name and a tag are data, in whatever is written', () => {
  const folder = freshFolder();
  const text = JSON.parse(notebookText(...CELLS));
  text.metadata.kernelspec.name = '../../$(touch pwned)';
  text.cells[0].metadata.tags = ['"""\nimport os', '../x'];
  text.cells.unshift({
    cell_type: 'markdown',
    id: 'm',
    metadata: {},
    source: '# """ + __import__("os").abort() + """ \\',
  });
  writeFileSync(join(folder, 'n.ipynb'), JSON.stringify(text));
  const said = cellwright(['build', 'n.ipynb', '-o', 'project'], { cwd: folder });
  expect(said.code, said.stderr).toBe(0);
  expectProject(folder, 'n.ipynb');
});

/** The folder holds the notebook and a project whose every module is valid Python; nothing else appeared. */
function expectProject(folder: string, notebook: string): void {
  const paths = listing(folder);
  expect(paths.filter((path) => !path.startsWith('project'))).toEqual([notebook]);
  const lock = JSON.parse(readFileSync(join(folder, 'project/.cellwright/lock.json'), 'utf8'));
  expect(lock.package).toMatch(/^[a-z_]\w{0,99}$/u);
  for (const path of Object.keys(lock.files))
    expect(existsSync(join(folder, 'project', path)), path).toBe(true);
  const check = [
    'import ast, importlib, json, keyword, pathlib, sys, tomllib',
    'root = pathlib.Path(sys.argv[1])',
    'for path in root.rglob("*.py"): ast.parse(path.read_text(encoding="utf-8"))',
    'tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))',
    'assert sys.argv[2].isidentifier() and not keyword.iskeyword(sys.argv[2])',
    'sys.path.insert(0, str(root / "src"))',
    'importlib.import_module(sys.argv[2] + ".pipeline")',
  ];
  const by = [python(), '-B', '-c', check.join('\n'), join(folder, 'project'), lock.package];
  expect(cellwright([], { cwd: folder, by })).toMatchObject({ code: 0, stderr: '' });
}
