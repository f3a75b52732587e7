import type { Module } from '../syntax/index.ts';
import type { Effects, FileEntry } from './effects.ts';
import { filesAbove } from './files-above.ts';
import { folderOf, joinPath } from './paths.ts';

/** A copy of what a notebook needs, so that running it changes nothing of the user's. */
export interface Scratch {
  /** Everything of it: to be removed afterwards. */
  readonly root: string;
  /** Where the notebook runs. */
  readonly folder: string;
  /** Files that are too large to copy and stand there as links, with what they were before the run. */
  readonly linked: readonly { readonly path: string; readonly digest: string | null }[];
  /** The user's files before the run, by path relative to the notebook's folder. */
  readonly was: ReadonlyMap<string, Pick<FileEntry, 'size' | 'changed'>>;
}

const LARGEST_COPY = 25 * 1024 * 1024;
const LARGEST_TOTAL = 256 * 1024 * 1024;
const MOST_FILES = 1000;
const SKIPPED_FOLDERS = new Set([
  'node_modules',
  '__pycache__',
  'venv',
  'env',
  'site-packages',
  'dist',
  'build',
]);

/**
 * Makes a scratch copy of what lies beside and below a notebook, and of what `above` names (files or folders relative to
 * `folder`, with `..`). Folders keep their names. Large files, and all beyond a total, are linked.
 */
export async function makeScratch(
  folder: string,
  above: readonly string[],
  effects: Effects,
): Promise<Scratch> {
  const { files } = effects;
  const home = files.resolve(folder);
  const found = [...(await findBelow(home, effects)), ...(await findNamed(home, above, effects))];
  const wanted = [...new Map(found.map((entry) => [joinPath(home, entry.path), entry]))];
  const root = await files.temporaryFolder();
  const up = Math.max(0, ...above.map((path) => path.split('/').filter((name) => name === '..').length));
  const margin = Array.from({ length: up + 1 }, () => 'here');
  const names = home.split('/').slice(1);
  const here = joinPath(root, ...margin, ...names.slice(-up - 1));
  await files.makeFolder(here);
  const linked: { path: string; digest: string | null }[] = [];
  let total = 0;
  for (const [from, entry] of wanted) {
    const to = joinPath(here, entry.path);
    if (entry.kind === 'folder') {
      await files.makeFolder(to);
    } else if (entry.size <= LARGEST_COPY && total + entry.size <= LARGEST_TOTAL) {
      total += entry.size;
      await files.copy(from, to);
    } else {
      linked.push({ path: from, digest: await files.digest(from) });
      await files.link(from, to);
    }
  }
  const was = new Map(wanted.flatMap(([, entry]) => (entry.kind === 'file' ? [[entry.path, entry]] : [])));
  return { root, folder: here, linked, was };
}

/** Does work in one scratch copy of all that notebooks may need, which is gone afterwards. */
export async function withScratch<T>(
  modules: readonly Module[],
  effects: Effects,
  work: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const home = folderOf(modules[0]?.notebook.path ?? '');
  const scratch = await makeScratch(home, modules.flatMap(filesAbove), effects);
  try {
    return await work(scratch);
  } finally {
    await effects.files.remove(scratch.root);
  }
}

/** A path that a run in a scratch copy has told, relative to the notebook's folder where the copy holds it. */
export function fromScratch({ root, folder }: Scratch, path: string): string {
  if (!path.startsWith(`${root}/`)) return path;
  const [from, to] = [folder.split('/'), path.split('/')];
  const shared = from.findIndex((name, at) => name !== to[at]);
  const kept = shared < 0 ? from.length : shared;
  return [...from.slice(kept).map(() => '..'), ...to.slice(kept)].join('/');
}

/** Gives the linked files that the run changed. */
export async function findChangedLinks(scratch: Scratch, effects: Effects): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, digest } of scratch.linked) {
    if ((await effects.files.digest(path)) !== digest) changed.push(path);
  }
  return changed;
}

/** The files and folders below a folder, those near it first; environments and hidden files are left out. */
async function findBelow(folder: string, effects: Effects): Promise<readonly FileEntry[]> {
  const enter = (path: string) =>
    path.split('/').every((name) => !name.startsWith('.') && !SKIPPED_FOLDERS.has(name));
  const found = (await effects.files.list(folder, enter)) ?? [];
  const environments = found
    .filter((entry) => entry.path.endsWith('/pyvenv.cfg'))
    .map((entry) => `${folderOf(entry.path)}/`);
  const depth = (entry: FileEntry) => entry.path.split('/').length;
  return found
    .filter(({ path, kind }) => kind === 'file' || (kind === 'folder' && enter(path)))
    .filter(({ path }) => !environments.some((start) => `${path}/`.startsWith(start)))
    .filter(({ path }) => !path.split('/').some((name) => name.startsWith('.') && name !== '.env'))
    .sort((one, other) => depth(one) - depth(other))
    .slice(0, MOST_FILES);
}

async function findNamed(
  folder: string,
  names: readonly string[],
  effects: Effects,
): Promise<readonly FileEntry[]> {
  const found: FileEntry[] = [];
  for (const name of names) {
    const whole = joinPath(folder, name);
    const stat = await effects.files.stat(whole);
    if (stat?.kind === 'file') found.push({ path: name, ...stat });
    // A file that is not there is perhaps to be written: into a folder that is.
    const parent = stat === null ? await effects.files.stat(folderOf(whole)) : null;
    if (parent?.kind === 'folder') found.push({ path: folderOf(name), ...parent });
    if (stat?.kind !== 'folder') continue;
    for (const entry of await findBelow(whole, effects))
      found.push({ ...entry, path: joinPath(name, entry.path) });
  }
  return found;
}
