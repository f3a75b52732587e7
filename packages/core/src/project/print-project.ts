import type { Project } from './types.ts';

/** Gives the files with the statements that their lines come from, for `--print=files`. */
export function printProject(project: Project): string {
  return project.files
    .map((file) => {
      if (file.kind === 'copy') return `${file.path}  copy of ${file.from}\n`;
      const origin = file.origin
        .map(({ statement, lines }) => `  ${lines[0]}-${lines[1]} ${statement}\n`)
        .join('');
      const lines = file.text === '' ? 0 : file.text.replace(/\n$/, '').split('\n').length;
      return `${file.path}  ${lines} lines\n${origin}`;
    })
    .join('');
}
