// Bundles the command: packages/cli/src and what it reads at run time -> packages/cli/dist.
// dist/ is flat: start.cjs, which runs one of two programs from compiled code (read.cjs, which only reads, or main.cjs, which has all
// commands), three wasm files, and python/ with the texts that travel.

import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { joinPython, SCRIPTS } from '../packages/core/python/join.js';
import { LIBRARY_TEXTS } from './library-texts.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'packages/cli');
const python = join(root, 'packages/core/python');
const require = createRequire(import.meta.url);

/** CommonJS, because only such code can be kept compiled; what modules call `import.meta.url` is made from its file. */
const COMMON = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // ASCII is read fastest; names stay as they are.
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
};
const TREE_SITTER = 'web-tree-sitter';
/** What Node wraps a module in: `start.cjs` compiles the program as it stands in its file. */
const MODULE = ['(function (exports, require, module, __filename, __dirname) {', '})'];
const BANNER = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

const WASM = [
  ['web-tree-sitter/web-tree-sitter.wasm', 'web-tree-sitter.wasm'],
  ['tree-sitter-python/tree-sitter-python.wasm', 'tree-sitter-python.wasm'],
  ['@astral-sh/ruff-wasm-nodejs/ruff_wasm_bg.wasm', 'ruff_wasm_bg.wasm'],
];

/**
 * Leaves out what is never used. secretlint opens `.p12` files by a megabyte of node-forge; cells are text. commander starts
 * commands that are programs of their own; ours are not, and the module for that takes Node longer to load than commander.
 */
const WITHOUT_UNUSED = {
  name: 'without-unused',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'empty' } : undefined,
    );
    builder.onResolve({ filter: /^\.\/index-/ }, ({ kind, path, importer }) =>
      kind === 'dynamic-import' && importer.includes('secretlint-rule-preset-recommend')
        ? { path, namespace: 'empty' }
        : undefined,
    );
    builder.onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

/** Builds beside the old bundle and swaps at the end, so that a command that runs meanwhile finds one of the two. */
async function main() {
  const target = join(cli, 'dist');
  const fresh = join(cli, `dist.${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  try {
    const bundled = await bundle(fresh);
    copyAssets(fresh);
    writeFileSync(join(fresh, 'THIRD-PARTY-LICENSES.txt'), licencesOf([...bundled, 'tree-sitter-python']));
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  chmodSync(join(cli, 'bin/cellwright.js'), 0o755);
}

/** Bundles, and gives the names of the packages that are in the bundles. */
async function bundle(outdir) {
  const inputs = [await bundleProgram('read', outdir), await bundleProgram('main', outdir)].flat();
  await build({ ...COMMON, entryPoints: [join(cli, 'src/start.ts')], outfile: join(outdir, 'start.cjs') });
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Bundles one program, and gives the files that it is made of. */
async function bundleProgram(name, outdir) {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: [join(cli, `src/${name}.ts`)],
    outfile: join(outdir, `${name}.cjs`),
    banner: { js: MODULE[0] + BANNER },
    footer: { js: MODULE[1] },
    plugins: [WITHOUT_UNUSED, LIBRARY_TEXTS],
    define: { 'import.meta.url': 'moduleUrl' },
    // Its ES module finds its folder in ways that only hold for ES modules.
    alias: { [TREE_SITTER]: require.resolve(TREE_SITTER) },
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

/** The bundle carries code of others: their licences travel with it. */
function licencesOf(names) {
  const texts = [...names].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

function copyAssets(outdir) {
  for (const [from, to] of WASM) cpSync(require.resolve(from), join(outdir, to));
  const engine = join(outdir, 'python/engine');
  mkdirSync(engine, { recursive: true });
  for (const name of readdirSync(join(python, 'engine')).sort()) {
    if (name.endsWith('.py')) cpSync(join(python, 'engine', name), join(engine, name));
  }
  for (const script of Object.keys(SCRIPTS)) {
    writeFileSync(join(outdir, 'python', `${script}.py`), joinPython(script));
  }
}

await main();
