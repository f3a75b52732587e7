import { cellOf, type Step, statementText } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import type { ImportTable } from './callees.ts';
import { stagesWanted } from './cell-tags.ts';
import { forbiddenCuts, type Line, liveNames } from './crossing.ts';
import { type Access, RANDOM_STATES } from './flow.ts';
import type { PlanOptions } from './options.ts';
import { findTransformers, type Role, roleOf } from './roles.ts';
import { segment } from './segmentation.ts';

/** Steps `start … end - 1` of a line. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** What a cut is weighed with, in thousandths, so that sums are exact; chosen so that ten plain lines stay one stage and a heading with its own role starts one. */
const WEIGHTS = {
  stage: 3000,
  value: 800,
  /** Times the square of how many values a stage takes beyond a few: a function of ten arguments is none. */
  crowd: 400,
  fewValues: 4,
  randomState: 2000,
  /** Two headings of the notebook in one stage. */
  mixedHeading: 3500,
  /** Two roles in one stage. */
  mixedRole: 1200,
  insideCell: 2000,
  insideHeading: 1000,
  /** Before a cut the same is done as behind it, under the same heading: two stages would do one thing. */
  sameRole: 6000,
  /** Times the square of the lines: a long function is dearer than two short ones. */
  length: 45,
  longestStatement: 12,
  /** What a person has tagged as one stage is cut, or stages that were tagged apart are joined. */
  againstTags: 1_000_000,
  /** A stage of a line or two that calls nothing with a role. */
  trivial: 2000,
} as const;

/** Cuts a line of steps into stages. */
export function cutIntoSegments(
  line: Line,
  imports: ImportTable,
  grain: NonNullable<PlanOptions['stages']>,
  record?: RunRecord,
): readonly Segment[] {
  const { steps } = line;
  if (grain === 'one' || grain === 'whole') return steps.length > 0 ? [{ start: 0, end: steps.length }] : [];
  const live = liveNames(line);
  const forbidden = forbiddenCuts(line, live, record);
  const transformers = findTransformers(line.flow.kept, imports);
  const tags = stagesWanted(line.flow.graph);
  const seen = steps.map((step) => ({
    role: roleOf(step, imports, transformers),
    heading: headingOf(line, step),
    tag: tags.get(step.cell) ?? '',
    lines: Math.min(lineCount(line, step), WEIGHTS.longestStatement),
  }));
  const goesOn = goingOn(seen);
  const facts = seen.map((fact, position) => ({ ...fact, goesOn: goesOn[position] ?? false }));
  const starts = segment({
    length: steps.length,
    mayCut: (position) => forbidden[position] === null,
    costs: (from, end, spare) =>
      grain === 'finest' ? from.map(() => -1) : costsOf(line, facts, { starts: from, end, spare }),
    most:
      grain === 'finest'
        ? steps.length
        : Math.max(9, Math.floor(steps.length / 15), new Set(tags.values()).size + 1),
  });
  return starts.map((start, number) => ({ start, end: starts[number + 1] ?? steps.length }));
}

interface StepFacts {
  readonly role: Role;
  readonly heading: string;
  /** The stage that a person has named for it; empty where none. */
  readonly tag: string;
  readonly lines: number;
  /** What was done before goes on here. */
  readonly goesOn: boolean;
}

/** What a segment holds while it grows towards its start. */
interface Held {
  readonly headings: Set<string>;
  readonly tags: Set<string>;
  readonly roles: Set<Role>;
  readonly exposed: Set<string>;
  /** How many of `exposed` are states of random generators. */
  randomStates: number;
  lines: number;
}

interface Ending {
  readonly starts: readonly number[];
  readonly end: number;
  readonly spare: number;
}

/** Costs of the segments that end at one place: one sweep, because each start adds one step to those behind it. */
function costsOf(line: Line, facts: readonly StepFacts[], { starts, end, spare }: Ending): readonly number[] {
  const costs: number[] = [];
  const held: Held = {
    headings: new Set(),
    tags: new Set(),
    roles: new Set(),
    exposed: new Set(),
    randomStates: 0,
    lines: 0,
  };
  for (let start = end - 1; start >= 0; start--) {
    hold(held, line.access[start], facts[start]);
    // All other costs are positive, so that what is longer costs more.
    if (costs.length > 0 && WEIGHTS.length * held.lines * held.lines > spare + (costs[0] ?? 0)) break;
    if (starts[starts.length - 1 - costs.length] === start) costs.push(costOf(line, facts, held, start));
  }
  return costs.reverse();
}

/** Takes in the step before; names that it binds need no value from before it, unless it reads them first. */
function hold(held: Held, access: Access | undefined, fact: StepFacts | undefined): void {
  if (!access || !fact) return;
  held.headings.add(fact.heading);
  held.tags.add(fact.tag);
  if (fact.role !== 'compute') held.roles.add(fact.role);
  held.lines += fact.lines;
  access.binds.forEach(conceal, held);
  access.deletes.forEach(conceal, held);
  access.reads.forEach(expose, held);
}

function conceal(this: Held, name: string): void {
  if (this.exposed.delete(name) && name in RANDOM_STATES) this.randomStates -= 1;
}

function expose(this: Held, name: string): void {
  if (this.exposed.has(name)) return;
  this.exposed.add(name);
  if (name in RANDOM_STATES) this.randomStates += 1;
}

function costOf(line: Line, facts: readonly StepFacts[], held: Held, start: number): number {
  const { headings, tags, roles, exposed, randomStates, lines } = held;
  let cost = WEIGHTS.stage + WEIGHTS.length * lines * lines;
  cost += WEIGHTS.mixedHeading * (headings.size - 1) + WEIGHTS.mixedRole * Math.max(0, roles.size - 1);
  if (roles.size === 0 && lines < 3) cost += WEIGHTS.trivial;
  cost += WEIGHTS.againstTags * (tags.size - 1);
  if (start === 0) return cost;
  cost += WEIGHTS.randomState * randomStates + WEIGHTS.value * (exposed.size - randomStates);
  const crowd = Math.max(0, exposed.size - WEIGHTS.fewValues);
  cost += WEIGHTS.crowd * crowd * crowd;
  if (line.steps[start - 1]?.cell === line.steps[start]?.cell) cost += WEIGHTS.insideCell;
  else if (facts[start - 1]?.heading === facts[start]?.heading) cost += WEIGHTS.insideHeading;
  const tag = facts[start]?.tag;
  if (tag && tag === facts[start - 1]?.tag) cost += WEIGHTS.againstTags;
  if (facts[start]?.goesOn) cost += WEIGHTS.sameRole;
  return cost;
}

/** Whether the last role before each step is also the first from there on, under one heading. */
function goingOn(facts: readonly Omit<StepFacts, 'goesOn'>[]): readonly boolean[] {
  const roles = facts.flatMap((fact, position) => (fact.role === 'compute' ? [] : { ...fact, position }));
  let next = 0;
  return facts.map((_, position) => {
    while (next < roles.length && (roles[next]?.position ?? 0) < position) next += 1;
    const [before, behind] = [roles[next - 1], roles[next]];
    return before !== undefined && before.role === behind?.role && before.heading === behind.heading;
  });
}

/** The heading that a step stands under; its text alone, so that two cells under one heading agree. */
export function headingOf(line: Line, step: Step): string {
  return cellOf(line.flow.graph, step)?.heading?.text ?? '';
}

function lineCount(line: Line, step: Step): number {
  return statementText(line.flow.graph, step).split('\n').length;
}
