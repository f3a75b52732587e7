// `npm run demo`: examples/churn becomes a project, runs and is verified, in a temporary folder that stays for a look.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from './python-env.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'packages/cli/bin/cellwright.js');
const python = pythonEnvironment();
const folder = mkdtempSync(join(tmpdir(), 'cellwright-demo-'));

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Shows a command as a user would type it, runs it, and ends the demo when it fails. */
function show(shown, command, args, cwd) {
  say(`\n$ ${shown}`);
  const env = { ...process.env, PATH: [dirname(python), process.env.PATH].join(delimiter) };
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: 'inherit' });
  if (error) say(error.message);
  if (status !== 0) process.exit(status ?? 2);
}

function cellwright(...args) {
  show(`cellwright ${args.join(' ')}`, process.execPath, [cli, ...args, '--python', python], folder);
}

cpSync(join(root, 'examples/churn'), folder, { recursive: true });
say(`A notebook with its data lies in ${folder}.`);
show('cellwright check churn.ipynb', process.execPath, [cli, 'check', 'churn.ipynb'], folder);
cellwright('build', 'churn.ipynb', '-o', 'churn', '--record', '--trust', '-y');
cellwright('run', 'churn');
cellwright('verify', 'churn', '--trust');

const proof = JSON.parse(readFileSync(join(folder, 'churn/.cellwright/proof.json'), 'utf8'));
say(`\nThe proof, from .cellwright/proof.json: ${proof.headline}`);
for (const { name, verdict } of proof.artifacts) say(`  ${name.padEnd(20)} ${verdict}`);
say(`\nThe project: ${join(folder, 'churn')}`);
