import type { Plan, PlannedStage } from '../plan/index.ts';

/** A row of the stage table: what goes into a stage and what comes out, as `pipeline.py` and the lock have it. */
export interface StageRow {
  /** Dataset by argument. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Codec by dataset, in return order. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Dotted key by argument. */
  readonly params: Readonly<Record<string, string>>;
  /** By argument: a file that another stage writes, or the dotted key of a location. */
  readonly reads: Readonly<Record<string, string>>;
  /** File by argument. */
  readonly writes: Readonly<Record<string, string>>;
  /** Acts outside its outputs or reads a clock: always runs. */
  readonly external: boolean;
}

/** Gives the row of a stage. */
export function stageRow(plan: Plan, stage: PlannedStage): StageRow {
  const codecs = new Map(plan.datasets.map((dataset) => [dataset.name, dataset.codec]));
  const inputs: [string, string][] = [];
  const params: [string, string][] = [];
  const reads: [string, string][] = [];
  const writes: [string, string][] = [];
  for (const { name, source } of stage.arguments) {
    if (source.kind === 'dataset') inputs.push([name, source.dataset]);
    else if (source.kind === 'parameter') params.push([name, source.key]);
    else if (source.kind === 'read') reads.push([name, source.key]);
    else writes.push([name, source.file]);
  }
  const outputs = stage.returns.map(({ dataset }): [string, string] => [
    dataset,
    codecs.get(dataset) ?? 'joblib',
  ]);
  return {
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    params: Object.fromEntries(params),
    reads: Object.fromEntries(reads),
    writes: Object.fromEntries(writes),
    external: stage.external,
  };
}
