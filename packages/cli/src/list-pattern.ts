import { type Dirent, readdirSync, statSync } from 'node:fs';

/** Lists the files that a pattern names, as Python's `glob` reads it; names that begin with a dot are left out. */
export function listPattern(pattern: string): readonly string[] {
  const parts = pattern.split('/');
  const found = parts.reduce<readonly string[]>(
    (folders, part, at) => folders.flatMap((folder) => stepInto(folder, part, at === 0)),
    [''],
  );
  const here = pattern.startsWith('**/') ? listPattern(pattern.slice(3)) : [];
  return [...new Set([...here, ...found])].filter(isFile).sort();
}

function stepInto(folder: string, part: string, isFirst: boolean): readonly string[] {
  const prefix = isFirst ? '' : `${folder}/`;
  if (!/[*?[]/.test(part)) return [`${prefix}${part}`];
  const entries = entriesOf(prefix === '' ? '.' : prefix).filter(({ name }) => !name.startsWith('.'));
  if (part === '**') {
    const inner = entries.filter((entry) => entry.isDirectory());
    const below = inner.flatMap(({ name }) => stepInto(`${prefix}${name}`, part, false));
    return [...(isFirst ? [] : [folder]), ...below];
  }
  const isNamed = new RegExp(`^${patternText(part)}$`, 's');
  return entries.filter(({ name }) => isNamed.test(name)).map(({ name }) => `${prefix}${name}`);
}

function patternText(part: string): string {
  return part.replace(/\[(!?)([^\]]+)\]|[*?]|[.+^${}()|[\]\\]/g, (found, not: string, set: string) => {
    if (found === '*') return '.*';
    if (found === '?') return '.';
    if (set === undefined) return `\\${found}`;
    return `[${not ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
