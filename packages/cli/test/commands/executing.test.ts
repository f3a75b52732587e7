import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  cellwright,
  folderWith,
  freshFolder,
  listing,
  notebookText,
  python,
  runProgram,
  startCellwright,
} from './command-line.ts';
import { isAlive, numbersIn } from './processes.ts';

function record(folder: string, ...more: readonly string[]) {
  const args = ['record', 'n.ipynb', '-o', 'record', '--python', python(), ...more];
  return cellwright(args, { cwd: folder });
}

test('nothing runs without --trust where nobody can be asked', () => {
  const folder = folderWith('n.ipynb', 'open("ran.txt", "w").write("x")');
  const said = record(folder);
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(said.stderr).toContain('This runs the code in n.ipynb on your machine.');
  expect(said.stderr).toContain('writes ran.txt (cell 1)');
  expect(said.stderr).toContain('agree with --trust');
  expect(listing(folder)).toEqual(['n.ipynb']);
  const built = cellwright(['build', 'n.ipynb', '-o', 'project', '--record', '-y'], { cwd: folder });
  expect(built).toMatchObject({ code: 2, stdout: '' });
  expect(listing(folder)).toEqual(['n.ipynb']);
});

test('changes outside the folder need --allow-writes, and --trust is not enough', () => {
  const elsewhere = join(freshFolder(), 'touched');
  const folder = folderWith('n.ipynb', `import os\nos.system("touch ${elsewhere}")\nx = 1`);
  const said = record(folder, '--trust');
  expect(said).toMatchObject({ code: 3, stdout: '' });
  expect(said.stderr).toContain('nothing was run');
  expect(said.stderr).toContain('--allow-writes');
  expect(said.stderr).toContain('(cell 1)');
  expect(existsSync(elsewhere)).toBe(false);
  expect(listing(folder)).toEqual(['n.ipynb']);
  expect(record(folder, '--trust', '--allow-writes').code).toBe(0);
  expect(existsSync(elsewhere)).toBe(true);
});

test('the question cannot be steered by what the notebook contains', () => {
  const folder = folderWith('n.ipynb', 'open("a\\x1b[2Kb\\rc", "w").write("x")');
  const said = record(folder);
  expect(said.code).toBe(2);
  expect(said.stderr).not.toContain('\u001b');
  expect(said.stderr).not.toContain('\r');
});

test('no Python at all: exit 3 and the command that helps', () => {
  const folder = folderWith('n.ipynb', 'x = 1');
  const env = { PATH: '', VIRTUAL_ENV: '', CONDA_PREFIX: '', HOME: folder, JUPYTER_PATH: '' };
  const said = cellwright(['record', 'n.ipynb', '--trust'], { cwd: folder, env });
  // A kernelspec of the machine may still name one.
  if (said.code === 0) return;
  expect(said).toMatchObject({ code: 3, stdout: '' });
  expect(said.stderr).toContain('No Python was found');
  expect(said.stderr).toMatch(/hint: Install one: `.+`/);
});

test('a --python that is none is named', () => {
  const folder = folderWith('n.ipynb', 'x = 1');
  const args = ['record', 'n.ipynb', '--trust', '--python', 'no/such/python'];
  const said = cellwright(args, { cwd: folder });
  expect(said).toMatchObject({ code: 3, stdout: '' });
  expect(said.stderr).toContain('`no/such/python` does not answer');
});

const ENDINGS: readonly (readonly [string, string, number, readonly string[]])[] = [
  ['raises half-way', 'y = 1 / 0', 1, ['V004', 'cell[2], line 1: ZeroDivisionError']],
  ['lacks a package', 'import nonexistent_pkg', 3, ['V003', '-m pip install nonexistent_pkg']],
  ['lacks a package of another name', 'import nonexistent_pkg.sub as s', 3, ['V003', '`nonexistent_pkg`']],
  ['lacks a data file', 'text = open("missing.csv").read()', 3, ['V011', 'missing.csv', 'cell[2]']],
  ['ends its process', 'import os\nos._exit(3)', 3, ['V009', 'cell[2]']],
  ['ends its process as if all were well', 'import os\nos._exit(0)', 3, ['V009', 'cell[2]']],
  ['kills itself', 'import os, signal\nos.kill(os.getpid(), signal.SIGKILL)', 3, ['V005', 'SIGKILL']],
  ['asks for input', 'name = input("name? ")', 3, ['V008', 'cell[2]']],
];

test.each(ENDINGS)('a notebook that %s', (_, cell, code, reasons) => {
  const folder = folderWith('n.ipynb', 'x = 1', cell, 'z = 3');
  const said = record(folder, '--trust');
  expect(said.code, said.stderr).toBe(code);
  for (const reason of reasons) expect(said.stderr).toContain(reason);
  expect(said.stderr).not.toMatch(/Traceback|^\s+at /m);
  expect(said.stdout).toContain('statements recorded in record');
  // What came before is kept.
  const kept = JSON.parse(readFileSync(join(folder, 'record/record.json'), 'utf8'));
  expect(kept.steps[0]).toMatchObject({ id: 'c0:0', values: { x: { repr: '1' } } });
});

test.each([
  ['sleeps', 'import time\ntime.sleep(600)'],
  [
    'catches every interrupt',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
  ],
])('a notebook that %s is ended by --timeout', (_, cell) => {
  const folder = folderWith('n.ipynb', pidCell(), cell);
  const said = record(folder, '--trust', '--timeout', '3');
  expect(said.code, said.stderr).toBe(3);
  expect(said.stderr).toContain('V006');
  expect(said.stderr).toContain('--timeout SECONDS');
  expect(isAlive(recordedPid(folder))).toBe(false);
});

/** Tells the process id through a value of the record. */
function pidCell(): string {
  return 'import os\npid = os.getpid()';
}

function recordedPid(folder: string): number {
  const { steps } = JSON.parse(readFileSync(join(folder, 'record/record.json'), 'utf8'));
  return Number(steps[1].values.pid.repr);
}

test.skipIf(process.platform === 'win32').each(['record', 'build'])(
  'Ctrl-C during %s ends with 130 and leaves no process and no project',
  async (verb) => {
    const folder = freshFolder();
    const signalled = join(folder, 'pids.txt');
    const cell = [
      'import os, subprocess, sys, time',
      'child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])',
      `print(os.getpid(), child.pid, file=open(${JSON.stringify(signalled)}, "w"), flush=True)`,
      'time.sleep(600)',
    ];
    writeFileSync(join(folder, 'n.ipynb'), notebookText('x = 1', cell.join('\n'), 'print(x)'));
    const flags = ['--trust', '--allow-writes', '--python', python()];
    const args =
      verb === 'record'
        ? ['record', 'n.ipynb', '-o', 'record', ...flags]
        : ['build', 'n.ipynb', '-o', 'project', '--record', ...flags];
    const command = startCellwright(args, folder);
    let stderr = '';
    command.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const ended = new Promise((done) => command.once('close', done));
    const pids = await numbersIn(signalled, command);
    command.kill('SIGINT');
    expect(await ended, stderr).toBe(130);
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(stderr).not.toMatch(/Traceback|^\s+at /m);
    expect(existsSync(join(folder, 'project'))).toBe(false);
  },
);

test('record -o replaces an older record and nothing else', () => {
  const folder = folderWith('n.ipynb', 'x = 1');
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'mine/values'), 'precious');
  const args = ['record', 'n.ipynb', '--trust', '--python', python(), '-o'];
  for (const output of ['mine', '.', 'n.ipynb']) {
    const said = cellwright([...args, output], { cwd: folder });
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain('holds other things');
  }
  expect(listing(folder)).toEqual(['mine', 'mine/values', 'n.ipynb']);
  for (let round = 0; round < 2; round++) expect(cellwright([...args, 'new'], { cwd: folder }).code).toBe(0);
  expect(readdirSync(join(folder, 'new')).sort()).toEqual(['record.json', 'values']);
});

test('slice --record: what the run did not change is left out; a replay also believes the branches taken', () => {
  const define = 'import tools\ndef touch(x, really):\n    if really:\n        x.append(9)';
  const cell = 'values = [1, 2]\ntools.look(values)\ntouch(values, len(values) > 5)';
  const folder = folderWith('n.ipynb', define, cell, 'print(values)');
  writeFileSync(join(folder, 'tools.py'), 'def look(x):\n    return len(x)\n');
  expect(record(folder, '--trust').code).toBe(0);
  const slice = (...more: readonly string[]) => {
    const said = cellwright(['slice', 'n.ipynb', '--of', 'values', ...more], { cwd: folder });
    expect(said).toMatchObject({ code: 0, stderr: '' });
    const script = `${said.stdout}\nprint(values)`;
    expect(runProgram([python(), '-c', script], { cwd: folder }).stdout).toContain('[1, 2]');
    return said.stdout;
  };
  expect(slice('--mode', 'replay')).toBe(slice()); // without a run there is nothing to believe
  expect(slice()).toMatch(/tools\.look\(values\)[\s\S]*touch\(values/);
  const pipeline = slice('--record', 'record');
  expect(pipeline).not.toMatch(/^tools/m);
  expect(pipeline).toMatch(/^touch/m); // with other values it would have been changed
  expect(slice('--record', 'record', '--mode', 'replay')).toBe('values = [1, 2]\n');
  expect(cellwright(['slice', 'n.ipynb', '--of', 'values', '--record', 'no'], { cwd: folder }).code).toBe(2);
});
