import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const environment = fileURLToPath(new URL('../../../../scripts/python-env.js', import.meta.url));

/** Runs one of the oracles once, on all questions, in the Python of the tests. */
export function askOracle(script: string, questions: unknown): unknown {
  const python = execFileSync(process.execPath, [environment], { encoding: 'utf8' }).trim();
  const file = fileURLToPath(new URL(`oracle/${script}`, import.meta.url));
  const options = { encoding: 'utf8', maxBuffer: 1 << 30, input: JSON.stringify(questions) } as const;
  return JSON.parse(execFileSync(python, ['-X', 'utf8', file], options));
}
