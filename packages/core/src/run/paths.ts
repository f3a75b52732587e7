import { isAbsolute } from '../text/index.ts';

/** Joins parts of a path with `/`, resolving `.` and `..`; an absolute part starts anew. */
export function joinPath(...parts: readonly string[]): string {
  const start = parts.findLastIndex((part) => isAbsolute(part));
  const text = parts.slice(Math.max(start, 0)).filter(Boolean).join('/').replaceAll('\\', '/');
  const root = /^([A-Za-z]:)?\//.exec(text)?.[0] ?? '';
  const names: string[] = [];
  for (const name of text.slice(root.length).split('/')) {
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '' && name !== '.' && !(name === '..' && root !== '')) names.push(name);
  }
  return root + names.join('/') || '.';
}

/** Gives the folder of a path, `.` for a bare name. */
export function folderOf(path: string): string {
  const place = path.replaceAll('\\', '/').lastIndexOf('/');
  return place < 0 ? '.' : path.slice(0, Math.max(place, 1));
}

/** Gives the last name of a path. */
export function baseName(path: string): string {
  return path.replaceAll('\\', '/').split('/').at(-1) ?? path;
}
