import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(dirname(fileURLToPath(import.meta.url)), '../packages/core/src');

/** The phases in order: an import goes left only. */
const LAYERS = [
  ...['text', 'diagnostics', 'notebook', 'syntax', 'record', 'secrets', 'libraries', 'dataflow', 'lint'],
  ...['plan', 'project', 'targets', 'run', 'verify', 'diff', 'sync', 'compile'],
];

/** Packages that core may import at run time; anything else is a type or comes in as an argument. */
const ALLOWED_PACKAGES = new Set(['yaml', 'smol-toml', 'magic-string', 'node-diff3']);
const TYPES_ONLY_PACKAGES = new Set(['web-tree-sitter']);

const CLOCK_OR_RANDOM = /\b(?:Date\.now\(|new Date\(\)|Math\.random\()/;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return sourceFiles(path);
      return name.endsWith('.ts') ? [path] : [];
    });
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?/gm;

function importsOf(file: string): readonly Import[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? '',
    // `import('x').Name` is a type; a run-time import has no name behind it.
    typeOnly: match[1] !== undefined || match[4] !== undefined,
  }));
}

/** Comments are free to name a platform; code is not. Offsets do not matter here. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');
}

function layerOf(path: string): string {
  const first = relative(SOURCE, path).split(sep)[0] ?? '';
  return first.replace(/\.ts$/, '');
}

/** Says what is wrong with one import, or nothing. */
function faultOf({ file, target, typeOnly }: Import): string | undefined {
  const where = `${relative(SOURCE, file)} imports ${target}`;
  if (!target.startsWith('.')) {
    if (isBuiltin(target)) return `${where}: a platform module`;
    const allowed = ALLOWED_PACKAGES.has(target) || (typeOnly && TYPES_ONLY_PACKAGES.has(target));
    return allowed ? undefined : `${where}: not a package that core may import`;
  }
  const path = resolve(dirname(file), target);
  if (relative(SOURCE, path).startsWith('..')) return `${where}: leaves core`;
  const from = layerOf(file);
  const to = layerOf(path);
  if (from === to || from === 'index') return undefined;
  if (!target.endsWith(`/${to}/index.ts`)) return `${where}: deeper than the phase's index.ts`;
  return LAYERS.indexOf(to) < LAYERS.indexOf(from) ? undefined : `${where}: an import goes left only`;
}

describe('layers of core', () => {
  const files = sourceFiles(SOURCE);

  it('has no folder outside the list', () => {
    const folders = readdirSync(SOURCE).filter((name) => statSync(join(SOURCE, name)).isDirectory());
    expect(folders.filter((name) => !LAYERS.includes(name))).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });

  it('imports go left only, through index.ts, and never to a platform', () => {
    const imports = files.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(files.length / 2);
    expect(imports.flatMap((entry) => faultOf(entry) ?? [])).toEqual([]);
  });

  it('is compiled without the names of a platform', () => {
    const { compilerOptions } = JSON.parse(
      readFileSync(resolve(SOURCE, '../../../tsconfig.base.json'), 'utf8'),
    );
    const own = JSON.parse(readFileSync(resolve(SOURCE, '../tsconfig.json'), 'utf8'));
    expect({ types: compilerOptions.types, lib: compilerOptions.lib }).toEqual({
      types: [],
      lib: ['ES2023'],
    });
    expect(own.compilerOptions).toBeUndefined();
  });

  it('uses no clock and no random', () => {
    const offenders = files.filter((file) =>
      CLOCK_OR_RANDOM.test(withoutComments(readFileSync(file, 'utf8'))),
    );
    expect(offenders.map((file) => relative(SOURCE, file))).toEqual([]);
  });

  it('every phase has a README of at most ten lines and an index.ts', () => {
    const faults = LAYERS.filter((layer) => files.some((file) => layerOf(file) === layer)).flatMap(
      (layer) => {
        const folder = join(SOURCE, layer);
        if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
        const names = readdirSync(folder);
        const missing = ['README.md', 'index.ts'].filter((name) => !names.includes(name));
        if (missing.length > 0) return missing.map((name) => `${layer}/${name} is missing`);
        const lines = readFileSync(join(folder, 'README.md'), 'utf8').trimEnd().split('\n').length;
        return lines > 10 ? [`${layer}/README.md has ${lines} lines`] : [];
      },
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['text/lines.ts', '../dataflow/index.ts', 'an import goes left only'],
    ['plan/stages.ts', '../dataflow/heap.ts', "deeper than the phase's index.ts"],
    ['run/record.ts', 'node:fs', 'a platform module'],
    ['syntax/parse.ts', 'web-tree-sitter', 'not a package that core may import'],
  ])('rejects %s importing %s', (file, target, reason) => {
    expect(faultOf({ file: join(SOURCE, file), target, typeOnly: false })).toContain(reason);
  });

  it('core, the command and nothing else: surfaces import only core', () => {
    const cli = resolve(SOURCE, '../../cli/src');
    const foreign = sourceFiles(cli)
      .flatMap(importsOf)
      .filter(({ file, target }) => {
        if (!target.startsWith('.')) return false;
        const path = resolve(dirname(file), target);
        const own = path.startsWith(cli + sep) || path === resolve(cli, '../package.json');
        return !own && !/[\\/]core[\\/]src[\\/](?:[\w-]+[\\/])?index\.ts$/.test(path);
      });
    expect(foreign.map(({ file, target }) => `${relative(cli, file)} imports ${target}`)).toEqual([]);
  });
});
