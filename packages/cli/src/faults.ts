import { VERSION } from './version.ts';

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; nothing was lost',
  EDQUOT: 'the disk quota is used up; nothing was lost',
  EFBIG: 'the file would be larger than allowed',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the folder is read-only',
  ENOENT: 'no such file or folder',
  EEXIST: 'something else has this name',
  ENOTDIR: 'a file is where a folder should be',
  EISDIR: 'a folder is where a file should be',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'links lead in a circle',
  ELINK: 'a link would lead out of the output folder; nothing was written',
  EMFILE: 'too many files are open',
};

/** Describes an error that is no user's mistake, without a stack; errors of the system are named as such. */
export function describeFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const system = Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
  if (system !== undefined) return `error: ${system} (${message}).\n`;
  const detail = process.env.CELLWRIGHT_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
  return `error: cellwright ${VERSION} failed: ${message}\nThis is a fault of cellwright, not of the notebook; please report it.\n${detail}`;
}
