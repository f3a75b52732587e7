import type { Compared } from './compare.ts';
import type { LockedArtifact, Proof, Verdict, VerdictWord, VerifyReport } from './types.ts';

/** Verdicts that are a proof of equality. */
export const EQUAL_WORDS: ReadonlySet<VerdictWord> = new Set(['identical', 'equal within tolerance']);
const ORDER: readonly VerdictWord[] = [
  'differs',
  'nondeterministic',
  'matches stored output',
  'not compared',
  'not run',
];

/** Tells whether a verdict is a proof of equality. */
export function isEqual(verdict: Verdict): boolean {
  return EQUAL_WORDS.has(verdict.verdict);
}

/** Makes a verdict about an artifact; a comparison whose negative control failed proves nothing. */
export function toVerdict(artifact: LockedArtifact, compared: Compared): Verdict {
  const { verdict, detail, difference, control } = compared;
  const base = describeArtifact(artifact);
  if (EQUAL_WORDS.has(verdict) && control?.detected !== true) {
    return {
      ...base,
      verdict: 'not compared',
      detail: 'the comparison did not notice a value that was changed on purpose',
      ...(control && { control }),
    };
  }
  return { ...base, verdict, detail, ...(difference && { difference }), ...(control && { control }) };
}

/** Makes a verdict without a comparison. */
export function withoutComparison(artifact: LockedArtifact, verdict: VerdictWord, detail: string): Verdict {
  return { ...describeArtifact(artifact), verdict, detail };
}

function describeArtifact({ name, variable, stage, statement }: LockedArtifact) {
  return { name, variable, stage, ...(statement !== undefined && { statement }) };
}

/** Counts verdicts: "3 of 4 equal · 1 not compared". */
export function headlineOf(verdicts: readonly Verdict[]): string {
  const equal = verdicts.filter(isEqual).length;
  const others = ORDER.flatMap((word) => {
    const count = verdicts.filter((verdict) => verdict.verdict === word).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return [`${equal} of ${verdicts.length} equal`, ...others].join(' · ');
}

/** Gives the exit code: 0 all equal, 1 something differs, 3 anything else; nothing to compare proves nothing. */
export function exitCodeOf(verdicts: readonly Verdict[]): 0 | 1 | 3 {
  if (verdicts.some((verdict) => verdict.verdict === 'differs')) return 1;
  return verdicts.length > 0 && verdicts.every(isEqual) ? 0 : 3;
}

/** Gives what `verify --json` prints. */
export function toReport({ ok, headline, artifacts }: Proof): VerifyReport {
  return {
    schemaVersion: 1,
    ok,
    headline,
    artifacts: artifacts.map(({ name, variable, verdict, detail }) => ({ name, variable, verdict, detail })),
  };
}
