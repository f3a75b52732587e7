import { diagnostic, type Result } from '../diagnostics/index.ts';
import type { Effects } from '../run/index.ts';
import { joinPath } from '../run/index.ts';
import type { VerifiedLock } from './types.ts';

/** Reads the lock of a project; `null` and a diagnostic when the folder is no project of ours. */
export async function readLock(folder: string, effects: Effects): Promise<Result<VerifiedLock | null>> {
  const path = joinPath(folder, '.cellwright/lock.json');
  const text = await effects.files.read(path);
  if (text === null) return refuse(path, 'does not exist');
  try {
    const lock = JSON.parse(text) as Partial<VerifiedLock>;
    const isWhole =
      typeof lock.package === 'string' && Array.isArray(lock.artifacts) && Array.isArray(lock.stages);
    const isSafe =
      isWhole && /^[A-Za-z_]\w*$/.test(lock.package ?? '') && lock.artifacts?.every((a) => isInside(a?.path));
    if (!isSafe) return refuse(path, 'is damaged');
    return { value: { order: 'top-to-bottom', notebooks: [], ...lock } as VerifiedLock, diagnostics: [] };
  } catch {
    return refuse(path, 'is no JSON');
  }
}

/** A path from the lock may not lead out of the project. */
function isInside(path: unknown): boolean {
  return typeof path === 'string' && !/^([A-Za-z]:|[\\/])|(^|[\\/])\.\.([\\/]|$)/.test(path);
}

function refuse(path: string, why: string): Result<null> {
  const problem = diagnostic('V002', {
    message: `\`${path}\` ${why}.`,
    location: { file: path },
    hint: 'Give the folder of a project that `cellwright build` wrote.',
  });
  return { value: null, diagnostics: [problem] };
}
