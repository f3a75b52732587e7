// Scripts read the compiler's own data: a module of TypeScript, bundled and imported.

import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Imports a TypeScript module; packages are found as the file beside which the bundle lies would find them. */
export async function loadTypeScript(path) {
  const folder = mkdtempSync(join(root, dirname(path), '.bundle-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    await build({
      entryPoints: [join(root, path)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      // The sources of the command are part of it.
      alias: { '@cellwright/core': join(root, 'packages/core/src/index.ts') },
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
