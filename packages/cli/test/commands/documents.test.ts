import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  CHURN,
  cellwright,
  errorsOf,
  folderWith,
  freshFolder,
  notebookText,
  python,
  ROOT,
} from './command-line.ts';

const TINY = ['total = 1\nunused = 2', 'result = {"sum": total + 1}\nprint(result)'];

test.each([
  ['check', ['check', CHURN, '--json'], 0],
  ['check', ['check', join(ROOT, 'examples'), '--json'], 0],
  ['slice', ['slice', CHURN, '--of', 'model', '--json'], 0],
  ['slice', ['slice', CHURN, '--of', 'model', '--json', '--explain'], 0],
  ['slice', ['slice', CHURN, '--of', 'modle', '--json'], 1],
  ['slice', ['slice', 'missing.ipynb', '--of', 'x', '--json'], 2],
  ['graph', ['graph', CHURN, '--json'], 0],
  ['graph', ['graph', CHURN, '--format', 'json'], 0],
  ['build', ['build', CHURN, '-o', 'project', '--dry-run', '--json'], 0],
  ['check', ['check', 'missing.ipynb', '--json'], 2],
  ['failure', ['graph', 'missing.ipynb', '--json'], 2],
  ['failure', ['build', 'missing.ipynb', '-o', 'project', '--json'], 2],
  ['failure', ['record', CHURN, '--json'], 2],
  ['failure', ['verify', 'missing', '--json'], 2],
  ['failure', ['check', CHURN, '--json', '--colour'], 2],
])('the %s document of %j', (schema, args, code) => {
  const said = cellwright(args, { cwd: freshFolder() });
  expect(said.code, said.stderr).toBe(code);
  const document = JSON.parse(said.stdout);
  expect(errorsOf(schema, document)).toBeNull();
  expect(document.ok).toBe(code === 0);
  expect(errorsOf(schema, { ...document, ok: 'yes' })).not.toBeNull();
});

test('findings are in the document, with their places', () => {
  const folder = folderWith('bad.ipynb', 'x = (', 'y = nowhere + 1');
  const said = cellwright(['check', 'bad.ipynb', '--json'], { cwd: folder });
  expect(said.code).toBe(1);
  const document = JSON.parse(said.stdout);
  expect(errorsOf('check', document)).toBeNull();
  expect(document.diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'S001',
      severity: 'error',
      location: expect.objectContaining({ file: 'bad.ipynb', cell: { index: 1, id: 'c0' } }),
    }),
  );
});

test('record, build --record and verify: documents of what ran, and the lock', () => {
  const folder = folderWith('tiny.ipynb', ...TINY);
  const flags = ['--json', '--trust', '--python', python()];
  const recorded = cellwright(['record', 'tiny.ipynb', '-o', 'record', ...flags], { cwd: folder });
  expect(recorded.code, recorded.stderr).toBe(0);
  expect(errorsOf('record', JSON.parse(recorded.stdout))).toBeNull();

  const build = ['build', 'tiny.ipynb', '-o', 'project', '--record', 'record', '--json'];
  const built = cellwright(build, { cwd: folder });
  expect(built.code, built.stderr).toBe(0);
  expect(errorsOf('build', JSON.parse(built.stdout))).toBeNull();
  const lock = JSON.parse(readFileSync(join(folder, 'project/.cellwright/lock.json'), 'utf8'));
  expect(errorsOf('lock', lock)).toBeNull();

  const verified = cellwright(['verify', 'project', ...flags], { cwd: folder });
  expect(verified.code, verified.stderr).toBe(0);
  const document = JSON.parse(verified.stdout);
  expect(errorsOf('verify', document)).toBeNull();
  expect(document.artifacts).toEqual([
    { name: 'result', variable: 'result', verdict: 'identical', detail: expect.any(String) },
  ]);
});

test('a project is the same wherever build was started and its notebook lies, and is verified from anywhere', () => {
  const locks = ['one', 'two'].map((name) => {
    const folder = folderWith('tiny.ipynb', ...TINY);
    const from = name === 'one' ? folder : ROOT;
    const place = name === 'one' ? '' : `${folder}/`;
    const built = cellwright(['build', `${place}tiny.ipynb`, '-o', `${place}project`], { cwd: from });
    expect(built.code, built.stderr).toBe(0);
    return { folder, text: readFileSync(join(folder, 'project/.cellwright/lock.json'), 'utf8') };
  });
  expect(locks[1]?.text).toBe(locks[0]?.text);
  expect(JSON.parse(locks[0]?.text ?? '').notebooks).toMatchObject([{ path: '../tiny.ipynb' }]);
  const verified = cellwright(
    ['verify', join(locks[0]?.folder ?? '', 'project'), '--trust', '--python', python()],
    { cwd: freshFolder() },
  );
  expect(verified.code, verified.stderr).toBe(0);
});

test('a run that fails has a document too', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'fails.ipynb'), notebookText('x = 1', 'y = x / 0'));
  const args = ['record', 'fails.ipynb', '--json', '--trust', '--python', python()];
  const said = cellwright(args, { cwd: folder });
  expect(said.code).toBe(1);
  const document = JSON.parse(said.stdout);
  expect(errorsOf('record', document)).toBeNull();
  expect(document).toMatchObject({ ok: false, outcome: { kind: 'raised', error: { cell: 2, line: 1 } } });
});
