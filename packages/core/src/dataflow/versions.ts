import type { Certainty } from './types.ts';

/**
 * One state of a location (a name, an object, a resource): made by `writer` (the number of a part of a step), and by those in
 * `previous` too when it only may have written the location or wrote some of it. A reader needs all of them.
 */
export interface Version {
  readonly writer: number;
  readonly certainty: Certainty;
  readonly previous: readonly Version[];
}

/** The version that a definite write of the whole location makes. */
export function overwritten(writer: number): Version {
  return { writer, certainty: 'must', previous: [] };
}

/** The version behind branches that all write the whole location: `writer` decides which of them runs. */
export function writtenByAll(writer: number, branches: readonly Version[]): Version {
  return { writer, certainty: 'must', previous: branches };
}

/** The version that an uncertain or partial write makes on top of others. */
export function updated(writer: number, previous: readonly (Version | null)[]): Version {
  const known = new Set<Version>();
  for (const version of previous) {
    if (version === null) continue;
    // A second write by the same part adds nothing: it stands on what the first stood on.
    if (version.writer === writer) for (const older of version.previous) known.add(older);
    else known.add(version);
  }
  return { writer, certainty: 'may', previous: [...known] };
}

/**
 * The version that an uncertain or partial write makes on top of another; the same one when it is among the writers already.
 * `first` is the first part of the writer's step: older versions do not have it.
 */
export function updatedOnce(writer: number, first: number, before: Version | null): Version {
  if (before === null || before.writer < first) return updated(writer, [before]);
  return isAmongWriters(writer, first, before) ? before : updated(writer, [before]);
}

/** Whether a part of a step, whose parts begin with `first`, is among the writers of a version. */
function isAmongWriters(writer: number, first: number, version: Version): boolean {
  const seen = new Set<Version>();
  const pending = [version];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.writer === writer) return true;
    // What stood before the step does not have its parts.
    if (next.writer < first || seen.has(next)) continue;
    seen.add(next);
    for (let at = 0; at < next.previous.length; at++) {
      const older = next.previous[at];
      if (older !== undefined) pending.push(older);
    }
  }
  return false;
}

/** Visits the writers that a reader of `version` needs, newest first; versions that are `known` are left out, and known then. */
export function visitWriters(
  version: Version,
  known: Set<Version>,
  visit: (writer: number, certainty: Certainty) => void,
): void {
  if (known.has(version)) return;
  known.add(version);
  const pending = [version];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next.writer, next.certainty);
    for (let at = 0; at < next.previous.length; at++) {
      const older = next.previous[at];
      if (older === undefined || known.has(older)) continue;
      known.add(older);
      pending.push(older);
    }
  }
}
