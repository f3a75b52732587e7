import { besideNotebook } from './files.ts';
import type { Flow } from './flow.ts';
import type { PlanSources } from './options.ts';
import { importedModules } from './requirements.ts';

/** A module of the user's own that the notebook imports. */
export interface HelperModule {
  /** Below `src/`. */
  readonly path: string;
  readonly from: string;
}

/** Finds the modules beside the notebook that kept statements import, and those that they import in turn. */
export function findHelpers(flow: Flow, notebook: string, sources: PlanSources): readonly HelperModule[] {
  const found = new Map<string, HelperModule>();
  const open = flow.kept.flatMap((step) => [...importedModules(step)]);
  for (const text of flow.kept.flatMap((step) => dottedImports(step))) open.push(text);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const path of candidates(name)) {
      const from = besideNotebook(notebook, path);
      if (found.has(path)) continue;
      const text = sources.text(from);
      if (text === undefined) continue;
      found.set(path, { path, from });
      open.push(...importsIn(text, path));
    }
  }
  return [...found.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

function dottedImports(step: Flow['kept'][number]): readonly string[] {
  const { node } = step.statement;
  if (node.type === 'Import') return node.names.map((alias) => alias.name);
  if (node.type !== 'ImportFrom' || !node.module) return [];
  return [node.module, ...node.names.map((alias) => `${node.module}.${alias.name}`)];
}

/** A module or package, and the packages around it. */
function candidates(module: string): readonly string[] {
  const parts = module.split('.');
  const around = parts.map((_, count) => `${parts.slice(0, count + 1).join('/')}/__init__.py`);
  return [`${parts.join('/')}.py`, ...around];
}

/** Modules that a Python text imports, read line by line: it is copied, not compiled. */
function importsIn(text: string, path: string): readonly string[] {
  const found: string[] = [];
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')).replaceAll('/', '.') : '';
  for (const match of text.matchAll(/^[ \t]*import[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)/gm)) {
    found.push(...(match[1] ?? '').split(',').map((name) => name.trim()));
  }
  for (const match of text.matchAll(/^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+\(?([\w \t,]*)/gm)) {
    const base = [match[1] ? folder : '', match[2] ?? ''].filter((part) => part !== '').join('.');
    if (base !== '') found.push(base);
    for (const name of (match[3] ?? '').split(',')) {
      const word = name.trim().split(/\s/)[0] ?? '';
      if (word !== '') found.push(base === '' ? word : `${base}.${word}`);
    }
  }
  return found;
}
