import type { AttributeSpec, CallSpec, ClassSpec, LibrarySpec, Resource } from '../libraries/index.ts';

/** A member of a library by its qualified name; `name` is the one under which it is specified. */
export type Member =
  | { readonly kind: 'function'; readonly name: string; readonly spec: CallSpec }
  | { readonly kind: 'class'; readonly name: string; readonly spec: ClassSpec }
  | { readonly kind: 'attribute'; readonly name: string; readonly spec: AttributeSpec };

/** What library specs say, by qualified name. */
export interface Knowledge {
  member(qualified: string): Member | undefined;
  classSpec(qualified: string): ClassSpec | undefined;
  method(owner: string, name: string): CallSpec | undefined;
  attribute(owner: string, name: string): AttributeSpec | undefined;
  isImmutable(type: string): boolean;
  /** Whether a package has a spec at all. */
  knows(library: string): boolean;
  onImport(module: string): readonly Resource[];
}

/** Indexes specs; nothing is copied. */
export function createKnowledge(specs: readonly LibrarySpec[]): Knowledge {
  const byModule = new Map(specs.map((spec) => [spec.module, spec]));
  const members = new Map<string, Member | undefined>();
  const member = (qualified: string): Member | undefined => {
    if (!members.has(qualified)) members.set(qualified, findMember(byModule, qualified));
    return members.get(qualified);
  };
  const classSpec = (qualified: string): ClassSpec | undefined => {
    const found = member(qualified);
    return found?.kind === 'class' ? found.spec : undefined;
  };
  return {
    member,
    classSpec,
    method: (owner, name) => alongBases(classSpec, owner, (spec) => own(spec.methods, name)),
    attribute: (owner, name) => alongBases(classSpec, owner, (spec) => own(spec.attributes, name)),
    isImmutable: (type) =>
      alongBases(classSpec, type, (spec) => spec.immutable) ?? ALWAYS_IMMUTABLE.has(type),
    knows: (library) => byModule.has(library),
    onImport: (module) => byModule.get(module)?.onImport?.writes ?? [],
  };
}

const ALWAYS_IMMUTABLE = new Set(
  ['str', 'int', 'float', 'complex', 'bool', 'bytes', 'NoneType', 'range', 'slice', 'type', 'ellipsis'].map(
    (name) => `builtins.${name}`,
  ),
);

/** The longest module whose spec has the rest of the name. */
function findMember(byModule: ReadonlyMap<string, LibrarySpec>, qualified: string): Member | undefined {
  for (let at = qualified.lastIndexOf('.'); at > 0; at = qualified.lastIndexOf('.', at - 1)) {
    const spec = byModule.get(qualified.slice(0, at));
    if (spec === undefined) continue;
    const rest = qualified.slice(at + 1);
    const called = own(spec.functions, rest);
    if (called) return { kind: 'function', name: qualified, spec: called };
    const made = own(spec.classes, rest);
    if (made) return { kind: 'class', name: qualified, spec: made };
    const held = own(spec.attributes, rest);
    if (held) return { kind: 'attribute', name: qualified, spec: held };
  }
  return undefined;
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

function alongBases<T>(
  classSpec: (name: string) => ClassSpec | undefined,
  owner: string,
  look: (spec: ClassSpec) => T | undefined,
): T | undefined {
  const pending = [owner];
  const seen = new Set(pending);
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    const spec = classSpec(name);
    const found = spec && look(spec);
    if (found !== undefined) return found;
    for (const base of spec?.bases ?? []) {
      if (seen.has(base)) continue;
      seen.add(base);
      pending.push(base);
    }
  }
  return undefined;
}
