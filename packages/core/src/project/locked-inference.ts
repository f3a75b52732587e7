import type { Location } from '../diagnostics/index.ts';
import type { Inference, NoInference, Plan } from '../plan/index.ts';
import { findIgnores } from './lint-ignores.ts';
import { renderScoring } from './scoring-module.ts';
import type { PythonFinding } from './toolchain.ts';

/** What a service needs to know of a project, and the module that scores rows. */
export interface LockedInference {
  /** Text of `scoring.py`. */
  readonly code: string;
  readonly rows: Inference['rows'];
  readonly answer: Inference['answer'];
  readonly leavesOut: boolean;
  /** What stands between the raw table and the rows: the first is the reason that these are asked for. */
  readonly obstacles: Inference['obstacles'];
}

/** A project that cannot answer for single rows, and why. */
export interface LockedRefusal {
  readonly reason: string;
  readonly location: Location | null;
  readonly hint: string | null;
}

interface PythonTools {
  readonly format: (text: string) => string;
  readonly check: (text: string) => readonly PythonFinding[];
}

/** Gives what the lock keeps of an inference. */
export function lockInference(
  plan: Plan,
  found: Inference | NoInference,
  python: PythonTools,
): LockedInference | LockedRefusal {
  if ('reason' in found) return found;
  const { rows, answer, leavesOut, obstacles } = found;
  const text = python.format(renderScoring(plan, found));
  const rules = findIgnores(python.check(text)).map(({ code }) => code);
  const noqa = rules.length === 0 ? '' : `# Names as in the notebook.\n# ruff: noqa: ${rules.join(', ')}\n`;
  const isTakenApart = found.parts.some(({ kind }) => kind === 'statements');
  const mypy = isTakenApart ? '# mypy: allow-redefinition, disable-error-code=no-any-return\n' : '';
  return { code: `${noqa}${mypy}${text}`, rows, answer, leavesOut, obstacles };
}
