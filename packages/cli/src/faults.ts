import { VERSION } from './version.ts';

/** Describes an error that is no user's mistake, without a stack; errors of the system are named as such. */
export function describeFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full; nothing was lost',
    EACCES: 'permission denied',
    EROFS: 'the folder is read-only',
    EPERM: 'not permitted',
  };
  const system = known[code];
  if (system !== undefined) return `error: ${system} (${message}).\n`;
  const detail = process.env.CELLWRIGHT_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
  return `error: cellwright ${VERSION} failed: ${message}\nThis is a fault of cellwright, not of the notebook; please report it.\n${detail}`;
}
