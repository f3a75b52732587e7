import type { PythonFinding } from './toolchain.ts';

/** Rules that a file is excused from, and why, by path. */
export type PerFileIgnores = Readonly<Record<string, readonly LintIgnore[]>>;

export interface LintIgnore {
  readonly code: string;
  readonly reason: string;
}

/** The rules that the notebook's own words may break, and why they may. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^N80[36]$/, 'X and y are names of the field'],
  [/^(?:PD002|PD901)$/, 'the notebook changes its tables in place'],
  [/^NPY002$/, 'the same random numbers as in the notebook'],
  [/^DTZ00[1-7]$/, 'times without zone, as in the data'],
  [/^PLR091[37]$/, 'every input is an argument'],
  [/^S608$/, 'the query takes parameters of the project'],
  [/^S60[0-9]$/, "the notebook's own shell commands"],
  [/^PLR2004$/, 'numbers of the analysis'],
  [/^ERA001$/, "the notebook's comments"],
  [/^S311$/, 'no cryptography'],
  [/^D10[0-7]$/, "the notebook's own definitions have no docstring"],
  [/^(?:ANN|ARG)/, "the notebook's own signatures"],
  [/^RUF00[123]$/, "the notebook's own text"],
];

/** Rules that say that the code is broken: never excused. */
const BROKEN = /^(?:F6|F7|F82|E9|invalid-syntax|syntax-error)/;

/** Gives what a file with the notebook's code must be excused from. */
export function findIgnores(findings: readonly PythonFinding[]): readonly LintIgnore[] {
  const codes = [...new Set(findings.map((finding) => finding.code))].filter((code) => !BROKEN.test(code));
  return codes.sort().map((code) => ({
    code,
    reason: REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? "the notebook's own words",
  }));
}

/** Gives the findings that mean that the written code cannot run as it stands. */
export function findBroken(findings: readonly PythonFinding[]): readonly PythonFinding[] {
  return findings.filter((finding) => BROKEN.test(finding.code));
}
