import { eitherAttribute, eitherCall } from './either-call.ts';
import type { AttributeSpec, CallSpec, ClassSpec, LibrarySpec, Resource, RowSpec } from './types.ts';

/** A member of a library; `name` is the qualified name under which it is specified. */
export type LibraryMember =
  | { readonly kind: 'function'; readonly name: string; readonly spec: CallSpec }
  | { readonly kind: 'class'; readonly name: string; readonly spec: ClassSpec }
  | { readonly kind: 'attribute'; readonly name: string; readonly spec: AttributeSpec };

/** What library specs say, by qualified name; private paths of a member count as its public one. */
export interface LibraryIndex {
  /** The spec whose module is the longest prefix of the name. */
  findModule(name: string): LibrarySpec | undefined;
  member(qualified: string): LibraryMember | undefined;
  findFunction(qualified: string): CallSpec | undefined;
  classSpec(qualified: string): ClassSpec | undefined;
  /** A method of a class or of its bases; `returns: 'self'` comes out as the class asked for. */
  method(owner: string, name: string): CallSpec | undefined;
  /** An attribute of a class or of its bases. */
  attribute(owner: string, name: string): AttributeSpec | undefined;
  /** What an attribute without an entry is, where a class says so. */
  otherAttribute(owner: string, name: string): AttributeSpec | undefined;
  isImmutable(type: string): boolean;
  /** What is known row by row of a function. */
  rowsOfFunction(qualified: string): RowSpec | undefined;
  /** What is known row by row of a method or attribute of a class or of its bases. */
  rowsOfMember(owner: string, name: string): RowSpec | undefined;
  /** Whether a class is another one or inherits from it. */
  isSubclass(type: string, base: string): boolean;
  /** Whether a package has a spec at all. */
  knows(library: string): boolean;
  /** Whether a name is that of a module, as far as its members have specs. */
  isModule(qualified: string): boolean;
  /** What importing a module writes. */
  onImport(module: string): readonly Resource[];
}

/** Indexes specs by name; nothing is copied, and each name is resolved once. */
export function createLibraryIndex(libraries: readonly LibrarySpec[]): LibraryIndex {
  const byModule = new Map(libraries.map((library) => [library.module, library]));
  const member = remember((qualified) => findMember(byModule, qualified));
  const classSpec = (qualified: string): ClassSpec | undefined => {
    const found = member(qualified);
    return found?.kind === 'class' ? found.spec : undefined;
  };
  const lineage = remember((type) => findLineage(member, type));
  const method: (key: string) => CallSpec | undefined = remember((key) => {
    const [owner = '', name = ''] = key.split('|');
    const spec = firstOf(lineage(owner), (candidate) => own(candidate.methods, name));
    const type = member(owner)?.name;
    const either = spec ? undefined : classSpec(owner);
    if (type !== undefined && either?.oneOf) {
      const specs = either.oneOf.flatMap((kind) => method(`${kind}|${name}`) ?? []);
      return eitherCall(type, either, specs);
    }
    return spec?.returns === 'self' && type !== undefined ? { ...spec, returns: type } : spec;
  });
  const attribute = (owner: string, name: string): AttributeSpec | undefined => {
    const spec = firstOf(lineage(owner), (candidate) => own(candidate.attributes, name));
    if (spec) return spec;
    const kinds = classSpec(owner)?.oneOf ?? [];
    return eitherAttribute(
      owner,
      kinds,
      kinds.flatMap((kind) => attribute(kind, name) ?? []),
    );
  };
  const rows = (qualified: string): RowSpec | undefined => {
    const library = findModule(byModule, qualified);
    const name = member(qualified)?.name ?? qualified;
    return library && own(library.rows, name.slice(library.module.length + 1));
  };
  const rowsOfMember: (key: string) => RowSpec | undefined = remember((key) => {
    const [owner = '', name = ''] = key.split('|');
    const named = namesOfLineage(member, owner);
    const found = named.flatMap((type) => rows(`${type}.${name}`) ?? rows(`${type}.*`) ?? []);
    return found[0] ?? own(findModule(byModule, owner)?.rows, `*.${name}`);
  });
  return {
    rowsOfFunction: rows,
    rowsOfMember: (owner, name) => rowsOfMember(`${owner}|${name}`),
    findModule: (name) => findModule(byModule, name),
    member,
    findFunction: (qualified) => {
      const found = member(qualified);
      return found?.kind === 'function' ? found.spec : undefined;
    },
    classSpec,
    method: (owner, name) => method(`${owner}|${name}`),
    attribute,
    otherAttribute: (owner, name) =>
      name.startsWith('_') ? undefined : firstOf(lineage(owner), (spec) => spec.others),
    isImmutable: (type) => firstOf(lineage(type), (spec) => spec.immutable) ?? false,
    isSubclass: (type, base) => {
      const spec = classSpec(base);
      return spec !== undefined && lineage(type).includes(spec);
    },
    knows: (library) => byModule.has(library),
    isModule: remember((name) => isModule(byModule, name)),
    onImport: (module) => findModule(byModule, module)?.onImport?.writes ?? [],
  };
}

/** Computes a fact about a name once. */
function remember<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (name) => {
    const found = known.get(name) ?? { value: compute(name) };
    known.set(name, found);
    return found.value;
  };
}

function findModule(byModule: ReadonlyMap<string, LibrarySpec>, name: string): LibrarySpec | undefined {
  for (let at = name.length; at > 0; at = name.lastIndexOf('.', at - 1)) {
    const library = byModule.get(name.slice(0, at));
    if (library) return library;
  }
  return undefined;
}

function isModule(byModule: ReadonlyMap<string, LibrarySpec>, name: string): boolean {
  if ([...byModule.keys()].some((module) => module === name || module.startsWith(`${name}.`))) return true;
  const library = findModule(byModule, name);
  if (library === undefined) return false;
  const below = `${name.slice(library.module.length + 1)}.`;
  return [library.functions, library.classes, library.attributes ?? {}].some((members) =>
    Object.keys(members).some((path) => path.startsWith(below)),
  );
}

/** The longest module whose spec has the rest of the name, as written or without its private parts. */
function findMember(byModule: ReadonlyMap<string, LibrarySpec>, name: string): LibraryMember | undefined {
  for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
    const library = byModule.get(name.slice(0, at));
    if (library === undefined) continue;
    const rest = name.slice(at + 1);
    const found = memberOf(library, rest) ?? memberOf(library, publicPath(library, rest));
    if (found) return found;
  }
  return undefined;
}

function memberOf(library: LibrarySpec, path: string): LibraryMember | undefined {
  const called = own(library.functions, path);
  if (called) return { kind: 'function', name: `${library.module}.${path}`, spec: called };
  const made = own(library.classes, path);
  if (made) return { kind: 'class', name: `${library.module}.${path}`, spec: made };
  const held = own(library.attributes, path);
  return held && { kind: 'attribute', name: `${library.module}.${path}`, spec: held };
}

/** `linear_model._logistic.LogisticRegression` is defined there and imported as `linear_model.LogisticRegression`. */
function publicPath(library: LibrarySpec, path: string): string {
  const renamed = own(library.aliases, path);
  if (renamed !== undefined) return renamed;
  const parts = path.split('.');
  return parts.filter((part, at) => at === parts.length - 1 || !part.startsWith('_')).join('.');
}

/** A class and its bases, each once, nearest first. */
function findLineage(
  member: (qualified: string) => LibraryMember | undefined,
  type: string,
): readonly ClassSpec[] {
  return namesOfLineage(member, type).flatMap((name) => {
    const found = member(name);
    return found?.kind === 'class' ? [found.spec] : [];
  });
}

function namesOfLineage(
  member: (qualified: string) => LibraryMember | undefined,
  type: string,
): readonly string[] {
  const names = [member(type)?.name ?? type];
  for (const name of names) {
    const found = member(name);
    if (found?.kind !== 'class') continue;
    for (const base of found.spec.bases ?? []) if (!names.includes(base)) names.push(base);
  }
  return names;
}

function firstOf<T>(specs: readonly ClassSpec[], look: (spec: ClassSpec) => T | undefined): T | undefined {
  for (const spec of specs) {
    const found = look(spec);
    if (found !== undefined) return found;
  }
  return undefined;
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  // Most names are in no table, and to ask for a value costs less than to ask whose it is.
  const found = table?.[name];
  return table !== undefined && found !== undefined && Object.hasOwn(table, name) ? found : undefined;
}
