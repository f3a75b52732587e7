import { pythonString } from '../text/index.ts';
import type { Pipeline } from './pipeline.ts';

/** Gives the stages with those that each needs as a Python dictionary, in an order in which they can run. */
export function needsTable({ stages }: Pipeline): string {
  const rows = stages.map(
    ({ name, needs }) => `    ${pythonString(name)}: [${needs.map(pythonString).join(', ')}],`,
  );
  return `{\n${rows.join('\n')}\n}`;
}
