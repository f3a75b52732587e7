import { runCommandLine } from './command-line.ts';
import { check } from './commands/check.ts';
import { graph } from './commands/graph.ts';
import { slice } from './commands/slice.ts';
import { describeFault } from './faults.ts';
import { writeFailure } from './output.ts';

/** The program for commands that only read: it starts faster without the code of all others. */
runCommandLine({ reading: { check, graph, slice }, others: null, writeFailure, describeFault });
