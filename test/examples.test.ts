import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pythonEnvironment } from '../scripts/python-env.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const CLI = join(root, 'packages/cli/bin/cellwright.js');
const EXAMPLES = [
  { name: 'churn', notebooks: ['churn.ipynb'] },
  { name: 'energy', notebooks: ['demand.ipynb'] },
  { name: 'reviews', notebooks: ['reviews.ipynb'] },
  { name: 'shop', notebooks: ['segments.ipynb'] },
  { name: 'digits', notebooks: ['digits.ipynb'] },
  { name: 'wind', notebooks: ['1_clean.ipynb', '2_features.ipynb', '3_model.ipynb'] },
  { name: 'clinic', notebooks: ['waiting.ipynb'] },
];

const scratch = mkdtempSync(join(tmpdir(), 'cellwright-examples-'));
let python = '';

beforeAll(() => {
  python = pythonEnvironment();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs a program and gives all it said when it fails, so that a red test explains itself. */
function run(command: string, args: readonly string[], cwd: string, extra: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, XDG_CACHE_HOME: join(scratch, 'cache'), NO_COLOR: '1', ...extra };
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd, env, encoding: 'utf8' });
  return { status, stdout, said: status === 0 ? '' : `${stdout}\n${stderr}` };
}

describe.each(EXAMPLES)('$name', ({ name, notebooks }) => {
  const source = join(scratch, name);
  const project = join(scratch, `${name}-project`);
  const consent = () => ['--python', python, '--trust'];
  const cellwright = (...args: readonly string[]) => run(process.execPath, [CLI, ...args], source);

  beforeAll(() => {
    cpSync(join(root, 'examples', name), source, { recursive: true });
  });

  it('is built, and the notebook is left as it was', () => {
    const before = notebooks.map((file) => readFileSync(join(source, file), 'utf8'));
    const built = cellwright('build', ...notebooks, '-o', project, '--record', '-y', ...consent());
    expect({ status: built.status, said: built.said }).toEqual({ status: 0, said: '' });
    expect(notebooks.map((file) => readFileSync(join(source, file), 'utf8'))).toEqual(before);
    expect(existsSync(join(project, 'artifacts'))).toBe(false);
  });

  it('is verified: every artifact equal, every negative control noticed', () => {
    const { status, said } = cellwright('verify', project, ...consent());
    expect({ status, said }).toEqual({ status: 0, said: '' });
    const proof = JSON.parse(readFileSync(join(project, '.cellwright/proof.json'), 'utf8'));
    expect(proof.artifacts.length).toBeGreaterThan(0);
    const controls = proof.artifacts.flatMap(
      ({ control }: { control?: { detected: boolean } }) => control ?? [],
    );
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.every(({ detected }: { detected: boolean }) => detected)).toBe(true);
  });

  it('runs with the notebook gone, from another folder, and passes its own tests', () => {
    rmSync(source, { recursive: true });
    const { package: packageName, artifacts } = JSON.parse(
      readFileSync(join(project, '.cellwright/lock.json'), 'utf8'),
    );
    const onPath = { PYTHONPATH: join(project, 'src') };
    const ran = run(python, ['-m', packageName, 'run'], scratch, onPath);
    expect({ status: ran.status, said: ran.said }).toEqual({ status: 0, said: '' });
    const missing = artifacts.filter(({ path }: { path: string }) => !existsSync(join(project, path)));
    expect(missing).toEqual([]);
    const tests = run(python, ['-m', 'pytest', '-q'], project, onPath);
    expect({ status: tests.status, said: tests.said }).toEqual({ status: 0, said: '' });
  });
});
