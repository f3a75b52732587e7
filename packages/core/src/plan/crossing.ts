import type { Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import { childNodes, type Node } from '../syntax/index.ts';
import { type Access, accessTo, type Flow, isUnstorable, RANDOM_STATES } from './flow.ts';
import { nodesOf } from './tree.ts';
import { holdsNested } from './unstorable.ts';

/** Steps in the order in which they run, with what each needs of the repeated ones. */
export interface Line {
  readonly flow: Flow;
  readonly steps: readonly Step[];
  /** Access of each step together with the repeated steps that it needs. */
  readonly access: readonly Access[];
  /** Repeated steps that each step needs, ascending. */
  readonly repeats: readonly (readonly Step[])[];
}

/** Lines up the steps that stages are cut from; the values of `kept` names are wanted at the end. */
export function lineUp(flow: Flow, kept: ReadonlySet<string>): Line {
  const repeats = flow.core.map((step) => repeatedFor(flow, step));
  const access = flow.core.map((step, position) => withRepeated(flow, step, repeats[position] ?? []));
  return { flow, steps: flow.core, access: withoutLoopVariables(flow.core, access, kept), repeats };
}

/**
 * A loop over nothing leaves its variable as it was: it reads the variable, so to speak. Where nothing reads it after the
 * loop, it is the loop's own.
 */
function withoutLoopVariables(
  steps: readonly Step[],
  access: readonly Access[],
  kept: ReadonlySet<string>,
): readonly Access[] {
  const result: Access[] = [...access];
  const needed = new Set(kept);
  for (let position = steps.length - 1; position >= 0; position--) {
    const [step, before] = [steps[position], access[position]];
    if (!step || !before) continue;
    const own = loopVariables(step).filter((name) => !needed.has(name));
    const without = (names: ReadonlySet<string>) => new Set([...names].filter((name) => !own.includes(name)));
    const after = { ...before, reads: without(before.reads), changes: without(before.changes) };
    result[position] = after;
    for (const name of [...after.binds, ...after.deletes]) needed.delete(name);
    for (const name of after.reads) needed.add(name);
  }
  return result;
}

/** Names that a `for` statement binds before anything in it can read them. */
function loopVariables({ statement: { node } }: Step): readonly string[] {
  if (node.type !== 'For') return [];
  const before = new Set([...nodesOf(node.iter)].flatMap((part) => (part.type === 'Name' ? part.id : [])));
  return [...nodesOf(node.target)].flatMap((part) =>
    part.type === 'Name' && !before.has(part.id) && node.orelse.length === 0 ? part.id : [],
  );
}

/** The repeated steps that a step needs: settings by edges, local names by the last statement that binds them. */
function repeatedFor(flow: Flow, step: Step): readonly Step[] {
  const found = new Set<Step>();
  const open = [step];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const at = next;
    const needed = new Set([...at.reads, ...at.mentions].filter((name) => flow.kinds.get(name) === 'local'));
    for (const candidate of flow.repeated) {
      if (candidate.index >= step.index || found.has(candidate)) continue;
      const gives = candidate.binds.some(
        (binding) => needed.has(binding.name) && lastBinder(flow, binding.name, step.index) === candidate,
      );
      const sets = flow.edges.some(
        (edge) => edge.from === candidate.index && edge.to === at.index && edge.kind !== 'data',
      );
      if (!gives && !sets) continue;
      found.add(candidate);
      open.push(candidate);
    }
  }
  return [...found].sort((left, right) => left.index - right.index);
}

function lastBinder(flow: Flow, name: string, before: number): Step | undefined {
  return flow.uses.binders.get(name)?.findLast((step) => step.index < before);
}

function withRepeated(flow: Flow, step: Step, repeats: readonly Step[]): Access {
  const own = accessTo(flow, step);
  const reads = new Set(own.reads);
  for (const repeated of repeats) {
    for (const name of accessTo(flow, repeated).reads) reads.add(name);
    for (const name of repeated.mentions) if (flow.kinds.get(name) === 'data') reads.add(name);
  }
  return { ...own, reads };
}

/** Names that the steps `start … end - 1` read before they bind them. */
export function exposedNames(line: Line, start: number, end: number): ReadonlySet<string> {
  const bound = new Set<string>();
  const exposed = new Set<string>();
  for (let position = start; position < end; position++) {
    const access = line.access[position];
    if (!access) continue;
    for (const name of access.reads) if (!bound.has(name)) exposed.add(name);
    for (const name of access.binds) bound.add(name);
    for (const name of access.deletes) bound.add(name);
  }
  return exposed;
}

/** For every cut the names whose value crosses it. */
export function liveNames(line: Line): readonly ReadonlySet<string>[] {
  const live: Set<string>[] = [];
  let needed = new Set<string>();
  for (let position = line.steps.length - 1; position >= 0; position--) {
    const access = line.access[position];
    needed = new Set(needed);
    for (const name of access?.binds ?? []) needed.delete(name);
    for (const name of access?.deletes ?? []) needed.delete(name);
    for (const name of access?.reads ?? []) needed.add(name);
    live[position] = needed;
  }
  const defined = new Set<string>();
  return line.steps.map((_, position) => {
    const crossing = new Set([...(live[position] ?? [])].filter((name) => defined.has(name)));
    const access = line.access[position];
    for (const name of [...(access?.binds ?? []), ...(access?.changes ?? [])]) defined.add(name);
    for (const name of access?.deletes ?? []) defined.delete(name);
    return crossing;
  });
}

/** Why two neighbouring steps cannot be in different stages, per cut; `null` where they can. */
export function forbiddenCuts(
  line: Line,
  live: readonly ReadonlySet<string>[],
  record?: RunRecord,
): readonly (string | null)[] {
  const reasons: (string | null)[] = line.steps.map(() => null);
  const forbid = (from: number, to: number, reason: string) => {
    for (let cut = from + 1; cut <= to; cut++) reasons[cut] ??= reason;
  };
  joinResources(line, forbid);
  joinShared(line, live, forbid);
  joinUnstorable(line, live, record, forbid);
  return reasons;
}

/** Cuts that a name crosses which perhaps has no value: not even a function of the same process could hand it over. */
export function maybeUnboundCuts(line: Line): ReadonlySet<number> {
  const live = liveNames(line);
  const sure = new Map<string, boolean>();
  const cuts = new Set<number>();
  line.steps.forEach((step, place) => {
    for (const name of line.access[place]?.changes ?? [])
      if (!sure.has(name)) sure.set(name, !isBranch(step));
    for (const name of line.access[place]?.binds ?? []) sure.set(name, true);
    for (const name of live[place + 1] ?? []) if (sure.get(name) === false) cuts.add(place + 1);
  });
  return cuts;
}

type Forbid = (from: number, to: number, reason: string) => void;

/** What travels as a value or is applied again is no reason to join steps; files by name travel too. */
function joinResources(line: Line, forbid: Forbid): void {
  const position = new Map(line.steps.map((step, place) => [step.index, place]));
  for (const edge of line.flow.edges) {
    const from = position.get(edge.from);
    const to = position.get(edge.to);
    if (from === undefined || to === undefined) continue;
    if (edge.kind === 'resource' && !travels(line, from, to, edge.via) && !isGuess(line, from, edge.via)) {
      forbid(from, to, `both use ${edge.via === 'files' ? 'files' : `\`${edge.via}\``}`);
    }
    if (edge.kind === 'control') forbid(from, to, edge.reason);
  }
}

/**
 * An unknown call might write any file or set the environment. A cut after it is no worse than none: such a file lies where
 * it was written, whichever stage reads it.
 */
function isGuess(line: Line, from: number, via: string): boolean {
  const step = line.steps[from];
  return step !== undefined && step.doubts.length > 0 && step.files.length === 0 && via !== 'figure';
}

function travels(line: Line, from: number, to: number, via: string): boolean {
  if (Object.values(RANDOM_STATES).some((resource) => resource === via)) return true;
  const paths = (place: number, mode: 'read' | 'write') =>
    (line.steps[place]?.files ?? [])
      .filter((use) => use.mode === mode && use.path !== null)
      .map((use) => use.path);
  return paths(from, 'write').some(
    (path) => paths(to, 'read').includes(path) && !paths(to, 'write').includes(path),
  );
}

/** Names that may share parts cannot be parted when one of them is changed later. */
function joinShared(line: Line, live: readonly ReadonlySet<string>[], forbid: Forbid): void {
  const changedLater: ReadonlySet<string>[] = [];
  let later = new Set<string>();
  for (let place = line.steps.length - 1; place >= 0; place--) {
    const step = line.steps[place];
    const compared = step && comparesIdentity(step.statement.node) ? step.mentions : [];
    later = new Set([...later, ...(step?.mutates ?? []), ...compared]);
    changedLater[place] = later;
  }
  line.steps.forEach((step, place) => {
    const cut = place + 1;
    for (const group of step.sharing) {
      const alive = group.filter((name) => live[cut]?.has(name));
      const crossing = alive.filter((name) =>
        alive.some((other) => other !== name && !areParted(line, name, other)),
      );
      const changed = crossing.find((name) => changedLater[cut]?.has(name));
      if (crossing.length > 1 && changed) {
        forbid(
          place,
          cut,
          `${crossing.map((name) => `\`${name}\``).join(' and ')} may share parts, and \`${changed}\` is changed later`,
        );
      }
    }
  });
}

/** Whether a statement asks if two names are one object. */
function comparesIdentity(node: Node): boolean {
  if (node.type === 'Compare' && node.ops.some((op) => op === 'Is' || op === 'IsNot')) {
    return node.comparators.some((side) => side.type !== 'Constant');
  }
  if (node.type === 'Call' && node.func.type === 'Name' && node.func.id === 'id') return true;
  return childNodes(node).some(comparesIdentity);
}

/** Calls whose several results never share parts, whatever the arguments are. */
const PARTING = /^(train_test_split|load_data|random_split)$/;

/** Whether two names got their only values by unpacking one call that gives separate values. */
function areParted(line: Line, name: string, other: string): boolean {
  const [step] = line.flow.uses.binders.get(name) ?? [];
  const [same, ...more] = line.flow.uses.binders.get(other) ?? [];
  if (!step || step !== same || more.length > 0 || line.flow.uses.binders.get(name)?.length !== 1)
    return false;
  const { node } = step.statement;
  if (node.type !== 'Assign' || node.value.type !== 'Call' || node.targets[0]?.type !== 'Tuple') return false;
  const { func } = node.value;
  return PARTING.test(func.type === 'Name' ? func.id : func.type === 'Attribute' ? func.attr : '');
}

function joinUnstorable(
  line: Line,
  live: readonly ReadonlySet<string>[],
  record: RunRecord | undefined,
  forbid: Forbid,
): void {
  const current = new Map<string, Source>();
  line.steps.forEach((step, place) => {
    const access = line.access[place];
    access?.changes.forEach((name) => {
      if (!current.has(name)) current.set(name, { step, sure: !isBranch(step), unstorable: null });
    });
    access?.binds.forEach((name) => {
      current.set(name, { step, sure: true, unstorable: null });
    });
    live[place + 1]?.forEach((name) => {
      const source = current.get(name);
      if (source && !source.sure) forbid(place, place + 1, `\`${name}\` may have no value`);
      if (source && cannotCross(line, name, source, step, record)) {
        forbid(place, place + 1, `\`${name}\` cannot be stored`);
      }
    });
  });
}

/** Where a name got the value that crosses a cut. */
interface Source {
  readonly step: Step;
  readonly sure: boolean;
  /** Whether its static type cannot be stored, once somebody has asked. */
  unstorable: boolean | null;
}

function isBranch(step: Step): boolean {
  const { type } = step.statement.node;
  return type === 'If' || type === 'Try' || type === 'TryStar' || type === 'Match' || type === 'While';
}

function cannotCross(
  line: Line,
  name: string,
  source: Source,
  last: Step,
  record: RunRecord | undefined,
): boolean {
  if (name in RANDOM_STATES) return false;
  // Codecs were tried on the values that the record kept; of others only the static type is known.
  const kept =
    record && line.flow.kept.findLast((step) => step.index <= last.index && record.values[step.id]?.[name]);
  const facts = kept && record.values[kept.id]?.[name];
  if (facts) return facts.codec === null || holdsNested(line.flow, facts);
  source.unstorable ??= isUnstorable(line.flow, source.step, name);
  return source.unstorable;
}
