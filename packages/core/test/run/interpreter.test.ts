import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../../cli/src/node-effects.ts';
import { type Effects, findInterpreter, type InterpreterOptions } from '../../src/run/index.ts';
import { temporaryFolder } from './recorder.ts';

/** Programs that answer as Python would, in a folder of their own. */
function machine(environment: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  const effects: Effects = {
    ...nodeEffects(),
    environment: (name) => ({ HOME: root, ...environment })[name],
  };
  const python = (path: string, answer = '3.11.2') => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `#!/bin/sh\necho ${answer}\n`);
    chmodSync(join(root, path), 0o755);
    return join(root, path);
  };
  const kernel = (name: string, program: string) => {
    const folder = join(root, '.local/share/jupyter/kernels', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'kernel.json'),
      JSON.stringify({ argv: [program, '-m', 'ipykernel'], language: 'python' }),
    );
  };
  const find = (options: Partial<InterpreterOptions> = {}, more: Readonly<Record<string, string>> = {}) =>
    findInterpreter(
      { folder: join(root, 'work/deep'), ...options },
      { ...effects, environment: (name) => more[name] ?? effects.environment(name) },
    );
  return { root, python, kernel, find };
}

describe('findInterpreter', () => {
  it('looks in the order: --python, kernel, VIRTUAL_ENV, CONDA_PREFIX, .venv upwards, path', async () => {
    const { root, python, kernel, find } = machine();
    const above = python('.venv/bin/python', '3.9.1');
    expect((await find())?.program).toBe(above);
    const near = python('work/.venv/bin/python');
    expect((await find())?.program).toBe(near);
    const conda = python('conda/bin/python');
    const more: Record<string, string> = { CONDA_PREFIX: join(root, 'conda') };
    expect((await find({}, more))?.program).toBe(conda);
    const virtual = python('virtual/bin/python');
    more.VIRTUAL_ENV = join(root, 'virtual');
    expect((await find({}, more))?.program).toBe(virtual);
    const own = python('kernel-python');
    kernel('mine', own);
    expect(await find({ kernel: 'mine' }, more)).toMatchObject({
      program: own,
      version: '3.11.2',
      reason: 'the kernel `mine`',
    });
    const asked = python('asked', '3.14.0');
    expect(await find({ kernel: 'mine', python: asked }, more)).toMatchObject({
      program: asked,
      version: '3.14.0',
    });
  });

  it('finds the path of --python from where the command was given', async () => {
    const { root, python, find } = machine();
    const asked = python('env/bin/python');
    const from = relative(process.cwd(), join(root, 'env/bin/python'));
    expect((await find({ python: from }))?.program).toBe(asked);
  });

  it('passes over what is no Python, or too old', async () => {
    const { python, find } = machine();
    const good = python('.venv/bin/python');
    python('work/.venv/bin/python', 'something else');
    python('work/deep/.venv/bin/python', '2.7.18');
    expect((await find())?.program).toBe(good);
  });

  it('gives nothing when --python names no Python', async () => {
    const { root, python, find } = machine();
    python('.venv/bin/python');
    expect(await find({ python: join(root, 'absent') })).toBeNull();
  });

  it('follows no kernel whose name leads elsewhere, nor a program without a folder', async () => {
    const { root, python, kernel, find } = machine();
    const good = python('.venv/bin/python');
    kernel('relative', 'evil');
    const folder = join(root, '.local/share/jupyter/evil');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'kernel.json'), JSON.stringify({ argv: [python('evil'), '-m', 'x'] }));
    for (const name of ['relative', '../evil', '../../jupyter/evil', '']) {
      expect((await find({ kernel: name }))?.program).toBe(good);
    }
  });
});
