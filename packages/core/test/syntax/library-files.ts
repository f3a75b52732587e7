import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Python whose own library and own parser the tests compare with. */
export interface Python {
  readonly command: string;
  readonly version: string;
  readonly library: string;
}

export interface LibraryFile {
  readonly path: string;
  readonly text: string;
}

const ALL = process.env.CELLWRIGHT_ALL === '1';
const DESCRIBE =
  'import sys, sysconfig; print("%d.%d" % sys.version_info[:2], sysconfig.get_path("stdlib"), sep="\\n")';

/** The Python on PATH; with CELLWRIGHT_ALL=1 also every other `python3.N` that runs, from 3.11 on. */
export function findPythons(): readonly Python[] {
  const others = ['python3.11', 'python3.12', 'python3.13', 'python3.14'];
  const pythons = (ALL ? ['python3', ...others] : ['python3']).flatMap((command): Python[] => {
    const answer = spawnSync(command, ['-c', DESCRIBE], { encoding: 'utf8' });
    const [version, library] = (answer.stdout ?? '').trim().split('\n');
    return answer.status === 0 && version && library ? [{ command, version, library }] : [];
  });
  return pythons.filter(
    (each, index) => pythons.findIndex((other) => other.version === each.version) === index,
  );
}

/** Files of the library in UTF-8: all with CELLWRIGHT_ALL=1, else about `count`, evenly spread. */
export function libraryFiles(python: Python, count: number): readonly LibraryFile[] {
  const paths = listPython(python.library).sort();
  const step = ALL ? 1 : Math.max(1, Math.floor(paths.length / count));
  return paths.filter((_, index) => index % step === 0).flatMap(readUtf8);
}

function listPython(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'site-packages' || entry.name === 'dist-packages' ? [] : listPython(path);
    return entry.name.endsWith('.py') ? [path] : [];
  });
}

function readUtf8(path: string): LibraryFile[] {
  try {
    return [
      { path, text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(readFileSync(path)) },
    ];
  } catch {
    return [];
  }
}
