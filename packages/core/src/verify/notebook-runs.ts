import type { Diagnostic } from '../diagnostics/index.ts';
import type { ValueFacts } from '../record/index.ts';
import type { Capture, Effects } from '../run/index.ts';
import { baseName, folderOf, INJECTED_SEED, joinPath, makeScratch, recordNotebook } from '../run/index.ts';
import type { KeptRecord, LockedArtifact, VerifiedLock, VerifiedNotebook, VerifyOptions } from './types.ts';

export interface NotebookRuns {
  readonly records: readonly KeptRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives records of the notebooks that hold every artifact: those made earlier where all of them still fit, else new ones. */
export async function findRecords(
  lock: VerifiedLock,
  options: VerifyOptions,
  effects: Effects,
): Promise<NotebookRuns> {
  const known = options.notebooks.flatMap((notebook) =>
    notebook.record === undefined ? [] : [notebook.record],
  );
  const fitting = await Promise.all(
    options.notebooks.map((notebook) => isFitting(notebook, lock, options, effects)),
  );
  const complete = lock.artifacts.every((artifact) => findLeft(artifact, known) !== null);
  if (known.length === options.notebooks.length && fitting.every(Boolean) && complete) {
    effects.progress('notebook: the record of an earlier run still fits');
    return { records: known, diagnostics: [] };
  }
  return runNotebooks(lock, options, joinPath(options.records, 'first'), effects);
}

/** Runs every notebook once more, one after the other in one scratch copy. */
export async function runNotebooks(
  lock: VerifiedLock,
  options: VerifyOptions,
  into: string,
  effects: Effects,
): Promise<NotebookRuns> {
  const first = options.notebooks[0];
  if (first === undefined) return { records: [], diagnostics: [] };
  const scratch = await makeScratch(folderOf(first.module.notebook.path), options.files ?? [], effects);
  const records: KeptRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
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
          final: lock.artifacts.flatMap(({ variable, statement }) =>
            variable && !statement ? [variable] : [],
          ),
          workFolder: scratch.folder,
          ...(options.timeoutSeconds !== undefined && { timeoutSeconds: options.timeoutSeconds }),
        },
        effects,
      );
      diagnostics.push(...found);
      if (value === null) break;
      records.push({ record: value, folder });
    }
  } finally {
    await effects.files.remove(scratch.root);
  }
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

/** A record fits when notebook, order, interpreter, random state and the inputs that it read are the same. */
async function isFitting(
  notebook: VerifiedNotebook,
  lock: VerifiedLock,
  options: VerifyOptions,
  effects: Effects,
): Promise<boolean> {
  const record = notebook.record?.record;
  if (record === undefined || record.outcome.kind !== 'completed') return false;
  const same =
    record.notebook.sha256 === notebook.sha256 &&
    record.order === lock.order &&
    record.seed === INJECTED_SEED &&
    record.python.version === options.interpreter.version;
  if (!same) return false;
  const home = folderOf(notebook.module.notebook.path);
  const inputs = await Promise.all(
    Object.entries(record.inputs).map(async ([path, sha256]) => {
      return (await effects.files.digest(joinPath(home, path))) === sha256;
    }),
  );
  return inputs.every(Boolean);
}

/** Gives the file that holds the notebook's side of an artifact: a portrait of the value, or the written file. */
export function findLeft(artifact: LockedArtifact, records: readonly KeptRecord[]): string | null {
  for (const kept of records) {
    if (
      artifact.notebook !== undefined &&
      baseName(kept.record.notebook.path) !== baseName(artifact.notebook)
    )
      continue;
    const found = artifact.codec === 'file' ? findFile(artifact, kept) : findPortrait(artifact, kept);
    if (found !== null) return found;
  }
  return null;
}

function findPortrait(artifact: LockedArtifact, { record, folder }: KeptRecord): string | null {
  const name = artifact.variable;
  const facts = name === null ? undefined : factsOf(artifact, record, name);
  return facts?.portrait === undefined ? null : joinPath(folder, 'values', facts.portrait);
}

function factsOf(
  artifact: LockedArtifact,
  record: KeptRecord['record'],
  name: string,
): ValueFacts | undefined {
  return artifact.statement === undefined ? record.final[name] : record.values[artifact.statement]?.[name];
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
