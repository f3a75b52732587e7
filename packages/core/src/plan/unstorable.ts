import type { RunRecord, ValueFacts } from '../record/index.ts';
import type { Flow } from './flow.ts';

/** Whether a recorded value holds a class or function that cannot stand at module level: no file could name it. */
export function holdsNested(flow: Flow, facts: ValueFacts): boolean {
  return (facts.own ?? []).some((name) => {
    const kind = flow.kinds.get(name);
    return kind === 'data' || kind === 'local';
  });
}

/** Those of some variables whose final value a project could not store: by the run where it kept the value, else by the text. */
export function unstorableOf(
  flow: Flow,
  variables: readonly string[],
  record: RunRecord | undefined,
): ReadonlyMap<string, string> {
  const reasons = variables.flatMap((name): [string, string][] => {
    const facts = record && Object.hasOwn(record.final, name) ? record.final[name] : undefined;
    const isNested = facts?.portrait === undefined ? flow.nestedClasses.has(name) : holdsNested(flow, facts);
    if (isNested) return [[name, 'it holds an instance of a class that must be defined inside a stage']];
    const isTried = facts?.portrait !== undefined && facts.codec === null;
    return isTried ? [[name, `its value cannot be stored: ${facts.codecReason ?? 'no codec keeps it'}`]] : [];
  });
  return new Map(reasons);
}
