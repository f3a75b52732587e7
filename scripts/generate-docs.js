// Writes the pages that are made from data: `node scripts/generate-docs.js libraries` (or `targets`).

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes the text of each page of a section from the compiler's own data. */
const SECTIONS = {
  async libraries() {
    const { allLibraries, printLibrary } = await loadTypeScript('packages/core/src/libraries/index.ts');
    return Object.fromEntries(allLibraries.map((library) => [`${library.module}.md`, printLibrary(library)]));
  },
  async targets() {
    const { targetPages } = await loadTypeScript('packages/core/test/targets/pages.ts');
    return targetPages();
  },
};

async function write(section) {
  const pages = await SECTIONS[section]();
  const folder = join(root, 'docs', section);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && !Object.hasOwn(pages, name)) rmSync(join(folder, name));
  }
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
  process.stdout.write(`docs/${section}: ${Object.keys(pages).length} pages\n`);
}

const [section] = process.argv.slice(2);
if (!Object.hasOwn(SECTIONS, section ?? '')) {
  process.stderr.write(`usage: node scripts/generate-docs.js ${Object.keys(SECTIONS).join('|')}\n`);
  process.exitCode = 2;
} else {
  await write(section);
}
