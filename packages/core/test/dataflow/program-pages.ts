import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'programs');

/** A program of `programs/*.md`: under a heading with its name, and `→` the variables to slice for, its cells. */
export interface SampleProgram {
  readonly id: string;
  readonly cells: readonly string[];
  readonly names: readonly string[];
}

/** The pages, by name: one a category. */
export function programPages(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
}

export function readPrograms(page: string, from = folder): readonly SampleProgram[] {
  const text = readFileSync(join(from, page), 'utf8');
  return text.split(/^## /m).slice(1).map(readProgram);
}

function readProgram(section: string): SampleProgram {
  const [, id = '', names = ''] = /^(\S+) → (.*)$/m.exec(section) ?? [];
  const cells = [...section.matchAll(/^```python\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');
  if (id === '' || cells.length === 0) throw new Error(`no program in: ${section.slice(0, 80)}`);
  return { id, cells, names: names.split(' ') };
}
