#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  // Node >= 22 keeps the compiled code of the bundle between runs.
  nodeModule.enableCompileCache?.();
  await import(main.href);
} else {
  process.stderr.write('cellwright is not built: run `npm run build` in the root of the repository.\n');
  process.exitCode = 2;
}
