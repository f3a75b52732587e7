import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  CHURN,
  COMMAND,
  cellwright,
  folderWith,
  freshFolder,
  listing,
  notebookText,
  python,
} from './command-line.ts';

const CELLS = ['base = 20\nnoise = 3', 'answer = base * 2 + 2\nprint(answer)', 'other = noise + base'];

test('slice prints a script that gives the value, and nothing else', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const said = cellwright(['slice', 'n.ipynb', '--of', 'answer'], { cwd: folder });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  expect(said.stdout).not.toContain('noise');
  const script = `${said.stdout}\nassert answer == 42`;
  expect(execFileSync(python(), ['-c', script], { encoding: 'utf8' })).toBe('');
  expect(cellwright(['slice', 'n.ipynb', '--of', 'answer', '--mode', 'replay'], { cwd: folder }).stdout).toBe(
    said.stdout,
  );
});

test('slice of what is awaited keeps texts of several lines as they are', () => {
  const text = 'q = \'\'\'a\n  b\nc\'\'\'\nw = """x\n y"""';
  const shown = `async def f():\n    return q + w + f'''<\n{1}>'''\n\nr = await f()`;
  const folder = folderWith('n.ipynb', text, shown);
  const said = cellwright(['slice', 'n.ipynb', '--of', 'r'], { cwd: folder });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  const script = `${said.stdout}\nprint(repr(r))`;
  expect(execFileSync(python(), ['-c', script], { encoding: 'utf8' })).toBe("'a\\n  b\\ncx\\n y<\\n1>'\n");
});

test('slice -o writes the script; what is refused leaves the file as it was', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const script = cellwright(['slice', 'n.ipynb', '--of', 'answer'], { cwd: folder }).stdout;
  const said = cellwright(['slice', 'n.ipynb', '--of', 'answer', '-o', 'out.py'], { cwd: folder });
  expect(said).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'out.py'), 'utf8')).toBe(script);
  const args = ['slice', 'n.ipynb', '--of', 'nothing', '-o', 'out.py', '--json'];
  expect(cellwright(args, { cwd: folder }).code).toBe(1);
  expect(readFileSync(join(folder, 'out.py'), 'utf8')).toBe(script);
});

test('slice --explain says why each statement is kept or dropped', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const args = ['slice', 'n.ipynb', '--of', 'answer', '--explain'];
  const said = cellwright(args, { cwd: folder });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  const heads = said.stdout.split('\n').filter((line) => /^(kept|dropped)/.test(line));
  expect(heads).toEqual([
    'kept    cell[1]:1  base = 20',
    'dropped cell[1]:2  noise = 3',
    'kept    cell[2]:1  answer = base * 2 + 2',
    'dropped cell[2]:2  print(answer)',
    'dropped cell[3]:1  other = noise + base',
  ]);
  const { statements } = JSON.parse(cellwright([...args, '--json'], { cwd: folder }).stdout);
  expect(statements.map(({ kept }: { kept: boolean }) => kept)).toEqual([true, false, true, false, false]);
});

test.each([
  ['anwser', 'did you mean `answer`?'],
  ['constructor', '`constructor` is never assigned.'],
  ['(', '`(` is never assigned.'],
])('slice --of %s, which is no name of the notebook', (name, reason) => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const said = cellwright(['slice', 'n.ipynb', '--of', name], { cwd: folder });
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toContain(reason);
});

test('slice --batch gives one line a request, whatever is wrong with one', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const requests = [
    { file: 'n.ipynb', of: 'answer' },
    { file: 'missing.ipynb', of: 'answer' },
    { file: 'n.ipynb' },
    null,
    'n.ipynb',
    { file: 'n.ipynb', of: 'nothing' },
    { file: '.', of: 'x' },
    { file: 'n.ipynb', of: 'other' },
  ];
  writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
  const said = cellwright(['slice', '--batch', 'requests.json'], { cwd: folder });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  const lines = said.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ exit }) => exit)).toEqual([0, 2, 2, 2, 2, 1, 2, 0]);
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(['file', 'of', 'exit', 'stdout', 'stderr']);
    expect(line.exit === 0 ? line.stderr : line.stdout).toBe('');
  }
  const alone = cellwright(['slice', 'n.ipynb', '--of', 'other'], { cwd: folder });
  expect(lines.at(-1)).toMatchObject({ file: 'n.ipynb', of: 'other', stdout: alone.stdout });
});

test.each([
  ['{"file": "n.ipynb"}', 'is no JSON list'],
  ['[', 'is not valid JSON'],
  [null, 'cannot be read'],
])('a batch file with %j ends with exit 2', (text, reason) => {
  const folder = freshFolder();
  if (text !== null) writeFileSync(join(folder, 'requests.json'), text);
  const said = cellwright(['slice', '--batch', 'requests.json'], { cwd: folder });
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(said.stderr).toContain(reason);
});

test.each([
  ['text', /^ {2}0 {2}cell\[\d+\] {2}import/],
  ['mermaid', /^(flowchart|graph) /],
  ['dot', /^digraph /],
])('graph --format %s', (format, head) => {
  const said = cellwright(['graph', CHURN, '--format', format]);
  expect(said).toMatchObject({ code: 0, stderr: '' });
  expect(said.stdout).toMatch(head);
  const folder = freshFolder();
  expect(cellwright(['graph', CHURN, '--format', format, '-o', 'g'], { cwd: folder }).stdout).toBe('');
  expect(readFileSync(join(folder, 'g'), 'utf8')).toBe(said.stdout);
});

test('edges of the JSON graph lead to statements that read what the others give', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const { steps, edges } = JSON.parse(cellwright(['graph', 'n.ipynb', '--json'], { cwd: folder }).stdout);
  expect(steps.map(({ id }: { id: string }) => id)).toEqual(['c0:0', 'c0:1', 'c1:0', 'c1:1', 'c2:0']);
  expect(edges).toContainEqual(expect.objectContaining({ from: 0, to: 2, kind: 'data', via: 'base' }));
});

test('`cellwright FILE` is `cellwright check FILE`', () => {
  const said = cellwright([basename(CHURN)], { cwd: join(CHURN, '..') });
  expect(said).toEqual(cellwright(['check', basename(CHURN)], { cwd: join(CHURN, '..') }));
  expect(said.code).toBe(0);
  expect(said.stdout).toMatch(/^churn\.ipynb {3}\d+ cells/);
  expect(said.stdout).toContain('Next: cellwright build churn.ipynb');
});

test('check FOLDER gives one row a notebook, those with most in the way first', () => {
  const folder = folderWith('a-fine.ipynb', 'x = 1\nprint(x)');
  mkdirSync(join(folder, 'deep/.ipynb_checkpoints'), { recursive: true });
  writeFileSync(join(folder, 'deep/b-bad.ipynb'), notebookText('x = (', 'y = )', 'z = nowhere'));
  writeFileSync(join(folder, 'deep/.ipynb_checkpoints/b-bad.ipynb'), notebookText('x = ('));
  writeFileSync(join(folder, 'c-torn.ipynb'), '{"cells": [');
  const said = cellwright(['check', '.'], { cwd: folder });
  expect(said.code).toBe(1);
  const rows = said.stdout.trimEnd().split('\n');
  expect(rows.map((row) => row.split(/\s/)[0])).toEqual(['c-torn.ipynb', 'deep/b-bad.ipynb', 'a-fine.ipynb']);
  expect(rows[0]).toContain('not readable');
});

test('check names what running would change outside the folder, and files that are missing', () => {
  const folder = folderWith(
    'n.ipynb',
    'import os\nos.system("make")',
    'text = open("gone.txt").read()\nprint(text)',
  );
  const said = cellwright(['check', 'n.ipynb'], { cwd: folder });
  expect(said.stdout).toContain('Changes    other programs (cell 1)');
  expect(said.stdout).toContain('gone.txt (not found here)');
});

test('check says how to go on in words that a shell takes, and what comes from the network', () => {
  const folder = folderWith(
    "05a - Tom's Net (PyTorch).ipynb",
    'import pandas as pd\ndf = pd.read_csv("https://example.com/x.csv")',
  );
  const said = cellwright(['check', "05a - Tom's Net (PyTorch).ipynb"], { cwd: folder });
  expect(said.stdout).toContain('https://example.com/x.csv (from the network)');
  expect(said.stdout).toContain(
    "Next: cellwright build '05a - Tom'\\''s Net (PyTorch).ipynb' -o tom_s_net_pytorch --dry-run",
  );
});

test('check of a folder without notebooks is a mistake', () => {
  const said = cellwright(['check', '.'], { cwd: freshFolder() });
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(said.stderr).toContain('there is no notebook');
});

test('check --print shows what each phase sees', () => {
  const print = (phase: string) => cellwright(['check', CHURN, '--print', phase]);
  const phases = ['notebook', 'syntax', 'dataflow', 'plan'];
  const texts = phases.map((phase) => print(phase));
  for (const said of texts) {
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toContain('model');
  }
  expect(new Set(texts.map(({ stdout }) => stdout)).size).toBe(phases.length);
  expect(print('dataflw')).toMatchObject({ code: 2, stdout: '' });
  expect(print('dataflw').stderr).toContain('did you mean dataflow?');
});

test('explain says what a code means, and suggests the near one', () => {
  expect(cellwright(['explain', 's001'])).toMatchObject({ code: 0, stderr: '' });
  expect(cellwright(['explain', 'S001']).stdout).toContain('S001 invalid-syntax (error)');
  const said = cellwright(['explain', 'S0001']);
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(said.stderr).toContain('did you mean S001?');
});

test.each([
  [['bild', 'x'], 'Did you mean build?'],
  [['check', CHURN, '--jsn'], 'Did you mean --json?'],
  [['graph', CHURN, '--format', 'svg'], 'Allowed choices are text, mermaid, dot, json'],
  [['slice', CHURN, '--of', 'model', '--mode', 'both'], 'Allowed choices are pipeline, replay'],
  [['slice', CHURN], '--of NAME'],
  [['build', CHURN], "required option '-o, --output <folder>'"],
  [['record', CHURN, '--timeout', 'soon'], 'Give a number above 0'],
  [['run', '.', '-j', '0'], 'Give a number above 0'],
  [['run', '.'], 'holds no project'],
])('misuse %j ends with exit 2 and says what is right', (args, reason) => {
  const folder = freshFolder();
  const said = cellwright(args, { cwd: folder });
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(said.stderr).toContain(reason);
  expect(listing(folder)).toEqual([]);
});

test('help and version are answers, not mistakes', () => {
  for (const args of [[], ['--help'], ['help'], ['slice', '--help'], ['--version']]) {
    const said = cellwright(args);
    expect(said, args.join(' ')).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).not.toBe('');
  }
});

test('build --dry-run shows the plan and writes nothing', () => {
  const folder = freshFolder();
  copyFileSync(CHURN, join(folder, 'churn.ipynb'));
  const said = cellwright(['build', 'churn.ipynb', '-o', 'project', '--dry-run'], { cwd: folder });
  expect(said.code).toBe(0);
  expect(said.stdout).toContain('+ src/churn/pipeline.py');
  expect(said.stdout).toContain('Nothing was written');
  expect(listing(folder)).toEqual(['churn.ipynb']);
});

test('a terminal gets colour, unless NO_COLOR is set', () => {
  const folder = folderWith('bad.ipynb', 'x = (');
  const spawnInTerminal = 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)';
  const inTerminal = (env: Record<string, string>) => {
    const { NO_COLOR: _, ...rest } = process.env;
    const args = ['-c', spawnInTerminal, process.execPath, COMMAND, 'check', 'bad.ipynb'];
    return spawnSync(python(), args, { cwd: folder, env: { ...rest, ...env }, encoding: 'utf8' });
  };
  expect(inTerminal({}).stdout).toContain('\u001b[31merror[S001]');
  expect(inTerminal({ NO_COLOR: '1' }).stdout).toContain('error[S001]');
  expect(inTerminal({ NO_COLOR: '1' }).stdout).not.toContain('\u001b');
  expect(cellwright(['check', 'bad.ipynb'], { cwd: folder }).stderr).not.toContain('\u001b');
});

test.skipIf(!existsSync('/bin/sh'))('a reader that goes away early is no fault', () => {
  const many = Array.from({ length: 400 }, (_, index) => `value_${index} = ${index}`).join('\n');
  const folder = folderWith('many.ipynb', many);
  // More than a pipe holds, so that the command is still writing when `head` is gone.
  expect(cellwright(['graph', 'many.ipynb', '--json'], { cwd: folder }).stdout.length).toBeGreaterThan(
    100_000,
  );
  const by = ['/bin/sh', '-c', '"$@" | head -n 1', 'sh'];
  const said = cellwright(['graph', 'many.ipynb', '--json'], { cwd: folder, by });
  expect(said).toEqual({ code: 0, stdout: '{\n', stderr: '' });
});

test('the options of every command: before or behind the verb', () => {
  const folder = folderWith('n.ipynb', 'x = nowhere');
  const colored = cellwright(['check', 'n.ipynb', '--color', 'always'], { cwd: folder });
  expect(colored.stderr).toContain('\u001b[');
  expect(cellwright(['--color', 'never', 'check', 'n.ipynb'], { cwd: folder }).stderr).not.toContain(
    '\u001b[',
  );
  expect(cellwright(['check', 'n.ipynb', '--color', 'pink'], { cwd: folder }).code).toBe(2);
  writeFileSync(join(folder, 'n.ipynb'), notebookText('x = 1'));
  const record = ['record', 'n.ipynb', '-o', 'r', '--trust', '--python', python()];
  expect(cellwright(record, { cwd: folder }).stderr).toContain('cell[1]');
  for (const quiet of ['--quiet', '--no-progress'])
    expect(cellwright([...record, quiet], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  const asked = cellwright(['record', 'n.ipynb', '--no-input'], { cwd: folder });
  expect(asked.code).toBe(2);
  expect(asked.stderr).toContain('agree with --trust');
});
