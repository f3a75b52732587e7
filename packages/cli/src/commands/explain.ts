import { CATALOGUE, findEntry, suggest } from '@cellwright/core';
import { EXIT } from '../exit-codes.ts';

/** `cellwright explain CODE`: what a diagnostic means. */
export function explain(code: string): number {
  const entry = findEntry(code.toUpperCase());
  if (entry === undefined) {
    const near = suggest(code.toUpperCase(), Object.keys(CATALOGUE));
    process.stderr.write(`error: there is no code \`${code}\`${near ? `; did you mean ${near}?` : '.'}\n`);
    return EXIT.usage;
  }
  process.stdout.write(`${code.toUpperCase()} ${entry.rule} (${entry.severity})\n${entry.summary}\n`);
  return EXIT.ok;
}
