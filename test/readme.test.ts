import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pythonEnvironment } from '../scripts/python-env.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'cellwright-readme-'));

/** A command of the README and the lines that it is said to print; `⋮` stands for any lines. */
interface Shown {
  readonly command: string;
  readonly output: readonly string[];
}

function transcripts(): readonly Shown[] {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  return [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .filter((part) => part !== '')
      .map((part) => {
        const [command = '', ...output] = part.trimEnd().split('\n');
        return { command, output };
      }),
  );
}

function patternFor(output: readonly string[]): RegExp {
  const escaped = output.map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('\n').replaceAll(/⋮\n/g, '(?:[^\n]*\n)*')}\n*$`);
}

let python = '';

beforeAll(() => {
  python = pythonEnvironment();
  cpSync(join(root, 'examples/churn'), folder, { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has transcripts', () => {
  expect(transcripts().length).toBeGreaterThanOrEqual(4);
});

it.each(transcripts())('$command', ({ command, output }) => {
  const [program, ...args] = command.split(' ');
  expect(program).toBe('cellwright');
  const path = [dirname(python), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, XDG_CACHE_HOME: join(folder, '.cache'), NO_COLOR: '1' };
  const cli = join(root, 'packages/cli/bin/cellwright.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(patternFor(output));
});
