import { LOCK_PATH } from './lock.ts';
import type { Lock, Project, RenderedFile } from './types.ts';

/** What the folder holds before the project is written. */
export interface ExistingFiles {
  /** The lock of the last build, when there is one. */
  readonly lock?: Pick<Lock, 'files'>;
  /** SHA-256 of the files on disk among those of the project and of the lock, by path. */
  readonly digests: Readonly<Record<string, string>>;
}

export type PlannedWrite =
  | { readonly kind: 'add' | 'change'; readonly file: RenderedFile }
  | { readonly kind: 'unchanged'; readonly path: string }
  /** The file was edited since it was written: it stays, and the new text goes beside it. */
  | { readonly kind: 'conflict'; readonly path: string; readonly file: RenderedFile }
  /** Written by the last build, unedited, and no longer part of the project. */
  | { readonly kind: 'delete'; readonly path: string }
  /** Written by the last build, edited since, and no longer part of the project. */
  | { readonly kind: 'keep'; readonly path: string };

/**
 * Decides what becomes of each file, sorted by path; nothing that a person wrote is overwritten or deleted.
 * `digestOf` gives the digest of a file of the project; `undefined` (a copy that cannot be read) counts as changed.
 */
export function planWrites(
  project: Project,
  existing: ExistingFiles,
  digestOf: (file: RenderedFile) => string | undefined,
): readonly PlannedWrite[] {
  const known = existing.lock?.files ?? {};
  const paths = new Set(project.files.map((file) => file.path));
  const writes = project.files.map((file) =>
    planWrite(file, existing.digests[file.path], known[file.path], digestOf),
  );
  const gone = Object.keys(known)
    .filter((path) => !paths.has(path) && existing.digests[path] !== undefined)
    .map(
      (path): PlannedWrite => ({ kind: existing.digests[path] === known[path] ? 'delete' : 'keep', path }),
    );
  return [...writes, ...gone].sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
}

function planWrite(
  file: RenderedFile,
  onDisk: string | undefined,
  locked: string | undefined,
  digestOf: (file: RenderedFile) => string | undefined,
): PlannedWrite {
  if (onDisk === undefined) return { kind: 'add', file };
  if (onDisk === digestOf(file)) return { kind: 'unchanged', path: file.path };
  if (file.path === LOCK_PATH || onDisk === locked) return { kind: 'change', file };
  return { kind: 'conflict', path: file.path, file: { ...file, path: `${file.path}.new` } };
}

function pathOf(write: PlannedWrite): string {
  return 'path' in write ? write.path : write.file.path;
}
