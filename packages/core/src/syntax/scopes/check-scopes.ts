import type { Problem } from '../adapter/conversion.ts';
import type { Stmt } from '../ast.ts';
import { gatherNames } from './gather-names.ts';
import { resolveNames } from './resolve-names.ts';

/** Finds what CPython's `symtable` refuses: `global` after use, `nonlocal` without binding, misplaced `:=` and `import *`. */
export function checkScopes(body: readonly Stmt[]): readonly Problem[] {
  const { module, problems } = gatherNames(body);
  resolveNames(module, problems);
  return problems;
}
