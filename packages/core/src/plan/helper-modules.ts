import type { Node } from '../syntax/index.ts';
import { isAbsolute } from '../text/index.ts';
import { besideNotebook } from './files.ts';
import type { Flow } from './flow.ts';
import type { PlanSources } from './options.ts';
import { importedModules } from './requirements.ts';
import { nodesOf } from './tree.ts';

/** A module of the user's own that the notebook imports. */
export interface HelperModule {
  /** Below `src/`. */
  readonly path: string;
  readonly from: string;
  /** The searched folder that it was found in, relative to the notebook's: empty, or with a slash at the end. */
  readonly folder: string;
}

/**
 * Finds the modules beside the notebook, or in folders that it puts on the module path, that kept statements import, and those
 * that they import in turn.
 */
export function findHelpers(flow: Flow, notebook: string, sources: PlanSources): readonly HelperModule[] {
  const found = new Map<string, HelperModule>();
  const open = flow.kept.flatMap((step) => [...importedModules(step)]);
  for (const text of flow.kept.flatMap((step) => dottedImports(step))) open.push(text);
  const folders = searchedFolders(flow);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const path of candidates(name)) {
      if (found.has(path)) continue;
      const folder = folders.find(
        (each) => sources.text(besideNotebook(notebook, `${each}${path}`)) !== undefined,
      );
      if (folder === undefined) continue;
      const from = besideNotebook(notebook, `${folder}${path}`);
      found.set(path, { path, from, folder });
      open.push(...importsIn(sources.text(from) ?? '', path));
    }
  }
  return [...found.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Where modules come from: beside the notebook, and where it lets Python look as well. */
function searchedFolders(flow: Flow): readonly string[] {
  const nodes = flow.kept
    .map((step) => nodesOf(step.statement.node))
    .filter((each) => each.some(isModulePath));
  if (nodes.length === 0) return [''];
  const named = nodes
    .flat()
    .flatMap((node) => (node.type === 'Constant' && node.kind === 'str' ? [node.value ?? ''] : []))
    .filter((text) => text !== '' && !isAbsolute(text))
    .map((text) => `${text.replace(/[\\/]+$/, '')}/`);
  // What is computed, `Path.cwd().parent` or `os.path.abspath('..')`, is a folder above.
  return [...new Set(['', ...named, '../', '../../'])];
}

/** `sys.path` */
function isModulePath(node: Node): boolean {
  return (
    node.type === 'Attribute' && node.attr === 'path' && node.value.type === 'Name' && node.value.id === 'sys'
  );
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
