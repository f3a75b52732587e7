import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createToolchain } from '../../../cli/src/toolchain.ts';
import type { Plan } from '../../src/plan/index.ts';
import { type Project, type RenderOptions, renderProject } from '../../src/project/index.ts';

const repository = join(import.meta.dirname, '../../../..');
const engineFolder = join(repository, 'packages/core/python/engine');

const engine: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(engineFolder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name, readFileSync(join(engineFolder, name), 'utf8')]),
);

const toolchain = createToolchain();

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function render(plan: Plan, more: Partial<RenderOptions> = {}) {
  return renderProject(plan, { engine, toolchain, digest, ...more });
}

export function writeProject(project: Project): string {
  const folder = mkdtempSync(join(tmpdir(), 'cellwright-project-'));
  for (const file of project.files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    if (file.kind === 'text') writeFileSync(path, file.text);
    else copyFileSync(file.from, path);
  }
  return folder;
}

/** Python with the packages of the tests. */
export const python = findPython();

function findPython(): string {
  const script = join(repository, 'scripts/python-env.js');
  if (!existsSync(script)) throw new Error('scripts/python-env.js is missing');
  return execFileSync(process.execPath, [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}

export interface Ran {
  readonly status: number;
  readonly output: string;
}

/** Runs Python in a folder with the project's `src` on its path; gives stdout and stderr together. */
export function runPython(folder: string, ...args: readonly string[]): Ran {
  try {
    const output = execFileSync('sh', ['-c', 'exec "$0" "$@" 2>&1', python, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PYTHONPATH: join(folder, 'src'),
        PYTHONDONTWRITEBYTECODE: '1',
        RUFF_NO_CACHE: 'true',
      },
    });
    return { status: 0, output };
  } catch (error) {
    const failed = error as { status?: number; stdout?: string };
    return { status: failed.status ?? -1, output: failed.stdout ?? String(error) };
  }
}
