/** The commands; any other first word is a path. */
export const VERBS: readonly string[] = [
  'check',
  'graph',
  'slice',
  'build',
  'record',
  'run',
  'verify',
  'export',
  'env',
  'explain',
  'help',
];
