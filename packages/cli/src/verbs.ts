import { existsSync } from 'node:fs';

/** The commands that only read notebooks; they are in a program of their own. */
export const READING_VERBS: readonly string[] = ['check', 'graph', 'slice'];

/** The commands; any other first word is a path. */
export const VERBS: readonly string[] = [
  ...READING_VERBS,
  'build',
  'record',
  'run',
  'verify',
  'export',
  'env',
  'explain',
  'help',
];

/** `cellwright FILE` is `cellwright check FILE`. */
export function withVerb(argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined || first.startsWith('-') || VERBS.includes(first)) return argv;
  const isFile = /[./\\]/.test(first) || existsSync(first);
  return isFile ? ['check', ...argv] : argv;
}
