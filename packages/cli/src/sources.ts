import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanSources } from '@cellwright/core';
import { listPattern } from './list-pattern.ts';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function digestText(text: string): string {
  return sha256(text);
}

/** SHA-256 of a file's bytes; `undefined` when it cannot be read. */
export function digestFile(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Loads what is slow to load when it is wanted. */
function sha256(content: string | Buffer): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex');
}

/** Size of a file in bytes; `null` when it is not there. */
export function sizeOfFile(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}

/** Files of this machine as the planner asks for them. */
export const planSources: PlanSources = {
  text(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  stat(path) {
    try {
      const found = statSync(path);
      return found.isDirectory() ? { size: sizeOfFolder(path), folder: true } : { size: found.size };
    } catch {
      return null;
    }
  },
  list: listPattern,
};

function sizeOfFolder(folder: string): number {
  let size = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) size += sizeOfFolder(path);
    else if (entry.isFile()) size += statSync(path).size;
  }
  return size;
}
