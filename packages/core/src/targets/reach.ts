import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { Pipeline } from './pipeline.ts';

/**
 * Finds the inputs that an engine which runs the pipeline on other machines does not see: those that lie on this one and,
 * where only `data/` comes along, those that lie elsewhere in the project.
 */
export function checkReach(
  pipeline: Pipeline,
  id: string,
  comesAlong: 'data' | 'project',
): readonly Diagnostic[] {
  return pipeline.inputs.flatMap(({ key, location, kind }) => {
    const isBeside = comesAlong === 'data' && kind === 'project' && !/^(?:\.\/)?data\//.test(location);
    if (kind !== 'machine' && !isBeside) return [];
    const where = isBeside ? 'lies outside `data/`' : 'lies on this machine';
    return [
      diagnostic('R005', {
        message: `\`${location}\` ${where}; what \`${id}\` runs does not see it.`,
        location: { file: 'params.yaml' },
        hint: `Let \`${key}\` be a path below \`data/\`, a URI, or a path that begins with a variable: \`\${DATA_DIR}/…\`.`,
      }),
    ];
  });
}
