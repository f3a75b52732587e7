import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import {
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { FileEntry, Files } from '../../core/src/run/index.ts';
import { passingName, removeLeftovers } from './leftovers.ts';

const GONE = new Set(['ENOENT', 'ENOTDIR']);
const MOST_ENTRIES = 20_000;

/** The files of this machine. */
export const nodeFiles: Files = {
  read: (path) => orNull(readFile(path, 'utf8')),
  write: writeAtomically,
  list: async (folder, enter = () => true) => {
    if ((await orNull(stat(folder)))?.isDirectory() !== true) return null;
    const found: FileEntry[] = [];
    await collect(folder, '', enter, found);
    return found;
  },
  stat: async (path) => {
    const found = await orNull(stat(path));
    return found === null ? null : describe(found);
  },
  makeFolder: async (path) => {
    await makeFolder(path);
  },
  copy: async (from, to) => {
    await makeFolder(dirname(to));
    if ((await stat(from)).isDirectory()) await cp(from, to, { recursive: true });
    else await copyFile(from, to);
  },
  link: async (from, to) => {
    await makeFolder(dirname(to));
    await symlink(resolve(from), to);
  },
  remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  temporaryFolder: async () => {
    removeLeftovers(tmpdir());
    return slashes(await realpath(await mkdtemp(join(tmpdir(), passingName()))));
  },
  digest: digestFile,
  resolve: (path) => slashes(resolve(path)),
};

/** Node's own recursive `mkdir` never ends where the working directory is gone: its real path cannot be told then. */
async function makeFolder(path: string): Promise<void> {
  if (!isAbsolute(path)) await realpath('.');
  await mkdir(path, { recursive: true });
}

/** Writes beside the target, flushes, renames: a reader or a crash finds the old text or the new one. */
async function writeAtomically(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  removeLeftovers(dirname(path));
  const temporary = join(dirname(path), `.${passingName()}${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function collect(
  folder: string,
  below: string,
  enter: (path: string) => boolean,
  found: FileEntry[],
): Promise<void> {
  const names = (await orNull(readdir(join(folder, below)))) ?? [];
  for (const name of names.sort()) {
    if (found.length >= MOST_ENTRIES) return;
    const path = below === '' ? name : `${below}/${name}`;
    const status = await orNull(lstat(join(folder, path)));
    if (status === null) continue;
    const entry = { path, ...describe(status) };
    found.push(entry);
    if (entry.kind === 'folder' && enter(path)) await collect(folder, path, enter, found);
  }
}

function describe(status: Stats): Omit<FileEntry, 'path'> {
  const kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
  return { kind, size: status.size, changed: status.mtimeMs };
}

async function digestFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  return orNull(
    (async () => {
      for await (const block of createReadStream(path)) hash.update(block as Buffer);
      return hash.digest('hex');
    })(),
  );
}

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && GONE.has(String(error.code))) return null;
    throw error;
  }
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
