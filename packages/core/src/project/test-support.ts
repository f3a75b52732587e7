import type { Plan } from '../plan/index.ts';
import type { Codec, RecordedCall } from '../record/index.ts';
import { findVariables } from './repository-files.ts';
import { findCalls } from './test-functions.ts';
import type { CopiedFile, Sample, Samples } from './types.ts';

/** What the generated tests can stand on. */
export interface TestFacts {
  readonly plan: Plan;
  readonly codecs: ReadonlySet<Codec>;
  readonly samples: Samples;
  /** Stages whose inputs all have samples, and whose result is the same every time. */
  readonly runnable: readonly string[];
  /** Of those, stages with an output whose sample is known. */
  readonly comparable: readonly string[];
  /** All inputs have samples: the whole pipeline can run on them. */
  readonly whole: boolean;
  /** Environment variables in locations. */
  readonly variables: readonly string[];
  /** Observed calls of the notebook's own functions. */
  readonly calls: ReturnType<typeof findCalls>;
}

const NONE: Samples = { values: {}, inputs: {}, golden: {} };

/** Finds which stages tests can run, and what they can compare. */
export function findTestFacts(
  plan: Plan,
  codecs: ReadonlySet<Codec>,
  recorded?: Samples,
  calls: readonly RecordedCall[] = [],
): TestFacts {
  const written = new Set(
    plan.stages.flatMap((stage) =>
      stage.arguments.flatMap(({ source }) => (source.kind === 'write' ? [source.file] : [])),
    ),
  );
  const samples = recorded ?? NONE;
  const unstable = new Set(samples.unstable ?? []);
  const runnable = plan.stages.filter(
    (stage) =>
      recorded !== undefined &&
      !stage.external &&
      !stage.returns.some(({ dataset }) => unstable.has(dataset)) &&
      stage.arguments.every(({ source }) => {
        if (source.kind === 'dataset') return source.dataset in samples.values;
        return source.kind !== 'read' || (source.key in samples.inputs && !written.has(source.key));
      }),
  );
  const reads = plan.stages.flatMap((stage) =>
    stage.arguments.flatMap(({ source }) =>
      source.kind === 'read' && !written.has(source.key) ? [source.key] : [],
    ),
  );
  const comparable = runnable.filter((stage) =>
    stage.returns.some(({ dataset }) => dataset in samples.values),
  );
  const whole =
    reads.length > 0 &&
    reads.every((key) => key in samples.inputs) &&
    plan.stages.every((stage) => !stage.external);
  return {
    plan,
    codecs,
    samples,
    runnable: runnable.map(({ name }) => name),
    comparable: comparable.map(({ name }) => name),
    whole,
    calls: findCalls(plan, calls),
    variables: findVariables(plan.inputs.map((input) => input.location)),
  };
}

/** Gives the files that the tests read, copied from the record. */
export function copySamples({ plan, samples }: TestFacts): readonly CopiedFile[] {
  const copy = (folder: string, name: string, sample: Sample): CopiedFile => ({
    kind: 'copy',
    path: `tests/${folder}/${name}`,
    from: sample.from,
  });
  const datasets = plan.datasets.flatMap(({ name }) => {
    const sample = samples.values[name];
    return sample ? [copy('samples', `${name}.${sample.codec}`, sample)] : [];
  });
  const inputs = plan.inputs.flatMap((input) => {
    const sample = samples.inputs[input.key];
    return sample ? [copy('samples/inputs', sampleInputName(input.key, input.location), sample)] : [];
  });
  const golden = plan.artifacts.flatMap(({ name, path, codec }) => {
    const sample = datasetAt(path) in samples.values ? undefined : samples.golden[name];
    return sample ? [copy('golden', codec === 'file' ? name : `${name}.${sample.codec}`, sample)] : [];
  });
  return [...datasets, ...inputs, ...golden];
}

/** The dataset whose file an artifact is: `artifacts/scores.json` is that of `scores`. */
export function datasetAt(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** Names the sample of an input: its key with the suffix of the file. */
export function sampleInputName(key: string, location: string): string {
  return `${key}${/(?:\.\w+)?\.\w+$/.exec(location)?.[0] ?? ''}`;
}
