import type { AccessPath, AttributeSpec, CallSpec, ClassSpec } from './types.ts';

/**
 * One of several calls: what any of them may do, may happen. A resource that only some of them write is read, too: it may
 * stay as it was. The result's type is the caller's to say.
 */
export function eitherEffect(specs: readonly CallSpec[]): Omit<CallSpec, 'returns'> {
  const union = (field: 'mutates' | 'aliases' | 'calls') => [
    ...new Set<AccessPath>(specs.flatMap((spec) => spec[field] ?? [])),
  ];
  const writes = [...new Set(specs.flatMap((spec) => spec.writes ?? []))];
  const perhaps = writes.filter((resource) => !specs.every((spec) => spec.writes?.includes(resource)));
  const { returns: _, ...fields }: CallSpec = Object.assign({}, ...specs);
  return {
    ...fields,
    isNew: specs.every((spec) => spec.isNew),
    mutates: union('mutates'),
    aliases: union('aliases'),
    calls: union('calls'),
    reads: [...new Set([...specs.flatMap((spec) => spec.reads ?? []), ...perhaps])],
    writes,
    holds: [...new Set(specs.flatMap((spec) => spec.holds ?? []))],
    when: [...new Set(specs.flatMap((spec) => spec.when ?? []))],
  };
}

/**
 * A call of a method of one of several classes. The result's type is known where all agree; one of the same classes each is
 * `owner`, which stands for all of them.
 */
export function eitherCall(
  owner: string,
  { oneOf: kinds = [], mixed }: ClassSpec,
  specs: readonly CallSpec[],
): CallSpec | undefined {
  const [first, ...others] = specs;
  if (first === undefined || others.length === 0) return first;
  return { ...eitherEffect(specs), returns: eitherType(owner, kinds, specs) ?? mixed ?? '' };
}

/** An attribute of an object of one of several classes. */
export function eitherAttribute(
  owner: string,
  kinds: readonly string[],
  specs: readonly AttributeSpec[],
): AttributeSpec | undefined {
  const [first, ...others] = specs;
  if (first === undefined || others.length === 0) return first;
  const returns = eitherType(owner, kinds, specs);
  const fresh = specs.every((spec) => spec.fresh);
  return { ...(returns === undefined ? {} : { returns }), ...(fresh ? { fresh } : {}) };
}

function eitherType(
  owner: string,
  kinds: readonly string[],
  specs: readonly { readonly returns?: string }[],
): string | undefined {
  const types = new Set(specs.map(({ returns }) => returns));
  if (types.size === 1) return specs[0]?.returns;
  return [...types].every((type) => type === owner || kinds.includes(type ?? '')) ? owner : undefined;
}
