import { readFileSync } from 'node:fs';
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

/** Files as a notebook names them, for `%run` and helper modules; paths start where the notebook's own path starts. */
export const fileSources: Sources = {
  text(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
};
