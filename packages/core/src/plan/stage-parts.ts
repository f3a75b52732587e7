import { cellText, type Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import { exposedNames, type Line, liveNames, maybeUnboundCuts } from './crossing.ts';
import { headingOf, type Segment } from './cut.ts';
import { type DraftDataset, type DraftStage, draftStages } from './draft.ts';
import { RANDOM_STATES } from './flow.ts';
import type { Role } from './roles.ts';
import { globalEdits } from './scope-edits.ts';
import { boundInText } from './scope-names.ts';
import { segment } from './segmentation.ts';
import { nameStages, type StageName } from './stage-names.ts';
import { roleOfStage } from './stage-role.ts';
import { nodesOf } from './tree.ts';

/** A run of a long stage's statements that becomes a function of its own. */
export interface StagePart {
  /** What it takes and gives as a function. */
  readonly stage: DraftStage;
  readonly role: Role;
  readonly name: StageName;
}

/** Lines of a body from which a stage is taken apart: with signature and docstring up to 60. */
const LONG = 50;
/** A part has at most this share of it: it returns more, by name and with a type each. */
const OF_PART = 0.8;
const FEW = 5;
const WIDTH = 96;

/** Costs in thousandths, as for stages; a part's values are handed over by name, so a narrow waist counts most. */
const WEIGHTS = {
  part: 3000,
  value: 800,
  crowd: 400,
  fewValues: 4,
  mixedHeading: 3500,
  insideCell: 2000,
  tiny: 30_000,
  length: 2,
  tooLong: 1_000_000,
} as const;

/** What parts are named with. */
export interface PartNaming {
  readonly roles: readonly Role[];
  /** Names that no function may have: of the module, of other stages, of what the stage's own text mentions. */
  readonly taken: ReadonlySet<string>;
  readonly artifacts: ReadonlySet<string>;
  readonly record: RunRecord | undefined;
  /** Lines of the stage's function besides its statements. */
  readonly around: number;
  /** Lines from which a stage is taken apart, where it is not the usual number. */
  readonly longest: number | undefined;
}

/**
 * Takes a long stage apart where its data flow is narrow. Parts are called in the same process, one after the other: every
 * value crosses, as the same object. Empty where the stage is short, or where a part could not be a function of what it reads.
 */
export function partsOf(
  line: Line,
  segments: readonly Segment[],
  number: number,
  naming: PartNaming,
): readonly StagePart[] {
  const whole = segments[number];
  const longest = naming.longest ?? LONG;
  if (!whole || sum(linesOf(line, whole)) + naming.around <= longest || !standsAlone(line, whole)) return [];
  const stage = draftStages(line, segments, [...naming.artifacts]).stages[number];
  const given = namesOf(stage?.outputs ?? []);
  const cuts = cutIntoParts(line, whole, given, OF_PART * longest);
  if (cuts.length < 2) return [];
  const refined = [...segments.slice(0, number), ...cuts, ...segments.slice(number + 1)];
  const drafted = draftStages(line, refined, [...naming.artifacts]).stages;
  const parts = drafted.slice(number, number + cuts.length);
  const functions = parts.map((part, at) => asFunction(part, new Set(parts.slice(0, at).flatMap(stepsOf))));
  const stages = handingOver(withoutUnmade(functions, namesOf(stage?.inputs ?? [])), given);
  const roles = cuts.map(({ start, end }, at) => roleOf(stages[at], naming.roles.slice(start, end)));
  const names = nameStages(line, stages, roles, naming.taken, naming.artifacts, naming.record);
  return stages.flatMap((part, at) => {
    const [role, name] = [roles[at], names[at]];
    return role && name ? [{ stage: part, role, name }] : [];
  });
}

function stepsOf({ steps }: DraftStage): readonly Step[] {
  return steps;
}

function roleOf(stage: DraftStage | undefined, roles: readonly Role[]): Role {
  return stage ? roleOfStage(stage, roles) : 'compute';
}

/**
 * A setting is said once. A part takes what it reads, or binds on some paths only, and gives what it binds: an object that it
 * changes in place is changed for all, and the process keeps the state of generators.
 */
function asFunction(stage: DraftStage, before: ReadonlySet<Step>): DraftStage {
  const steps = stage.steps.filter((step) => step.binds.length > 0 || !before.has(step));
  const written = boundInText(steps);
  // IPython binds `_` to what a cell shows; a function does not.
  const isBound = (name: string) => written.has(name) || !/^_+\d*$/.test(name);
  const bound = new Set(steps.flatMap(({ binds }) => binds.map(({ name }) => name)).filter(isBound));
  const read = new Set(steps.flatMap(({ reads }) => reads));
  const isValue = ({ variable }: DraftDataset) => !(variable in RANDOM_STATES);
  return {
    ...stage,
    steps,
    inputs: stage.inputs.filter(
      (each) => isValue(each) && (read.has(each.variable) || bound.has(each.variable)),
    ),
    outputs: stage.outputs.filter((each) => isValue(each) && bound.has(each.variable)),
    copied: new Set(),
  };
}

/** Whether no statement needs the one function around it: to declare its variables, to wait, or to find them by name. */
function standsAlone(line: Line, { start, end }: Segment): boolean {
  const steps = [...line.steps.slice(start, end), ...line.repeats.slice(start, end).flat()];
  const asks = steps.some((step) =>
    nodesOf(step.statement.node).some(
      (node) => node.type === 'Await' || (node.type === 'Name' && READS_NAMES.test(node.id)),
    ),
  );
  return !asks && globalEdits(steps).names.size === 0;
}

const READS_NAMES = /^(locals|vars|eval|exec|globals)$/;

function namesOf(datasets: readonly DraftDataset[]): ReadonlySet<string> {
  return new Set(datasets.map(({ variable }) => variable));
}

/** A part takes what the stage or a part before it gives: IPython alone binds `_` without a statement that does. */
function withoutUnmade(parts: readonly DraftStage[], taken: ReadonlySet<string>): readonly DraftStage[] {
  const made = new Set(taken);
  return parts.map((part): DraftStage => {
    const inputs = part.inputs.filter(({ variable }) => made.has(variable));
    for (const { variable } of part.outputs) made.add(variable);
    return { ...part, inputs };
  });
}

/** Of what each part binds, it gives what a later part takes before it is bound anew, and what the stage gives. */
function handingOver(parts: readonly DraftStage[], given: ReadonlySet<string>): readonly DraftStage[] {
  const needed = new Set(given);
  const kept = parts.toReversed().map((part): DraftStage => {
    const outputs = part.outputs.filter(({ variable }) => needed.delete(variable));
    for (const { variable } of part.inputs) needed.add(variable);
    return { ...part, outputs };
  });
  return kept.toReversed();
}

function cutIntoParts(
  line: Line,
  { start, end }: Segment,
  given: ReadonlySet<string>,
  most: number,
): readonly Segment[] {
  const unbound = maybeUnboundCuts(line);
  const captured = capturedCuts(line, start, end);
  const live = [...liveNames(line)];
  const modules = moduleCuts(line, live);
  const defined = definitionCuts(line, start, end);
  const lines = linesOf(line, { start, end });
  live[end] = new Set([...(live[end] ?? []), ...given]);
  const starts = segment({
    length: end - start,
    mayCut: (position) => [unbound, captured, modules, defined].every((cuts) => !cuts.has(start + position)),
    costs: (from, to) =>
      from.map((first) => {
        // As one part it would be the long function again.
        if (first === 0 && to === end - start) return WEIGHTS.tooLong * (end - start) * most;
        const length = sum(lines.slice(first, to));
        const part = { start: start + first, end: start + to };
        return costOf(line, live, part, { length, isFirst: first === 0, most });
      }),
    most: end - start,
  });
  return starts.map((first, at) => ({ start: start + first, end: start + (starts[at + 1] ?? end - start) }));
}

function costOf(
  line: Line,
  live: readonly ReadonlySet<string>[],
  { start, end }: Segment,
  { length, isFirst, most }: { readonly length: number; readonly isFirst: boolean; readonly most: number },
): number {
  const defined = live[start] ?? new Set<string>();
  const takes = [...exposedNames(line, start, end)].filter((name) => defined.has(name));
  const steps = line.steps.slice(start, end);
  const made = new Set(line.access.slice(start, end).flatMap(({ binds, changes }) => [...binds, ...changes]));
  const gives = [...made].filter((name) => live[end]?.has(name));
  const crowded = (count: number) => WEIGHTS.crowd * Math.max(0, count - WEIGHTS.fewValues) ** 2;
  const headings = new Set(steps.map((step) => headingOf(line, step)));
  const isInside = !isFirst && line.steps[start - 1]?.cell === line.steps[start]?.cell;
  return (
    WEIGHTS.part +
    WEIGHTS.value * (takes.length + gives.length) +
    crowded(takes.length) +
    crowded(gives.length) +
    WEIGHTS.mixedHeading * (headings.size - 1) +
    (isInside ? WEIGHTS.insideCell : 0) +
    (length < FEW ? WEIGHTS.tiny : 0) +
    WEIGHTS.length * length * length +
    WEIGHTS.tooLong * Math.max(0, length + handedLines(takes.length, gives.length) - most)
  );
}

/** Lines of a stage's function besides its statements: the usual signature, docstring and return aside. */
export function linesAround({ inputs, outputs, copied }: DraftStage, lifted: number): number {
  return handedLines(inputs.length + lifted, outputs.length) + copied.size;
}

/** Lines that arguments and results take beyond one each: a line for each name where they are too many for one. */
function handedLines(takes: number, gives: number): number {
  return (takes > 4 ? takes : 0) + (gives > 6 ? 2 * gives : 0);
}

/** Cuts that a module crosses, under a name that means something else later: a reader takes such an argument for a value. */
function moduleCuts(line: Line, live: readonly ReadonlySet<string>[]): ReadonlySet<number> {
  const modules = new Set<string>();
  const cuts = new Set<number>();
  line.steps.forEach((step, place) => {
    for (const { name, kind } of step.binds) {
      if (kind === 'import') modules.add(name);
      else modules.delete(name);
    }
    if ([...(live[place + 1] ?? [])].some((name) => modules.has(name))) cuts.add(place + 1);
  });
  return cuts;
}

/** Cuts between statements that use one definition of the stage: it stays one function, or one class. */
function definitionCuts(line: Line, start: number, end: number): ReadonlySet<number> {
  const first = new Map<Step, number>();
  const cuts = new Set<number>();
  for (let place = start; place < end; place++) {
    for (const step of line.repeats[place] ?? []) {
      if (step.binds.length === 0 || step.binds.every(({ kind }) => kind === 'import')) continue;
      for (let cut = (first.get(step) ?? place) + 1; cut <= place; cut++) cuts.add(cut);
      if (!first.has(step)) first.set(step, place);
    }
  }
  return cuts;
}

/** Cuts between a lambda or generator and a later statement that binds anew what it mentions: it would see the old value. */
function capturedCuts(line: Line, start: number, end: number): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (let place = start; place < end; place++) {
    const names = capturedNames(line, place);
    if (names.size === 0) continue;
    for (let later = end - 1; later > place; later--) {
      if (!line.steps[later]?.binds.some(({ name }) => names.has(name))) continue;
      for (let cut = place + 1; cut <= later; cut++) cuts.add(cut);
      break;
    }
  }
  return cuts;
}

function capturedNames(line: Line, place: number): ReadonlySet<string> {
  const steps = [...line.steps.slice(place, place + 1), ...(line.repeats[place] ?? [])];
  const late = steps.flatMap(({ statement: { node } }) =>
    nodesOf(node).filter(({ type }) => LATE.test(type)),
  );
  return new Set(
    late.flatMap((node) => nodesOf(node).flatMap((inner) => (inner.type === 'Name' ? inner.id : []))),
  );
}

const LATE = /^(Lambda|GeneratorExp|FunctionDef|AsyncFunctionDef|ClassDef)$/;

/** Lines of each statement as a formatter leaves it, more or less: a call that is too wide takes one for each argument. */
function linesOf(line: Line, { start, end }: Segment): readonly number[] {
  return line.steps.slice(start, end).map((step, at) => {
    const { start: from, end: to } = step.statement.outer;
    const texts = cellText(line.flow.graph, step).slice(from, to).trim().split('\n');
    const apart = at > 0 && line.steps[start + at - 1]?.cell !== step.cell ? 1 : 0;
    const long = (text: string) => (text.length > WIDTH ? 2 + (text.match(/,/g)?.length ?? 0) : 1);
    return apart + sum(texts.map(long));
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
