import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

it.skipIf(process.platform !== 'linux')(
  'a run, build, record or verify that is killed leaves nothing, and the next one ends right',
  () => {
    const args = [join(root, 'benchmarks/faults.js'), '--kills', '6', '--commands', '1'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/0 wrong, 0 with files left, 0 with orphans\n$/);
  },
  600_000,
);
