import type { Plan } from '../plan/index.ts';

/** Last part of a path: what a project says of its notebook, never where that lay. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** File names of the notebooks as a text lists them: `a.ipynb`, `a.ipynb and b.ipynb`. */
export function notebookNames(plan: Plan, quote = ''): string {
  const names = plan.notebooks.map(({ path }) => `${quote}${fileNameOf(path)}${quote}`);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
