// Starts case_runner.py for a script or for a whole notebook, in a folder of its own.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
export const CASES = join(root, 'packages/cli/test/cases');
const TIME_LIMIT_MS = 120_000;

/** Writes the files that a case brings with it. */
export function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Executes `text` (a script, or a case as JSON) in an empty folder that has only `files`; gives the runner's JSON. */
export async function execute(python, mode, text, name, files) {
  const scratch = mkdtempSync(join(tmpdir(), 'cellwright-case-'));
  const folder = join(scratch, 'work');
  const source = join(scratch, 'source');
  const result = join(scratch, 'result.json');
  mkdirSync(folder);
  writeFiles(folder, files);
  writeFileSync(source, text);
  try {
    const args = ['-c', 'import case_runner; case_runner.main()', mode, source, name, result];
    const said = await run(python, args, folder, scratch);
    return readResult(result) ?? { lines: 0, error: said };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readResult(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function run(python, args, cwd, home) {
  return new Promise((done) => {
    const env = {
      ...process.env,
      PYTHONPATH: [here, CASES].join(process.platform === 'win32' ? ';' : ':'),
      PYTHONHASHSEED: '0',
      PYTHONDONTWRITEBYTECODE: '1',
      MPLBACKEND: 'Agg',
      IPYTHONDIR: join(home, 'ipython'),
    };
    const child = spawn(python, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done(signal ? `killed by ${signal}` : `exit ${code}: ${said.trim().split('\n').at(-1) ?? ''}`);
    });
  });
}

/** Runs at most `width` of the tasks at once and keeps their order. */
export async function inParallel(width, items, task) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await task(items[index], index);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
