import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const MARK = /(?:^|[.-])cellwright-(\d+)-(\d+)-/;
/** Folders that this process has looked at. */
const looked = new Set<string>();

/**
 * Gives the name of something that is to be there for a moment only. It tells which process it belongs to, so that the next
 * one removes what a killed one left: `cellwright-NAMESPACE-PROCESS-`.
 */
export function passingName(): string {
  return `cellwright-${namespace()}-${process.pid}-`;
}

/** Tells whether a file was there for a moment only. */
export function isPassing(name: string): boolean {
  return MARK.test(name);
}

/** Removes from a folder, once a process, what processes left there that are no more. */
export function removeLeftovers(folder: string): void {
  if (looked.has(folder)) return;
  looked.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      if (isAbandoned(name)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  } catch {
    // Somebody else's, or gone: nothing of ours to take away.
  }
}

/** Tells whether the process that a name speaks of is gone; one of another container may live unseen. */
function isAbandoned(name: string): boolean {
  const [, space, owner] = MARK.exec(name) ?? [];
  if (owner === undefined || space !== namespace()) return false;
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Number of the space in which process ids mean something; 0 where there is one only. */
function namespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}
