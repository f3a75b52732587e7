import { type Module, outerNames } from '../syntax/index.ts';
import { lookup } from './environment.ts';
import { type AbstractObject, reachable, type Value } from './heap.ts';
import { readState } from './objects.ts';
import { allBindings, readEverything, readModuleName } from './scopes.ts';
import { isUnstorable, typeOf } from './snapshot.ts';
import { type Machine, need, type OpenStep } from './state.ts';
import type { DataflowGraph, Edge, FinalValue, Step } from './types.ts';

/** Puts the interpreted steps together: edges with reasons, and what the final values need. */
export function buildGraph(
  module: Module,
  order: DataflowGraph['order'],
  steps: readonly Step[],
  open: readonly OpenStep[],
  machine: Machine | null,
): DataflowGraph {
  const edges = open.flatMap((step) => edgesInto(step.index, step, steps));
  return {
    module,
    order,
    steps,
    edges,
    final: machine === null ? {} : finalValues(machine, steps),
    undefinedNames: open.flatMap((step) =>
      [...step.undefinedNames].map((name) => ({
        name,
        step: step.index,
        certainty: step.mentions.has(name) ? ('must' as const) : ('may' as const),
      })),
    ),
  };
}

function edgesInto(to: number, step: OpenStep, steps: readonly Step[]): Edge[] {
  return [...step.needs]
    .sort(([one], [other]) => one - other)
    .map(([from, { kind, via, certainty }]) => ({
      from,
      to,
      kind,
      via,
      certainty,
      reason: reasonFor(steps[from], kind, via),
    }));
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

function finalValues(machine: Machine, steps: readonly Step[]): Record<string, FinalValue> {
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
      boundBy: (binding ? binding.version : machine.wild)?.step ?? 0,
      needs: edgesInto(steps.length, end, steps).map(({ to: _, ...edge }) => edge),
      reads: [...end.reads],
      ...(type === null ? {} : { type }),
      ...([...(binding?.value ?? [])].some(isUnstorable) ? { unstorable: true } : {}),
    };
  }
  return found;
}

/** A step behind all others, which reads a final value. */
function endStep(machine: Machine, index: number): OpenStep {
  return {
    ...machine.step,
    index,
    needs: new Map(),
    reads: new Set(),
    mentions: new Set(),
    mutated: new Set(),
    doubts: new Set(),
    undefinedNames: new Set(),
  };
}

/** Reads a value with all that it can reach, and the names that functions in it would read when called. */
function readFinal(machine: Machine, value: Value): void {
  const seen = new Set<AbstractObject>();
  const pending: Value[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const object of reachable(next)) {
      if (seen.has(object)) continue;
      seen.add(object);
      readState(machine, object);
      const definition = object.code?.node ?? object.classInfo?.node;
      if (definition) pending.push(...freeValues(machine, definition));
    }
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
