import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyTest, writeProject } from './project.ts';

const json = (name: string, statement: string) => ({
  name,
  variable: name,
  path: `artifacts/${name}.json`,
  codec: 'json',
  statement,
});
const dump = (text: string) => `(out / "x.json").write_text(${text})`;

describe('verifyProject', () => {
  it('proves equal values, and notices the value that it changed itself', async () => {
    const { value, folder } = await verifyTest({
      cells: ['x = {"b": 1, "a": [1.5, None]}'],
      project: dump(`'{"b": 1, "a": [1.5, null]}'`),
      artifacts: [json('x', '1:0')],
    });
    expect(value?.exitCode).toBe(0);
    expect(value?.proof).toMatchObject({ ok: true, headline: '1 of 1 equal' });
    expect(value?.proof.artifacts).toMatchObject([
      { name: 'x', verdict: 'identical', control: { detected: true } },
    ]);
    const proof: unknown = JSON.parse(readFileSync(join(folder, 'project/.cellwright/proof.json'), 'utf8'));
    expect(proof).toEqual(value?.proof);
  });

  const WRONG: readonly [name: string, text: string, what: string][] = [
    ['another value', `'{"b": 1, "a": 3}'`, 'value'],
    ['another element type', `'{"b": 1.0, "a": 2}'`, 'type'],
    ['another order of keys', `'{"a": 2, "b": 1}'`, 'order'],
    ['a missing key', `'{"b": 1}'`, 'parts'],
    ['another type', `'[1, 2]'`, 'type'],
  ];
  it.each(WRONG)('reports %s as different', async (_, text, what) => {
    const { value } = await verifyTest({
      cells: ['x = {"b": 1, "a": 2}'],
      project: dump(text),
      artifacts: [json('x', '1:0')],
    });
    expect(value?.exitCode).toBe(1);
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'differs', difference: { what } }]);
    expect(value?.report).toContain('First difference of x');
  });

  it('compares what a name stands for at the end, whatever the project took for its last change', async () => {
    const { value } = await verifyTest({
      cells: ['x = [1]', 'y = x\ny.append(2)'],
      project: dump(`'[1]'`),
      artifacts: [json('x', '1:0')],
    });
    expect(value?.exitCode).toBe(1);
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'differs', difference: { what: 'length' } }]);
  });

  it('compares what a cell only shows', async () => {
    const { value } = await verifyTest({
      cells: ['a = [1]\na + [2]', 'a + [3]'],
      project: dump(`'[1, 2]'`),
      artifacts: [json('x', '1:1')],
    });
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'identical' }]);
  });

  it('compares the value after its own statement where the name is gone at the end', async () => {
    const { value } = await verifyTest({
      cells: ['x = [1]', 'del x'],
      project: dump(`'[1]'`),
      artifacts: [json('x', '1:0')],
    });
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'identical' }]);
  });

  it('counts rounding as equal within the tolerance, and says how much', async () => {
    const { value } = await verifyTest({
      cells: ['x = [0.1 + 0.2]'],
      project: dump(`'[0.3]'`),
      artifacts: [json('x', '1:0')],
    });
    expect(value?.exitCode).toBe(0);
    expect(value?.proof.artifacts[0]).toMatchObject({ verdict: 'equal within tolerance' });
    expect(value?.proof.artifacts[0]?.detail).toContain('5.55e-17');
  });

  it('gives both sides the same unseeded random numbers', async () => {
    const { value } = await verifyTest({
      cells: ['import random\nimport numpy as np', 'x = [random.random(), float(np.random.rand())]'],
      project: `import random, numpy\n${dump('json.dumps([random.random(), float(numpy.random.rand())])')}`,
      artifacts: [json('x', '2:0')],
    });
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'identical' }]);
  });

  it('finds what draws from the operating system by running the notebook twice', async () => {
    const { value } = await verifyTest({
      cells: ['import os\nx = int.from_bytes(os.urandom(6), "big")'],
      project: dump(`'1'`),
      artifacts: [json('x', '1:1')],
    });
    expect(value?.exitCode).toBe(3);
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'nondeterministic' }]);
  });

  it('says what a notebook that stops half-way did not reach', async () => {
    const { value, diagnostics } = await verifyTest({
      cells: ['x = 1', 'import absent_package', 'y = 2'],
      project: `${dump("'1'")}; (out / "y.json").write_text('2')`,
      artifacts: [json('x', '1:0'), json('y', '3:0')],
    });
    expect(value?.exitCode).toBe(3);
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'identical' }, { verdict: 'not run' }]);
    expect(value?.proof.artifacts[1]?.detail).toContain('pip install absent_package');
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['V003']);
  });

  it('says what a project that fails did not make', async () => {
    const { value } = await verifyTest({
      cells: ['x = 1'],
      project: 'raise ValueError("no data")',
      artifacts: [json('x', '1:0')],
    });
    expect(value?.exitCode).toBe(3);
    expect(value?.proof.artifacts[0]).toMatchObject({ verdict: 'not run' });
    expect(value?.proof.artifacts[0]?.detail).toContain('no data');
  });

  it('compares files, by contents where only their times differ', async () => {
    const { value } = await verifyTest({
      cells: [
        'open("a.txt", "w").write("hello")',
        'import gzip, os\nos.mkdir("o")',
        'gzip.GzipFile("o/b.gz", "w", mtime=1).write(b"hi")',
        'open("c.txt", "w").write("x")',
      ],
      project: `import gzip\n(out / "a.txt").write_text("hello"); gzip.GzipFile(out / "b.gz", "w", mtime=2).write(b"hi"); (out / "c.txt").write_text("y")`,
      artifacts: ['a.txt', 'b.gz', 'c.txt'].map((name) => ({
        name,
        variable: null,
        path: `artifacts/${name}`,
        codec: 'file',
      })),
    });
    expect(value?.proof.artifacts).toMatchObject([
      { verdict: 'identical' },
      { verdict: 'identical' },
      { verdict: 'differs' },
    ]);
    expect(value?.proof.artifacts[1]?.detail).toContain('the bytes differ');
  });

  it('tries repairs until nothing differs, and adopts the one that helps', async () => {
    const test = (text: string) => ({ cells: ['x = 1'], project: dump(text), artifacts: [json('x', '1:0')] });
    const { value, folder } = await verifyTest(test("'2'"), {
      repair: (attempt) =>
        attempt > 2
          ? null
          : {
              description: `attempt ${attempt}`,
              writeTo: async (target) => writeProject(target, test(attempt === 1 ? "'1'" : "'3'")),
            },
    });
    expect(value?.proof.repairs).toEqual(['attempt 1']);
    expect(value?.exitCode).toBe(0);
    expect(readFileSync(join(folder, 'project/src/pkg/__main__.py'), 'utf8')).toContain("'1'");
  });
  it('leaves a project alone that no repair makes equal', async () => {
    const test = { cells: ['x = 1'], project: dump("'2'"), artifacts: [json('x', '1:0')] };
    const { value, folder } = await verifyTest(test, {
      repair: (attempt) =>
        attempt > 0
          ? null
          : {
              description: 'no better',
              writeTo: async (target) => writeProject(target, { ...test, project: dump("'3'") }),
            },
    });
    expect(value?.proof.repairs).toEqual([]);
    expect(value?.exitCode).toBe(1);
    expect(readFileSync(join(folder, 'project/src/pkg/__main__.py'), 'utf8')).toContain("'2'");
  });
});

describe('a notebook that cannot be run', () => {
  const stored = (text: string) => ({
    cells: ['import absent_package', { source: 'x = {"a": 1}\nx', output: text }],
    project: dump(`'{"a": 1}'`),
    artifacts: [json('x', '2:0')],
  });
  it('is compared with the output that its file stores', async () => {
    const { value } = await verifyTest(stored("{'a': 1}"));
    expect(value?.exitCode).toBe(3);
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'matches stored output' }]);
  });
  it('is not said to match an output that shows something else', async () => {
    const { value } = await verifyTest(stored("{'a': 2}"));
    expect(value?.proof.artifacts).toMatchObject([{ verdict: 'not run' }]);
  });
});
