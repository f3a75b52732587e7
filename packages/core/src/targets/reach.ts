import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { Pipeline } from './pipeline.ts';

/** Finds the inputs that lie on one machine, where an engine runs the pipeline on others. */
export function checkReach(pipeline: Pipeline, id: string): readonly Diagnostic[] {
  return pipeline.inputs
    .filter(({ kind }) => kind === 'machine')
    .map(({ key, location }) =>
      diagnostic('R005', {
        message: `\`${location}\` lies on this machine; what \`${id}\` runs does not see it.`,
        location: { file: 'params.yaml' },
        hint: `Let \`${key}\` be a URI, a path below the project, or one that begins with a variable: \`\${DATA_DIR}/…\`.`,
      }),
    );
}
