import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  cellwright,
  errorsOf,
  folderWith,
  freshFolder,
  notebookText,
  python,
  runProgram,
  type Said,
} from './command-line.ts';

const CELLS = [
  'import random\nfrom pathlib import Path\ntext = Path("in.txt").read_text()',
  'numbers = [random.random() for _ in range(3)]\nPath("ran.txt").write_text("x")',
  'result = {"text": text.strip(), "numbers": numbers}\nprint(result)',
];

/** Emits the recorder, runs it in another folder without the notebook, and brings the record back. */
function recordElsewhere(...cells: readonly string[]): { folder: string; ran: Said; away: string } {
  const folder = folderWith('n.ipynb', ...cells);
  const away = freshFolder();
  for (const home of [folder, away]) writeFileSync(join(home, 'in.txt'), 'hello\n');
  const emitted = cellwright(['record', 'n.ipynb', '--emit', 'recorder.py'], { cwd: folder });
  expect(emitted).toMatchObject({ code: 0, stdout: '' });
  copyFileSync(join(folder, 'recorder.py'), join(away, 'recorder.py'));
  const ran = runProgram([python(), 'recorder.py'], { cwd: away });
  if (existsSync(join(away, 'n.record'))) renameSync(join(away, 'n.record'), join(folder, 'n.record'));
  return { folder, ran, away };
}

test('a notebook that ran elsewhere is built and verified without being run here', () => {
  const { folder, ran, away } = recordElsewhere(...CELLS);
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.stdout).toContain('--record');
  expect(existsSync(join(away, 'ran.txt'))).toBe(true);
  const build = ['build', 'n.ipynb', '-o', 'p', '--record', 'n.record', '--artifact', 'result'];
  expect(cellwright(build, { cwd: folder }).code).toBe(0);
  const lock = JSON.parse(readFileSync(join(folder, 'p/.cellwright/lock.json'), 'utf8'));
  expect(lock.artifacts).toMatchObject([{ name: 'result', codec: 'json' }]); // as the record tells
  const verify = ['verify', 'p', '--record', 'n.record', '--trust', '--python', python()];
  const said = cellwright(verify, { cwd: folder });
  expect(said.code, said.stderr).toBe(0);
  expect(said.stdout).toMatch(/^result +identical/);
  expect(said.stdout).toMatch(/ran elsewhere: Python 3\.\d+\.\d+, 20/);
  expect(said.stderr).not.toContain('cell[');
  const proof = JSON.parse(readFileSync(join(folder, 'p/.cellwright/proof.json'), 'utf8'));
  expect(proof.elsewhere.python).toMatch(/^3\./);
});

test('a run elsewhere that ends badly is told as one here', () => {
  const { folder } = recordElsewhere('x = 1', 'import os\nos._exit(4)');
  const path = join(folder, 'n.record/run.jsonl');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'ended', code: 4, signal: null });
  cellwright(['build', 'n.ipynb', '-o', 'p', '--artifact', 'x'], { cwd: folder });
  const verify = ['verify', 'p', '--record', 'n.record', '--trust', '--python', python()];
  const said = cellwright(verify, { cwd: folder });
  expect(said).toMatchObject({ code: 3, stdout: '' });
  expect(said.stderr).toContain('did not run to its end');
  // Torn on its way back.
  writeFileSync(path, lines.slice(0, -1).join('\n'));
  const torn = cellwright(['build', 'n.ipynb', '-o', 'q', '--record', 'n.record'], { cwd: folder });
  expect(torn).toMatchObject({ code: 2, stdout: '' });
  expect(torn.stderr).toContain('V001');
  expect(torn.stderr).toContain('its end is missing');
});

test('a record of another notebook, or of an older one, is refused', () => {
  const folder = folderWith('n.ipynb', 'x = 1\nprint(x)');
  const flags = ['--trust', '--python', python()];
  expect(cellwright(['record', 'n.ipynb', '-o', 'r', ...flags], { cwd: folder }).code).toBe(0);
  expect(cellwright(['build', 'n.ipynb', '-o', 'p', '--record', 'r'], { cwd: folder }).code).toBe(0);
  writeFileSync(join(folder, 'n.ipynb'), notebookText('x = 2\nprint(x)'));
  for (const args of [
    ['build', 'n.ipynb', '-o', 'q', '--record', 'r'],
    ['build', 'n.ipynb', '-o', 'q', '--record', 'missing'],
    ['verify', 'p', '--record', 'r', ...flags],
  ]) {
    const said = cellwright(args, { cwd: folder });
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(said.stderr).toMatch(/holds no record( of `n\.ipynb` as it is now)?\./);
  }
  expect(existsSync(join(folder, 'q'))).toBe(false);
});

test('record FOLDER keeps a record of every notebook in it', () => {
  const folder = folderWith('a.ipynb', 'x = 1');
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/b.ipynb'), notebookText('y = 1 / 0'));
  const flags = ['--trust', '--python', python()];
  const said = cellwright(['record', '.', '-o', 'records', '--json', ...flags], { cwd: folder });
  expect(said.code, said.stderr).toBe(1);
  const document = JSON.parse(said.stdout);
  expect(errorsOf('records', document)).toBeNull();
  expect(
    document.notebooks.map(({ ok, folder: kept }: { ok: boolean; folder: string }) => [ok, kept]),
  ).toEqual([
    [true, join('records', 'a')],
    [false, join('records', 'deep-b')],
  ]);
  expect(existsSync(join(folder, 'records/deep-b/record.json'))).toBe(true);
});
