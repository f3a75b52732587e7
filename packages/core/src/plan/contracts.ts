import type { Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import { recordedFacts } from './facts.ts';
import { snakeCase, unusedName } from './identifiers.ts';
import type { LiftedInput } from './lift.ts';
import type { Argument, Contract } from './types.ts';

/** A contract for every table that a stage reads with one plain `name = read(path)`, as the record saw it. */
export function findContracts(
  stage: {
    readonly name: string;
    readonly steps: readonly Step[];
    readonly arguments: readonly Argument[];
    readonly inputs: readonly LiftedInput[];
  },
  record: RunRecord | undefined,
  taken: Set<string>,
): readonly Contract[] {
  return stage.steps.flatMap((step) => {
    const [use] = step.files;
    const [binding] = step.binds;
    const { node } = step.statement;
    if (step.files.length !== 1 || use?.mode !== 'read' || !use.path || step.binds.length !== 1 || !binding)
      return [];
    const isPlain =
      node.type === 'Assign' && node.value.type === 'Call' && node.value.start <= use.span.start;
    const facts = recordedFacts(record, binding.name, step);
    if (!isPlain || !facts?.columns || facts.type.name !== 'pandas.DataFrame') return [];
    const reads = stage.arguments.flatMap(({ source }) => (source.kind === 'read' ? [source.key] : []));
    const isOfFile = (candidate: string) =>
      stage.inputs.some(({ key, original }) => key === candidate && original === use.path);
    const key = reads.length === 1 ? reads[0] : reads.find(isOfFile);
    if (key === undefined) return [];
    const name = unusedName(stemOf(use.path).toUpperCase() || 'TABLE', (candidate) => taken.has(candidate));
    taken.add(name);
    return [{ name, stage: stage.name, variable: binding.name, key, facts }];
  });
}

function stemOf(path: string): string {
  return snakeCase(
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '',
  );
}
