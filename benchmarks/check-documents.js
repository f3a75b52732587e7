// `node check-documents.js SCHEMA FILE`: holds each document of a YAML file against packages/core/test/targets/SCHEMA.schema.json.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';

const SCHEMAS = join(dirname(fileURLToPath(import.meta.url)), '../packages/core/test/targets');
const [name, file] = process.argv.slice(2);
const validate = new Ajv({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8')),
);
for (const document of parseAllDocuments(readFileSync(file, 'utf8'), { version: '1.1' })) {
  if (document.errors.length === 0 && validate(document.toJS())) continue;
  process.stdout.write(
    `${JSON.stringify(document.errors.length > 0 ? document.errors : validate.errors, null, 1)}\n`,
  );
  process.exitCode = 1;
}
