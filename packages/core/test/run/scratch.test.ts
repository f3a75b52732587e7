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
import { filesAbove, findChangedLinks, makeScratch } from '../../src/run/index.ts';
import { moduleOf } from './module-of.ts';
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
    expect(here.endsWith('/n')).toBe(true);
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

describe('filesAbove', () => {
  it.each([
    ['pd.read_csv("../data/x.csv")', ['../data/x.csv']],
    ["url = '..\\\\data\\\\x.csv'", ['../data/x.csv']],
    ['open(f"../data/{name}.csv")', ['../data']],
    ['glob.glob("../data/*/part?.csv")', ['../data']],
    ['sys.path.append("..")', ['..']],
    ['os.path.join("../..", "data")', ['../..']],
    ['os.path.join(os.pardir, "data")', ['..']],
    ['root = Path.cwd()\ndata = root.parent.parent / "data"', ['..', '../..']],
    ['os.path.dirname(os.path.dirname(os.getcwd()))', ['..', '../..']],
    ['Path(target).parent.mkdir()', []],
    ['x = "...", "..a", "a/../b", "../\\n"', []],
  ])('%s', async (source, expected) => {
    expect(filesAbove(await moduleOf('n.ipynb', [source]))).toEqual(expected);
  });
});

describe('a run', () => {
  it('finds the files and modules above the notebook, and changes nothing there', async () => {
    const root = temporaryFolder();
    write(root, 'data/x.csv', '1,2');
    write(
      root,
      'src/helper.py',
      'from pathlib import Path\nTEXT = (Path(__file__).parent.parent / "data/x.csv").read_text()\n',
    );
    write(root, 'notebooks/beside.csv', '3');
    const { record: run } = await record(
      [
        'import sys\nsys.path.append("..")\nfrom src.helper import TEXT',
        'assert open("../data/x.csv").read() == TEXT == "1,2"',
        'assert open("../notebooks/beside.csv").read() == "3"',
        'open("../data/x.csv", "a").write("more")',
      ],
      {},
      join(root, 'notebooks'),
    );
    expect(run.outcome).toEqual({ kind: 'completed' });
    expect(readFileSync(join(root, 'data/x.csv'), 'utf8')).toBe('1,2');
  });

  it('sees the first draw of a generator that the draw itself loads', async () => {
    const { record: run } = await record([
      'import numpy as np\nnp.zeros(2)',
      'x = np.random.rand()',
      'import random\ny = 1',
      'z = random.random()',
    ]);
    expect(run.steps.map(({ randomDraws }) => randomDraws)).toEqual([[], [], ['numpy'], [], [], ['python']]);
  });

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
