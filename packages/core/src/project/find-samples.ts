import type { Plan, PlannedStage } from '../plan/index.ts';
import type { Codec, RunRecord, TypeFacts, ValueFacts } from '../record/index.ts';
import { datasetAt } from './test-support.ts';
import { summariseText } from './test-texts.ts';
import type { Sample, Samples, TextSummary } from './types.ts';

export interface SampleSources {
  /** Path of a file of a record's `values/` folder. */
  readonly valuePath: (file: string, record: RunRecord) => string;
  /** Size in bytes of a file; `null` when it is not there. */
  readonly size: (path: string) => number | null;
  /** Text of a file in a record's `files/` folder; `null` where it may not be told. */
  readonly writtenText?: (file: string, record: RunRecord) => string | null;
}

/** At most so many rows of a table, or of an array's first dimension, come into the project. */
const ROWS = 50;
const BYTES = 64 * 1024;
const TEXT = /\.(csv|tsv|json|txt|md)$/i;

/**
 * Finds the recorded values that the tests of the project may carry: whole, small, and the same in every run.
 * Larger tables stay where they are: a part of a table would not give what the notebook gave.
 */
export function findSamples(plan: Plan, records: readonly RunRecord[], sources: SampleSources): Samples {
  const unstable = findUnstable(plan, records);
  const sampleOf = (variable: string, statement: string, codec: Codec | 'file'): Sample | null => {
    const record = recordWith(records, statement);
    const facts = record?.values[statement]?.[variable] ?? record?.final[variable];
    if (!record || !facts?.file || facts.codec !== codec || !isSmall(facts)) return null;
    // A pickle of the recorder's process names the notebook's own classes and functions where they are not.
    if (codec === 'joblib' && mayHoldOwn(facts)) return null;
    const from = sources.valuePath(facts.file, record);
    const size = sources.size(from);
    return size !== null && size <= BYTES ? { from, codec } : null;
  };
  const values: Record<string, Sample> = {};
  for (const { name, variables, statement, codec } of plan.datasets) {
    const [variable, ...more] = variables;
    const sample =
      variable && more.length === 0 && !unstable.has(name) ? sampleOf(variable, statement, codec) : null;
    if (sample) values[name] = sample;
  }
  const golden: Record<string, Sample> = {};
  for (const { name, variable, statement, codec, path } of plan.artifacts) {
    const sample =
      variable !== null && !unstable.has(datasetAt(path)) ? sampleOf(variable, statement, codec) : null;
    if (sample) golden[name] = sample;
  }
  const inputs = findInputs(plan, values, sources);
  const texts = findTexts(plan, records, unstable, sources);
  return { values, golden, inputs, texts, unstable: [...unstable].sort() };
}

/** Summaries of the text files that the notebook wrote and that are artifacts. */
function findTexts(
  plan: Plan,
  records: readonly RunRecord[],
  unstable: ReadonlySet<string>,
  { writtenText }: SampleSources,
): Readonly<Record<string, TextSummary>> {
  const found: Record<string, TextSummary> = {};
  for (const { name, variable, path, statement } of plan.artifacts) {
    const made = path.replace(/^artifacts\//, '');
    const record = recordWith(records, statement);
    if (variable !== null || !TEXT.test(made) || unstable.has(made) || record === undefined) continue;
    const named = Object.keys(record.files).filter((file) => file === name || file.endsWith(`/${name}`));
    const kept = named.length === 1 ? record.files[named[0] ?? '']?.file : undefined;
    const text = kept === undefined ? null : (writtenText?.(kept, record) ?? null);
    // What is no UTF-8 was read with marks in place of its bytes.
    if (text !== null && !text.includes('\ufffd')) found[made] = summariseText(text);
  }
  return found;
}

/** The record of the notebook that has a statement; none where two notebooks begin with the same cell. */
function recordWith(records: readonly RunRecord[], statement: string): RunRecord | undefined {
  if (records.length === 1) return records[0];
  const having = records.filter(({ steps }) => steps.some(({ id }) => id === statement));
  return having.length === 1 ? having[0] : undefined;
}

/** Raw files that are small and give a table of few rows. */
function findInputs(
  plan: Plan,
  values: Readonly<Record<string, Sample>>,
  sources: SampleSources,
): Readonly<Record<string, Sample>> {
  const found: Record<string, Sample> = {};
  for (const { key, copy } of plan.inputs) {
    const readers = plan.stages.filter((stage) =>
      stage.arguments.some(({ source }) => source.kind === 'read' && source.key === key),
    );
    const known = readers.every((stage) => stage.returns.every(({ dataset }) => dataset in values));
    const size = copy ? sources.size(copy.from) : null;
    if (copy && known && readers.length > 0 && size !== null && size <= BYTES)
      found[key] = { from: copy.from, codec: 'file' };
  }
  return found;
}

/** Datasets of stages that draw random numbers without a seed of their own, or act outside, and all that follows. */
function findUnstable(plan: Plan, records: readonly RunRecord[]): ReadonlySet<string> {
  const draws = new Set(
    records
      .flatMap(({ steps }) => steps)
      .filter((step) => step.randomDraws.length > 0)
      .map((step) => step.id),
  );
  const unstable = new Set<string>();
  const follows = (stage: PlannedStage) =>
    stage.arguments.some(({ source }) =>
      source.kind === 'dataset'
        ? unstable.has(source.dataset)
        : source.kind === 'read' && unstable.has(source.key),
    );
  for (const stage of plan.stages) {
    const seeded = stage.body.some((item) => /seed\w*\s*\(/i.test(item.text));
    const random = !seeded && stage.body.some((item) => draws.has(item.statement));
    if (!random && !stage.external && !follows(stage)) continue;
    for (const { dataset } of stage.returns) unstable.add(dataset);
    for (const { source } of stage.arguments) if (source.kind === 'write') unstable.add(source.file);
  }
  return unstable;
}

function isSmall({ shape }: ValueFacts): boolean {
  return shape === undefined || (shape[0] ?? 0) <= ROWS;
}

/** A value that was seen whole holds no definitions of the notebook but those that the record names. */
function mayHoldOwn({ own = [], fingerprint, type }: ValueFacts): boolean {
  return own.length > 0 || (fingerprint === null && !isPlain(type));
}

function isPlain(type: TypeFacts): boolean {
  const root = type.name.split('.')[0] ?? '';
  const plain =
    !type.name.includes('.') || ['builtins', 'collections', 'datetime', 'numpy', 'pandas'].includes(root);
  return plain && type.name !== 'object' && (type.arguments ?? []).every(isPlain);
}
