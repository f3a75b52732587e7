import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonEnvironment } from '../../../../scripts/python-env.js';

/** A program, and the names whose values are wanted; `null`: all of them. */
interface Job {
  readonly code: string;
  readonly names: readonly string[] | null;
  /** In a process of its own; otherwise one after another in one process, which is put back in between. */
  readonly fresh?: boolean;
}

export interface Outcome {
  /** Fingerprints by name. */
  readonly values: Readonly<Record<string, string>>;
  /** What ended the program early. */
  readonly error: string | null;
}

const ENDED = '{"values": {}, "error": "Python ended"}';

/** Executes programs one after another in one Python process. */
export interface Executor {
  execute(jobs: readonly Job[]): Promise<readonly Outcome[]>;
  close(): void;
}

/** Starts the Python of the tests; `preload` names modules that many programs import. `root` is the repository's folder. */
export function startExecutor(root: string, preload: readonly string[] = []): Executor {
  const script = resolve(root, 'packages/core/test/dataflow/execute.py');
  const fingerprints = join(root, 'packages/cli/test/cases');
  const child = spawn(pythonEnvironment(), [script, fingerprints, ...preload], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...process.env,
      PYTHONHASHSEED: '0',
      PYTHONDONTWRITEBYTECODE: '1',
      MPLBACKEND: 'Agg',
      // A fork of a process with threads may hang.
      OMP_NUM_THREADS: '1',
      OPENBLAS_NUM_THREADS: '1',
    },
  });
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  let ended = false;
  child.on('exit', () => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(ENDED);
  });
  child.stdin.on('error', () => undefined);
  return {
    execute: (jobs) =>
      Promise.all(
        jobs.map(
          (job) =>
            new Promise<Outcome>((done) => {
              if (ended) return done(JSON.parse(ENDED) as Outcome);
              waiting.push((line) => done(JSON.parse(line) as Outcome));
              child.stdin.write(`${JSON.stringify({ fresh: false, ...job })}\n`);
            }),
        ),
      ),
    close: () => child.stdin.end(),
  };
}
