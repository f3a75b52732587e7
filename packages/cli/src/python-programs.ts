import { readdirSync, readFileSync } from 'node:fs';

/** Text of a Python program that travels with the command. */
export function pythonProgram(name: 'recorder' | 'refit' | 'elsewhere' | 'compare' | 'bootstrap'): string {
  return readFileSync(new URL(`./python/${name}.py`, import.meta.url), 'utf8');
}

/** The files of the runner that every generated project carries, by path below `_engine/`. */
export function engineFiles(): Readonly<Record<string, string>> {
  const folder = new URL('./python/engine/', import.meta.url);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}
