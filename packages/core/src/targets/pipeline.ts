import { parseDocument } from 'yaml';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/index.ts';
import {
  LOCK_PATH,
  type Lock,
  type LockedArtifact,
  type LockedInference,
  type LockedRefusal,
  type LockedStage,
} from '../project/index.ts';
import { isAbsolute, isUri } from '../text/index.ts';

/** A project as targets see it. All of it stands in the lock: `export` needs no notebook. */
export interface Pipeline {
  /** Import name; an ASCII identifier, as the names of stages are. */
  readonly package: string;
  /** The same with hyphens: the name of the distribution and of its command. */
  readonly name: string;
  /** Least version of Python: `3.11`. */
  readonly python: string;
  /** In an order in which they can run. */
  readonly stages: readonly PipelineStage[];
  readonly artifacts: readonly LockedArtifact[];
  /** Files from outside, in the order of their first reader. */
  readonly inputs: readonly PipelineInput[];
  /** Variables of the environment that a run needs, sorted. */
  readonly variables: readonly string[];
  /** How single rows are answered; `null` where no model is asked. */
  readonly inference: LockedInference | LockedRefusal | null;
}

export interface PipelineStage extends LockedStage {
  /** Names of the stages whose outputs it reads, in their order. */
  readonly needs: readonly string[];
  /** Files in the artifacts folder that it reads, and that it makes. */
  readonly uses: readonly string[];
  readonly makes: readonly string[];
}

export interface PipelineInput {
  /** Dotted key in `params.yaml`. */
  readonly key: string;
  readonly location: string;
  /** Below the project, on this machine, under a variable of the environment, or anywhere by its URI. */
  readonly kind: 'project' | 'machine' | 'variable' | 'uri';
}

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * Reads a lock as a pipeline. `params` is the text of `params.yaml`, which may have changed since; without it the values of
 * the notebook hold. `null` and a diagnostic for a lock that lacks the stage table or has names of another kind.
 */
export function toPipeline(lock: Lock, params?: string): Result<Pipeline | null> {
  const isWhole =
    Array.isArray(lock.stages) &&
    lock.stages.every(
      (stage) => stage.inputs && stage.outputs && stage.reads && stage.writes && stage.code,
    ) &&
    Array.isArray(lock.settings);
  if (!isWhole) return refuse('was written by an older cellwright');
  const names = [lock.package, ...lock.settings, ...lock.stages.map(({ name }) => name)];
  const isSound = names.every((name) => IDENTIFIER.test(name)) && /^3\.\d+$/.test(lock.python);
  if (!isSound) return refuse('is damaged');
  const values = currentValues(lock, params);
  if (values === null) return { value: null, diagnostics: [unreadableParameters()] };
  const inputs = findInputs(lock, values);
  const located = inputs.flatMap(({ location }) =>
    [...location.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name),
  );
  const value: Pipeline = {
    package: lock.package,
    name: lock.package.replaceAll('_', '-'),
    python: lock.python,
    stages: findStages(lock.stages),
    artifacts: lock.artifacts,
    inputs,
    variables: [...new Set([...lock.settings, ...located.flatMap((name) => name ?? [])])].sort(),
    inference: lock.inference ?? null,
  };
  return { value, diagnostics: [] };
}

function refuse(why: string): Result<null> {
  const problem: Diagnostic = diagnostic('V002', {
    message: `\`${LOCK_PATH}\` ${why}.`,
    location: { file: LOCK_PATH },
    hint: 'Build the project again.',
  });
  return { value: null, diagnostics: [problem] };
}

function unreadableParameters(): Diagnostic {
  return diagnostic('C001', {
    message: '`params.yaml` is no YAML.',
    location: { file: 'params.yaml' },
    hint: 'Repair it: the project cannot run with it either.',
  });
}

/** Values by dotted key: those of the file where it has them; `null` for a file that is no YAML. */
function currentValues(lock: Lock, params: string | undefined): ReadonlyMap<string, unknown> | null {
  const values = new Map(lock.parameters.map(({ key, value }) => [key, value]));
  const document = parseDocument(params ?? '', { version: '1.1', logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const tree: unknown = document.toJS();
  for (const key of values.keys()) {
    const [section = '', ...rest] = key.split('.');
    const found = member(member(tree, section), rest.join('.'));
    if (found !== undefined) values.set(key, found);
  }
  return values;
}

function member(value: unknown, key: string): unknown {
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isObject ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
}

function findStages(stages: readonly LockedStage[]): readonly PipelineStage[] {
  const makers = new Map(stages.flatMap((stage) => Object.keys(filesOf(stage)).map((made) => [made, stage])));
  return stages.map((stage) => {
    const read = [...Object.values(stage.inputs), ...Object.values(stage.reads)].filter((name) =>
      makers.has(name),
    );
    const needed = new Set(read.map((name) => makers.get(name)?.name));
    return {
      ...stage,
      needs: stages.map(({ name }) => name).filter((name) => needed.has(name)),
      uses: [...new Set(read.flatMap((name) => filesOf(makers.get(name) ?? stage)[name] ?? []))],
      makes: Object.values(filesOf(stage)),
    };
  });
}

/** Files by dataset; a file that the notebook writes is a dataset of its own name. */
function filesOf(stage: LockedStage): Readonly<Record<string, string>> {
  const stored = Object.entries(stage.outputs).map(([name, codec]) => [name, `${name}.${codec}`]);
  return Object.fromEntries([...stored, ...Object.values(stage.writes).map((file) => [file, file])]);
}

function findInputs(lock: Lock, values: ReadonlyMap<string, unknown>): readonly PipelineInput[] {
  const made = new Set(lock.stages.flatMap((stage) => Object.keys(filesOf(stage))));
  const keys = new Set(
    lock.stages.flatMap((stage) => Object.values(stage.reads)).filter((key) => !made.has(key)),
  );
  return [...keys].flatMap((key): PipelineInput[] => {
    const location = values.get(key);
    return typeof location === 'string' ? [{ key, location, kind: kindOf(location) }] : [];
  });
}

function kindOf(location: string): PipelineInput['kind'] {
  if (isUri(location)) return 'uri';
  if (location.startsWith('${')) return 'variable';
  return isAbsolute(location) || location.startsWith('~') ? 'machine' : 'project';
}
