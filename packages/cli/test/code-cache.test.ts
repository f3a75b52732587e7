import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHURN, cellwright, freshFolder, type Said } from './commands/command-line.ts';

let cache = '';
let folder = '';

beforeEach(() => {
  cache = freshFolder();
  folder = join(cache, 'cellwright/code');
});

function check(verb = 'check'): Said {
  return cellwright([verb, CHURN], { env: { CELLWRIGHT_CACHE: cache } });
}

/** The one file that a run has left. */
function kept(): string {
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
}

describe('compiled code that is kept between runs', () => {
  it('changes nothing of what is said', () => {
    const first = check();
    expect(first.stdout).toContain('16 code');
    const before = readFileSync(kept());
    expect(check()).toEqual(first);
    // The second run has found it usable: it only counts.
    expect(header(readFileSync(kept()))).toEqual({ ...header(before), quiet: 1 });
  });

  it('is kept for each command', () => {
    check('check');
    check('graph');
    expect(readdirSync(folder).map((name) => name.split('-')[0])).toEqual(['check', 'graph']);
  });

  it.each([
    { what: 'is empty', spoil: () => Buffer.alloc(0) },
    { what: 'is no cache', spoil: () => Buffer.from('{"key":1}\nnonsense') },
    { what: 'has lost its end', spoil: (file: Buffer) => file.subarray(0, file.length >> 1) },
    { what: 'has one changed byte', spoil: (file: Buffer) => changed(file, file.length - 1000) },
    { what: 'has zeros in the middle', spoil: (file: Buffer) => Buffer.from(file).fill(0, 50_000, 60_000) },
    { what: 'is of another program', spoil: (file: Buffer) => changed(file, '{"key":"'.length) },
  ])('is made again when the file $what', ({ spoil }) => {
    const first = check();
    const good = readFileSync(kept());
    writeFileSync(kept(), spoil(good));
    expect(check()).toEqual(first);
    expect(header(readFileSync(kept()))).toMatchObject({ key: header(good).key, quiet: 0 });
  });

  it('is not taken from a file that others may write', () => {
    const first = check();
    chmodSync(kept(), 0o666);
    expect(check()).toEqual(first);
    expect(statSync(kept()).mode & 0o022).toBe(0);
  });

  it('does not matter where nothing can be kept', () => {
    const first = check();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    expect(check()).toEqual(first);
    rmSync(folder);
    mkdirSync(folder);
    // A folder stands where the file should go.
    check();
    const path = kept();
    rmSync(path);
    mkdirSync(join(path, 'in the way'), { recursive: true });
    expect(check()).toEqual(first);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

function header(file: Buffer): { readonly key: string; readonly quiet: number } {
  return JSON.parse(file.toString('utf8', 0, file.indexOf('\n')));
}

function changed(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
}
