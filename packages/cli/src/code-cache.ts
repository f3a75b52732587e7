import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { cacheFolder } from './cache.ts';

/** A program with the code that V8 compiled for it in earlier runs. */
export interface CachedScript {
  readonly script: Script;
  /** Keeps what this run has compiled, unless enough runs have added nothing. */
  keep(): void;
}

/** What stands before V8's data: anything else than this very program makes them worthless, and wrong data could crash V8. */
interface Header {
  readonly key: string;
  readonly checksum: number;
  /** Runs in a row that added nothing. */
  readonly quiet: number;
}

/** After so many runs that added nothing, only one run in `SELDOM` looks again whether it did. */
const QUIET_RUNS = 3;
const SELDOM = 16;
/** A run has added something when the data grow by more than this factor. */
const GROWTH = 1.01;

/**
 * Compiles a program of ASCII text, with V8's data from an earlier run where there are any that fit. `use` names what is done with
 * it, since each use needs other functions. Nothing here fails: without a cache it is only slower.
 */
export function compileCached(text: Buffer, filename: string, use: string): CachedScript {
  const key = `${crc32(text).toString(16)} ${text.length} ${process.version} ${process.arch}`;
  const path = join(cacheFolder(), 'code', `${use}-${crc32(filename).toString(16)}.bin`);
  const known = read(path, key);
  // Latin-1 is read fastest.
  const source = text.toString('latin1');
  const script = new Script(source, { filename, ...(known ? { cachedData: known.data } : {}) });
  const usable = known !== null && script.cachedDataRejected !== true;
  const quiet = usable ? known.header.quiet : 0;
  return {
    script,
    keep() {
      if (usable && quiet >= QUIET_RUNS && process.pid % SELDOM !== 0) return;
      const data = script.createCachedData();
      const isNews = !usable || data.length > known.data.length * GROWTH;
      if (isNews) write(path, { key, checksum: crc32(data), quiet: 0 }, data);
      else if (quiet < QUIET_RUNS) write(path, { ...known.header, quiet: quiet + 1 }, known.data);
    },
  };
}

function read(path: string, key: string): { readonly header: Header; readonly data: Buffer } | null {
  try {
    if (!isOwn(path)) return null;
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    const header: Partial<Header> = JSON.parse(file.toString('utf8', 0, end));
    const data = file.subarray(end + 1);
    const { checksum, quiet } = header;
    if (header.key !== key || typeof quiet !== 'number' || checksum !== crc32(data)) return null;
    return { header: { key, checksum, quiet }, data };
  } catch {
    return null;
  }
}

/** Code that somebody else could have written is not run. */
function isOwn(path: string): boolean {
  const { uid, mode } = statSync(path);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be removed, nothing was written.
  }
}

function write(path: string, header: Header, data: Buffer): void {
  const fresh = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), data]), { mode: 0o600 });
    renameSync(fresh, path);
  } catch {
    remove(fresh);
  }
}
