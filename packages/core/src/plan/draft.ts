import type { Step } from '../dataflow/index.ts';
import type { Line } from './crossing.ts';
import { exposedNames } from './crossing.ts';
import type { Segment } from './cut.ts';

/** A value of a variable between two stages. */
export interface DraftDataset {
  readonly variable: string;
  /** Number of the stage that makes it. */
  readonly stage: number;
  /** Step after which it has its value. */
  readonly step: Step;
  /** Stages that made a value of this variable before. */
  readonly version: number;
}

export interface DraftStage {
  readonly number: number;
  /** In order, the repeated ones among them. */
  readonly steps: readonly Step[];
  readonly core: readonly Step[];
  readonly inputs: readonly DraftDataset[];
  readonly outputs: readonly DraftDataset[];
  /** Variables of inputs that the stage may change. */
  readonly copied: ReadonlySet<string>;
}

export interface DraftStages {
  readonly stages: readonly DraftStage[];
  /** Where each variable has its last value. */
  readonly last: ReadonlyMap<string, DraftDataset>;
}

/**
 * Works out what each stage takes and gives: a stage takes the names that it reads before it binds them and that an earlier
 * stage gave a value, and gives the names that it binds or changes and that a later stage or an artifact needs.
 */
export function draftStages(
  line: Line,
  segments: readonly Segment[],
  artifacts: readonly string[],
): DraftStages {
  const current = new Map<string, DraftDataset>();
  const versions = new Map<string, number>();
  const needed = new Set<DraftDataset>();
  const made: DraftDataset[][] = [];
  const inputs: DraftDataset[][] = [];
  segments.forEach(({ start, end }, number) => {
    const taken = [...exposedNames(line, start, end)].flatMap((name) => current.get(name) ?? []);
    for (const dataset of taken) needed.add(dataset);
    inputs.push(taken);
    made.push(valuesMade(line, start, end, number, current, versions));
  });
  for (const name of artifacts) {
    const dataset = current.get(name);
    if (dataset) needed.add(dataset);
  }
  const stages = segments.map(({ start, end }, number) => ({
    number,
    steps: stepsOf(line, start, end),
    core: line.steps.slice(start, end),
    inputs: inputs[number] ?? [],
    outputs: (made[number] ?? []).filter((dataset) => needed.has(dataset)),
    copied: changedInputs(line, start, end),
  }));
  return { stages, last: current };
}

/** Notes what a stage makes of the variables, in the order in which they first get a value. */
function valuesMade(
  line: Line,
  start: number,
  end: number,
  number: number,
  current: Map<string, DraftDataset>,
  versions: Map<string, number>,
): DraftDataset[] {
  const lastStep = new Map<string, Step>();
  for (let position = start; position < end; position++) {
    const [access, step] = [line.access[position], line.steps[position]];
    if (!access || !step) continue;
    for (const name of [...access.binds, ...access.changes]) lastStep.set(name, step);
    for (const name of access.deletes) {
      lastStep.delete(name);
      current.delete(name);
    }
  }
  return [...lastStep].map(([variable, step]) => {
    const version = versions.get(variable) ?? 0;
    versions.set(variable, version + 1);
    const dataset = { variable, stage: number, step, version };
    current.set(variable, dataset);
    return dataset;
  });
}

function stepsOf(line: Line, start: number, end: number): readonly Step[] {
  const steps = new Set<Step>(line.steps.slice(start, end));
  for (let position = start; position < end; position++)
    for (const step of line.repeats[position] ?? []) steps.add(step);
  return [...steps].sort((left, right) => left.index - right.index);
}

/** Names whose value from outside the stage may change in place. */
function changedInputs(line: Line, start: number, end: number): ReadonlySet<string> {
  const bound = new Set<string>();
  const changed = new Set<string>();
  for (let position = start; position < end; position++) {
    for (const name of line.steps[position]?.mutates ?? []) if (!bound.has(name)) changed.add(name);
    for (const name of line.access[position]?.binds ?? []) bound.add(name);
  }
  return changed;
}

/** Joins a segment that gives nothing and writes nothing with its neighbour, until every stage is of use. */
export function withoutIdleSegments(
  line: Line,
  segments: readonly Segment[],
  artifacts: readonly string[],
): readonly Segment[] {
  const { stages } = draftStages(line, segments, artifacts);
  const idle = stages.findIndex(
    (stage) =>
      stage.outputs.length === 0 &&
      !stage.core.some((step) => step.files.some((use) => use.mode === 'write')),
  );
  if (idle === -1 || segments.length < 2) return segments;
  const first = idle + 1 < segments.length ? idle : idle - 1;
  const [left, right] = [segments[first], segments[first + 1]];
  if (!left || !right) return segments;
  const joined = { start: left.start, end: right.end };
  return withoutIdleSegments(
    line,
    [...segments.slice(0, first), joined, ...segments.slice(first + 2)],
    artifacts,
  );
}
