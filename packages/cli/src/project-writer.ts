import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Effects,
  type Lock,
  type PlannedWrite,
  type Project,
  planWrites,
  type RenderedFile,
} from '@cellwright/core';
import { digestFile, digestText } from './sources.ts';

/**
 * Decides what writing a project would do to the folder as it is. `owns` tells which files of the last build are the
 * project's to delete, where it is a part of one.
 */
export function previewWrites(
  project: Project,
  folder: string,
  owns: (path: string) => boolean = () => true,
): readonly PlannedWrite[] {
  const lock = readLock(folder, owns);
  const paths = new Set([...project.files.map((file) => file.path), ...Object.keys(lock?.files ?? {})]);
  const digests: Record<string, string> = {};
  for (const path of paths) {
    const digest = digestFile(join(folder, path));
    if (digest !== undefined) digests[path] = digest;
  }
  return planWrites(project, { ...(lock ? { lock } : {}), digests }, digestOf);
}

function digestOf(file: RenderedFile): string | undefined {
  return file.kind === 'text' ? digestText(file.text) : digestFile(file.from);
}

function readLock(folder: string, owns: (path: string) => boolean): Pick<Lock, 'files'> | null {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, '.cellwright/lock.json'), 'utf8')) as Lock;
    return { files: Object.fromEntries(Object.entries(files).filter(([path]) => owns(path))) };
  } catch {
    return null;
  }
}

/** Carries out what was decided; the lock comes last, so that a stop in between leaves no claim that is not true. */
export async function applyWrites(
  writes: readonly PlannedWrite[],
  folder: string,
  effects: Effects,
): Promise<void> {
  for (const write of writes) refuseLinks(folder, 'file' in write ? write.file.path : write.path);
  const isLock = (write: PlannedWrite) => 'file' in write && write.file.path === '.cellwright/lock.json';
  for (const write of [...writes.filter((each) => !isLock(each)), ...writes.filter(isLock)]) {
    if (write.kind === 'delete') await effects.files.remove(join(folder, write.path));
    if (!('file' in write)) continue;
    const target = join(folder, write.file.path);
    if (write.file.kind === 'text') await effects.files.write(target, write.file.text);
    else await effects.files.copy(write.file.from, target);
  }
}

/** A link inside the folder would lead what is written out of it. */
function refuseLinks(folder: string, path: string): void {
  let current = folder;
  for (const part of path.split('/')) {
    current = join(current, part);
    if (!lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    throw Object.assign(new Error(`\`${current}\``), { code: 'ELINK' });
  }
}

const SIGNS: Readonly<Record<PlannedWrite['kind'], string>> = {
  add: '+',
  change: '~',
  unchanged: '=',
  conflict: '!',
  delete: '-',
  keep: '!',
};

/** Lists what would be, or was, done, with a line of sums. */
export function printWrites(writes: readonly PlannedWrite[]): string {
  const count = (...kinds: readonly PlannedWrite['kind'][]) =>
    writes.filter(({ kind }) => kinds.includes(kind)).length;
  const lines = writes
    .filter(({ kind }) => kind !== 'unchanged')
    .map((write) => `${SIGNS[write.kind]} ${'file' in write ? write.file.path : write.path}${noteOf(write)}`);
  lines.push(
    `Plan: ${count('add')} files to add, ${count('change')} to change, ${count('delete')} to delete, ` +
      `${count('unchanged')} unchanged${count('conflict', 'keep') > 0 ? `, ${count('conflict', 'keep')} edited by hand and kept` : ''}.`,
  );
  return `${lines.join('\n')}\n`;
}

function noteOf(write: PlannedWrite): string {
  return write.kind === 'conflict' ? `  (${write.path} was edited; it stays as it is)` : '';
}
