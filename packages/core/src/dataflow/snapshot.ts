import type { TypeFacts } from '../record/index.ts';
import { lookup } from './environment.ts';
import type { AbstractObject, Value } from './heap.ts';
import { relateNames } from './sharing.ts';
import type { Machine, OpenStep } from './state.ts';
import type { Binding, Step } from './types.ts';

/** What becomes known of a step once it has been interpreted. */
export function snapshotStep(machine: Machine, open: OpenStep, raises: boolean, sharing: boolean): Step {
  const names = sharing ? relateNames(machine, new Set(open.mutated.keys())) : { touched: [], groups: [] };
  return {
    id: open.id,
    index: open.index,
    cell: open.cell,
    statement: open.statement,
    binds: bindingsOf(machine, open),
    reads: [...open.reads],
    mentions: [...open.mentions],
    mutates: names.touched,
    resourceReads: [...open.resourceReads],
    resourceWrites: [...open.resourceWrites],
    files: open.files,
    sharing: names.groups,
    displays: open.displays,
    raises,
    doubts: [...open.doubts],
  };
}

function bindingsOf(machine: Machine, open: OpenStep): Binding[] {
  return [...open.binds].map(([name, kind]) => {
    const binding = lookup(machine.moduleScope.environment, name);
    const type = typeOf(machine, binding?.value);
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

/** The one class that a value is known to be of; "a table or a column" is no class. */
export function typeOf(machine: Machine, value: Value | undefined): TypeFacts | null {
  const types = new Set(
    [...(value ?? [])].map((object) =>
      object.kind === 'scalar' || object.kind === 'data' || object.kind === 'opaque' ? object.type : null,
    ),
  );
  const [type] = types;
  if (type && machine.libraries.classSpec(type)?.oneOf) return null;
  return types.size === 1 && type ? { name: type.replace(/^builtins\./, '') } : null;
}

const UNSTORABLE =
  /^(_io\.|io\.(?!StringIO|BytesIO)|zipfile\.|tarfile\.|sqlite3\.|sqlalchemy\.|threading\.|socket\.|subprocess\.Popen|generator$|coroutine$|builtins\.dict_(keys|values|items)$|_csv\.|csv\.(reader|writer))/;

/** Whether a value cannot be written to a file and read back. */
export function isUnstorable(object: AbstractObject): boolean {
  if (object.kind === 'generator' || object.file !== undefined) return true;
  if (object.kind === 'function')
    return object.code?.name === '<lambda>' || object.code?.scope.kind === 'function';
  return object.type !== null && UNSTORABLE.test(object.type);
}
