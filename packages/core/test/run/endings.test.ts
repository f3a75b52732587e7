import { describe, expect, it } from 'vitest';
import { record } from './recorder.ts';

const CASES: readonly {
  name: string;
  cell: string;
  outcome: object;
  code: string;
  timeoutSeconds?: number;
}[] = [
  {
    name: 'an error',
    cell: 'a = 1\n\n1 / 0',
    outcome: { kind: 'raised', error: { name: 'ZeroDivisionError', cell: 2, line: 3 } },
    code: 'V004',
  },
  {
    name: 'an error in a function',
    cell: 'def f():\n    return {}["k"]\n\nf()',
    outcome: { kind: 'raised', error: { name: 'KeyError', cell: 2, line: 2 } },
    code: 'V004',
  },
  {
    name: 'a missing package',
    cell: 'import no_such_package_xyz',
    outcome: { kind: 'raised', error: { name: 'ModuleNotFoundError' } },
    code: 'V003',
  },
  {
    name: 'a missing file',
    cell: 'open("absent.csv")',
    outcome: { kind: 'raised', error: { name: 'FileNotFoundError' } },
    code: 'V011',
  },
  { name: 'input()', cell: 'x = input("name? ")', outcome: { kind: 'input', cell: 2 }, code: 'V008' },
  { name: 'sys.exit', cell: 'import sys\nsys.exit(3)', outcome: { kind: 'exited', cell: 2 }, code: 'V009' },
  { name: 'os._exit(0)', cell: 'import os\nos._exit(0)', outcome: { kind: 'exited', cell: 2 }, code: 'V009' },
  {
    name: 'a signal',
    cell: 'import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)',
    outcome: { kind: 'died', cell: 2 },
    code: 'V005',
  },
  {
    name: 'no memory',
    cell: 'raise MemoryError("no more")',
    outcome: { kind: 'memory', cell: 2 },
    code: 'V010',
  },
  {
    name: 'an endless loop',
    cell: 'while True: pass',
    outcome: { kind: 'timeout', cell: 2 },
    code: 'V006',
    timeoutSeconds: 6,
  },
  {
    name: 'a loop that catches interrupts',
    cell: 'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    outcome: { kind: 'timeout', cell: 2 },
    code: 'V006',
    timeoutSeconds: 6,
  },
  {
    name: 'a process left behind',
    cell: 'import subprocess\nsubprocess.Popen(["sleep", "600"])\nraise ValueError',
    outcome: { kind: 'raised' },
    code: 'V004',
  },
];

describe.each(['ipython', 'python'] as const)('a run through %s', (shell) => {
  it.each(CASES)('tells $name apart', async ({ cell, outcome, code, timeoutSeconds = 120 }) => {
    const { record: run, diagnostics } = await record(['before = 1', cell, 'after = 1'], {
      shell,
      timeoutSeconds,
    });
    expect(run.outcome).toMatchObject(outcome);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(run.steps.map((step) => step.id)).toContain('1:0');
    expect(run.steps.some((step) => step.changed.includes('after'))).toBe(false);
    expect(run.shell).toBe(shell);
  });

  it('goes on after a cell that is meant to raise, and counts its first statements', async () => {
    const { record: run } = await record(
      ['x = 1', { source: 'x = 2\n1 / 0\nx = 3', tags: ['raises-exception'] }, 'y = x'],
      {
        shell,
      },
    );
    expect(run.outcome).toEqual({ kind: 'completed' });
    expect(run.final.y?.repr).toBe('2');
    expect(run.expectedErrors).toMatchObject([{ name: 'ZeroDivisionError', cell: 2, line: 2 }]);
  });
});
