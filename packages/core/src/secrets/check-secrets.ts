import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { Secret } from './types.ts';

/** Says of each credential which variable of the environment stands for it. */
export function checkSecrets(secrets: readonly Secret[]): readonly Diagnostic[] {
  return secrets.map(({ variable, location }) =>
    diagnostic('L201', {
      message: `A credential stands in the notebook; in a project it is the environment variable \`${variable}\`.`,
      location,
      hint: `Read it with \`os.environ["${variable}"]\`, and renew it if others have seen the notebook.`,
    }),
  );
}
