import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Diagnostic, diagnostic, type Sources } from '@cellwright/core';

/** Reads a notebook's file as text; a diagnostic when that cannot be. */
export function readNotebookFile(path: string): { text: string } | { problem: Diagnostic } {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    return { problem: problemOf(path, error) };
  }
}

function problemOf(path: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why =
    code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
  return diagnostic('C001', {
    message: `\`${path}\` ${why}.`,
    location: { file: path },
    hint: 'Give the path of a notebook (.ipynb or .py).',
  });
}

/** Files beside a notebook, for `%run` and helper modules. */
export function sourcesBeside(path: string): Sources {
  const folder = dirname(path);
  return {
    text(relative) {
      try {
        return readFileSync(join(folder, relative), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}
