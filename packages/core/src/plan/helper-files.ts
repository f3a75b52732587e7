import type { RunRecord } from '../record/index.ts';
import { isRooted } from '../text/index.ts';
import { besideNotebook } from './files.ts';
import type { Flow } from './flow.ts';
import type { HelperModule } from './helper-modules.ts';
import type { PlanSources } from './options.ts';

/** A file that comes along for a module, and the path to copy from. */
export interface HelperFile {
  /** In the project. */
  readonly path: string;
  readonly from: string;
}

const MOST_BYTES = 25 * 1024 * 1024;

/**
 * Finds the files that a run has read by the place of own modules (`Path(__file__).parent / "x.csv"`): no statement of the notebook
 * names them, so they come along at the same distance from the modules.
 */
export function findHelperFiles(
  flow: Flow,
  record: RunRecord | undefined,
  notebook: string,
  helpers: readonly HelperModule[],
  sources: PlanSources,
): readonly HelperFile[] {
  const folders = new Set(
    helpers.filter(({ from }) => /\b__file__\b/.test(sources.text(from) ?? '')).map(({ folder }) => folder),
  );
  if (record === undefined || folders.size === 0) return [];
  const kept = new Set(flow.kept.map(({ id }) => id));
  const read = record.steps.filter(({ id }) => kept.has(id)).flatMap(({ filesRead }) => filesRead);
  const named = new Set(flow.kept.flatMap(({ files }) => files.map((use) => use.path)));
  const found = new Map<string, HelperFile>();
  let total = 0;
  for (const name of new Set(read)) {
    if (isRooted(name) || named.has(name) || name in record.files || /\.pyc?$/.test(name)) continue;
    const from = besideNotebook(notebook, name);
    const stat = sources.stat(from);
    if (stat === null || stat.folder || total + stat.size > MOST_BYTES) continue;
    for (const folder of folders) {
      const path = placeOf(name, folder);
      if (path !== null) found.set(path, { path, from });
    }
    total += stat.size;
  }
  return [...found.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Where a file lies in the project when `folder` of the notebook's files becomes `src`; `null` outside the project. */
function placeOf(name: string, folder: string): string | null {
  const up = folder.split('/').filter((part) => part === '..').length;
  const parts = name.split('/');
  const above = parts.filter((part) => part === '..').length;
  const rest = parts.slice(above);
  if (folder !== '../'.repeat(up) || above > up + 1) return null;
  return above === up + 1 ? rest.join('/') : above === up ? `src/${rest.join('/')}` : null;
}
