import { isAbsolute } from '../text/index.ts';
import type { Effects } from './effects.ts';
import { folderOf, joinPath } from './paths.ts';

/** A Python that can run the notebook, and why it was chosen. */
export interface Interpreter {
  readonly program: string;
  readonly version: string;
  /** For people: "`.venv` beside the notebook". */
  readonly reason: string;
}

export interface InterpreterOptions {
  /** What `--python` says: the only one that is looked at, then. */
  readonly python?: string;
  /** Kernelspec that the notebook names. */
  readonly kernel?: string;
  /** Folder of the notebook or project. */
  readonly folder: string;
}

interface Candidate {
  readonly program: string;
  readonly reason: string;
}

const OLDEST = [3, 8] as const;

/**
 * Finds the Python that runs a notebook: `--python`, the kernelspec, `VIRTUAL_ENV`, `CONDA_PREFIX`, `.venv` upwards, `python3`.
 * Asks a candidate for its version, which runs nothing of the notebook. Gives `null` when none answers.
 */
export async function findInterpreter(
  options: InterpreterOptions,
  effects: Effects,
): Promise<Interpreter | null> {
  for (const candidate of await findCandidates(options, effects)) {
    const version = await askVersion(candidate.program, effects);
    if (version !== null) return { ...candidate, version };
  }
  return null;
}

async function findCandidates(options: InterpreterOptions, effects: Effects): Promise<readonly Candidate[]> {
  if (options.python !== undefined) {
    // It runs in other folders than this one; a bare name is looked up on the path.
    const isPath = /[\\/]/.test(options.python);
    return [{ program: isPath ? effects.files.resolve(options.python) : options.python, reason: '--python' }];
  }
  const found: Candidate[] = [];
  const kernel = options.kernel === undefined ? null : await findKernel(options.kernel, effects);
  if (kernel !== null) found.push({ program: kernel, reason: `the kernel \`${options.kernel}\`` });
  for (const name of ['VIRTUAL_ENV', 'CONDA_PREFIX']) {
    const folder = effects.environment(name);
    if (folder) found.push(...(await findInFolder(folder, name, effects)));
  }
  for (let folder = effects.files.resolve(options.folder); ; folder = folderOf(folder)) {
    found.push(...(await findInFolder(joinPath(folder, '.venv'), `\`.venv\` in ${folder}`, effects)));
    if (folderOf(folder) === folder) break;
  }
  return [
    ...found,
    { program: 'python3', reason: '`python3` on the path' },
    { program: 'python', reason: '`python` on the path' },
  ];
}

async function findInFolder(folder: string, reason: string, effects: Effects): Promise<readonly Candidate[]> {
  for (const name of ['bin/python', 'Scripts/python.exe', 'python.exe']) {
    const program = joinPath(folder, name);
    if ((await effects.files.stat(program)) !== null) return [{ program, reason }];
  }
  return [];
}

/** Reads the kernelspec by that name; a name that is no plain name, or a program without folder, is not followed. */
async function findKernel(name: string, effects: Effects): Promise<string | null> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return null;
  for (const folder of kernelFolders(effects)) {
    const text = await effects.files.read(joinPath(folder, 'kernels', name, 'kernel.json')).catch(() => null);
    const program = text === null ? null : kernelProgram(text);
    if (program !== null && (await effects.files.stat(program)) !== null) return program;
  }
  return null;
}

function kernelProgram(text: string): string | null {
  try {
    const spec = JSON.parse(text) as { argv?: unknown; language?: unknown };
    const program = Array.isArray(spec.argv) ? spec.argv[0] : undefined;
    const isPython = spec.language === undefined || String(spec.language).toLowerCase() === 'python';
    return typeof program === 'string' && isPython && isAbsolute(program) ? program : null;
  } catch {
    return null;
  }
}

function kernelFolders(effects: Effects): readonly string[] {
  const home = effects.environment('HOME') ?? effects.environment('USERPROFILE') ?? '/';
  const given = (effects.environment('JUPYTER_PATH') ?? '').split(':').filter(Boolean);
  const prefixes = [
    effects.environment('VIRTUAL_ENV'),
    effects.environment('CONDA_PREFIX'),
    '/usr/local',
    '/usr',
  ];
  return [
    ...given,
    effects.environment('JUPYTER_DATA_DIR') ?? joinPath(home, '.local/share/jupyter'),
    joinPath(home, 'Library/Jupyter'),
    ...prefixes.flatMap((prefix) => (prefix ? [joinPath(prefix, 'share/jupyter')] : [])),
  ];
}

async function askVersion(program: string, effects: Effects): Promise<string | null> {
  const lines: string[] = [];
  const ending = await effects.processes.start({
    program,
    arguments: ['-I', '-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'],
    folder: '.',
    onOutput: (line) => lines.push(line),
    timeoutSeconds: 30,
  }).ended;
  const version = /^(\d+)\.(\d+)\.\d+$/.exec(lines.at(-1)?.trim() ?? '');
  if (ending.code !== 0 || version === null) return null;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major === OLDEST[0] && minor >= OLDEST[1] ? version[0] : null;
}
