import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Project } from '../../src/project/index.ts';
import { repository } from './render.ts';

export { digest, render } from './render.ts';

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
