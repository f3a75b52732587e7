import { type Module, outerNames } from '../syntax/index.ts';
import { lookup } from './environment.ts';
import { type AbstractObject, pushAll, pushParts, type Value } from './heap.ts';
import { readState } from './objects.ts';
import { isDivided } from './parts.ts';
import { allBindings, readEverything, readModuleName } from './scopes.ts';
import { isUnstorable, typeOf } from './snapshot.ts';
import { addNeed, type Machine, type Need, need, type OpenPart, type OpenStep } from './state.ts';
import type { DataflowGraph, Edge, FinalValue, Part, Step } from './types.ts';

/** Puts the interpreted steps together: edges with reasons, and what the final values need. */
export function buildGraph(
  module: Module,
  order: DataflowGraph['order'],
  steps: readonly Step[],
  open: readonly OpenStep[],
  machine: Machine | null,
  divided: boolean,
): DataflowGraph {
  const stepOf = open.flatMap((step) => Array.from(step.parts, () => step.index));
  const edges = open.flatMap((step) => edgesInto(step.index, needsOf(step, stepOf), steps));
  const final = machine === null ? {} : finalValues(machine, steps, stepOf);
  return {
    module,
    order,
    steps,
    edges,
    final,
    ...(divided && machine ? { parts: open.flatMap((step) => partsOf(machine, step)) } : {}),
    undefinedNames: open.flatMap((step) =>
      [...step.undefinedNames].map((name) => ({
        name,
        step: step.index,
        certainty: step.mentions.has(name) ? ('must' as const) : ('may' as const),
      })),
    ),
  };
}

/** What the parts of a step need of other steps. */
function needsOf({ index, parts }: OpenStep, stepOf: readonly number[]): ReadonlyMap<number, Need> {
  const needs = new Map<number, Need>();
  parts.forEach((part) => {
    part.needs.forEach(({ kind, via, certainty, mixed }, writer) => {
      const from = stepOf[writer];
      if (from === undefined || from === index) return;
      addNeed(needs, from, kind, via, certainty);
      const known = needs.get(from);
      if (mixed && known) needs.set(from, { ...known, mixed });
    });
  });
  return needs;
}

function partsOf(machine: Machine, step: OpenStep): Part[] {
  const { index, parts, first } = step;
  const all = [...parts.values()];
  const divided = isDivided(machine, step);
  return all.map(({ number, node, parent, needs }) => ({
    step: index,
    node,
    needs: [
      ...needs.keys(),
      ...(parent ? [parent.number] : []),
      // Of what is not divided after all, every part needs the others.
      ...(divided ? [] : number === first ? all.slice(1).map((part) => part.number) : [first]),
    ],
  }));
}

function edgesInto(to: number, needs: ReadonlyMap<number, Need>, steps: readonly Step[]): Edge[] {
  const edges: Edge[] = [];
  needs.forEach(({ kind, via, certainty, mixed }, from) => {
    const reason = reasonFor(steps[from], kind, via);
    edges.push({ from, to, kind, via, certainty, ...(mixed ? { mixed } : {}), reason });
  });
  return edges.sort((one, other) => one.from - other.from);
}

/** One sentence on why a statement is needed. */
function reasonFor(step: Step | undefined, kind: Edge['kind'], via: string): string {
  if (step === undefined) return `it comes before`;
  const place = `cell ${step.cell}`;
  switch (kind) {
    case 'data':
      return `${place} binds \`${via}\``;
    case 'mutation':
      return `${place} changes an object (${via}) that is read later`;
    case 'alias':
      return `${place} makes \`${via}\` another name for an object that is read later`;
    case 'resource':
      return `${place} changes ${via}, which is read later`;
    case 'control':
      return `${place} decides whether this runs`;
    case 'barrier':
      return `${place} may bind or change any name`;
  }
}

function finalValues(
  machine: Machine,
  steps: readonly Step[],
  stepOf: readonly number[],
): Record<string, FinalValue> {
  const found: Record<string, FinalValue> = {};
  const bindings = allBindings(machine);
  const wild = [...machine.wildNames].filter((name) => !bindings.has(name));
  for (const name of [...bindings.keys(), ...wild].sort()) {
    const binding = bindings.get(name);
    if (binding?.unbound === 'deleted') continue;
    const end = endStep(machine, steps.length);
    machine.step = end;
    if (binding) {
      need(machine, binding.version, 'data', name);
      readFinal(machine, binding.value);
    } else readEverything(machine);
    const type = typeOf(machine, binding?.value);
    found[name] = {
      certainty: binding?.unbound === 'no' ? 'must' : 'may',
      boundBy: stepOf[(binding ? binding.version : machine.wild)?.writer ?? 0] ?? 0,
      needs: edgesInto(steps.length, needsOf(end, stepOf), steps).map(({ to: _, ...edge }) => edge),
      parts: [...end.part.needs.keys()],
      reads: [...end.reads],
      ...(type === null ? {} : { type }),
      ...([...(binding?.value ?? [])].some(isUnstorable) ? { unstorable: true } : {}),
    };
  }
  return found;
}

/** A step behind all others, which reads a final value. */
function endStep(machine: Machine, index: number): OpenStep {
  const { node } = machine.step.part;
  const part: OpenPart = {
    number: Number.POSITIVE_INFINITY,
    node,
    parent: null,
    needs: new Map(),
    walked: new Map(),
    updates: new Map(),
  };
  return {
    ...machine.step,
    index,
    parts: new Map([[node, part]]),
    part,
    reads: new Set(),
    mentions: new Set(),
    mutated: new Map(),
    stored: new Set(),
    doubts: new Set(),
    undefinedNames: new Set(),
  };
}

/** Reads a value with all that it can reach, and the names that functions in it would read when called. */
function readFinal(machine: Machine, value: Value): void {
  const seen = new Set<AbstractObject>();
  const pending = [...value];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    readState(machine, object);
    pushParts(object, pending);
    const definition = object.code?.node ?? object.classInfo?.node;
    if (definition) for (const named of freeValues(machine, definition)) pushAll(named, pending);
  }
}

function freeValues(machine: Machine, definition: Parameters<typeof outerNames>[0]): Value[] {
  const found: Value[] = [];
  for (const name of outerNames(definition).read) {
    const binding = lookup(machine.moduleScope.environment, name);
    if (binding && binding.unbound !== 'deleted') found.push(readModuleName(machine, name));
  }
  return found;
}
