import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeProcesses } from '../../src/node-processes.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'cellwright-processes-'));

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
    if (waited > 20_000) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 50));
  }
}

const shell = (text: string, more: object = {}) =>
  nodeProcesses.start({ program: 'sh', arguments: ['-c', text], folder: '.', ...more });

describe('nodeProcesses', () => {
  it('hands over lines, the last one without an end too', async () => {
    const lines: string[] = [];
    const errors: string[] = [];
    const listen = {
      onOutput: (line: string) => lines.push(line),
      onError: (line: string) => errors.push(line),
    };
    const ending = await shell('printf "a\\nb"; echo c >&2; exit 4', listen).ended;
    expect([lines, errors, ending.code, ending.signal]).toEqual([['a', 'b'], ['c'], 4, null]);
  });

  it('says why a program did not start', async () => {
    const ending = await nodeProcesses.start({ program: 'no-such-program', arguments: [], folder: '.' })
      .ended;
    expect(ending).toMatchObject({ code: null, failure: expect.stringContaining('ENOENT') });
  });

  it('leaves nothing running that the program started', async () => {
    const file = join(folder(), 'pid');
    await shell(`sleep 600 & echo $! > ${file}`).ended;
    await until(() => !isAlive(Number(readFileSync(file, 'utf8'))));
  });

  it('ends what takes too long, with everything below it', async () => {
    const file = join(folder(), 'pid');
    const ending = await shell(`trap "" INT; sleep 600 & echo $! > ${file}; wait; sleep 600`, {
      timeoutSeconds: 1,
    }).ended;
    expect(ending).toMatchObject({ timedOut: true });
    await until(() => !isAlive(Number(readFileSync(file, 'utf8'))));
  });

  it('adds variables to the environment and takes them away', async () => {
    const lines: string[] = [];
    const environment = { CELLWRIGHT_TEST: 'yes', HOME: null };
    await shell('echo "$CELLWRIGHT_TEST:$HOME"', {
      environment,
      onOutput: (line: string) => lines.push(line),
    }).ended;
    expect(lines).toEqual(['yes:']);
  });

  it('closes standard input of the program when this process is killed', async () => {
    const here = folder();
    const source = new URL('../../src/node-processes.ts', import.meta.url).pathname;
    const bundle = join(here, 'parent.mjs');
    const { build } = await import('esbuild');
    writeFileSync(
      join(here, 'parent.ts'),
      `import { nodeProcesses } from ${JSON.stringify(source)};
      nodeProcesses.start({ program: 'sh', arguments: ['-c', 'echo $$ > pid; cat; echo over > ended'], folder: ${JSON.stringify(here)} });`,
    );
    await build({
      entryPoints: [join(here, 'parent.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    const parent = spawn(process.execPath, [bundle], { stdio: 'ignore' });
    await until(() => existsSync(join(here, 'pid')));
    parent.kill('SIGKILL');
    await until(() => existsSync(join(here, 'ended')));
  });
});
