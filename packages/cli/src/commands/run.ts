import { join } from 'node:path';
import { runProject } from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';
import { nodeEffects } from '../node-effects.ts';
import { printDiagnostics, showProgress } from '../output.ts';
import { readProjectLock } from '../project-lock.ts';
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
    { interpreter, package: lock.package, set: options.set, flags: extra },
    effects,
  );
  if (result.ok) {
    process.stdout.write(
      `${lock.artifacts.map(({ name, path }) => `${name.padEnd(24)} ${join(folder, path)}`).join('\n')}\nNext: cellwright verify ${folder}\n`,
    );
    return EXIT.ok;
  }
  if (result.ending.interrupted) return EXIT.interrupted;
  process.stderr.write(
    `error: the project failed${result.failedStage ? ` in stage \`${result.failedStage}\`` : ''}; stages that finished are kept.\n${result.log.slice(-15).join('\n')}\n`,
  );
  return EXIT.findings;
}
