import type { Plan } from '../plan/index.ts';

const IMPORT =
  /^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]*))/gm;

/**
 * Gives the files of the project whose change may change what a module does, sorted: its own, those that it imports, and
 * so on. `sources` are the texts of the Python files below `src/`, by path. Helper modules come as one: their texts are
 * not at hand. The engine is left out: it is the same in every project.
 */
export function codeClosure(
  modules: readonly string[],
  sources: ReadonlyMap<string, string>,
  plan: Pick<Plan, 'helpers' | 'helperFiles'>,
): readonly string[] {
  const helpers = new Set(plan.helpers.map(({ path }) => topModule(path)));
  const found = new Set<string>();
  const todo = [...modules];
  const visit = (module: string): void => {
    if (helpers.has(module.split('.')[0] ?? '')) {
      for (const { path } of plan.helpers) found.add(`src/${path}`);
      for (const { path } of plan.helperFiles ?? []) found.add(path);
    }
    const file = fileOf(module, sources);
    if (file === undefined || found.has(file) || file.includes('/_engine/')) return;
    found.add(file);
    todo.push(...importsOf(sources.get(file) ?? '', packageOf(module, file)));
  };
  for (let module = todo.pop(); module !== undefined; module = todo.pop()) visit(module);
  return [...found].sort();
}

function topModule(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.py$/, '');
}

function fileOf(module: string, sources: ReadonlyMap<string, string>): string | undefined {
  const base = `src/${module.replaceAll('.', '/')}`;
  return [`${base}.py`, `${base}/__init__.py`].find((path) => sources.has(path));
}

function packageOf(module: string, file: string): string {
  return file.endsWith('/__init__.py') ? module : module.slice(0, Math.max(0, module.lastIndexOf('.')));
}

/** Every module that the text may import; a name after `import` may be one too. */
function importsOf(text: string, from: string): readonly string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, dots = '', module = '', names = '', plain]) => {
    if (plain !== undefined) return plain.split(',').flatMap((name) => name.trim().split(/\s/)[0] ?? []);
    const parents = from.split('.');
    const base = dots === '' ? [] : parents.slice(0, parents.length - dots.length + 1);
    const source = [...base, ...(module === '' ? [] : [module])].join('.');
    const bound = names.replace(/[()]/g, '').split(',');
    return [source, ...bound.map((name) => `${source}.${name.trim().split(/\s/)[0] ?? ''}`)];
  });
}
