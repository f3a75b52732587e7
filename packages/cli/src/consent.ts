import { createInterface } from 'node:readline/promises';
import {
  type DataflowGraph,
  needsAllowWrites,
  type Touch,
  whatItTouches,
  withoutControls,
} from '@cellwright/core';
import { EXIT } from './exit-codes.ts';
import { mayAsk } from './terminal.ts';

export interface ConsentOptions {
  readonly trust?: boolean;
  readonly allowWrites?: boolean;
}

/** Asks whether notebooks may be run, saying what they will touch; gives an exit code when they may not. */
export async function askConsent(
  graphs: readonly DataflowGraph[],
  names: readonly string[],
  options: ConsentOptions,
): Promise<number | null> {
  const touches = graphs.flatMap((graph) => whatItTouches(graph));
  if (needsAllowWrites(touches) && !options.allowWrites) {
    process.stderr.write(
      `error: ${names.join(', ')} would change things outside its folder; nothing was run.\n`,
    );
    process.stderr.write(describe(touches.filter((touch) => touch.external)));
    process.stderr.write('hint: agree with --allow-writes.\n');
    return EXIT.inconclusive;
  }
  if (options.trust) return null;
  process.stderr.write(`This runs the code in ${names.join(', ')} on your machine.\n${describe(touches)}`);
  if (!mayAsk()) {
    process.stderr.write('error: nobody can be asked here; agree with --trust.\n');
    return EXIT.usage;
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const reply = await prompt.question('Continue? [y/N] ');
  prompt.close();
  return /^y(es)?$/i.test(reply.trim()) ? null : EXIT.usage;
}

function describe(touches: readonly Touch[]): string {
  const lines = touches.map(
    ({ kind, what, cells }) => `  ${kind} ${withoutControls(what)} (cell ${cells.join(', ')})\n`,
  );
  return lines.join('');
}
