import type { Effects, Ending } from './effects.ts';
import { FIXED_ENVIRONMENT } from './environment.ts';
import type { Interpreter } from './interpreter.ts';
import { joinPath } from './paths.ts';

export interface RunProjectOptions {
  readonly interpreter: Interpreter;
  /** Import name of the project's package. */
  readonly package: string;
  /** Folder for outputs; absent for the project's own `artifacts/`. */
  readonly out?: string;
  /** Text of the program that starts the project, so that it ends with us. */
  readonly bootstrap: string;
  /** Starts from the random state, and with the fixed environment, of compared runs. */
  readonly seed?: number;
  /** Overrides of parameters: `train.c=0.1`. */
  readonly set?: readonly string[];
  /** More options of the project's own `run`: `--force`. */
  readonly flags?: readonly string[];
  readonly timeoutSeconds?: number;
  /** Added to the environment: credentials that the notebook holds and the project does not. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a project's run went. */
export interface ProjectRun {
  readonly ok: boolean;
  readonly ending: Ending;
  /** The last lines that it wrote, for people. */
  readonly log: readonly string[];
  /** The stage that was running when it failed. */
  readonly failedStage?: string;
}

/** Runs a generated project through its own entry point in a fresh process; progress goes to `effects.progress`. */
export async function runProject(
  folder: string,
  options: RunProjectOptions,
  effects: Effects,
): Promise<ProjectRun> {
  const { files } = effects;
  const root = files.resolve(folder);
  const source = joinPath(root, 'src');
  const common = [
    '--params',
    joinPath(root, 'params.yaml'),
    ...(options.out ? ['--out', files.resolve(options.out)] : []),
  ];
  const overrides = (options.set ?? []).flatMap((setting) => ['--set', setting]);
  const command = [...common, 'run', ...(options.flags ?? []), ...overrides];
  const tools = await files.temporaryFolder();
  const log: string[] = [];
  const listen = (line: string) => {
    log.push(line);
    if (log.length > 200) log.shift();
    const message = progressOf(line);
    if (message !== null) effects.progress(message);
  };
  try {
    const bootstrap = joinPath(tools, 'bootstrap.py');
    await files.write(bootstrap, options.bootstrap);
    const start = [bootstrap, String(options.seed ?? '-'), source, options.package];
    const path = effects.environment('PYTHONPATH');
    const ending = await effects.processes.start({
      program: options.interpreter.program,
      arguments: [...start, ...command],
      folder: root,
      environment: {
        ...options.environment,
        ...(options.seed === undefined ? {} : FIXED_ENVIRONMENT),
        PYTHONPATH: path ? `${source}:${path}` : source,
        PYTHONUNBUFFERED: '1',
      },
      onOutput: listen,
      onError: listen,
      ...(options.timeoutSeconds !== undefined && { timeoutSeconds: options.timeoutSeconds }),
    }).ended;
    const failedStage = /\bstage (\w+):/.exec(log.join('\n'))?.[1];
    const ok = ending.code === 0;
    return { ok, ending, log, ...(!ok && failedStage !== undefined && { failedStage }) };
  } finally {
    await files.remove(tools);
  }
}

/** The engine logs `… INFO train: runs (new)`; the rest of its lines are for its log. */
function progressOf(line: string): string | null {
  return / INFO (\w+: .*|\d+ of \d+ stages ran.*)$/.exec(line)?.[1] ?? null;
}
