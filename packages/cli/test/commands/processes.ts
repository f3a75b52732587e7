import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A person never sees a stack, of JavaScript or of Python. */
export function expectNoStack(text: string): void {
  expect(text).not.toMatch(/^\s+at .+[:(]\d+/m);
  expect(text).not.toMatch(/Traceback|fault of cellwright|node:internal/);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that has ended stays in the table until its new parent asks for it.
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}

/** Waits until a notebook has written the ids of two processes. */
export async function numbersIn(
  path: string,
  command: { readonly exitCode: number | null },
): Promise<number[]> {
  for (;;) {
    const numbers = existsSync(path) ? (readFileSync(path, 'utf8').match(/\d+(?=\s)/g) ?? []) : [];
    if (numbers.length === 2) return numbers.map(Number);
    if (command.exitCode !== null) throw new Error('the command ended before the notebook ran');
    await new Promise((later) => setTimeout(later, 50));
  }
}
