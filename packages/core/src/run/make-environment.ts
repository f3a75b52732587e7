import type { Effects, Ending } from './effects.ts';
import { joinPath } from './paths.ts';

export interface EnvironmentOptions {
  /** The interpreter to start from. */
  readonly python: string;
  /** Folder of the new environment. */
  readonly folder: string;
  /** Requirements to install: `pandas==3.1.1`. */
  readonly requirements: readonly string[];
  /** A project to install as editable, with its group of test requirements. */
  readonly project?: string;
}

export interface MadeEnvironment {
  readonly ok: boolean;
  /** The environment's Python. */
  readonly program: string;
  /** What made it. */
  readonly tool: 'uv' | 'pip';
  /** Last lines that the tool wrote. */
  readonly log: readonly string[];
}

/** Makes a virtual environment with what a notebook or project needs: by `uv` when it is on the path, else `venv` and `pip`. */
export async function makeEnvironment(
  options: EnvironmentOptions,
  effects: Effects,
): Promise<MadeEnvironment> {
  const folder = effects.files.resolve(options.folder);
  const log: string[] = [];
  const call = (program: string, ...parts: readonly string[]) => callTool(program, parts, log, effects);
  const tool = isFine(await callTool('uv', ['--version'], [], effects)) ? 'uv' : 'pip';
  const made =
    tool === 'uv'
      ? call('uv', 'venv', '--python', options.python, folder)
      : call(options.python, '-m', 'venv', folder);
  const isMade = isFine(await made);
  const windows = joinPath(folder, 'Scripts/python.exe');
  const program = (await effects.files.stat(windows)) === null ? joinPath(folder, 'bin/python') : windows;
  if (!isMade) return { ok: false, program, tool, log };
  const wanted = [
    ...options.requirements,
    ...(options.project ? ['-e', effects.files.resolve(options.project)] : []),
  ];
  const install =
    tool === 'uv' ? ['uv', 'pip', 'install', '--python', program] : [program, '-m', 'pip', 'install'];
  const [first = program, ...rest] = install;
  const ok = wanted.length === 0 || isFine(await call(first, ...rest, ...wanted));
  return { ok, program, tool, log };
}

function callTool(
  program: string,
  parts: readonly string[],
  log: string[],
  effects: Effects,
): Promise<Ending> {
  const listen = (line: string) => {
    log.push(line);
    if (log.length > 100) log.shift();
    effects.progress(line.slice(0, 120));
  };
  return effects.processes.start({
    program,
    arguments: parts,
    folder: '.',
    onOutput: listen,
    onError: listen,
  }).ended;
}

function isFine(ending: Ending): boolean {
  return ending.code === 0;
}
