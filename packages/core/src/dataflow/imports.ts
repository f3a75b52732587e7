import type { Alias, Import, ImportFrom } from '../syntax/index.ts';
import { packageOf } from './attributes.ts';
import type { Scope } from './environment.ts';
import { touchFile } from './files.ts';
import { one } from './heap.ts';
import { memberOf } from './module-state.ts';
import { external } from './objects.ts';
import { readResource, resourceKey, writeResource } from './resources.ts';
import { bindAnything, bindName } from './scopes.ts';
import { type Machine, need, updatedByStep } from './state.ts';

/** Interprets `import a.b as c`. */
export function executeImport(machine: Machine, scope: Scope, node: Import): void {
  for (const alias of node.names) {
    loadModule(machine, alias.name);
    const bound = alias.asname ?? packageOf(alias.name);
    const module = alias.asname === null ? bound : alias.name;
    bindName(machine, scope, bound, one(external(machine, module)), 'import');
  }
}

/** Interprets `from a import b`, and `from a import *`, which may bind any name. */
export function executeImportFrom(machine: Machine, scope: Scope, node: ImportFrom): void {
  const module = '.'.repeat(node.level) + (node.module ?? '');
  loadModule(machine, module);
  if (module === '__future__') {
    for (const alias of node.names) bindAlias(machine, scope, module, alias);
    return;
  }
  for (const alias of node.names) {
    if (alias.name === '*') {
      machine.step.doubts.add(`\`from ${module} import *\` may bind any name`);
      bindAnything(machine);
      continue;
    }
    readMember(machine, module, alias.name);
    bindAlias(machine, scope, module, alias);
  }
}

function bindAlias(machine: Machine, scope: Scope, module: string, alias: Alias): void {
  bindName(
    machine,
    scope,
    alias.asname ?? alias.name,
    memberOf(machine, `${module}.${alias.name}`),
    'import',
  );
}

function readMember(machine: Machine, module: string, name: string): void {
  need(machine, machine.imports.get(`${module}.${name}`) ?? null, 'data', `${module}.${name}`);
  need(machine, machine.resources.get(`module ${packageOf(module)}`) ?? null, 'mutation', module);
}

/** Loads a module: one that is not known may be a file that the notebook wrote, found by a path that it set. */
function loadModule(machine: Machine, module: string): void {
  const library = packageOf(module.replace(/^\.+/, ''));
  if (!machine.libraries.knows(library)) {
    readResource(machine, 'sys.path');
    readResource(machine, 'environment');
    touchFile(machine, `${library}.py`, 'look');
    touchFile(machine, library, 'look');
  }
  for (const resource of machine.libraries.onImport(module)) {
    writeResource(machine, resource, 'change', resourceKey(resource, library));
  }
  let path = '';
  for (const part of module.split('.')) {
    path = path === '' ? part : `${path}.${part}`;
    machine.imports.set(path, updatedByStep(machine, machine.imports.get(path) ?? null));
  }
}
