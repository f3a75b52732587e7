import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinPython } from '../../python/join.js';
import { interpreter, temporaryFolder } from './recorder.ts';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(test: () => boolean): Promise<void> {
  for (let waited = 0; !test(); waited += 50) {
    if (waited > 30_000) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 50));
  }
}

it('a recorder in an endless loop ends when the other end of its standard input is closed', async () => {
  const folder = temporaryFolder();
  const source =
    'import os, subprocess\nchild = subprocess.Popen(["sleep", "600"])\nopen("pids", "w").write(f"{os.getpid()} {child.pid}")\nwhile True: pass';
  const cells = [
    { key: '1', index: 1, source, python: source, translated: false, statements: [], mayRaise: false },
  ];
  writeFileSync(join(folder, 'recorder.py'), joinPython('recorder'));
  writeFileSync(
    join(folder, 'request.json'),
    JSON.stringify({ folder, values: folder, seed: 1, cells, capture: [], follow: true }),
  );
  const child: ChildProcess = spawn(
    interpreter.program,
    [join(folder, 'recorder.py'), join(folder, 'request.json')],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  );
  await until(
    () => existsSync(join(folder, 'pids')) && readFileSync(join(folder, 'pids'), 'utf8').includes(' '),
  );
  const pids = readFileSync(join(folder, 'pids'), 'utf8').split(' ').map(Number);
  expect(pids.every(isAlive)).toBe(true);
  child.stdin?.destroy();
  await until(() => !pids.some(isAlive));
});
