import { runCommandLine } from './command-line.ts';

/** The program with all commands; each is loaded when it is asked for. */
runCommandLine({
  reading: {
    check: async (path, options) => (await import('./commands/check.ts')).check(path, options),
    graph: async (file, options) => (await import('./commands/graph.ts')).graph(file, options),
    slice: async (file, options) => (await import('./commands/slice.ts')).slice(file, options),
  },
  others: {
    build: () => import('./commands/build.ts'),
    record: () => import('./commands/record.ts'),
    run: () => import('./commands/run.ts'),
    verify: () => import('./commands/verify.ts'),
    export: () => import('./commands/export.ts'),
    env: () => import('./commands/env.ts'),
    explain: () => import('./commands/explain.ts'),
  },
  writeFailure: async (exit) => (await import('./output.ts')).writeFailure(exit),
  describeFault: async (error) => (await import('./faults.ts')).describeFault(error),
});
