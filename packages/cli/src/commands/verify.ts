import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type Effects,
  type KeptRecord,
  type Lock,
  proofName,
  type Repair,
  suggest,
  toReport,
  type Understood,
  type Verification,
  type VerifiedNotebook,
  verifyProject,
} from '@cellwright/core';
import { cacheFolder } from '../cache.ts';
import { askConsent } from '../consent.ts';
import { withEffects } from '../containment.ts';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { type Publishable, recordFor, withoutSecrets } from '../open-notebooks.ts';
import { openRecords } from '../open-records.ts';
import { printDiagnostics, showProgress, writeJson } from '../output.ts';
import { readProjectLock } from '../project-lock.ts';
import { applyWrites, previewWrites } from '../project-writer.ts';
import { pythonProgram } from '../python-programs.ts';
import { findKept, interpreterFor, noPython, readKept } from '../recording.ts';
import { prepareSecretFinder } from '../secret-scanner.ts';
import { digestFile, digestText } from '../sources.ts';
import { createReader, type Reader, understandFile } from '../understand-file.ts';
import { isBroken, makeProject } from './build.ts';

export interface VerifyOptions {
  readonly notebook?: string;
  readonly python?: string;
  readonly timeout?: number;
  readonly trust?: boolean;
  readonly allowWrites?: boolean;
  readonly contain?: boolean;
  readonly record?: string;
  /** Runs the notebook even where the record of an earlier run fits. */
  readonly fresh?: boolean;
  readonly repair: boolean;
  /** What an engine has made of the project, which is not run then. */
  readonly results?: string;
  /** The engine. */
  readonly target?: string;
  readonly json?: boolean;
}

/** `cellwright verify FOLDER`: runs notebook and project and compares every artifact. */
export async function verify(folder: string, options: VerifyOptions): Promise<number> {
  const found = readProjectLock(folder);
  if ('problem' in found) {
    process.stderr.write(printDiagnostics([found.problem]));
    return EXIT.usage;
  }
  const { lock } = found;
  const results = findResults(lock, options);
  if (typeof results === 'number') return results;
  const effects = nodeEffects(showProgress);
  const reader = await createReader();
  const paths = lock.notebooks.map(({ path }) => findNotebook(folder, path, options.notebook));
  const understood = paths.flatMap(
    (path) => understandFile(reader, path, { sharing: true, order: lock.order }).value ?? [],
  );
  if (understood.length < paths.length) {
    process.stderr.write(`error: ${paths.join(', ')} cannot be read; say where it is with --notebook.\n`);
    return EXIT.usage;
  }
  const given = options.record === undefined ? [] : openGiven(options.record, understood, lock);
  if (typeof given === 'number') return given;
  const refused = await askConsent(
    understood.map(({ graph }) => graph),
    paths.map((path) => basename(path)),
    options,
  );
  if (refused !== null) return refused;
  const interpreter = await interpreterFor(
    paths[0] ?? folder,
    understood[0]?.notebook.kernel,
    options.python,
    effects,
  );
  if (interpreter === null) {
    process.stderr.write(printDiagnostics([noPython(folder, options.python)]));
    return EXIT.inconclusive;
  }
  const find = await prepareSecretFinder(paths);
  const remake = (records: readonly KeptRecord[]) =>
    understood.map(({ graph }) => withoutSecrets(reader, graph, find, recordFor(graph, records)).value);
  const hidden = remake([]);
  const secrets = hidden.flatMap((notebook) => notebook.secrets);
  const records = join(cacheFolder(), 'records', digestText(resolve(folder)).slice(0, 20));
  return withEffects(effects, options.contain, async (opened) => {
    const { value, diagnostics } = await verifyProject(
      folder,
      {
        notebooks: understood.map((notebook) => verified(notebook, given)),
        interpreter,
        programs: {
          recorder: pythonProgram('recorder'),
          refit: pythonProgram('refit'),
          compare: pythonProgram('compare'),
          bootstrap: pythonProgram('bootstrap'),
        },
        records,
        ...(options.fresh ? {} : { earlier: findEarlier(paths, records, effects) }),
        secrets,
        refused: opened.refused,
        ...(options.timeout === undefined ? {} : { timeoutSeconds: options.timeout }),
        ...(results === null ? {} : { results }),
        ...(options.repair && results === null
          ? { repair: repairer(reader, folder, lock, remake, effects) }
          : {}),
      },
      opened.effects,
    );
    const refused = opened.describe(paths[0] ?? folder, diagnostics);
    const notebooks = hidden.map(({ notebook }) => notebook);
    process.stderr.write(printDiagnostics([...diagnostics, ...refused], notebooks));
    if (value === null) return EXIT.inconclusive;
    if (options.json) writeJson(toReport(value.proof));
    else
      process.stdout.write(printVerification(folder, value, proofName(results === null ? {} : { results })));
    return refused.length > 0 ? EXIT.inconclusive : value.exitCode;
  });
}

function verified({ notebook, graph }: Understood, given: readonly KeptRecord[]): VerifiedNotebook {
  const record = given.find((kept) => kept.record.notebook.path === notebook.path);
  return {
    module: graph.module,
    sha256: digestFile(notebook.path) ?? '',
    ...(record === undefined ? {} : { record }),
  };
}

/** The results that `--results` names, and the engine that made them; `null` for a run of the project, an exit code for neither. */
function findResults(
  lock: Lock,
  { results, target }: VerifyOptions,
): { readonly folder: string; readonly by: string } | number | null {
  const refuse = (message: string): number => {
    process.stderr.write(`error: ${message}\n`);
    return EXIT.usage;
  };
  const targets = (lock.targets ?? []).map(({ id }) => id);
  if (target !== undefined && !targets.includes(target)) {
    const near = suggest(target, targets);
    return refuse(`the project has no target \`${target}\`${near ? `; did you mean \`${near}\`?` : '.'}`);
  }
  if (results === undefined) {
    return target === undefined ? null : refuse('say with `--results` which folder the engine wrote.');
  }
  if (!existsSync(results)) return refuse(`\`${results}\` does not exist.`);
  return { folder: results, by: target ?? 'results' };
}

/** Records of the notebooks' runs that `build` and an earlier `verify` left. */
function findEarlier(
  paths: readonly string[],
  records: string,
  effects: Effects,
): readonly (readonly KeptRecord[])[] {
  const built = findKept(paths, effects);
  const own = paths.flatMap((path, at) => readKept(join(records, 'first', String(at + 1)), path) ?? []);
  return [...(built === null ? [] : [built]), ...(own.length === paths.length ? [own] : [])];
}

/** The runs that `--record` names, which stand for the notebooks; an exit code when they are of no use. */
function openGiven(
  path: string,
  understood: readonly Understood[],
  lock: Lock,
): readonly KeptRecord[] | number {
  const opened = openRecords(
    path,
    understood.map(({ notebook }) => notebook),
  );
  if (typeof opened === 'number') return opened;
  const other = opened.find(
    ({ record }) => record.order !== lock.order || record.outcome.kind !== 'completed',
  );
  if (other === undefined) return opened.map((run) => ({ ...run, isGiven: true }));
  const why = other.record.order === lock.order ? 'did not run to its end' : 'ran in another order';
  process.stderr.write(`error: \`${path}\` is of no use here: the notebook ${why}.\n`);
  return EXIT.inconclusive;
}

/** The notebook where the lock says it is, seen from the project or from here. */
function findNotebook(folder: string, path: string, given: string | undefined): string {
  const candidates = [
    ...(given ? [given] : []),
    join(folder, path),
    path,
    join(dirname(resolve(folder)), basename(path)),
  ];
  return candidates.find((candidate) => existsSync(candidate)) ?? path;
}

/** What is tried when values differ, the more careful the later. */
const CAREFUL_CUTS = [
  [
    'best',
    'it was planned again with what the run showed: statements that changed a value after all were kept',
  ],
  ['one', 'all stages were merged into one, because values differed when they were cut'],
  ['whole', 'every statement up to the last artifact was kept, because values differed without them'],
] as const;

/** Makes the project again, cut with more care each time; a project that was edited is left alone. */
function repairer(
  reader: Reader,
  folder: string,
  lock: Lock,
  remake: (records: readonly KeptRecord[]) => readonly Publishable[],
  effects: Effects,
) {
  return (attempt: number, records: readonly KeptRecord[]): Repair | null => {
    const [stages, description] = CAREFUL_CUTS[attempt] ?? [];
    if (stages === undefined || description === undefined) return null;
    const options = {
      artifact: lock.artifacts.map(({ variable, name }) => variable ?? name),
      name: lock.package,
      output: folder,
      stages,
    };
    const { project, diagnostics } = makeProject(
      reader,
      remake(records),
      options,
      records,
      lock.targets ?? [],
    );
    const isEdited = previewWrites(project, folder).some(
      ({ kind }) => kind === 'conflict' || kind === 'keep',
    );
    if (isEdited || diagnostics.some(isBroken)) return null;
    return {
      description,
      writeTo: (target) => applyWrites(previewWrites(project, target), target, effects),
    };
  };
}

function printVerification(folder: string, { proof, exitCode }: Verification, name: string): string {
  const lines = proof.artifacts.map(
    ({ name, verdict, detail }) => `${name.padEnd(24)} ${verdict.padEnd(24)} ${detail}`,
  );
  if (proof.reused)
    lines.push('The notebook was not run again: nothing that its earlier run depended on has changed.');
  if (proof.elsewhere)
    lines.push(`The notebook ran elsewhere: Python ${proof.elsewhere.python}, ${proof.elsewhere.when}.`);
  for (const repair of proof.repairs) lines.push(`repaired: ${repair}`);
  const word = exitCode === 0 ? 'VERIFIED' : exitCode === 1 ? 'DIFFERS' : 'INCONCLUSIVE';
  lines.push(`${word} ${proof.headline}   proof: ${join(folder, `.cellwright/${name}.html`)}`);
  return `${lines.join('\n')}\n`;
}
