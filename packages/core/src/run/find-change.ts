import type { RunRecord, RunSetting } from '../record/index.ts';
import type { Module } from '../syntax/index.ts';
import type { Effects } from './effects.ts';
import { FIXED_ENVIRONMENT } from './environment.ts';
import type { Interpreter } from './interpreter.ts';
import { folderOf, joinPath } from './paths.ts';
import { listFolders, namedVariables, readStates } from './run-setting.ts';

export interface ChangeOptions {
  readonly interpreter: Interpreter;
  /** Text of the program that looks at an interpreter: its modules joined. */
  readonly refit: string;
}

/** What `refit.py` answers. */
interface Answer extends Pick<RunSetting, 'executable' | 'prefix' | 'contained' | 'environment'> {
  readonly version: string;
  readonly distributions: Readonly<Record<string, string>>;
  /** Modules that were not found then, or came from elsewhere, and would be found now. */
  readonly appeared: readonly string[];
}

/**
 * Tells what of all that a recorded run depended on is another now, in words for a person; `null` where the notebook, run
 * again, would find everything as it was. Runs nothing of the notebook.
 */
export async function findChange(
  module: Module,
  record: RunRecord,
  options: ChangeOptions,
  effects: Effects,
): Promise<string | null> {
  const { setting } = record;
  if (setting === undefined) return 'the earlier run does not say what it depended on';
  const home = effects.files.resolve(folderOf(module.notebook.path));
  return (
    (await changedFile(home, setting, effects)) ??
    (await changedFolder(home, setting, effects)) ??
    (await changedPython(home, module, record, setting, options, effects))
  );
}

async function changedFile(home: string, setting: RunSetting, effects: Effects): Promise<string | null> {
  for (const [path, [size, changed]] of Object.entries(setting.beside)) {
    const is = await effects.files.stat(joinPath(home, path));
    if (is?.size !== size || is.changed !== changed) return `\`${path}\` changed`;
  }
  const paths = Object.keys(setting.files);
  const states = await readStates(home, paths, effects);
  const changed = paths.find((path) => states[path] !== setting.files[path]);
  return changed === undefined ? null : `\`${changed}\` changed`;
}

async function changedFolder(home: string, setting: RunSetting, effects: Effects): Promise<string | null> {
  const listed = await listFolders(home, Object.keys(setting.folders), effects);
  const changed = Object.entries(setting.folders).find(([path, names]) => !isSame(names, listed[path]));
  return changed === undefined ? null : `other files lie in \`${changed[0]}\``;
}

async function changedPython(
  home: string,
  module: Module,
  record: RunRecord,
  setting: RunSetting,
  options: ChangeOptions,
  effects: Effects,
): Promise<string | null> {
  const now = await ask(home, module, record, setting, options, effects);
  if (now === null) return 'Python does not answer';
  const { executable, prefix, contained } = setting;
  if (now.version !== record.python.version || now.executable !== executable || now.prefix !== prefix)
    return 'another Python is used';
  if (now.contained !== contained) return contained ? 'that run was contained' : 'that run was not contained';
  const package_ = Object.keys(record.distributions).find(
    (name) => now.distributions[name] !== record.distributions[name],
  );
  if (package_ !== undefined)
    return `${package_} is ${now.distributions[package_] ?? 'gone'}, it was ${record.distributions[package_]}`;
  const [appeared] = now.appeared;
  if (appeared !== undefined) return `the module \`${appeared}\` is found elsewhere than before`;
  const names = new Set([...Object.keys(now.environment), ...Object.keys(setting.environment)]);
  const variable = [...names].find((name) => now.environment[name] !== setting.environment[name]);
  return variable === undefined ? null : `the environment variable \`${variable}\` changed`;
}

async function ask(
  home: string,
  module: Module,
  record: RunRecord,
  setting: RunSetting,
  { interpreter, refit }: ChangeOptions,
  effects: Effects,
): Promise<Answer | null> {
  const tools = await effects.files.temporaryFolder();
  let answer: Answer | null = null;
  try {
    const request = {
      home,
      places: setting.places,
      sources: setting.sources,
      names: namedVariables(module),
      absent: setting.absent,
      modules: Object.keys(record.modules),
      distributions: Object.keys(record.distributions),
    };
    await effects.files.write(joinPath(tools, 'request.json'), JSON.stringify(request));
    await effects.files.write(joinPath(tools, 'refit.py'), refit);
    await effects.processes.start({
      program: interpreter.program,
      arguments: [joinPath(tools, 'refit.py'), joinPath(tools, 'request.json')],
      folder: home,
      environment: FIXED_ENVIRONMENT,
      timeoutSeconds: 120,
      onOutput: (line) => {
        answer = readAnswer(line) ?? answer;
      },
    }).ended;
    return answer;
  } finally {
    await effects.files.remove(tools);
  }
}

function readAnswer(line: string): Answer | null {
  try {
    return JSON.parse(line) as Answer;
  } catch {
    return null;
  }
}

function isSame(one: readonly string[], other: readonly string[] | undefined): boolean {
  return one.length === other?.length && one.every((name, at) => name === other[at]);
}
