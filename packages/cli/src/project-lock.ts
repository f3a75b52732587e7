import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Lock } from '@cellwright/core';

/** Reads what a project was made from; a diagnostic when the folder is none. */
export function readProjectLock(folder: string): { lock: Lock } | { problem: Diagnostic } {
  try {
    return { lock: JSON.parse(readFileSync(join(folder, '.cellwright/lock.json'), 'utf8')) as Lock };
  } catch {
    return {
      problem: diagnostic('V002', {
        message: `\`${folder}\` holds no project: \`.cellwright/lock.json\` is missing or damaged.`,
        location: { file: folder },
        hint: 'Make one with `cellwright build NOTEBOOK -o FOLDER`.',
      }),
    };
  }
}
