import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { findChangedLinks, makeScratch } from '../../src/run/index.ts';
import { record, temporaryFolder } from './recorder.ts';

function write(folder: string, path: string, text = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('makeScratch', () => {
  it('copies what lies beside and below, and what is named above; no environments, no hidden files', async () => {
    const root = temporaryFolder();
    for (const path of [
      'n/a.csv',
      'n/sub/b.csv',
      'n/.git/c',
      'n/.env',
      'n/env1/pyvenv.cfg',
      'n/env1/d',
      'n/node_modules/e',
      'data/f.csv',
      'data/deep/g.csv',
      'other/h',
    ]) {
      write(root, path, path);
    }
    const scratch = await makeScratch(join(root, 'n'), ['../data'], nodeEffects());
    const found = readdirSync(scratch.root, { recursive: true }).map(String);
    const files = found.filter((path) => statSync(join(scratch.root, path)).isFile()).sort();
    const here = scratch.folder.slice(scratch.root.length + 1);
    const above = dirname(here);
    expect(files).toEqual(
      [
        `${above}/data/deep/g.csv`,
        `${above}/data/f.csv`,
        `${here}/.env`,
        `${here}/a.csv`,
        `${here}/sub/b.csv`,
      ].sort(),
    );
  });

  it('links what is too large to copy, and finds that a run changed it', async () => {
    const root = temporaryFolder();
    write(root, 'large.bin', 'x');
    truncateSync(join(root, 'large.bin'), 26 * 1024 * 1024);
    const scratch = await makeScratch(root, [], nodeEffects());
    expect(await findChangedLinks(scratch, nodeEffects())).toEqual([]);
    writeFileSync(join(scratch.folder, 'large.bin'), 'changed');
    expect(await findChangedLinks(scratch, nodeEffects())).toEqual([join(root, 'large.bin')]);
  });
});

describe('a run', () => {
  it('changes nothing in the notebook’s folder, and keeps what was written in the record', async () => {
    const folder = temporaryFolder();
    write(folder, 'data.csv', 'a,b\n1,2\n');
    write(folder, 'helper.py', 'VALUE = 4\n');
    const run = await record(
      [
        'import helper, os\ntext = open("data.csv").read()',
        'open("data.csv", "a").write("3,4\\n")',
        'os.remove("helper.py")',
        'os.mkdir("out")\nopen("out/x.txt", "w").write("x")',
      ],
      {},
      folder,
    );
    expect(run.record.outcome).toEqual({ kind: 'completed' });
    expect(readFileSync(join(folder, 'data.csv'), 'utf8')).toBe('a,b\n1,2\n');
    expect(existsSync(join(folder, 'helper.py'))).toBe(true);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(Object.keys(run.record.files)).toEqual(['data.csv', 'out/x.txt']);
    expect(run.record.steps.map((step) => [step.filesRead, step.filesWritten])).toContainEqual([
      ['data.csv'],
      [],
    ]);
  });
});
