import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellwright, errorsOf, folderWith, python, runProgram, type Said } from './command-line.ts';

const CELLS = ['total = 1\nunused = 2', 'result = {"sum": total + 1}\nprint(result)'];
const WHEN = ['--schedule', '0 6 * * 1-5', '--timezone', 'Europe/Paris'];

function projectFolder(): string {
  const folder = folderWith('tiny.ipynb', ...CELLS);
  expect(cellwright(['build', 'tiny.ipynb', '-o', 'project'], { cwd: folder }).code).toBe(0);
  return folder;
}

function exportIn(folder: string, ...args: readonly string[]): Said {
  return cellwright(['export', 'project', ...args], { cwd: folder });
}

const lockIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'project/.cellwright/lock.json'), 'utf8'));

test('targets are written without the notebook, kept by a build, and left alone where they were edited', () => {
  const folder = projectFolder();
  const notebook = readFileSync(join(folder, 'tiny.ipynb'));
  rmSync(join(folder, 'tiny.ipynb'));
  const timer = join(folder, 'project/deploy/tiny.timer');

  const shown = exportIn(folder, '--target', 'systemd', ...WHEN, '--diff');
  expect(shown.stdout).toContain('+OnCalendar=Mon..Fri *-*-* 06:00:00 Europe/Paris');
  expect(exportIn(folder, '--target', 'systemd,cron', ...WHEN, '-n').stdout).toContain('+ deploy/tiny.timer');
  expect(existsSync(timer)).toBe(false);

  const written = exportIn(folder, '--target', 'systemd,cron', ...WHEN);
  expect(written.code, written.stderr).toBe(0);
  expect(readFileSync(timer, 'utf8')).toContain('OnCalendar=Mon..Fri *-*-* 06:00:00 Europe/Paris');
  expect(existsSync(join(folder, 'project/src/tiny/pipeline.py'))).toBe(true);
  expect(errorsOf('lock', lockIn(folder))).toBeNull();

  // Another schedule for all that the project has.
  expect(exportIn(folder, '--schedule', '@hourly').code).toBe(0);
  expect(readFileSync(timer, 'utf8')).toContain('OnCalendar=*-*-* *:00:00 Europe/Paris');

  writeFileSync(join(folder, 'tiny.ipynb'), notebook);
  const again = cellwright(['build', 'tiny.ipynb', '-o', 'project'], { cwd: folder });
  expect(again.stdout).toContain('Plan: 0 files to add, 0 to change, 0 to delete');

  writeFileSync(timer, `${readFileSync(timer, 'utf8')}# by hand\n`);
  expect(exportIn(folder, '--schedule', '@weekly').stdout).toContain('! deploy/tiny.timer.new');
  expect(readFileSync(timer, 'utf8')).toContain('# by hand');

  const fewer = cellwright(['build', 'tiny.ipynb', '-o', 'project', '--target', 'systemd'], { cwd: folder });
  expect(fewer.stdout).toContain('- deploy/tiny.cron');
  expect(lockIn(folder).targets.map(({ id }: { id: string }) => id)).toEqual(['systemd']);
});

test.each([
  ['an unknown target', ['--target', 'systemdd'], 2, 'Did you mean `systemd`?'],
  ['no target', [], 2, 'name targets with `--target`'],
  ['a schedule of six fields', ['--target', 'systemd', '--schedule', '0 0 6 * * *'], 2, 'error[C003]'],
  [
    'a time zone in other letters',
    ['--target', 'systemd', ...WHEN.slice(0, 3), 'europe/paris'],
    2,
    'error[C004]',
  ],
  ['no value', ['--target', 'systemd', '--option', 'home'], 2, 'error[C006]'],
])('%s: nothing is written', (_, args, code, message) => {
  const folder = projectFolder();
  const before = JSON.stringify(lockIn(folder));
  const said = exportIn(folder, ...args);
  expect(said.stderr).toContain(message);
  expect(said.code).toBe(code);
  expect(JSON.stringify(lockIn(folder))).toBe(before);
  expect(existsSync(join(folder, 'project/deploy'))).toBe(false);
});

test('a schedule without a target is an error of a build too', () => {
  const folder = folderWith('tiny.ipynb', ...CELLS);
  const said = cellwright(['build', 'tiny.ipynb', '-o', 'project', ...WHEN], { cwd: folder });
  expect(said.code).toBe(2);
  expect(said.stderr).toContain('`--schedule` is for targets, and there is none.');
  expect(existsSync(join(folder, 'project'))).toBe(false);
});

test('a folder that is no project, and the list', () => {
  const folder = folderWith('tiny.ipynb', ...CELLS);
  expect(cellwright(['export', '.', '--target', 'cron'], { cwd: folder })).toMatchObject({ code: 2 });
  expect(cellwright(['export', '--list']).stdout).toMatch(/^cron +cron: one machine/m);
  const listed = JSON.parse(cellwright(['export', '--list', '--json']).stdout);
  expect(errorsOf('export', listed)).toBeNull();
  expect(listed.targets).toContainEqual(expect.objectContaining({ id: 'systemd' }));
});

test('the document of an export', () => {
  const folder = projectFolder();
  const said = exportIn(folder, '--target', 'systemd', '--json');
  const document = JSON.parse(said.stdout);
  expect(errorsOf('export', document)).toBeNull();
  expect(document.targets).toEqual([{ id: 'systemd', files: ['deploy/tiny.service'] }]);
});

test('what an engine has made is compared with the notebook, and the proof names the engine', () => {
  const folder = projectFolder();
  const flags = ['--trust', '--python', python()];
  expect(exportIn(folder, '--target', 'systemd').code).toBe(0);
  const run = [python(), '-m', 'tiny', '--out', '../made', 'run'];
  const env = { PYTHONPATH: 'src' };
  expect(runProgram(run, { cwd: join(folder, 'project'), env })).toMatchObject({ code: 0 });
  const verify = (...args: readonly string[]) =>
    cellwright(['verify', 'project', '--results', 'made', ...flags, ...args], { cwd: folder });

  const equal = verify('--target', 'systemd');
  expect(equal.stdout).toMatch(/^VERIFIED 1 of 1 equal {3}proof: project\/.cellwright\/proof-systemd.html$/m);
  expect(equal.code).toBe(0);
  const proof = JSON.parse(readFileSync(join(folder, 'project/.cellwright/proof-systemd.json'), 'utf8'));
  expect(proof).toMatchObject({ ok: true, results: 'systemd', repairs: [] });
  expect(existsSync(join(folder, 'project/.cellwright/proof.json'))).toBe(false);

  const [made] = lockIn(folder).artifacts;
  const file = join(folder, 'made', made.path.replace('artifacts/', ''));
  const other = [python(), '-c', CHANGE, file, made.codec];
  expect(runProgram(other, { cwd: join(folder, 'project'), env })).toMatchObject({ code: 0 });
  expect(verify().stdout).toMatch(/^DIFFERS 0 of 1 equal/m);
  expect(verify().code).toBe(1);
  rmSync(file);
  expect(verify().stdout).toContain('the project did not write');
  expect(verify('--target', 'cron')).toMatchObject({ code: 2, stdout: '' });
});

const CHANGE = `
import sys
from pathlib import Path
from tiny import io

io.save({"sum": 3}, Path(sys.argv[1]))
`;
