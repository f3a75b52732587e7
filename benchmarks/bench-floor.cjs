// What no analysis of a notebook in Node can do without: start, load the grammar, parse. `node --liftoff-only bench-floor.cjs FILE`

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Language, Parser } = require('web-tree-sitter');

const dist = join(__dirname, '../packages/cli/dist');
const notebook = process.argv[2];

async function main() {
  await Parser.init({ wasmBinary: readFileSync(join(dist, 'web-tree-sitter.wasm')) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(join(dist, 'tree-sitter-python.wasm'))));
  for (const { source } of JSON.parse(readFileSync(notebook, 'utf8')).cells) parser.parse(source).delete();
}

main();
