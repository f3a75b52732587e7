import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a script of `oracle/` with one JSON value a line and reads one JSON value a line back. */
export function askPython(command: string, script: string, lines: readonly unknown[]): readonly unknown[] {
  const path = fileURLToPath(new URL(`oracle/${script}`, import.meta.url));
  const answer = spawnSync(command, ['-W', 'ignore', path], {
    input: `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  });
  if (answer.status !== 0) throw new Error(answer.stderr);
  return answer.stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}
