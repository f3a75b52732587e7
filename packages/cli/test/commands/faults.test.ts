import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  cellwright,
  folderWith,
  freshFolder,
  listing,
  notebookText,
  python,
  startCellwright,
} from './command-line.ts';
import { expectNoStack, isAlive, numbersIn } from './processes.ts';

const FLAGS = ['--trust', '--allow-writes', '--python', python()];
const isPosix = process.platform !== 'win32';

/** A folder with a notebook that says who runs it, here and in the project, and then waits for ever. */
function waitingNotebook(): { readonly folder: string; readonly pids: string } {
  const folder = freshFolder();
  const pids = join(folder, 'pids.txt');
  // In pieces: a path that can be read in the notebook has a place of its own in the project.
  const [marked, told] = [join(folder, 'wait'), pids].map(
    (path) => `"/".join(${JSON.stringify(path.split('/'))})`,
  );
  const cell = [
    'import os, subprocess, sys, time',
    'def wait():',
    '    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])',
    `    print(os.getpid(), child.pid, file=open(${told}, "w"), flush=True)`,
    `    time.sleep(600 if os.path.exists(${marked}) else 0)`,
    '    child.kill()',
    '    return 42',
    'x = wait()',
  ];
  writeFileSync(join(folder, 'n.ipynb'), notebookText(cell.join('\n'), 'result = x + 1\nprint(result)'));
  return { folder, pids };
}

/** Starts a command that will wait in the notebook or the project, and ends it by a signal. */
async function endBy(
  signal: NodeJS.Signals,
  args: readonly string[],
  { folder, pids }: ReturnType<typeof waitingNotebook>,
): Promise<{ code: number | null; stderr: string; left: () => readonly boolean[] }> {
  writeFileSync(join(folder, 'wait'), '');
  rmSync(pids, { force: true });
  const command = startCellwright(args, folder);
  let stderr = '';
  command.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  command.stdout?.resume();
  const ended = new Promise<number | null>((done) => command.once('close', done));
  const numbers = await numbersIn(pids, command);
  command.kill(signal);
  const code = await ended;
  return { code, stderr, left: () => numbers.map(isAlive) };
}

test.skipIf(!isPosix).each(['run', 'verify'])(
  'Ctrl-C during %s ends with 130, leaves no process and the project as it was',
  async (verb) => {
    const waiting = waitingNotebook();
    const { folder } = waiting;
    expect(cellwright(['build', 'n.ipynb', '-o', 'p', '--artifact', 'result'], { cwd: folder }).code).toBe(0);
    const before = listing(join(folder, 'p'));
    const flags = verb === 'run' ? ['--python', python()] : FLAGS;
    const { code, stderr, left } = await endBy('SIGINT', [verb, 'p', ...flags], waiting);
    expect(code, stderr).toBe(130);
    expect(left()).toEqual([false, false]);
    expectNoStack(stderr);
    // Nothing half-made: what the next run needs is there, and it works.
    expect(listing(join(folder, 'p')).filter((path) => !/artifacts|__pycache__|proof/.test(path))).toEqual(
      before.filter((path) => !/artifacts/.test(path)),
    );
    rmSync(join(folder, 'wait'));
    const again = cellwright(['run', 'p', '--python', python()], { cwd: folder });
    expect(again.code, again.stderr).toBe(0);
  },
);

test.skipIf(!isPosix).each(['record', 'build', 'run', 'verify'])(
  'kill -9 during %s leaves no process behind',
  async (verb) => {
    const waiting = waitingNotebook();
    const { folder } = waiting;
    if (verb === 'run' || verb === 'verify')
      expect(cellwright(['build', 'n.ipynb', '-o', 'p', '--artifact', 'result'], { cwd: folder }).code).toBe(
        0,
      );
    const args = {
      record: ['record', 'n.ipynb', '-o', 'r', ...FLAGS],
      build: ['build', 'n.ipynb', '-o', 'p', '--record', ...FLAGS],
      run: ['run', 'p', '--python', python()],
      verify: ['verify', 'p', ...FLAGS],
    }[verb];
    const { code, left } = await endBy('SIGKILL', args ?? [], waiting);
    expect(code).toBeNull();
    for (let waited = 0; waited < 400 && left().some(Boolean); waited++)
      await new Promise((later) => setTimeout(later, 50));
    expect(left()).toEqual([false, false]);
  },
);

test.skipIf(!isPosix)('a limit on file sizes, as a full disk, under every command that writes', () => {
  const folder = folderWith(
    'n.ipynb',
    'numbers = list(range(200000))',
    'result = sum(numbers)\nprint(result)',
  );
  const limited = (blocks: number, args: readonly string[]) =>
    cellwright(args, { cwd: folder, by: ['/bin/sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh'] });
  const built = limited(2, ['build', 'n.ipynb', '-o', 'p']);
  expectNoStack(built.stderr);
  expect(built.code).toBe(2);
  expect(built.stderr).toContain('larger than allowed');
  expect(listing(join(folder, 'p')).filter((path) => /\.tmp$|lock\.json$/.test(path))).toEqual([]);
  // Values that do not fit are left out; the run goes on.
  const recorded = limited(250, ['record', 'n.ipynb', '-o', 'r', ...FLAGS]);
  expectNoStack(recorded.stderr);
  expect(recorded.code, recorded.stderr).toBe(0);
  expect(readFileSync(join(folder, 'r/record.json'), 'utf8')).toContain('could not be stored');
  expect(cellwright(['build', 'n.ipynb', '-o', 'p'], { cwd: folder }).code).toBe(0);
  const graph = limited(0, ['graph', 'n.ipynb', '-o', 'graph.txt']);
  expectNoStack(graph.stderr);
  expect(graph.code).toBe(2);
});

const FAILING: readonly (readonly [string, string, number, readonly string[]])[] = [
  ['raises', 'x = 1\nresult = x / 0', 1, ['V014', 'ZeroDivisionError: division by zero', 'stage']],
  [
    'lacks a package',
    'import nonexistent_pkg\nresult = nonexistent_pkg.f()',
    3,
    ['V003', '-m pip install nonexistent_pkg', 'cellwright env p'],
  ],
  ['lacks a data file', 'result = open("gone.csv").read()', 3, ['V011', 'gone.csv', 'params.yaml']],
  [
    'is killed',
    'import os, signal\ndef f():\n    os.kill(os.getpid(), signal.SIGKILL)\n    return 1\nresult = f()',
    3,
    ['V005', 'SIGKILL'],
  ],
];

test.each(FAILING)('a project whose stage %s says so in one diagnostic', (_, cell, code, reasons) => {
  const folder = folderWith('n.ipynb', cell, 'print(result)');
  const built = cellwright(['build', 'n.ipynb', '-o', 'p', '--artifact', 'result'], { cwd: folder });
  expect(built.code, built.stderr).toBe(0);
  const said = cellwright(['run', 'p', '--python', python()], { cwd: folder });
  expectNoStack(said.stderr);
  expect(said.code, said.stderr).toBe(code);
  for (const reason of reasons) expect(said.stderr).toContain(reason);
});

test('a data file that is missing is named by check and build, with its cell and parameter', () => {
  const folder = folderWith(
    'n.ipynb',
    'import pandas as pd',
    'table = pd.read_csv("gone.csv")\nprint(len(table))',
  );
  for (const args of [
    ['check', 'n.ipynb'],
    ['build', 'n.ipynb', '-o', 'p'],
  ]) {
    const said = cellwright(args, { cwd: folder });
    expect(said.code).toBe(0);
    expect(said.stderr).toContain('P003');
    expect(said.stderr).toMatch(/`gone\.csv` is not there; the project reads it from `data\/gone\.csv`/);
    expect(said.stderr).toMatch(/n\.ipynb:cell\[2\][\s\S]*set the parameter `load\w*\.\w+`/);
  }
});

test('an artifact that nothing is named after: exit 2, the near name, nothing written', () => {
  const folder = folderWith('n.ipynb', 'answer = 42\nprint(answer)');
  const said = cellwright(['build', 'n.ipynb', '-o', 'p', '--artifact', 'anwser'], { cwd: folder });
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(said.stderr).toContain('P001');
  expect(said.stderr).toContain('`answer`');
  expect(existsSync(join(folder, 'p'))).toBe(false);
});

test('two files for one place: the project is not whole, and the exit code says so', () => {
  const folder = folderWith(
    'n.ipynb',
    'import tools\nimport TOOLS',
    'result = tools.a + TOOLS.b\nprint(result)',
  );
  writeFileSync(join(folder, 'tools.py'), 'a = 1\n');
  writeFileSync(join(folder, 'TOOLS.py'), 'b = 2\n');
  mkdirSync(join(folder, 'deep'));
  const said = cellwright(['build', 'n.ipynb', '-o', 'p', '--json'], { cwd: folder });
  expect(said.code).toBe(1);
  expect(said.stderr).toContain('R002');
  expect(said.stderr).toContain('the project is not whole');
  expect(JSON.parse(said.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'R002' }] });
});
