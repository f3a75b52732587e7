// Where the notebooks of `npm run corpus` come from: Debian's python-sklearn-doc, or a folder of the caller.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from '../scripts/python-env.js';

const here = dirname(fileURLToPath(import.meta.url));
const cache = resolve(here, '../.cache/sklearn-doc');
const PACKAGE = 'python-sklearn-doc';

/** The pinned environment is made for this minor version of scikit-learn. */
const VERSION = '1.2';

/**
 * Gives the sample of scikit-learn's examples, and a Python with the matching scikit-learn.
 *
 * The examples are those of `corpus-sample.json`: in percent format with at least two cells, no download in the text,
 * and a plain run of at most a few seconds.
 */
export function sklearnExamples() {
  const examples = join(cache, 'unpacked/usr/share/doc', PACKAGE, 'examples');
  if (!existsSync(examples)) unpack();
  const names = JSON.parse(readFileSync(join(here, 'corpus-sample.json'), 'utf8'));
  const python = pythonEnvironment({ requirements: 'requirements/corpus.txt', name: 'corpus-env' });
  // Each example stands alone: nothing but its own file is copied.
  const notebooks = names.map((name) => ({
    name,
    base: dirname(join(examples, name)),
    only: true,
    path: join(examples, name),
  }));
  return { python, notebooks };
}

/** Gives the Python that checks the types and the style of the projects of the sample. */
export function checksOfCorpus() {
  return pythonEnvironment({ requirements: 'requirements/corpus-checks.txt', name: 'corpus-checks' });
}

function unpack() {
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const run = (command, args) => execFileSync(command, args, { cwd: cache, stdio: ['ignore', 2, 2] });
  try {
    run('apt-get', ['download', PACKAGE]);
  } catch {
    run('apt-get', ['update']);
    run('apt-get', ['download', PACKAGE]);
  }
  const archive = readdirSync(cache).find((name) => name.startsWith(PACKAGE) && name.endsWith('.deb'));
  if (!archive?.startsWith(`${PACKAGE}_${VERSION}.`)) {
    throw new Error(`The corpus needs ${PACKAGE} ${VERSION} (Debian 12); this system has ${archive}.`);
  }
  run('dpkg-deb', ['-x', archive, 'unpacked']);
}

/**
 * Gives every notebook under a folder, with helper modules and data: the whole folder where it has files of its own,
 * as a checkout has, else the topmost folder that the notebook is in.
 */
export function notebooksUnder(from) {
  const root = resolve(from);
  const isProject = readdirSync(root, { withFileTypes: true }).some((entry) => entry.isFile());
  const found = readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ipynb') && !name.includes('.ipynb_checkpoints'))
    .sort();
  return found.map((name) => {
    const path = join(root, name);
    const top = relative(root, path).split(sep);
    return { name, base: isProject || top.length === 1 ? root : join(root, top[0] ?? ''), only: false, path };
  });
}
