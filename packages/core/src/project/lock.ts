import type { Plan, PlannedArtifact, StageRows } from '../plan/index.ts';
import { codeClosure } from './code-closure.ts';
import { escapeInvisible } from './invisible.ts';
import { lockInference } from './locked-inference.ts';
import { dottedKey, findSections } from './parameters.ts';
import { pythonFloor } from './pyproject.ts';
import { stageRow } from './stage-table.ts';
import type { Lock, LockedTarget, Project, RenderedFile, RenderOptions, TextFile } from './types.ts';

export const LOCK_PATH = '.cellwright/lock.json';

/** Gives what the project was made from, and the digest of each of its files. */
export function renderLock(plan: Plan, files: readonly RenderedFile[], options: RenderOptions): Lock {
  const engine = Object.keys(options.engine).sort();
  const sources = new Map(
    files.flatMap((file): [string, string][] =>
      file.kind === 'text' && file.path.endsWith('.py') ? [[file.path, file.text]] : [],
    ),
  );
  const place = options.place ?? ((path: string) => path);
  const runs = ['config', 'io', 'pipeline'].map((name) => `${plan.package}.${name}`);
  return {
    version: 1,
    package: plan.package,
    notebooks: plan.notebooks.map(({ path, sha256 }) => ({ path: place(path), sha256 })),
    order: plan.order,
    python: pythonFloor(plan),
    stages: plan.stages.map((stage) => ({
      name: stage.name,
      module: `${plan.package}.stages.${stage.module}`,
      function: stage.name,
      ...stageRow(plan, stage),
      code: codeClosure([...runs, `${plan.package}.stages.${stage.module}`], sources, plan),
      ...(stage.rows ? { rows: placeRows(stage.rows, place) } : {}),
    })),
    artifacts: plan.artifacts.map((artifact) => ({
      name: artifact.name,
      variable: artifact.variable,
      stage: artifact.stage,
      path: artifact.path,
      codec: artifact.codec,
      statement: artifact.statement,
      ...(artifact.notebook === undefined ? {} : { notebook: place(artifact.notebook) }),
      ...(isMetrics(artifact) ? { isMetrics: true } : {}),
    })),
    parameters: findSections(plan)
      .flatMap((section) => section.fields)
      .map((field) => ({ key: dottedKey(field), value: field.value, statement: field.statement })),
    settings: plan.settings.map(({ name }) => name),
    statements: plan.fates.map(({ id, fate, stage, reason }) => ({
      id,
      fate,
      ...(stage === undefined ? {} : { stage }),
      reason,
    })),
    ...(plan.inference ? { inference: lockInference(plan, plan.inference, pythonTools(plan, options)) } : {}),
    targets: [],
    engine: options.digest(
      engine.map((path) => `${path} ${options.digest(options.engine[path] ?? '')}\n`).join(''),
    ),
    files: Object.fromEntries(
      files.flatMap((file): [string, string][] => {
        const digest = file.kind === 'text' ? options.digest(file.text) : options.digestOf?.(file.from);
        return digest === undefined ? [] : [[file.path, digest]];
      }),
    ),
  };
}

function placeRows(rows: StageRows, place: (path: string) => string): StageRows {
  if (rows.kind !== 'whole' || rows.location === null) return rows;
  return { ...rows, location: { ...rows.location, file: place(rows.location.file) } };
}

/** Numbers by name, in a file that other programs read. */
function isMetrics({ codec, facts }: PlannedArtifact): boolean {
  const [key, value] = facts?.type.arguments ?? [];
  return (
    codec === 'json' &&
    facts?.type.name === 'dict' &&
    key?.name === 'str' &&
    (value?.name === 'float' || value?.name === 'int')
  );
}

function pythonTools(plan: Plan, { toolchain }: RenderOptions) {
  const target = { firstParty: [plan.package], python: pythonFloor(plan) };
  return {
    format: (text: string) => toolchain.formatPython(text, target),
    check: (text: string) => toolchain.checkPython(text, target),
  };
}

/** Gives a project with other targets and their files: those of the targets before are no longer part of it. */
export function withTargets(
  project: Project,
  targets: readonly LockedTarget[],
  files: readonly TextFile[],
  digest: (text: string) => string,
): Project {
  const before = new Set([LOCK_PATH, ...project.lock.targets.flatMap((target) => target.files)]);
  const kept = Object.entries(project.lock.files).filter(([path]) => !before.has(path));
  const digests = [...kept, ...files.map(({ path, text }): [string, string] => [path, digest(text)])];
  const lock: Lock = { ...project.lock, targets, files: Object.fromEntries(digests.sort(byName)) };
  const text: TextFile = { kind: 'text', path: LOCK_PATH, text: printLock(lock), origin: [] };
  const all = [...project.files.filter(({ path }) => !before.has(path)), ...files, text];
  return { ...project, lock, files: all.sort((one, other) => (one.path < other.path ? -1 : 1)) };
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** Gives the lock as JSON, one entry a line. */
export function printLock(lock: Lock): string {
  const parts = Object.entries(lock).map(([key, value]) => `  ${JSON.stringify(key)}: ${printEntry(value)}`);
  return escapeInvisible(`{\n${parts.join(',\n')}\n}\n`);
}

function printEntry(value: unknown): string {
  if (Array.isArray(value) && value.length > 0) {
    return `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value).map(
      ([key, entry]) => `    ${JSON.stringify(key)}: ${JSON.stringify(entry)}`,
    );
    return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`;
  }
  return JSON.stringify(value);
}
