import type { Location } from '../diagnostics/index.ts';
import type { Inference, NoInference, Plan } from '../plan/index.ts';
import { renderScoring } from './scoring-module.ts';

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

/** Gives what the lock keeps of an inference. */
export function lockInference(
  plan: Plan,
  found: Inference | NoInference,
  format: (text: string) => string,
): LockedInference | LockedRefusal {
  if ('reason' in found) return found;
  const { rows, answer, leavesOut, obstacles } = found;
  return { code: format(renderScoring(plan, found)), rows, answer, leavesOut, obstacles };
}
