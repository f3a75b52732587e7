import type { AccessPath, CallSpec, Condition } from './types.ts';

/** Says in words what a call touches: `changes its receiver; returns pandas.DataFrame`. */
export function describeCall(spec: CallSpec): string {
  const phrases = [...effects(spec), ...conditions(spec)];
  const result = spec.returns === undefined || spec.returns === '' ? [] : [`returns \`${spec.returns}\``];
  return [...(phrases.length === 0 ? ['changes nothing'] : phrases), ...result].join('; ');
}

function effects(spec: Partial<CallSpec>): readonly string[] {
  const reads = (spec.reads ?? []).filter((resource) => !spec.writes?.includes(resource));
  return [
    ...list('changes', (spec.mutates ?? []).map(describePath)),
    ...list('the result may share parts with', (spec.aliases ?? []).map(describePath)),
    ...list(
      'keeps',
      (spec.holds ?? []).map((held) => describePath(held.value)),
    ),
    ...list('reads', reads),
    ...list('changes', spec.writes ?? []),
    ...list('reads the file named by', spec.readsFile === undefined ? [] : [describePath(spec.readsFile)]),
    ...list('writes the file named by', spec.writesFile === undefined ? [] : [describePath(spec.writesFile)]),
    ...list(
      'but only reads it unless told otherwise by',
      spec.fileMode === undefined ? [] : [describePath(spec.fileMode)],
    ),
    ...list('calls', (spec.calls ?? []).map(describePath)),
    ...(spec.random
      ? [`draws from ${spec.random.resource} unless ${describePath(spec.random.seed)} is a number`]
      : []),
    ...(spec.frame === 'always' ? ['reads names of the caller'] : []),
    ...(spec.frame === 'at-sign' ? ['reads names of the caller after `@`'] : []),
  ];
}

function conditions(spec: CallSpec): readonly string[] {
  return (spec.when ?? []).map(({ argument, is, has, from, without, ...rest }) => {
    const what = [...effects(rest), ...(rest.returns ? [`returns \`${rest.returns}\``] : [])];
    const given = describeCondition({ argument, is, has, from });
    const alone = without === undefined ? '' : ` and ${describePath(without)} is not given`;
    return `when ${describePath(argument)} ${given}${alone}: ${what.length === 0 ? 'nothing of that' : what.join(', ')}`;
  });
}

function describeCondition({ is, has, from }: Condition): string {
  if (has !== undefined) return `holds a \`${has}\``;
  if (from !== undefined) return `come from \`${from}\``;
  return is === '*' ? 'is given' : `is \`${is}\``;
}

function list(verb: string, things: readonly string[]): readonly string[] {
  return things.length === 0 ? [] : [`${verb} ${[...new Set(things)].join(', ')}`];
}

function describePath(path: AccessPath): string {
  if (path === 'self') return 'its receiver';
  if (path === '*') return 'its arguments';
  const [position = '', keyword] = path.split(':');
  if (position === 'self') return `the \`${keyword}\` that its receiver was made with`;
  if (keyword === '*') return `its arguments from number ${Number(position) + 1}`;
  return keyword === undefined ? `argument ${Number(position) + 1}` : `\`${keyword}\``;
}
