import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { targetPages } from './pages.ts';

const PAGES = join(import.meta.dirname, '../../../../docs/targets');

test('docs/targets is what `node scripts/generate-docs.js targets` writes', () => {
  const found = readdirSync(PAGES).filter((name) => name.endsWith('.md'));
  const read = Object.fromEntries(found.map((name) => [name, readFileSync(join(PAGES, name), 'utf8')]));
  expect(read).toEqual(targetPages());
});
