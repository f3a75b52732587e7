import type { Certainty } from './types.ts';

/**
 * One state of a location (a name, an object, a resource): made by `step`, and by those in `previous` too when the step only
 * may have written it or wrote a part. A reader needs all of them.
 */
export interface Version {
  readonly step: number;
  readonly certainty: Certainty;
  readonly previous: readonly Version[];
}

/** The version that a definite write of the whole location makes. */
export function overwritten(step: number): Version {
  return { step, certainty: 'must', previous: [] };
}

/** The version that an uncertain or partial write makes on top of others. */
export function updated(step: number, previous: readonly (Version | null)[]): Version {
  const known = new Set<Version>();
  for (const version of previous) {
    if (version === null) continue;
    // A second write by the same step adds nothing: it stands on what the first stood on.
    if (version.step === step) for (const older of version.previous) known.add(older);
    else known.add(version);
  }
  return { step, certainty: 'may', previous: [...known] };
}

/** Visits the writers that a reader of `version` needs, newest first, each version once. */
export function visitWriters(
  version: Version | null,
  visit: (step: number, certainty: Certainty) => void,
): void {
  if (version === null) return;
  if (version.certainty === 'must') {
    visit(version.step, version.certainty);
    return;
  }
  const seen = new Set<Version>([version]);
  const pending = [version];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next.step, next.certainty);
    if (next.certainty === 'must') continue;
    for (const older of next.previous) {
      if (seen.has(older)) continue;
      seen.add(older);
      pending.push(older);
    }
  }
}
