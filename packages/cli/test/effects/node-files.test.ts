import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/node-files.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'cellwright-files-'));

describe('nodeFiles', () => {
  it('writes whole files and leaves nothing beside them', async () => {
    const here = folder();
    await nodeFiles.write(join(here, 'a/b.txt'), 'one');
    await nodeFiles.write(join(here, 'a/b.txt'), 'two');
    expect(readFileSync(join(here, 'a/b.txt'), 'utf8')).toBe('two');
    expect(readdirSync(join(here, 'a'))).toEqual(['b.txt']);
  });

  it('keeps the old file when the new one cannot take its place', async () => {
    const here = folder();
    mkdirSync(join(here, 'target'));
    await expect(nodeFiles.write(join(here, 'target'), 'text')).rejects.toThrow();
    expect(readdirSync(here)).toEqual(['target']);
  });

  it('gives null for what is not there, also below a file', async () => {
    const here = folder();
    writeFileSync(join(here, 'file'), '');
    for (const path of ['absent', 'file/below']) {
      expect(await nodeFiles.read(join(here, path))).toBeNull();
      expect(await nodeFiles.stat(join(here, path))).toBeNull();
      expect(await nodeFiles.digest(join(here, path))).toBeNull();
      expect(await nodeFiles.list(join(here, path))).toBeNull();
    }
  });

  it('lists without following links, and enters only where told', async () => {
    const here = folder();
    mkdirSync(join(here, 'in'));
    mkdirSync(join(here, 'out'));
    writeFileSync(join(here, 'in/x'), 'four');
    writeFileSync(join(here, 'out/y'), '');
    symlinkSync(here, join(here, 'loop'));
    const found = await nodeFiles.list(here, (path) => path !== 'out');
    expect(found?.map(({ path, kind, size }) => [path, kind, kind === 'file' ? size : 0])).toEqual([
      ['in', 'folder', 0],
      ['in/x', 'file', 4],
      ['loop', 'other', 0],
      ['out', 'folder', 0],
    ]);
  });

  it('removes a link, not what it points to', async () => {
    const here = folder();
    writeFileSync(join(here, 'data'), 'kept');
    await nodeFiles.link(join(here, 'data'), join(here, 'copy/data'));
    expect(await nodeFiles.read(join(here, 'copy/data'))).toBe('kept');
    await nodeFiles.remove(join(here, 'copy'));
    expect(existsSync(join(here, 'data'))).toBe(true);
  });

  it('digests as sha256sum does', async () => {
    const here = folder();
    writeFileSync(join(here, 'abc'), 'abc');
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await nodeFiles.digest(join(here, 'abc'))).toBe(known);
  });

  it('ends with an error where the working directory is gone', async () => {
    const [before, here] = [process.cwd(), folder()];
    process.chdir(here);
    try {
      rmSync(here, { recursive: true });
      await expect(nodeFiles.write('project/proof.json', '{}')).rejects.toThrow('ENOENT');
    } finally {
      process.chdir(before);
    }
  });
});
