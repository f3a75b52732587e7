import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { passingName } from '../../src/leftovers.ts';
import { nodeFiles } from '../../src/node-files.ts';

/** The process id of something that is no more. */
function deadProcess(): number {
  return Number(spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).stdout);
}

it('removes what a killed process left beside a file, and nothing of one that lives or of another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  const own = passingName();
  const dead = own.replace(`-${process.pid}-`, `-${deadProcess()}-`);
  const elsewhere = dead.replace(/cellwright-\d+/, 'cellwright-1');
  for (const name of [`.${dead}a.tmp`, `.${own}b.tmp`, `.${elsewhere}c.tmp`, 'cellwright-notes.txt'])
    writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, `${dead}d`));
  await nodeFiles.write(join(folder, 'x'), 'text');
  const left = [`.${own}b.tmp`, `.${elsewhere}c.tmp`, 'cellwright-notes.txt', 'x'];
  expect(readdirSync(folder).sort()).toEqual(left.sort());
});
