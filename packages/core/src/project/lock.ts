import type { Plan } from '../plan/index.ts';
import { escapeInvisible } from './invisible.ts';
import { dottedKey, findSections } from './parameters.ts';
import type { Lock, RenderedFile, RenderOptions } from './types.ts';

export const LOCK_PATH = '.cellwright/lock.json';

/** Gives what the project was made from, and the digest of each of its files. */
export function renderLock(plan: Plan, files: readonly RenderedFile[], options: RenderOptions): Lock {
  const engine = Object.keys(options.engine).sort();
  return {
    version: 1,
    package: plan.package,
    notebooks: plan.notebooks.map(({ path, sha256 }) => ({ path, sha256 })),
    order: plan.order,
    stages: plan.stages.map(({ name, module }) => ({
      name,
      module: `${plan.package}.stages.${module}`,
      function: name,
    })),
    artifacts: plan.artifacts.map(({ name, variable, stage, path, codec, statement, notebook }) => ({
      name,
      variable,
      stage,
      path,
      codec,
      statement,
      ...(notebook === undefined ? {} : { notebook }),
    })),
    parameters: findSections(plan)
      .flatMap((section) => section.fields)
      .map((field) => ({ key: dottedKey(field), value: field.value, statement: field.statement })),
    statements: plan.fates.map(({ id, fate, stage, reason }) => ({
      id,
      fate,
      ...(stage === undefined ? {} : { stage }),
      reason,
    })),
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
