import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWheel } from '../scripts/build-wheel.js';
import { pythonEnvironment } from '../scripts/python-env.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'cellwright-packages-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** An installed command: how to start it, and an environment in which nothing else is found. */
interface Installed {
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

function cleanEnvironment(path: string): NodeJS.ProcessEnv {
  const { HOME, SYSTEMROOT, TMPDIR } = process.env;
  return { HOME, SYSTEMROOT, TMPDIR, PATH: path, NO_COLOR: '1', XDG_CACHE_HOME: join(scratch, 'cache') };
}

/** The tarball is packed from the built folder and installed where nothing else is. */
function installTarball(): Installed {
  const folder = join(scratch, 'npm');
  mkdirSync(folder);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: join(root, 'packages/cli'),
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  execFileSync('npm', ['install', '--offline', ...quiet, `./${tarball}`], { cwd: folder });
  const bin = join(folder, 'node_modules/.bin');
  return {
    command: [join(bin, 'cellwright')],
    env: cleanEnvironment([bin, dirname(process.execPath)].join(delimiter)),
  };
}

/** The wheel is installed in an empty virtual environment; PATH has that environment only, so no Node. */
function installWheel(): Installed {
  const folder = join(scratch, 'venv');
  const wheel = buildWheel(join(scratch, 'wheel'));
  execFileSync(pythonEnvironment(), ['-m', 'venv', folder], { stdio: 'pipe' });
  const python = join(folder, 'bin/python');
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel], {
    stdio: 'pipe',
  });
  return { command: [join(folder, 'bin/cellwright')], env: cleanEnvironment(join(folder, 'bin')) };
}

describe.each([
  { name: 'npm tarball', install: installTarball },
  { name: 'wheel', install: installWheel },
])('$name', ({ name, install }) => {
  const work = join(scratch, name.replace(' ', '-'), 'work');
  let installed: Installed;

  beforeAll(() => {
    installed = install();
    cpSync(join(root, 'examples/churn'), work, { recursive: true });
  });

  function cellwright(...args: readonly string[]) {
    const [program = '', ...first] = installed.command;
    return spawnSync(program, [...first, ...args], { cwd: work, env: installed.env, encoding: 'utf8' });
  }

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
    expect(cellwright('--version').stdout.trim()).toBe(version);
  });

  it('checks a notebook', () => {
    const { status, stdout, stderr } = cellwright('check', 'churn.ipynb');
    expect(`${stderr}`).not.toContain('    at ');
    expect([0, 1]).toContain(status);
    expect(stdout).toContain('metrics');
  });

  it('builds a project', () => {
    const { status, stderr } = cellwright('build', 'churn.ipynb', '-o', 'project', '-y');
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const lock = JSON.parse(readFileSync(join(work, 'project/.cellwright/lock.json'), 'utf8'));
    expect(lock.stages.length).toBeGreaterThan(1);
    expect(existsSync(join(work, 'project/pyproject.toml'))).toBe(true);
  });

  it('needs no other package', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    const refused = cellwright('slice', 'no-such.ipynb', '--of', 'x');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('no-such.ipynb');
  });
});
