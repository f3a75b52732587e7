import type { DataflowGraph } from '../dataflow/index.ts';
import { toIdentifier } from '../text/index.ts';
import { isReserved, wordsOf } from './identifiers.ts';

const LONGEST_PACKAGE = 50;

/** Folders that say nothing of what is in them. */
const PLAIN_FOLDERS = /^(|\.|\.\.|work|src|code|notebooks?|nbs?|examples?|home|root|tmp|data|projects?)$/i;

/** The name of the notebook; of several, what all their names or their folder say. */
export function packageNameOf(graphs: readonly DataflowGraph[]): string {
  const paths = graphs.map(({ module }) => module.notebook.path.split(/[\\/]/));
  const [first = []] = paths;
  const folder = first.at(-2) ?? '';
  const stems = paths.map((path) => wordsOfFile(path.at(-1) ?? ''));
  const shared = (stems[0] ?? []).filter((word) => stems.every((words) => words.includes(word)));
  const several = graphs.length > 1;
  const words = !several
    ? (stems[0] ?? [])
    : shared.length > 0
      ? shared
      : PLAIN_FOLDERS.test(folder)
        ? (stems.at(-1) ?? [])
        : wordsOf(folder);
  const name = words
    .join('_')
    .slice(0, LONGEST_PACKAGE)
    .replace(/^[\d_]+|_+$/g, '');
  if (name === '') return 'notebook_project';
  // `toIdentifier` also knows the names that no file may have.
  const isVerb = several && words.length === 1 && shared.length === 0 && PLAIN_FOLDERS.test(folder);
  return isReserved(name) || toIdentifier(name) !== name
    ? `${name}_project`
    : isVerb
      ? `${name}_pipeline`
      : name;
}

function wordsOfFile(file: string): readonly string[] {
  return wordsOf(file.replace(/\.\w+$/, '').replace(/^(?:\d+[a-z]?(?=[\s_.-])|[\d_\s.-])+/i, ''));
}
