import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allLibraries, printLibrary } from '../../src/libraries/index.ts';

const PAGES = join(dirname(fileURLToPath(import.meta.url)), '../../../../docs/libraries');

it('docs/libraries is what `node scripts/generate-docs.js libraries` writes', () => {
  const made = Object.fromEntries(
    allLibraries.map((library) => [`${library.module}.md`, printLibrary(library)]),
  );
  const found = readdirSync(PAGES).filter((name) => name.endsWith('.md'));
  const read = Object.fromEntries(found.map((name) => [name, readFileSync(join(PAGES, name), 'utf8')]));
  expect(read).toEqual(made);
});
