import type { AccessPath, CallSpec, ClassSpec } from './types.ts';

/**
 * A call of a method of one of several classes: what any of them may do, may happen. The result's type is known where all
 * agree; one of the same classes each is `owner`, which stands for all of them.
 */
export function eitherCall(
  owner: string,
  { oneOf: kinds = [], mixed }: ClassSpec,
  specs: readonly CallSpec[],
): CallSpec | undefined {
  const [first, ...others] = specs;
  if (first === undefined || others.length === 0) return first;
  const union = (field: 'mutates' | 'aliases' | 'calls') => [
    ...new Set<AccessPath>(specs.flatMap((spec) => spec[field] ?? [])),
  ];
  const agree = others.every((spec) => spec.returns === first.returns);
  const isOwner = specs.every((spec) => spec.returns === owner || kinds.includes(spec.returns ?? ''));
  const returns = agree ? first.returns : isOwner ? owner : mixed;
  return {
    ...Object.assign({}, ...specs),
    returns: returns ?? '',
    isNew: specs.every((spec) => spec.isNew),
    mutates: union('mutates'),
    aliases: union('aliases'),
    calls: union('calls'),
    reads: [...new Set(specs.flatMap((spec) => spec.reads ?? []))],
    writes: [...new Set(specs.flatMap((spec) => spec.writes ?? []))],
    holds: specs.flatMap((spec) => spec.holds ?? []),
    when: specs.flatMap((spec) => spec.when ?? []),
  };
}
