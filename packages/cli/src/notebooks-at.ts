import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The notebooks in a folder and below, or the path itself. */
export function notebooksAt(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch {
    return [path];
  }
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ipynb') && !/(^|[\\/])(\.|node_modules)/.test(name))
    .sort()
    .map((name) => join(path, name));
}
