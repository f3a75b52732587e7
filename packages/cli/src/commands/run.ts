import { join } from 'node:path';
import { describeFailure, runProject } from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { forShell, printDiagnostics, showProgress } from '../output.ts';
import { readProjectLock } from '../project-lock.ts';
import { pythonProgram } from '../python-programs.ts';
import { interpreterFor, noPython } from '../recording.ts';

export interface RunOptions {
  readonly python?: string;
  readonly jobs?: number;
  readonly force?: boolean;
  readonly set: readonly string[];
}

/** `cellwright run FOLDER`: runs the project's own entry point. */
export async function run(folder: string, options: RunOptions): Promise<number> {
  const found = readProjectLock(folder);
  if ('problem' in found) {
    process.stderr.write(printDiagnostics([found.problem]));
    return EXIT.usage;
  }
  const effects = nodeEffects(showProgress);
  const interpreter = await interpreterFor(join(folder, 'params.yaml'), undefined, options.python, effects);
  if (interpreter === null) {
    process.stderr.write(printDiagnostics([noPython(folder, options.python)]));
    return EXIT.inconclusive;
  }
  const { lock } = found;
  const extra = [
    ...(options.jobs ? ['--jobs', String(options.jobs)] : []),
    ...(options.force ? ['--force'] : []),
  ];
  const result = await runProject(
    folder,
    {
      interpreter,
      package: lock.package,
      set: options.set,
      flags: extra,
      bootstrap: pythonProgram('bootstrap'),
    },
    effects,
  );
  if (result.ok) {
    process.stdout.write(
      `${lock.artifacts.map(({ name, path }) => `${name.padEnd(24)} ${join(folder, path)}`).join('\n')}\nNext: cellwright verify ${forShell(folder)}\n`,
    );
    return EXIT.ok;
  }
  if (result.ending.interrupted) {
    process.stderr.write('interrupted; stages that finished are kept.\n');
    return EXIT.interrupted;
  }
  const diagnostics = describeFailure(folder, result, interpreter);
  process.stderr.write(printDiagnostics(diagnostics));
  process.stderr.write('Stages that finished are kept.\n');
  // The engine's own code for settings that do not fit.
  if (result.ending.code === 2) return EXIT.usage;
  return diagnostics.some(({ code }) => code === 'V014') ? EXIT.findings : EXIT.inconclusive;
}
