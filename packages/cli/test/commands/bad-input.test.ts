import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { COMMAND, cellwright, folderWith, freshFolder, listing, notebookText } from './command-line.ts';
import { expectNoStack } from './processes.ts';

const CELLS = ['total = 1', 'result = total + 1\nprint(result)'];

const R_NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'ir', display_name: 'R', language: 'R' } },
  cells: [
    { cell_type: 'code', id: 'a', metadata: {}, execution_count: 1, outputs: [], source: 'x <- c(1, 2)' },
  ],
});
const CONFLICT = notebookText('x = 1').replace('"cells"', '\n<<<<<<< HEAD\n=======\n>>>>>>> other\n"cells"');

// What each reading command says about a file that is no notebook: a code of the catalogue, exit 2.
const UNREADABLE: readonly (readonly [string, string | null, string])[] = [
  ['missing', null, 'C001'],
  ['not JSON', 'hello, world', 'N001'],
  ['HTML', '<!DOCTYPE html><html></html>', 'N001'],
  ['torn', notebookText('x = 1').slice(0, -20), 'N001'],
  ['an empty file', '', 'N001'],
  ['a list', '[1, 2]', 'N003'],
  ['an object', '{"a": 1}', 'N003'],
  ['in R', R_NOTEBOOK, 'N005'],
  ['conflict markers', CONFLICT, 'N002'],
];

test.each(UNREADABLE)('a notebook that is %s: every command says so and writes nothing', (_, text, code) => {
  const folder = freshFolder();
  if (text !== null) writeFileSync(join(folder, 'n.ipynb'), text);
  const before = listing(folder);
  for (const args of [
    ['check', 'n.ipynb'],
    ['graph', 'n.ipynb'],
    ['slice', 'n.ipynb', '--of', 'x'],
    ['build', 'n.ipynb', '-o', 'project'],
    ['record', 'n.ipynb', '--trust'],
    ['env', 'n.ipynb'],
  ]) {
    const said = cellwright(args, { cwd: folder });
    expectNoStack(said.stderr);
    expect(said.code, args.join(' ')).toBe(2);
    expect(said.stdout).toBe('');
    expect(said.stderr).toContain(`error[${code}]`);
    expect(said.stderr).toContain('n.ipynb');
  }
  expect(listing(folder)).toEqual(before);
});

test('a folder given for a notebook', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'n.ipynb'));
  for (const args of [
    ['graph', 'n.ipynb'],
    ['slice', 'n.ipynb', '--of', 'x'],
    ['build', 'n.ipynb', '-o', 'project'],
  ]) {
    const said = cellwright(args, { cwd: folder });
    expectNoStack(said.stderr);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain('`n.ipynb` is a folder');
  }
  const recorded = cellwright(['record', 'n.ipynb', '--trust'], { cwd: folder });
  expect(recorded).toMatchObject({ code: 2, stdout: '' });
  expect(recorded.stderr).toContain('there is no notebook in `n.ipynb`');
});

test.each([
  ['a byte order mark', `\uFEFF${notebookText(...CELLS)}`],
  ['NaN', notebookText(...CELLS).replace('"metadata":{},', '"metadata":{"score":NaN},')],
  ['CRLF', notebookText(...CELLS).replaceAll('\\n', '\\r\\n')],
  ['source lists', notebookText(...CELLS).replace('"source":"total = 1"', '"source":["total = 1"]')],
])('a notebook with %s is read all the same', (_, text) => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'n.ipynb'), text);
  const said = cellwright(['slice', 'n.ipynb', '--of', 'result'], { cwd: folder });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  expect(said.stdout).toContain('result = total + 1');
  expect(cellwright(['check', 'n.ipynb'], { cwd: folder }).code).toBe(0);
});

test('a notebook without cells has nothing to build', () => {
  const folder = folderWith('n.ipynb');
  const checked = cellwright(['check', 'n.ipynb'], { cwd: folder });
  expect(checked.code).toBe(1);
  expect(checked.stderr).toContain('N004');
  expect(checked.stdout).not.toContain('Next:');
  const said = cellwright(['build', 'n.ipynb', '-o', 'project'], { cwd: folder });
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toContain('nothing to build');
  expect(listing(folder)).toEqual(['n.ipynb']);
});

test.each([
  ['project', 'project'],
  ['project', 'project/deeper'],
])('a file %s where the output folder %s should be', (file, output) => {
  const folder = folderWith('n.ipynb', ...CELLS);
  writeFileSync(join(folder, file), 'mine');
  const said = cellwright(['build', 'n.ipynb', '-o', output], { cwd: folder });
  expectNoStack(said.stderr);
  expect(said.code).toBe(2);
  expect(said.stderr).toMatch(/error: (a file is where a folder should be|something else has this name)/);
  expect(readFileSync(join(folder, file), 'utf8')).toBe('mine');
  expect(listing(folder)).toEqual(['n.ipynb', file]);
});

test('a result that cannot be written where -o says', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  for (const [output, reason] of [
    ['missing/out.py', 'no such file or folder'],
    ['.', 'a folder is where a file should be'],
  ] as const) {
    const said = cellwright(['slice', 'n.ipynb', '--of', 'result', '-o', output], { cwd: folder });
    expectNoStack(said.stderr);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toContain(reason);
  }
});

const isRoot = process.getuid?.() === 0;

test.skipIf(process.platform === 'win32')('an output folder that may not be written', (context) => {
  const folder = folderWith('n.ipynb', ...CELLS);
  mkdirSync(join(folder, 'closed'), { mode: 0o555 });
  chmodSync(folder, 0o755);
  // Root may write everywhere: there, the command runs as nobody.
  const by = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const [program = '', ...flags] = [...by, 'test', '-r', COMMAND];
  if (spawnSync(program, flags).status !== 0) return context.skip();
  const said = cellwright(['build', 'n.ipynb', '-o', 'closed'], { cwd: folder, by });
  expectNoStack(said.stderr);
  expect(said.code).toBe(2);
  expect(said.stderr).toContain('permission denied');
  expect(listing(folder)).toEqual(['closed', 'n.ipynb']);
});

test.skipIf(!existsSync('/dev/full'))('a full disk under -o and under stdout', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  const written = cellwright(['graph', 'n.ipynb', '-o', '/dev/full'], { cwd: folder });
  expectNoStack(written.stderr);
  expect(written).toMatchObject({ code: 2, stdout: '' });
  expect(written.stderr).toContain('the disk is full');
  const by = ['/bin/sh', '-c', '"$@" > /dev/full', 'sh'];
  const redirected = cellwright(['graph', 'n.ipynb'], { cwd: folder, by });
  expectNoStack(redirected.stderr);
  expect(redirected.code).toBe(2);
  expect(redirected.stderr).toContain('the result could not be written');
});

/** Mounts a file system with so little room; `null` where that is not allowed. */
function smallDisk(kilobytes: number): string | null {
  const folder = join(freshFolder(), 'disk');
  mkdirSync(folder);
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder];
  if (!isRoot || spawnSync('mount', options).status !== 0) return null;
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

test('a disk that fills up while a project is written: said, and no lock claims what is not there', (context) => {
  const disk = smallDisk(48);
  if (disk === null) return context.skip();
  const folder = folderWith('n.ipynb', ...CELLS);
  const said = cellwright(['build', 'n.ipynb', '-o', join(disk, 'project')], { cwd: folder });
  expectNoStack(said.stderr);
  expect(said.code).toBe(2);
  expect(said.stderr).toContain('the disk is full');
  const left = listing(join(disk, 'project'));
  expect(left.filter((path) => path.endsWith('.tmp') || path.endsWith('lock.json'))).toEqual([]);
});

test('an edited file of a project is kept, never overwritten', () => {
  const folder = folderWith('n.ipynb', ...CELLS);
  expect(cellwright(['build', 'n.ipynb', '-o', 'project'], { cwd: folder }).code).toBe(0);
  const readme = join(folder, 'project/README.md');
  writeFileSync(readme, 'mine');
  const said = cellwright(['build', 'n.ipynb', '-o', 'project'], { cwd: folder });
  expect(said.stdout).toContain('! README.md');
  expect(readFileSync(readme, 'utf8')).toBe('mine');
});
