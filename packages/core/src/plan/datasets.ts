import type { RunRecord } from '../record/index.ts';
import type { DraftDataset, DraftStages } from './draft.ts';
import { codecOf, recordedFacts } from './facts.ts';
import { unusedName } from './identifiers.ts';
import { participleOf } from './participles.ts';
import type { Dataset } from './types.ts';

/** Name and record of each value that is stored between stages. */
export type DatasetTable = ReadonlyMap<DraftDataset, Dataset>;

/** Names the datasets: a variable's first value has its name, later ones the participle of the stage: `df_cleaned`. */
export function nameDatasets(
  draft: DraftStages,
  stageNames: readonly string[],
  files: ReadonlySet<string>,
  record: RunRecord | undefined,
  taken: ReadonlySet<string>,
): DatasetTable {
  const table = new Map<DraftDataset, Dataset>();
  // Some file systems hold `x.npz` and `X.npz` for one file.
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  for (const stage of draft.stages) {
    for (const output of stage.outputs) {
      const facts = recordedFacts(record, output.variable, output.step);
      const codec = codecOf(facts);
      const isTaken = (name: string) => used.has(name.toLowerCase()) || files.has(`${name}.${codec}`);
      const stageName = stageNames[stage.number] ?? '';
      const isFirst = ![...table.keys()].some((known) => known.variable === output.variable);
      const later = `${output.variable}_${participleOf(stageName)}`;
      const name = unusedName(isFirst && !isTaken(output.variable) ? output.variable : later, isTaken);
      used.add(name.toLowerCase());
      table.set(output, {
        name,
        variables: [output.variable],
        codec,
        stage: stageName,
        statement: output.step.id,
        ...(facts ? { facts } : {}),
      });
    }
  }
  return table;
}
