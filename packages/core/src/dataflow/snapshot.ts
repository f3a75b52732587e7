import type { TypeFacts } from '../record/index.ts';
import { lookup } from './environment.ts';
import { type AbstractObject, isMutable, reachable, type Value } from './heap.ts';
import { allBindings } from './scopes.ts';
import type { Machine, OpenStep } from './state.ts';
import type { Binding, Step } from './types.ts';

/** What becomes known of a step once it has been interpreted. */
export function snapshotStep(machine: Machine, open: OpenStep, raises: boolean, sharing: boolean): Step {
  return {
    id: open.id,
    index: open.index,
    cell: open.cell,
    statement: open.statement,
    binds: bindingsOf(machine, open),
    reads: [...open.reads],
    mentions: [...open.mentions],
    mutates: sharing ? mutatedNames(machine, open) : [],
    resourceReads: [...open.resourceReads],
    resourceWrites: [...open.resourceWrites],
    files: open.files,
    sharing: sharing ? sharingGroups(machine) : [],
    displays: open.displays,
    raises,
    doubts: [...open.doubts],
  };
}

function bindingsOf(machine: Machine, open: OpenStep): Binding[] {
  return [...open.binds].map(([name, kind]) => {
    const binding = lookup(machine.moduleScope.environment, name);
    const type = typeOf(binding?.value);
    const unstorable = binding !== undefined && [...binding.value].some(isUnstorable);
    return {
      name,
      certainty: binding?.version?.certainty ?? 'must',
      kind,
      ...(type === null ? {} : { type }),
      ...(unstorable ? { unstorable } : {}),
    };
  });
}

/** The one type that a value is known to have. */
export function typeOf(value: Value | undefined): TypeFacts | null {
  const types = new Set(
    [...(value ?? [])].map((object) =>
      object.kind === 'scalar' || object.kind === 'data' || object.kind === 'opaque' ? object.type : null,
    ),
  );
  const [type] = types;
  return types.size === 1 && type ? { name: type.replace(/^builtins\./, '') } : null;
}

const UNSTORABLE =
  /^(_io\.|io\.(?!StringIO|BytesIO)|sqlite3\.|sqlalchemy\.|threading\.|socket\.|subprocess\.Popen|generator$|coroutine$|_csv\.|csv\.(reader|writer))/;

/** Whether a value cannot be written to a file and read back. */
export function isUnstorable(object: AbstractObject): boolean {
  if (object.kind === 'generator' || object.file !== undefined) return true;
  if (object.kind === 'function')
    return object.code?.name === '<lambda>' || object.code?.scope.kind === 'function';
  return object.type !== null && UNSTORABLE.test(object.type);
}

function mutatedNames(machine: Machine, open: OpenStep): string[] {
  if (open.mutated.size === 0) return [];
  const names: string[] = [];
  for (const [name, binding] of allBindings(machine)) {
    if (touches(binding.value, open.mutated)) names.push(name);
  }
  return names;
}

function touches(value: Value, mutated: ReadonlySet<AbstractObject>): boolean {
  for (const object of reachable(value)) if (mutated.has(object)) return true;
  return false;
}

/** Names by the mutable objects that they reach; names that meet in one form a group. */
function sharingGroups(machine: Machine): string[][] {
  const groups = new Map<AbstractObject, string[]>();
  for (const [name, binding] of allBindings(machine)) {
    for (const object of reachable(binding.value)) {
      if (!isMutable(object) || object.kind === 'function' || object.kind === 'class') continue;
      const group = groups.get(object);
      if (group) group.push(name);
      else groups.set(object, [name]);
    }
  }
  const distinct = new Map<string, string[]>();
  for (const group of groups.values()) if (group.length > 1) distinct.set(group.join(' '), group);
  return [...distinct.values()];
}
