import type { RunSetting } from '../record/index.ts';
import { type Module, type Node, walk } from '../syntax/index.ts';
import { isAbsolute } from '../text/index.ts';
import type { Effects } from './effects.ts';
import { folderOf, joinPath } from './paths.ts';
import { fromScratch, type Scratch } from './scratch.ts';

/** What the recorder tells of its setting; paths are those of the scratch copy. */
export interface HeardSetting
  extends Pick<RunSetting, 'executable' | 'prefix' | 'contained' | 'environment' | 'absent'> {
  readonly sources: readonly string[];
  /** The notebook looked which files lie beside it. */
  readonly lists: boolean;
  /** Folders that the notebook added to the module search path. */
  readonly places: readonly string[];
}

/** Paths of a run, relative to the notebook's folder where inside it. */
interface Touched {
  readonly read: readonly string[];
  readonly written: readonly string[];
  /** SHA-256 of the notebooks that ran before in the same copy. */
  readonly after: readonly string[];
}

/** Files whose change during the run was seen: no later state equals that. */
const CHANGED_MEANWHILE = 'changed during the run';
const CODE = /\.(py|ipynb)$/;

/** Gathers everything that a run depended on, as the user has it, so that a later command can tell whether it still holds. */
export async function noteSetting(
  module: Module,
  heard: HeardSetting,
  touched: Touched,
  scratch: Scratch,
  effects: Effects,
): Promise<RunSetting> {
  const { sources, lists, places, ...told } = heard;
  const home = effects.files.resolve(folderOf(module.notebook.path));
  const own = sources.map((path) => fromScratch(scratch, path));
  const paths = new Set([...touched.read, ...touched.written, ...own, ...namedPaths(module, effects)]);
  const files = await readStates(home, [...paths].sort(), effects);
  for (const path of Object.keys(files)) {
    const was = scratch.was.get(path);
    const is = was === undefined ? null : await effects.files.stat(joinPath(home, path));
    if (was !== undefined && (is?.size !== was.size || is.changed !== was.changed))
      files[path] = CHANGED_MEANWHILE;
  }
  const listed = [...(lists ? ['.'] : []), ...touched.read.filter((path) => files[path] === 'folder')];
  return {
    ...told,
    places: places.map((path) => joinPath(home, fromScratch(scratch, path))),
    sources: own.map((path) => joinPath(home, path)),
    files,
    folders: await listFolders(home, listed, effects),
    beside: await statesBeside(home, scratch.was, (path) => path in files, effects),
    after: touched.after,
  };
}

/** Gives the SHA-256 of files by path, `folder` for a folder; `null` for what is not there, and for a project of ours. */
export async function readStates(
  home: string,
  paths: readonly string[],
  effects: Effects,
): Promise<Record<string, string | null>> {
  const states: Record<string, string | null> = {};
  for (const path of paths) {
    const whole = joinPath(home, path);
    const stat = await effects.files.stat(whole).catch(() => null);
    const isFolder = stat?.kind === 'folder' && !(await isProject(whole, effects));
    states[path] = stat?.kind === 'file' ? await effects.files.digest(whole) : isFolder ? 'folder' : null;
  }
  return states;
}

/** Gives the names in folders, without hidden ones, caches of Python, and projects of ours. */
export async function listFolders(
  home: string,
  folders: readonly string[],
  effects: Effects,
): Promise<Record<string, readonly string[]>> {
  const listed: Record<string, readonly string[]> = {};
  for (const folder of folders) {
    const whole = joinPath(home, folder);
    const names: string[] = [];
    for (const { path, kind } of (await effects.files.list(whole, () => false)) ?? []) {
      if (path.startsWith('.') || path === '__pycache__') continue;
      if (kind !== 'folder' || !(await isProject(joinPath(whole, path), effects))) names.push(path);
    }
    listed[folder] = names;
  }
  return listed;
}

async function isProject(folder: string, effects: Effects): Promise<boolean> {
  return (await effects.files.stat(joinPath(folder, '.cellwright/lock.json'))) !== null;
}

/** Gives size and time of files by path, without what lies in projects of ours: running them changes it. */
async function statesBeside(
  home: string,
  was: Scratch['was'],
  isSeen: (path: string) => boolean,
  effects: Effects,
): Promise<RunSetting['beside']> {
  const folders = new Map<string, boolean>();
  const beside: Record<string, readonly [number, number]> = {};
  for (const [path, { size, changed }] of was) {
    if (isSeen(path) || CODE.test(path)) continue;
    let isOurs = false;
    for (
      let folder = folderOf(path);
      folder !== '.' && folder !== '..' && !isOurs;
      folder = folderOf(folder)
    ) {
      isOurs = folders.get(folder) ?? (await isProject(joinPath(home, folder), effects));
      folders.set(folder, isOurs);
    }
    if (!isOurs) beside[path] = [size, changed];
  }
  return beside;
}

/** Texts of the notebook that may be paths: also of files that only a library in C reads, or that are looked for and not there. */
function namedPaths(module: Module, effects: Effects): readonly string[] {
  const user = effects.environment('HOME');
  return textsOf(module)
    .filter((text) => /^[^\n\r\0]{1,200}$/.test(text) && !text.includes('://'))
    .map((text) => (user && text.startsWith('~/') ? joinPath(user, text.slice(2)) : text))
    .map((text) => (isAbsolute(text) ? text : joinPath(text)));
}

/** Texts of the notebook that may name variables of the environment. */
export function namedVariables(module: Module): readonly string[] {
  return textsOf(module).filter((text) => /^[A-Za-z]\w{1,99}$/.test(text));
}

function textsOf(module: Module): readonly string[] {
  const found = new Set<string>();
  const visit = (node: Node): boolean => {
    if (node.type === 'Constant' && node.kind === 'str') found.add(node.value ?? '');
    return true;
  };
  for (const { statements } of module.cells) for (const { node } of statements) walk(node, visit);
  return [...found].sort();
}
