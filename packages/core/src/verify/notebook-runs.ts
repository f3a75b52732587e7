import type { Diagnostic } from '../diagnostics/index.ts';
import type { ValueFacts } from '../record/index.ts';
import type { Capture, Effects } from '../run/index.ts';
import { baseName, findChange, INJECTED_SEED, joinPath, recordNotebook, withScratch } from '../run/index.ts';
import type { KeptRecord, LockedArtifact, VerifiedLock, VerifyOptions } from './types.ts';

export interface NotebookRuns {
  readonly records: readonly KeptRecord[];
  readonly diagnostics: readonly Diagnostic[];
  /** The records are of an earlier run, whose setting is still the same. */
  readonly isReused?: boolean;
}

/** Gives records of the notebooks that hold every artifact: those of an earlier run where all of them still fit, else new ones. */
export async function findRecords(
  lock: VerifiedLock,
  options: VerifyOptions,
  effects: Effects,
): Promise<NotebookRuns> {
  const known = options.notebooks.flatMap(({ record }) => record ?? []);
  if (known.length === options.notebooks.length) {
    if (known.every(({ isGiven }) => isGiven))
      effects.progress('notebook: the record that was given stands for its run');
    return { records: known, diagnostics: [] };
  }
  const reasons = new Set<string>();
  for (const records of options.earlier ?? []) {
    const reason = await whyUnfit(records, lock, options, effects);
    if (reason === null) {
      effects.progress('notebook: not run, nothing that its earlier run depended on has changed');
      return { records, diagnostics: [], isReused: true };
    }
    reasons.add(reason);
  }
  for (const reason of reasons)
    effects.progress(`notebook: its earlier run does not stand for it: ${reason}`);
  return runNotebooks(lock, options, joinPath(options.records, 'first'), effects);
}

/** Says why records do not stand for a run of the notebooks now; `null` where they do. */
async function whyUnfit(
  records: readonly KeptRecord[],
  lock: VerifiedLock,
  options: VerifyOptions,
  effects: Effects,
): Promise<string | null> {
  const before: string[] = [];
  for (const [position, { module, sha256 }] of options.notebooks.entries()) {
    const record = records[position]?.record;
    if (record === undefined) return 'it is not whole';
    const { setting, outcome, notebook, order, seed } = record;
    if (outcome.kind !== 'completed') return 'it did not come to its end';
    if (notebook.sha256 !== sha256) return 'the notebook changed';
    if (order !== lock.order || seed !== INJECTED_SEED) return 'it ran in another way';
    if (setting?.after.join() !== before.join()) return 'it ran after other notebooks';
    const { interpreter, programs } = options;
    const change = await findChange(module, record, { interpreter, refit: programs.refit }, effects);
    if (change !== null) return change;
    before.push(sha256);
  }
  return holdsAll(lock, records) ? null : 'it did not keep every value';
}

/** Makes records unfit to stand for a run: a new run has given other values. */
export async function forgetRecords(records: readonly KeptRecord[], effects: Effects): Promise<void> {
  for (const { folder } of records) await effects.files.remove(joinPath(folder, 'record.json'));
}

/** Tells whether records hold the notebook's side of every artifact. */
function holdsAll(lock: VerifiedLock, records: readonly KeptRecord[]): boolean {
  return lock.artifacts.every((artifact) => findLeft(artifact, lock, records) !== null);
}

/** Runs every notebook once more, one after the other in one scratch copy. */
export async function runNotebooks(
  lock: VerifiedLock,
  options: VerifyOptions,
  into: string,
  effects: Effects,
): Promise<NotebookRuns> {
  if (options.notebooks.length === 0) return { records: [], diagnostics: [] };
  const records: KeptRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  const modules = options.notebooks.map(({ module }) => module);
  const after: string[] = [];
  await withScratch(modules, effects, async (scratch) => {
    for (const [position, notebook] of options.notebooks.entries()) {
      const folder = joinPath(into, String(position + 1));
      const { value, diagnostics: found } = await recordNotebook(
        notebook.module,
        {
          interpreter: options.interpreter,
          recorder: options.programs.recorder,
          into: folder,
          sha256: notebook.sha256,
          order: lock.order,
          capture: findCaptures(lock),
          final: lock.artifacts.flatMap(({ variable }) => variable ?? []),
          scratch,
          after: [...after],
          ...(options.timeoutSeconds !== undefined && { timeoutSeconds: options.timeoutSeconds }),
        },
        effects,
      );
      diagnostics.push(...found);
      if (value === null) break;
      records.push({ record: value, folder });
      after.push(notebook.sha256);
    }
  });
  return { records, diagnostics };
}

function findCaptures(lock: VerifiedLock): readonly Capture[] {
  const names = new Map<string, Set<string>>();
  for (const { statement, variable } of lock.artifacts) {
    if (statement === undefined || variable === null) continue;
    names.set(statement, (names.get(statement) ?? new Set()).add(variable));
  }
  return [...names].map(([statement, wanted]) => ({ statement, names: [...wanted].sort() }));
}

/** Gives the file that holds the notebook's side of an artifact: a portrait of the value, or the written file. */
export function findLeft(
  artifact: LockedArtifact,
  { notebooks }: VerifiedLock,
  records: readonly KeptRecord[],
): string | null {
  const own = notebooks.findIndex(({ path }) => path === artifact.notebook);
  for (const kept of own === -1 ? records : records.slice(own, own + 1)) {
    const found = artifact.codec === 'file' ? findFile(artifact, kept) : findPortrait(artifact, kept);
    if (found !== null) return found;
  }
  return null;
}

function findPortrait(artifact: LockedArtifact, { record, folder }: KeptRecord): string | null {
  const facts = findFacts(artifact, record);
  return facts?.portrait === undefined ? null : joinPath(folder, 'values', facts.portrait);
}

/**
 * Gives what was recorded of an artifact's value. An artifact is what its name stands for at the end: a statement that the
 * project dropped, and that changes the value after all, has to show. The value after the artifact's own statement counts
 * where the name is gone at the end, and for a value that a cell only shows.
 */
export function findFacts(artifact: LockedArtifact, record: KeptRecord['record']): ValueFacts | undefined {
  const { variable, statement } = artifact;
  if (variable === null) return undefined;
  if (Object.hasOwn(record.final, variable)) return record.final[variable];
  return statement === undefined ? undefined : record.values[statement]?.[variable];
}

function findFile(artifact: LockedArtifact, { record, folder }: KeptRecord): string | null {
  const written = record.steps.find((step) => step.id === artifact.statement)?.filesWritten ?? [];
  const isNamed = (path: string) => path === artifact.name || baseName(path) === baseName(artifact.path);
  const path =
    written.find(isNamed) ??
    Object.keys(record.files).find(isNamed) ??
    (written.length === 1 ? written[0] : undefined);
  const file = path === undefined ? undefined : record.files[path]?.file;
  return file === undefined ? null : joinPath(folder, 'files', file);
}
