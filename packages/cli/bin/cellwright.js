#!/usr/bin/env node
// CommonJS (see package.json beside it): Node starts an ES module only after loading its loader for them.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const start = join(__dirname, '../dist/start.cjs');

if (existsSync(start)) require(start);
else {
  process.stderr.write('cellwright is not built: run `npm run build` in the root of the repository.\n');
  process.exitCode = 2;
}
