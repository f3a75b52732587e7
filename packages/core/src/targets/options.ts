import type { TargetOption } from './target.ts';

const FOLDER = /^\/[\w.@/-]*[\w@/-]$/;

/** Where the project lies on the machine that runs it. */
export const HOME: TargetOption = {
  name: 'home',
  doc: 'the folder with `params.yaml`, `data/` and `.venv/` on the machine that runs it',
  fallback: '/opt/{package}',
  pattern: FOLDER,
};

export const OUT: TargetOption = {
  name: 'out',
  doc: 'the folder for results',
  fallback: '/var/lib/{package}',
  pattern: FOLDER,
};

/** Fills in what stands for the names of a project: of its package, and of its image, which is in lower case. */
export function fillIn(text: string, packageName: string): string {
  const name = packageName.replaceAll('_', '-').toLowerCase();
  return text.replaceAll('{package}', packageName).replaceAll('{name}', name);
}
