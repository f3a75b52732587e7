import type { Effects, FileEntry } from './effects.ts';
import { folderOf, isAbsolute, joinPath } from './paths.ts';

/** A copy of what a notebook needs, so that running it changes nothing of the user's. */
export interface Scratch {
  /** Everything of it: to be removed afterwards. */
  readonly root: string;
  /** Where the notebook runs. */
  readonly folder: string;
  /** Files that are too large to copy and stand there as links, with what they were before the run. */
  readonly linked: readonly { readonly path: string; readonly digest: string | null }[];
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
 * Makes a scratch copy of what lies beside and below a notebook, and of what `also` names (files or folders relative to
 * `folder`, `..` allowed). Large files, and all beyond a total, are linked.
 */
export async function makeScratch(
  folder: string,
  also: readonly string[],
  effects: Effects,
): Promise<Scratch> {
  const { files } = effects;
  const found = [...(await findBeside(folder, effects)), ...(await findNamed(folder, also, effects))];
  const wanted = [...new Map(found.map((entry) => [entry.path, entry])).values()];
  const root = await files.temporaryFolder();
  const up = Math.max(
    0,
    ...wanted.map((entry) => entry.path.split('/').filter((name) => name === '..').length),
  );
  const here = joinPath(root, ...Array.from({ length: up + 1 }, () => 'here'));
  await files.makeFolder(here);
  const linked: { path: string; digest: string | null }[] = [];
  let total = 0;
  for (const entry of wanted) {
    const [from, to] = [joinPath(files.resolve(folder), entry.path), joinPath(here, entry.path)];
    if (entry.size <= LARGEST_COPY && total + entry.size <= LARGEST_TOTAL) {
      total += entry.size;
      await files.copy(from, to);
    } else {
      linked.push({ path: from, digest: await files.digest(from) });
      await files.link(from, to);
    }
  }
  return { root, folder: here, linked };
}

/** Gives the linked files that the run changed. */
export async function findChangedLinks(scratch: Scratch, effects: Effects): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, digest } of scratch.linked) {
    if ((await effects.files.digest(path)) !== digest) changed.push(path);
  }
  return changed;
}

async function findBeside(folder: string, effects: Effects): Promise<readonly FileEntry[]> {
  const enter = (path: string) =>
    path.split('/').every((name) => !name.startsWith('.') && !SKIPPED_FOLDERS.has(name));
  const found = (await effects.files.list(folder, enter)) ?? [];
  const environments = found
    .filter((entry) => entry.path.endsWith('/pyvenv.cfg'))
    .map((entry) => `${folderOf(entry.path)}/`);
  return found
    .filter((entry) => entry.kind === 'file' && !environments.some((start) => entry.path.startsWith(start)))
    .filter((entry) => !entry.path.split('/').some((name) => name.startsWith('.') && name !== '.env'))
    .slice(0, MOST_FILES);
}

async function findNamed(
  folder: string,
  names: readonly string[],
  effects: Effects,
): Promise<readonly FileEntry[]> {
  const found = new Map<string, FileEntry>();
  for (const name of names) {
    if (isAbsolute(name) || name.includes('://')) continue;
    const whole = joinPath(effects.files.resolve(folder), name);
    const stat = await effects.files.stat(whole);
    if (stat?.kind === 'file') found.set(name, { path: joinPath(name), ...stat });
    if (stat?.kind !== 'folder') continue;
    for (const entry of (await effects.files.list(whole)) ?? []) {
      const path = joinPath(name, entry.path);
      if (entry.kind === 'file') found.set(path, { ...entry, path });
    }
  }
  return [...found.values()];
}
