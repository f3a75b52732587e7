import type { Result } from '../diagnostics/index.ts';
import type { Effects, ProjectRun } from '../run/index.ts';
import { INJECTED_SEED, joinPath, runProject } from '../run/index.ts';
import { maskData } from '../secrets/index.ts';
import { type Compared, type ComparedPair, comparePairs } from './compare.ts';
import {
  findFacts,
  findLeft,
  findRecords,
  forgetRecords,
  type NotebookRuns,
  runNotebooks,
} from './notebook-runs.ts';
import { readLock } from './read-lock.ts';
import { renderReport } from './report.ts';
import { findStoredOutput } from './stored-output.ts';
import type { LockedArtifact, Proof, Verdict, Verification, VerifiedLock, VerifyOptions } from './types.ts';
import { EQUAL_WORDS, exitCodeOf, headlineOf, toVerdict, withoutComparison } from './verdicts.ts';

/** Code of the diagnostic about a run that a person interrupted. */
const INTERRUPTED = 'V007';

/** A project that was run beside its notebook, and what came of it. */
interface Trial {
  readonly lock: VerifiedLock;
  readonly runs: NotebookRuns;
  readonly verdicts: readonly Verdict[];
}

/**
 * Compares every artifact of the notebook's run with the project's own run in a fresh process, both begun with the same
 * random state, and writes `.cellwright/proof.json` and `.cellwright/proof.html`. Runs the notebook a second time only
 * when something differs. With `results`, compares what an engine has made instead. Gives `null` when the folder is no
 * project.
 */
export async function verifyProject(
  folder: string,
  options: VerifyOptions,
  effects: Effects,
): Promise<Result<Verification | null>> {
  const { value: first, diagnostics } = await tryProject(folder, options, effects);
  if (first === null) return { value: null, diagnostics };
  const { best, repairs } = await repairProject(folder, first, options, effects);
  const value = await conclude(folder, best, repairs, options, effects);
  return { value, diagnostics: best.runs.diagnostics };
}

async function tryProject(
  folder: string,
  options: VerifyOptions,
  effects: Effects,
): Promise<Result<Trial | null>> {
  const { value: lock, diagnostics } = await readLock(folder, effects);
  if (lock === null) return { value: null, diagnostics };
  const runs = await findRecords(lock, options, effects);
  const first = await compareSides(folder, lock, runs, options, effects);
  if (first.other === undefined) return { value: { lock, runs, verdicts: first.verdicts }, diagnostics };
  effects.progress('notebook: it gives other values now, its earlier run counts no longer');
  await forgetRecords(runs.records, effects);
  const { verdicts } = await compareSides(folder, lock, first.other, options, effects);
  return { value: { lock, runs: first.other, verdicts }, diagnostics };
}

/** Tries every repair in a folder of its own, and adopts those after which fewer artifacts differ. */
async function repairProject(
  folder: string,
  first: Trial,
  options: VerifyOptions,
  effects: Effects,
): Promise<{ readonly best: Trial; readonly repairs: readonly string[] }> {
  const repairs: string[] = [];
  let best = first;
  for (let attempt = 0; countDiffering(best) > 0; attempt++) {
    const repair = await options.repair?.(attempt, best.runs.records);
    if (!repair) break;
    effects.progress(`repair: ${repair.description}`);
    const candidate = await effects.files.temporaryFolder();
    try {
      await repair.writeTo(candidate);
      const { value: trial } = await tryProject(candidate, withRecords(options, best.runs), effects);
      if (trial === null || countDiffering(trial) >= countDiffering(best)) {
        effects.progress('repair: it did not help, the project stays as it is');
        continue;
      }
      await repair.writeTo(folder);
      best = trial;
      repairs.push(repair.description);
    } finally {
      await effects.files.remove(candidate);
    }
  }
  return { best, repairs };
}

/** Artifacts that another project may make equal: not those that the notebook itself did not come to. */
function countDiffering({ verdicts, runs }: Trial): number {
  const notebookFailed = runs.diagnostics.some(({ severity }) => severity === 'error');
  return verdicts.filter(({ verdict }) => verdict === 'differs' || (verdict === 'not run' && !notebookFailed))
    .length;
}

/** The notebooks need not run again for every repair. */
function withRecords(options: VerifyOptions, { records }: NotebookRuns): VerifyOptions {
  const notebooks = options.notebooks.map((notebook, position) => {
    const record = records[position];
    return record === undefined ? notebook : { ...notebook, record };
  });
  return { ...options, notebooks };
}

interface Sides {
  readonly verdicts: readonly Verdict[];
  /** A new run of the notebook, which contradicts the earlier one that was compared. */
  readonly other?: NotebookRuns;
}

async function compareSides(
  folder: string,
  lock: VerifiedLock,
  runs: NotebookRuns,
  options: VerifyOptions,
  effects: Effects,
): Promise<Sides> {
  if (runs.diagnostics.some(({ code }) => code === INTERRUPTED))
    return { verdicts: lock.artifacts.map(interrupted) };
  const { out, project, forget } = await runSide(folder, lock, runs, options, effects);
  try {
    if (project.ending.interrupted) return { verdicts: lock.artifacts.map(interrupted) };
    const modules = options.notebooks.map(({ module }) => module);
    const settled: Verdict[] = [];
    const pairs: ComparedPair[] = [];
    for (const artifact of lock.artifacts) {
      const left = findLeft(artifact, lock, runs.records);
      const right = joinPath(out, artifact.path.replace(/^artifacts\//, ''));
      const missing =
        left === null ? whyNoValue(artifact, runs) : await whyNoArtifact(artifact, right, project, effects);
      const stored =
        missing?.verdict === 'not run' && left === null ? findStoredOutput(artifact, modules) : null;
      if (stored !== null && (await effects.files.stat(right)) !== null) {
        pairs.push({ artifact, left: '', right, stored });
      } else if (missing !== null) settled.push(missing);
      else if (left !== null) pairs.push({ artifact, left, right });
    }
    effects.progress(`comparing ${pairs.length} of ${lock.artifacts.length} artifacts`);
    const setting = {
      ...options,
      package: lock.package,
      source: joinPath(effects.files.resolve(folder), 'src'),
    };
    const compared = await comparePairs(pairs, { ...setting, between: 'sides' }, effects);
    const verdicts = pairs.map(({ artifact }) => {
      const found = compared.get(artifact.name);
      return found
        ? toVerdict(artifact, found)
        : withoutComparison(artifact, 'not compared', 'the comparison ended before it');
    });
    if (options.refused?.length) return { verdicts: lock.artifacts.map(contained) };
    const judged = await judgeDifferences(lock, runs, pairs, verdicts, setting, effects);
    const found = [...settled, ...judged.verdicts];
    return {
      ...judged,
      verdicts: lock.artifacts.flatMap(({ name }) => found.filter((verdict) => verdict.name === name)),
    };
  } finally {
    await forget();
  }
}

/** The project's side: its own run, or what an engine has made of it. */
async function runSide(
  folder: string,
  lock: VerifiedLock,
  runs: NotebookRuns,
  options: VerifyOptions,
  effects: Effects,
): Promise<{ readonly out: string; readonly project: ProjectRun; readonly forget: () => Promise<void> }> {
  if (options.results !== undefined) {
    const ending = { code: 0, signal: null };
    const out = effects.files.resolve(options.results.folder);
    return { out, project: { ok: true, ending, log: [] }, forget: async () => undefined };
  }
  const out = await effects.files.temporaryFolder();
  const project = await runProject(
    folder,
    {
      interpreter: options.interpreter,
      package: lock.package,
      out,
      environment: Object.fromEntries((options.secrets ?? []).map(({ variable, text }) => [variable, text])),
      bootstrap: options.programs.bootstrap,
      seed: runs.records[0]?.record.seed ?? INJECTED_SEED,
      ...(options.timeoutSeconds !== undefined && { timeoutSeconds: options.timeoutSeconds }),
    },
    effects,
  );
  return { out, project, forget: () => effects.files.remove(out) };
}

function interrupted(artifact: LockedArtifact): Verdict {
  return withoutComparison(artifact, 'not run', 'the run was interrupted');
}

function contained(artifact: LockedArtifact): Verdict {
  return withoutComparison(artifact, 'not run', 'the run asked for what `--contain` cuts off');
}

function whyNoValue(artifact: LockedArtifact, { records, diagnostics }: NotebookRuns): Verdict {
  const failure = diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  if (failure !== undefined) {
    const hint = failure.hint === undefined ? '' : ` ${failure.hint}`;
    return withoutComparison(artifact, 'not run', `${failure.message}${hint}`);
  }
  const facts = records.flatMap(({ record }) => findFacts(artifact, record) ?? []);
  const reason = facts[0]?.codecReason;
  const what =
    artifact.codec === 'file'
      ? 'the notebook did not write the file in its folder'
      : 'the notebook did not keep the value';
  return withoutComparison(artifact, 'not compared', reason ?? what);
}

async function whyNoArtifact(
  artifact: LockedArtifact,
  path: string,
  project: ProjectRun,
  effects: Effects,
): Promise<Verdict | null> {
  if (project.ok || (await effects.files.stat(path)) !== null) return null;
  const error =
    project.log.findLast((line) => /^\S*(Error|Exception|Interrupt)\b|StageError/.test(line)) ??
    project.log.at(-1);
  const where = project.failedStage === undefined ? 'the project' : `the stage \`${project.failedStage}\``;
  return withoutComparison(
    artifact,
    'not run',
    `${where} failed: ${error ?? project.ending.failure ?? 'no output'}`,
  );
}

/**
 * Runs the notebook again when something differs: what differs from itself cannot be equal to anything. An earlier run that
 * the new one contradicts says nothing about the project.
 */
async function judgeDifferences(
  lock: VerifiedLock,
  runs: NotebookRuns,
  pairs: readonly ComparedPair[],
  verdicts: readonly Verdict[],
  setting: VerifyOptions & { readonly package: string; readonly source: string },
  effects: Effects,
): Promise<Sides> {
  const differing = new Set(
    verdicts.filter((verdict) => verdict.verdict === 'differs').map((verdict) => verdict.name),
  );
  const isElsewhere = runs.records.some(({ isGiven }) => isGiven);
  if (differing.size === 0 || isElsewhere) return { verdicts };
  effects.progress(`something differs: the notebook runs ${runs.isReused ? 'again' : 'a second time'}`);
  const into = joinPath(setting.records, runs.isReused ? 'again' : 'second');
  const again = await runNotebooks(lock, setting, into, effects);
  const own = pairs.flatMap((pair) => {
    const right = differing.has(pair.artifact.name) ? findLeft(pair.artifact, lock, again.records) : null;
    return right === null ? [] : [{ ...pair, right }];
  });
  const compared = await comparePairs(own, { ...setting, between: 'runs' }, effects);
  const isContradicted = [...differing].some(
    (name) => !EQUAL_WORDS.has(compared.get(name)?.verdict ?? 'not run'),
  );
  if (runs.isReused && isContradicted) return { verdicts, other: again };
  return { verdicts: markNondeterministic(verdicts, differing, compared) };
}

function markNondeterministic(
  verdicts: readonly Verdict[],
  differing: ReadonlySet<string>,
  compared: ReadonlyMap<string, Compared>,
): readonly Verdict[] {
  return verdicts.map((verdict) => {
    const found = compared.get(verdict.name);
    if (!differing.has(verdict.name) || found?.verdict !== 'differs') return verdict;
    const where = found.difference?.path || 'the value';
    const agrees = /type|shape|dtype|length|order|parts/.test(verdict.difference?.what ?? 'type')
      ? ''
      : '; type and shape agree with the project';
    return {
      ...verdict,
      verdict: 'nondeterministic',
      detail: `two runs of the notebook differ at ${where}${agrees}`,
    };
  });
}

async function conclude(
  folder: string,
  { lock, runs: { records, isReused }, verdicts }: Trial,
  repairs: readonly string[],
  options: VerifyOptions,
  effects: Effects,
): Promise<Verification> {
  const first = records[0]?.record;
  const exitCode = exitCodeOf(verdicts);
  const open: Proof = {
    schemaVersion: 1,
    ok: exitCode === 0,
    headline: headlineOf(verdicts),
    order: lock.order,
    notebooks: options.notebooks.map(({ module, sha256 }) => ({ path: module.notebook.path, sha256 })),
    inputs: Object.assign({}, ...records.map(({ record }) => record.inputs)),
    environment: { python: options.interpreter.version, packages: first?.distributions ?? {} },
    ...(first?.elsewhere === undefined
      ? {}
      : { elsewhere: { python: first.python.version, when: first.elsewhere } }),
    ...(isReused && { reused: true }),
    ...(options.results === undefined ? {} : { results: options.results.by }),
    seed: first?.seed ?? INJECTED_SEED,
    tolerance: 1e-9,
    artifacts: verdicts,
    repairs,
  };
  const secrets = options.secrets ?? [];
  const proof = maskData(open, secrets);
  const report = renderReport(proof, lock, maskData(records, secrets));
  const name = joinPath(folder, `.cellwright/${proofName(options)}`);
  await effects.files.write(`${name}.json`, `${JSON.stringify(proof, null, 2)}\n`);
  await effects.files.write(`${name}.html`, report);
  return { proof, exitCode, report, records };
}

/** Gives the name of the proof's files: what an engine has made is proved beside the project, not instead of it. */
export function proofName({ results }: Pick<VerifyOptions, 'results'>): string {
  return results === undefined ? 'proof' : `proof-${results.by}`;
}
