import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { onTestFinished } from 'vitest';
import { pythonEnvironment } from '../../../../scripts/python-env.js';

export const ROOT = resolve(import.meta.dirname, '../../../..');
export const COMMAND = join(ROOT, 'packages/cli/bin/cellwright.js');
export const CHURN = join(ROOT, 'examples/churn/churn.ipynb');

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs the command by this program: `sh -c 'ulimit …; exec "$@"' sh`. */
  readonly by?: readonly string[];
}

/** Runs the built command to its end, without a terminal and with an empty stdin. */
export function cellwright(
  args: readonly string[],
  { cwd = tmpdir(), env = {}, by = [] }: Surroundings = {},
): Said {
  return runProgram([...by, process.execPath, COMMAND, ...args], { cwd, env });
}

/** Runs any program as the command is run. */
export function runProgram(
  [program = '', ...args]: readonly string[],
  { cwd = tmpdir(), env = {} }: Omit<Surroundings, 'by'> = {},
): Said {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: environment(cwd, env),
    encoding: 'utf8',
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** Starts the built command and leaves it running. */
export function startCellwright(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: environment(cwd, {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function environment(cwd: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const cache = cwd.startsWith(ROOT) ? join(tmpdir(), 'cellwright-cli-cache') : join(cwd, '.records');
  return { ...inherited, CELLWRIGHT_CACHE: cache, ...more };
}

/** An empty folder that is gone after the test. */
export function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cellwright-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Text of a notebook with these code cells. */
export function notebookText(...cells: readonly string[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    cells: cells.map((source, index) => ({
      cell_type: 'code',
      id: `c${index}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
  });
}

/** Writes a notebook with these code cells and gives its folder. */
export function folderWith(name: string, ...cells: readonly string[]): string {
  const folder = freshFolder();
  writeFileSync(join(folder, name), notebookText(...cells));
  return folder;
}

/** Every path below a folder, sorted; what the command keeps in its cache is left out. */
export function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.records'))
    .sort();
}

/** What a document of `--json` has against its published schema; `null` for nothing. */
export function errorsOf(name: string, document: unknown): unknown {
  const path = join(ROOT, `packages/cli/schemas/${name}.schema.json`);
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  return validate(document) ? null : validate.errors;
}

/** The Python that the tests run notebooks with. */
export function python(): string {
  return pythonEnvironment();
}
