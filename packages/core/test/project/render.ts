import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createToolchain } from '../../../cli/src/toolchain.ts';
import type { Plan } from '../../src/plan/index.ts';
import { type RenderOptions, renderProject } from '../../src/project/index.ts';

export const repository = findRepository(import.meta.dirname);

/** The nearest folder above with the lockfile: a bundle of this module may lie deeper. */
function findRepository(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : findRepository(dirname(folder));
}

const engineFolder = join(repository, 'packages/core/python/engine');

const engine: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(engineFolder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name, readFileSync(join(engineFolder, name), 'utf8')]),
);

export const toolchain = createToolchain();

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function render(plan: Plan, more: Partial<RenderOptions> = {}) {
  return renderProject(plan, { engine, toolchain, digest, ...more });
}
