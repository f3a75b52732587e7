import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEnvironment, planProject } from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { printDiagnostics, showProgress } from '../output.ts';
import { interpreterFor, noPython } from '../recording.ts';
import { digestText, planSources } from '../sources.ts';
import { createReader, understandFile } from '../understand-file.ts';

export interface EnvOptions {
  readonly python?: string;
  readonly output?: string;
}

/** `cellwright env FILE|DIR`: makes a virtual environment with what is needed. */
export async function env(path: string, options: EnvOptions): Promise<number> {
  const effects = nodeEffects(showProgress);
  const isProject = existsSync(join(path, 'pyproject.toml'));
  const folder = options.output ?? join(isProject ? path : join(path, '..'), '.venv');
  const interpreter = await interpreterFor(
    isProject ? join(path, 'pyproject.toml') : path,
    undefined,
    options.python,
    effects,
  );
  if (interpreter === null) {
    process.stderr.write(printDiagnostics([noPython(path, options.python)]));
    return EXIT.inconclusive;
  }
  const requirements = isProject ? [] : await requirementsOf(path);
  if (requirements === null) return EXIT.usage;
  const made = await makeEnvironment(
    { python: interpreter.program, folder, requirements, ...(isProject ? { project: path } : {}) },
    effects,
  );
  if (made.ok) {
    process.stdout.write(`${made.program}\n`);
    return EXIT.ok;
  }
  process.stderr.write(
    `error: the environment could not be made by ${made.tool}.\n${made.log.slice(-10).join('\n')}\n`,
  );
  return EXIT.findings;
}

async function requirementsOf(path: string): Promise<readonly string[] | null> {
  const { value, diagnostics } = understandFile(await createReader(), path, { sharing: true });
  if (value === null) {
    process.stderr.write(printDiagnostics(diagnostics));
    return null;
  }
  const { value: plan } = planProject([value.graph], {
    sources: { ...planSources, text: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined) },
    digest: digestText,
  });
  return [
    'ipython',
    ...plan.requirements.map(({ name, version }) => (version ? `${name}==${version}` : name)),
  ];
}
