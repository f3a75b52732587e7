import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { joinPython } from '../../python/join.js';
import { recordNotebook } from '../../src/run/index.ts';
import { notebookText, readModule } from './read-module.ts';
import { interpreter, temporaryFolder } from './recorder.ts';

const CELLS = [
  '%matplotlib inline\nimport os, time\nx = 1',
  '%%time\ny = x + 1\nz = [y]\nz',
  '%%capture out\nprint("captured")\nw = 3',
  'captured = out.stdout',
  'files = !echo one two\nn = len(files)',
  '%time t = sum(range(10))\nu = t',
  '%env CELLWRIGHT_X=7\nv = os.environ["CELLWRIGHT_X"]',
  '%%timeit -n1 -r1\nnever = 1',
  '%%writefile helper.py\nVALUE = 5',
  'import helper\nh = helper.VALUE\n_ = h',
  '2 + 3',
  'a = _ + Out[11] + _11',
  '%cd -q .\nb = os.path.basename(os.getcwd())\n!echo hello > made.txt\nc = open("made.txt").read()',
  'len?\nd = 4',
];

/** What only IPython has: the object that `%%capture` binds. */
const needsIPython = (cell: string) => cell.includes('out.stdout');

async function run(shell: 'ipython' | 'python') {
  const folder = temporaryFolder();
  const path = join(folder, 'n.ipynb');
  writeFileSync(
    path,
    notebookText(CELLS.map((cell) => (shell === 'python' && needsIPython(cell) ? '0' : cell))),
  );
  const module = await readModule(path);
  const ids = module.cells.flatMap((cell) => cell.statements.map((statement) => statement.id));
  const options = {
    interpreter,
    recorder: joinPython('recorder'),
    into: join(folder, 'r'),
    sha256: '',
    shell,
  } as const;
  const { value: record } = await recordNotebook(
    module,
    { ...options, order: 'top-to-bottom', capture: [], timeoutSeconds: 120 },
    nodeEffects(),
  );
  if (record === null) throw new Error('no record');
  return { record, ids, folder };
}

it.each(['ipython', 'python'] as const)(
  'magics run, and their statements have their own ids (%s)',
  async (shell) => {
    const { record, ids, folder } = await run(shell);
    expect(record.outcome).toEqual({ kind: 'completed' });
    const shown = Object.fromEntries(Object.entries(record.final).map(([name, facts]) => [name, facts.repr]));
    expect(shown).toMatchObject({
      y: '2',
      z: '[2]',
      w: '3',
      n: '1',
      t: '45',
      u: '45',
      v: "'7'",
      h: '5',
      d: '4',
      c: "'hello\\n'",
    });
    expect(shown).not.toHaveProperty('never');
    if (shell === 'ipython') expect(shown).toMatchObject({ captured: "'captured\\n'", a: '15' });
    expect(
      record.steps.map((step) => step.id).filter((id) => !ids.includes(id) && !id.includes('?')),
    ).toEqual([]);
    const maker = (name: string) =>
      record.steps.filter((step) => step.changed.includes(name)).map((step) => step.id);
    expect([maker('y'), maker('w'), maker('u')]).toEqual([['c2:0'], ['c3:1'], ['c6:1']]);
    expect(record.files).toHaveProperty('made.txt');
    expect(readFileSync(join(folder, 'r/files', record.files['made.txt']?.file ?? ''), 'utf8')).toBe(
      'hello\n',
    );
  },
);
