#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

const main = new URL('../dist/main.js', import.meta.url);
// A command lives for a moment: code that is optimised in the background costs more CPU time than it gives back.
setFlagsFromString('--liftoff-only');
setFlagsFromString('--interrupt-budget=1000000');

if (existsSync(main)) {
  // Node >= 22 keeps the compiled code of the bundle between runs.
  nodeModule.enableCompileCache?.();
  await import(main.href);
} else {
  process.stderr.write('cellwright is not built: run `npm run build` in the root of the repository.\n');
  process.exitCode = 2;
}
