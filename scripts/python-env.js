// Makes, or finds again, the virtual environment of the tests, the examples and the demo.
// `node scripts/python-env.js` prints the path of its Python on stdout and everything else on stderr.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = 10;
const CANDIDATES = [
  'python3',
  'python',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python3.14',
];
const LOCK_POLL_MS = 500;

/**
 * Gives the path of a Python that has the packages of a requirements file.
 *
 * The folder is `.cache/<name>` in the repository, or CELLWRIGHT_PYTHON_ENV for the default one. It is
 * made again when the requirements file or the interpreter changed. Throws with a sentence for the reader
 * when there is no Python >= 3.10 or the installation fails.
 */
export function pythonEnvironment({ requirements = 'requirements/test.txt', name = 'python-env' } = {}) {
  const chosen = name === 'python-env' ? process.env.CELLWRIGHT_PYTHON_ENV : undefined;
  const folder = resolve(root, chosen ?? join('.cache', name));
  const file = resolve(root, requirements);
  const base = basePython();
  const stamp = createHash('sha256').update(readFileSync(file)).update(base.version).digest('hex');
  const python = pythonOf(folder);
  if (isFresh(folder, stamp)) return python;
  const release = takeLock(`${folder}.lock`);
  try {
    if (!isFresh(folder, stamp)) install(base.path, folder, file, stamp);
  } finally {
    release();
  }
  return python;
}

/** Finds the Python that environments are made from: CELLWRIGHT_BASE_PYTHON, else the first that is new enough. */
export function basePython() {
  const wanted = process.env.CELLWRIGHT_BASE_PYTHON;
  for (const path of wanted ? [wanted] : CANDIDATES) {
    const version = versionOf(path);
    if (version) return { path, version };
  }
  throw new Error(`No Python >= 3.${OLDEST} found (looked for ${wanted ?? CANDIDATES.join(', ')}).`);
}

function versionOf(path) {
  const code = `import sys; assert sys.version_info >= (3, ${OLDEST}); print(sys.version, sys.base_prefix)`;
  try {
    return execFileSync(path, ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function pythonOf(folder) {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}

function isFresh(folder, stamp) {
  const file = join(folder, 'cellwright-stamp');
  return existsSync(file) && existsSync(pythonOf(folder)) && readFileSync(file, 'utf8') === stamp;
}

function install(base, folder, requirements, stamp) {
  const say = (text) => process.stderr.write(`${text}\n`);
  say(`python: making ${folder} (once; takes a minute or two)`);
  rmSync(folder, { recursive: true, force: true });
  const uv = has('uv');
  try {
    if (uv) {
      run('uv', ['venv', '--quiet', '--python', base, folder]);
      run('uv', ['pip', 'install', '--quiet', '--python', pythonOf(folder), '-r', requirements]);
    } else {
      run(base, ['-m', 'venv', folder]);
      run(pythonOf(folder), ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
    }
  } catch {
    const hint = uv ? '' : ' On Debian and Ubuntu the package `python3-venv` is needed.';
    throw new Error(`The Python environment ${folder} could not be made; the messages above say why.${hint}`);
  }
  writeFileSync(join(folder, 'cellwright-stamp'), stamp);
  say('python: ready');
}

function run(command, args) {
  execFileSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' },
  });
}

function has(command) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Two test runs may start at once: the second waits for the first; the lock of a dead process is taken over. */
function takeLock(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const owner = join(folder, 'pid');
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
    if (!isAlive(owner)) rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${pythonEnvironment()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
