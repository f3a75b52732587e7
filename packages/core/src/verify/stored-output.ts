import type { Module } from '../syntax/index.ts';
import type { LockedArtifact } from './types.ts';

/**
 * Finds the text that a notebook file stores of an artifact's value: the result of the last cell that ends with the bare
 * name and stands at or after the statement that made the value. `null` where the file shows no such thing.
 */
export function findStoredOutput(artifact: LockedArtifact, modules: readonly Module[]): string | null {
  const { variable, statement } = artifact;
  if (variable === null) return null;
  for (const module of modules) {
    const made = module.cells.findIndex(({ statements }) => statements.some(({ id }) => id === statement));
    const shows = module.cells.slice(Math.max(made, 0)).findLast(({ statements }) => {
      const last = statements.at(-1)?.node;
      return last?.type === 'Expr' && last.value.type === 'Name' && last.value.id === variable;
    });
    const text = shows?.cell.outputs.find((output) => output.kind === 'result')?.text;
    if (text !== undefined && (statement === undefined || made >= 0)) return text;
  }
  return null;
}
