import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import { distributionOf, missingModule } from './distribution-names.ts';
import type { Interpreter } from './interpreter.ts';
import { joinPath } from './paths.ts';
import type { ProjectRun } from './run-project.ts';

/** Says why a project's run failed, without a stack; nothing for one that completed or that a person stopped. */
export function describeFailure(
  folder: string,
  run: ProjectRun,
  interpreter: Interpreter,
): readonly Diagnostic[] {
  const { ending } = run;
  if (run.ok || ending.interrupted) return [];
  const location = { file: folder };
  const stage = run.failedStage === undefined ? 'The project' : `The stage \`${run.failedStage}\``;
  if (ending.failure !== undefined || ending.signal !== null) {
    const why = ending.failure ?? `Python was ended by ${ending.signal}`;
    return [diagnostic('V005', { message: `${stage} did not come to its end: ${why}.`, location })];
  }
  const { name, message } = findError(run.log);
  const module = missingModule(name, message);
  if (module !== undefined)
    return [
      diagnostic('V003', {
        message: `The package \`${module}\`, which the project needs, is not installed for \`${interpreter.program}\`.`,
        location,
        hint: `Install it: \`${interpreter.program} -m pip install ${distributionOf(module)}\`, or all that is needed: \`cellwright env ${folder}\`.`,
      }),
    ];
  if (name === 'FileNotFoundError') {
    const path = /'([^']+)'$/.exec(message)?.[1] ?? 'a file';
    const hint = `Put it there, or say in \`${joinPath(folder, 'params.yaml')}\` where it is.`;
    return [
      diagnostic('V011', { message: `${stage} reads \`${path}\`, which is not there.`, location, hint }),
    ];
  }
  const said = message === '' ? name : `${name}: ${message}`;
  return [diagnostic('V014', { message: `${stage} stops: ${said}`, location })];
}

/** The error that ended the run: as the engine names it, else the last one in the log. */
function findError(log: readonly string[]): { readonly name: string; readonly message: string } {
  const lines = log.map((line) => line.trim());
  const ofStage = lines.findLast((line) => /\bStageError: stage \w+: /.test(line));
  const text =
    ofStage?.replace(/^.*?StageError: stage \w+: /, '') ??
    lines.findLast((line) => /^[\w.]*(?:Error|Exception|Interrupt|Warning)\b/.test(line)) ??
    lines.findLast((line) => line !== '') ??
    'it gives no reason';
  const found = /^([\w.]+): ([\s\S]*)$/.exec(text);
  return found ? { name: found[1] ?? '', message: found[2] ?? '' } : { name: text, message: '' };
}
