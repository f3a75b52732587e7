import { type Executor, startExecutor } from '../execute.ts';
import { generateProgram } from './generate.ts';
import { examine, type Finding, shrink } from './hunt.ts';

const STANDARD = ['contextlib', 'copy', 'json', 'pathlib', 'pickle', 'random'];

/** A process that has loaded these is slow to fork: only for the programs that use them. */
const HEAVY = [
  'numpy',
  'pandas',
  'matplotlib.pyplot',
  'sklearn.linear_model',
  'sklearn.pipeline',
  'sklearn.model_selection',
];
const USES_HEAVY = /^(import (numpy|pandas|matplotlib)|from sklearn)/m;

export interface HuntOptions {
  /** The repository's folder. */
  readonly root: string;
  readonly firstSeed: number;
  readonly programs: number;
  readonly processes: number;
  /** Failures that are made smaller; the others are only counted. */
  readonly shrinkAtMost: number;
  readonly onProgress?: (done: number) => void;
  readonly onFailure?: (failure: Failure) => void;
}

interface Failure {
  readonly seed: number;
  readonly flavour: string;
  readonly name: string;
  readonly detail: string;
  readonly program: string;
  readonly script: string;
}

export interface HuntResult {
  readonly programs: number;
  readonly invalid: number;
  readonly variables: number;
  readonly wrongVariables: number;
  readonly keptSteps: number;
  readonly steps: number;
  /** At most one a program. */
  readonly failures: readonly Failure[];
  /** CPU time of all analyses, and the programs that took longest, in milliseconds. */
  readonly milliseconds: number;
  readonly slowest: readonly { readonly seed: number; readonly milliseconds: number }[];
}

/** Two processes that look like one: a small one for programs that use only the standard library. */
function startPair(root: string): Executor {
  const light = startExecutor(root, STANDARD);
  const heavy = startExecutor(root, [...STANDARD, ...HEAVY]);
  const choose = (code: string): Executor => (USES_HEAVY.test(code) ? heavy : light);
  return {
    execute: async (jobs) => (await Promise.all(jobs.map((job) => choose(job.code).execute([job])))).flat(),
    close: () => {
      light.close();
      heavy.close();
    },
  };
}

interface Examined extends Finding {
  readonly seed: number;
}

/** Examines the programs of consecutive seeds, several at a time. */
export async function hunt(options: HuntOptions): Promise<HuntResult> {
  const findings: Examined[] = [];
  const failures: Failure[] = [];
  let next = 0;
  const work = async (executor: Executor): Promise<void> => {
    while (next < options.programs) {
      const program = generateProgram(options.firstSeed + next++);
      const finding = await examine(executor, program.statements);
      findings.push({ ...finding, seed: program.seed });
      const [wrong] = finding.wrong;
      if (wrong) {
        const small = failures.length < options.shrinkAtMost;
        const shrunk = small ? await shrink(executor, program.statements, wrong.name) : program.statements;
        const [still] = small ? (await examine(executor, [shrunk.join('\n')], wrong.name)).wrong : [];
        const { name, detail, script } = still ?? wrong;
        const { seed, flavour } = program;
        const failure = { seed, flavour, name, detail, script, program: shrunk.join('\n') };
        failures.push(failure);
        options.onFailure?.(failure);
      }
      options.onProgress?.(findings.length);
    }
  };
  const executors = Array.from({ length: options.processes }, () => startPair(options.root));
  // Several at a time for each: while Python executes one, another is analysed.
  await Promise.all([...executors, ...executors, ...executors].map(work));
  for (const executor of executors) executor.close();
  return summary(findings, failures);
}

function summary(findings: readonly Examined[], failures: readonly Failure[]): HuntResult {
  const sum = (pick: (finding: Examined) => number): number =>
    findings.reduce((total, finding) => total + pick(finding), 0);
  return {
    programs: findings.length,
    invalid: sum(({ invalid }) => Number(invalid)),
    variables: sum(({ variables }) => variables),
    wrongVariables: sum(({ wrong }) => wrong.length),
    keptSteps: sum(({ keptSteps }) => keptSteps),
    steps: sum(({ steps }) => steps),
    failures: [...failures].sort((one, other) => one.seed - other.seed),
    milliseconds: sum(({ milliseconds }) => milliseconds),
    slowest: findings
      .map(({ seed, milliseconds }) => ({ seed, milliseconds }))
      .sort((one, other) => other.milliseconds - one.milliseconds)
      .slice(0, 5),
  };
}
