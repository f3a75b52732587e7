import { expect, test } from 'vitest';
import { type Lock, type PlannedWrite, planWrites, type RenderedFile } from '../../src/project/index.ts';
import { tiny } from './plans.ts';
import { digest, render } from './write-project.ts';

const { value: project } = render(tiny);
const digestOf = (file: RenderedFile) => (file.kind === 'text' ? digest(file.text) : undefined);
const onDisk = Object.fromEntries(project.files.map((file) => [file.path, digestOf(file) ?? '']));
const lock = readLock();

function readLock(): Lock {
  const file = project.files.find(({ path }) => path === '.cellwright/lock.json');
  if (file?.kind !== 'text') throw new Error('no lock');
  return JSON.parse(file.text) as Lock;
}

function kinds(writes: readonly PlannedWrite[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    writes.map((write) => ['path' in write ? write.path : write.file.path, write.kind]),
  );
}

test('the lock lists the digest of every file but itself', () => {
  const { '.cellwright/lock.json': _, ...others } = onDisk;
  expect(lock.files).toEqual(others);
});

test('everything is added to an empty folder', () => {
  const writes = planWrites(project, { digests: {} }, digestOf);
  expect(new Set(Object.values(kinds(writes)))).toEqual(new Set(['add']));
  expect(writes).toHaveLength(project.files.length);
});

test('the same project again changes nothing', () => {
  expect(new Set(Object.values(kinds(planWrites(project, { lock, digests: onDisk }, digestOf))))).toEqual(
    new Set(['unchanged']),
  );
});

test('an edited file is kept, and the new text goes beside it', () => {
  const old = { ...lock, files: { ...lock.files, 'README.md': 'old', 'params.yaml': 'old' } };
  const digests = { ...onDisk, 'README.md': 'edited', 'params.yaml': 'old' };
  const writes = planWrites(project, { lock: old, digests }, digestOf);
  expect(kinds(writes)).toMatchObject({
    'README.md': 'conflict',
    'params.yaml': 'change',
    Dockerfile: 'unchanged',
  });
  expect(writes.find((write) => write.kind === 'conflict')).toMatchObject({
    file: { path: 'README.md.new' },
  });
});

test('a file that the lock does not know is never overwritten', () => {
  expect(kinds(planWrites(project, { digests: { 'README.md': 'mine' } }, digestOf))['README.md']).toBe(
    'conflict',
  );
});

test('what is no longer written goes, unless it was edited', () => {
  const old = {
    ...lock,
    files: { ...lock.files, 'src/tiny/gone.py': 'a', 'src/tiny/edited.py': 'a', 'src/tiny/lost.py': 'a' },
  };
  const digests = { ...onDisk, 'src/tiny/gone.py': 'a', 'src/tiny/edited.py': 'b' };
  const found = kinds(planWrites(project, { lock: old, digests }, digestOf));
  expect(found).toMatchObject({ 'src/tiny/gone.py': 'delete', 'src/tiny/edited.py': 'keep' });
  expect(found).not.toHaveProperty('src/tiny/lost.py');
});
