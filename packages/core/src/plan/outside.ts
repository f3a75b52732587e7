import type { Step } from '../dataflow/index.ts';
import type { DraftStage } from './draft.ts';
import { isDatabase } from './file-calls.ts';
import { isListed } from './listed-files.ts';

const OUTSIDE = new Set<string>(['network', 'database', 'clock', 'stdin', 'process', 'system-random']);
const LOCAL_CONNECTION = /^sqlite3\.(Connection|Cursor)$/;

/** Whether a stage depends on, or changes, what no digest of its inputs and files tells. */
export function isExternal(stage: DraftStage): boolean {
  const local = usesLocalDatabases(stage);
  const acts = stage.steps.some((step) =>
    [...step.resourceReads, ...step.resourceWrites].some(
      (resource) => OUTSIDE.has(resource) && !(resource === 'database' && local),
    ),
  );
  const unknownFile = stage.core.some((step) =>
    step.files.some((use) =>
      use.path === null ? !isListed(stage.core, step, use) : use.path.includes('://'),
    ),
  );
  return acts || unknownFile;
}

/**
 * Whether all databases of a stage are files that it makes itself, or in memory: a connection crosses no boundary, so what
 * it writes is an output of the stage. A file that was there before is an input, and a stage that may change it is external.
 */
function usesLocalDatabases({ steps }: DraftStage): boolean {
  const using = steps.filter((step) =>
    [...step.resourceReads, ...step.resourceWrites].some((resource) => resource === 'database'),
  );
  const opened = steps.flatMap(({ files }) => files.filter(isDatabase));
  const changes = using.some((step) => step.resourceWrites.includes('database'));
  if (opened.some(({ path, mode }) => path === null || (mode === 'read' && changes))) return false;
  const connections = localConnections(steps);
  return using.every(
    (step) => step.files.some(isDatabase) || step.reads.some((name) => connections.has(name)),
  );
}

/** Names that stand for nothing but connections to local files, and their cursors. */
function localConnections(steps: readonly Step[]): ReadonlySet<string> {
  const bindings = steps.flatMap(({ binds }) => binds);
  const isLocal = (name: string) =>
    bindings.every((each) => each.name !== name || LOCAL_CONNECTION.test(each.type?.name ?? ''));
  return new Set(bindings.flatMap(({ name }) => (isLocal(name) ? [name] : [])));
}
