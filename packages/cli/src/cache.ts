import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder for what can be made again: records of notebooks. */
export function cacheFolder(): string {
  const base = process.env.CELLWRIGHT_CACHE ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(base, 'cellwright');
}
