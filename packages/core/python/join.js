import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'observe');
const PORTRAIT = [
  'names',
  'code_digest',
  'portrait',
  'portrait_numpy',
  'portrait_pandas',
  'portrait_sklearn',
  'portrait_figures',
];

/** What both recorders have. */
const RECORDER = [
  ...PORTRAIT,
  'facts',
  'difference',
  'codecs',
  'protocol',
  'random_state',
  'inject',
  'files',
  'setting',
  'statements',
  'namespace',
  'keep',
  'endings',
  'calls',
  'contain',
  'plain_shell',
  'ipython_shell',
  'session',
  'watchdog',
  'recorder',
];

/** The modules of each script, each after those that it imports from. */
export const SCRIPTS = {
  recorder: [...RECORDER, 'here'],
  elsewhere: [...RECORDER, 'elsewhere'],
  compare: [...PORTRAIT, 'difference', 'perturb', 'spoil', 'file_contents', 'contain', 'compare'],
  refit: ['files', 'contain', 'setting', 'refit'],
  bootstrap: ['random_state', 'inject', 'watchdog', 'contain', 'bootstrap'],
};

/**
 * Joins the modules of one script to a single file: relative imports go, because all names are in one namespace; every
 * module must therefore define names of its own.
 *
 * @param {keyof typeof SCRIPTS} script
 * @param {(name: string) => string} [read] gives the text of a module; by default from this folder
 */
export function joinPython(script, read = (name) => readFileSync(join(FOLDER, `${name}.py`), 'utf8')) {
  const modules = SCRIPTS[script].map((name) => {
    const text = read(name)
      .replace(/^from __future__ import annotations\n/m, '')
      .replace(/^from \.\w+ import (\([^)]*\)|[^\n]*)\n/gm, '');
    return `# ---- ${name}\n${text.trim()}\n`;
  });
  const main = 'if __name__ == "__main__":\n    raise SystemExit(main(sys.argv[1:]))\n';
  return ['from __future__ import annotations\n', ...modules, main].join('\n\n');
}
